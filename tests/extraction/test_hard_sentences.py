"""Twenty-four hard sentences, each with a paragraph that names the people (tests/gold/hard_sentences.jsonl, ours)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.extraction import Extractor
from kg.model import Article, Claim
from kg.world.names import fold

GOLD = Path(__file__).parent.parent / "gold" / "hard_sentences.jsonl"
LINES = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def told(claim: Claim) -> tuple[tuple[str, ...], str, str]:
    families = sorted(fold(p.name or p.post).split()[-1] for p in claim.participants)
    return tuple(families), str(claim.channel), str(claim.status)


def agrees(expected: dict[str, Any], found: tuple[tuple[str, ...], str, str]) -> bool:
    families = tuple(sorted(fold(name).split()[-1] for name in expected["participants"]))
    return (families, expected["status"]) == (found[0], found[2]) and expected["channel"] in (None, found[1])


@pytest.mark.parametrize("line", LINES, ids=[line["id"] for line in LINES])
def test_hard_sentence(line: dict[str, Any], extractor: Extractor) -> None:
    text = f"{line['context']}\n\n{line['text']}"
    found = [told(claim) for claim in extractor.read(Article(text=text, published=line["date"])).claims]
    assert len(found) == len(line["claims"])
    assert all(any(agrees(expected, one) for one in found) for expected in line["claims"])
