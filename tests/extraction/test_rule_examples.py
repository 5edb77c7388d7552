"""Every rule and every class of cues finds its examples, and leaves its counterexamples alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from kg.extraction import Extractor
from kg.extraction.en.lexicon import CueExample, Example, load_lexicon
from kg.model import Article, Claim
from kg.world.names import fold

DAY = date(2019, 4, 10)
LEXICON = load_lexicon()
RULES = LEXICON.contacts.by_id
FOUND = [(rule, example) for rule in RULES for example in RULES[rule].examples]
LEFT = [(rule, text) for rule in RULES for text in RULES[rule].counterexamples]
CUES = [(name, example) for name, examples in LEXICON.status.examples.items() for example in examples]

Read = Mapping[str, tuple[Claim, ...]]


@pytest.fixture(scope="session")
def read(extractor: Extractor) -> Read:
    """The claims of every example, all read together."""
    texts = [*(example.text for _, example in FOUND), *(text for _, text in LEFT), *(one.text for _, one in CUES)]
    extractions = extractor.read_all([Article(text=text, published=DAY) for text in texts], batch=len(texts))
    return {text: extraction.claims for text, extraction in zip(texts, extractions, strict=True)}


def words_of(claim: Claim) -> list[set[str]]:
    return [set(fold(participant.label).split()) for participant in claim.participants]


@pytest.mark.parametrize(("rule", "example"), FOUND, ids=[f"{rule}-{example.text}" for rule, example in FOUND])
def test_a_rule_finds_its_example(rule: str, example: Example, read: Read) -> None:
    [claim] = read[example.text]
    assert (claim.rule, claim.channel, claim.status) == (rule, example.channel, example.status)
    named = words_of(claim)
    assert len(named) == len(example.who)
    assert all(any(fold(name) in words for words in named) for name in example.who)


@pytest.mark.parametrize(("rule", "text"), LEFT, ids=[f"{rule}-{text}" for rule, text in LEFT])
def test_a_rule_leaves_its_counterexample_alone(rule: str, text: str, read: Read) -> None:
    assert [claim for claim in read[text] if claim.rule == rule] == []


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_both(rule: str) -> None:
    assert RULES[rule].examples
    assert RULES[rule].counterexamples


@pytest.mark.parametrize(("name", "example"), CUES, ids=[f"{name}-{example.text}" for name, example in CUES])
def test_a_cue_gives_its_status(name: str, example: CueExample, read: Read) -> None:
    assert [claim.status for claim in read[example.text]] == ([example.status] if example.status else [])


def test_every_class_of_cues_has_examples() -> None:
    assert set(LEXICON.status.examples) == set(LEXICON.status.classes)
