"""docs/formats.md describes every format that `kg export` has, and every column as the code has it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kg.cli.exporting import ExportFormat
from kg.exchange.claim_lines import read_claims
from kg.exchange.flat import COLUMNS
from kg.exchange.importing import READERS
from kg.model import Claim

TEXT = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", [form.value for form in ExportFormat])
def test_every_format_is_in_the_first_table_and_leads_to_a_section(form: str) -> None:
    [anchor] = re.findall(rf"\[`{form}`\]\(#([\w-]+)\)", TEXT)
    headings = [re.sub(r"[^\w\s-]", "", line[3:]).strip().lower().replace(" ", "-") for line in TEXT.splitlines()
                if line.startswith("## ")]  # fmt: skip
    assert anchor in headings


def test_the_columns_are_those_of_the_table() -> None:
    told = re.findall(r"^\| `(\w+)` \| (text|texts|day|flag|count|share) \| (.+) \|$", TEXT, re.MULTILINE)
    assert told == [(column.name, column.kind, column.meaning) for column in COLUMNS]


def test_every_field_of_a_claim_is_told() -> None:
    fields = set(Claim.model_fields) - {"article", "window"} | {"edtf", "earliest", "latest", "date_text", "inferred"}
    assert {name for name in fields if f"`{name}`" not in TEXT} == set()


def test_the_example_of_claims_can_be_imported(tmp_path: Path) -> None:
    section = TEXT.partition("## Claims")[2]
    example = re.search(r"```json\n(.*?)```", section, re.DOTALL)
    assert example
    (tmp_path / "a.jsonl").write_text(json.dumps(json.loads(example[1])), encoding="utf-8")
    [(_, (article, claims, _))] = read_claims(tmp_path / "a.jsonl")
    assert (article.id, len(claims)) == ("wire/1", 1)


def test_what_comes_back_is_what_can_be_imported() -> None:
    back = re.findall(r"^\| \[`(\w+)`\].*\| without loss \|$", TEXT, re.MULTILINE)
    assert {f".{name}" for name in back} == set(READERS)
