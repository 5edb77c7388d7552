"""docs/rules.md: its example works, and it tells of every section, field and slot."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from kg.extraction import Extractor
from kg.extraction.en.additions import UserRules
from kg.extraction.en.lexicon import ContactRule, Slot, StatusRules
from kg.model import Article

PAGE = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
TABLE = re.findall(r"^\| ([A-Z][^|]+\.) \| `([\w.-]+)`, (\w+), (\w+) \|$", PAGE, re.MULTILINE)


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> Extractor:
    """An extractor with the rules that the page gives."""
    found = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert found
    file = tmp_path_factory.mktemp("rules") / "own.yaml"
    file.write_text(found[1], encoding="utf-8")
    return Extractor.load(rules=[file])


def read(extractor: Extractor, text: str) -> list[tuple[str, str, str]]:
    claims = extractor.read(Article(text=text, published=date(2019, 4, 10))).claims
    return [(claim.rule, claim.channel, claim.status) for claim in claims]


@pytest.mark.parametrize(("text", "rule", "channel", "status"), TABLE)
def test_the_example_gives_what_the_page_says(
    taught: Extractor, text: str, rule: str, channel: str, status: str
) -> None:
    assert read(taught, text) == [(rule, channel, status)]


def test_the_rule_of_the_page_keeps_its_own_examples(taught: Extractor) -> None:
    rule = taught.lexicon.contacts.by_id["verb.zoom"]
    for example in rule.examples:
        assert read(taught, example.text) == [("verb.zoom", example.channel, example.status)]
    assert [read(taught, text) for text in rule.counterexamples] == [[]]


@pytest.mark.parametrize(
    "name",
    [
        *UserRules.model_fields,
        *ContactRule.model_fields,
        *sorted(set(StatusRules.model_fields) - {"examples"}),
        *get_args(Slot),
    ],
)
def test_everything_that_can_be_written_is_taught(name: str) -> None:
    assert re.search(rf"`{name}`|\"{name}\"", PAGE)


def test_the_page_is_one_page() -> None:
    assert len(TABLE) == 3
    assert len(PAGE.split()) < 1200
