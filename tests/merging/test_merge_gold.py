"""Merging measured on the news articles whose claims were grouped by hand."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kg.merging import merge
from kg.merging.measures import b_cubed, pairwise
from kg.model import Claim

GOLD = Path(os.environ.get("KG_SHARED", Path(__file__).parents[3] / "shared")) / "gold"

pytestmark = pytest.mark.skipif(
    not (GOLD / "news_dev_contacts.json").is_file(), reason="the gold articles are not beside the checkout (KG_SHARED)"
)

Place = tuple[str, int]


def _claim(article: dict[str, Any], number: int) -> Claim:
    told = article["claims"][number]
    spans = [(max(article["text"].find(text), 0), text) for text in told["evidence"]]
    evidence = [{"start": start, "end": start + len(text), "text": text} for start, text in spans]
    return Claim.model_validate(told | {"evidence": evidence, "article": article["id"]})


def test_contacts_of_hand_grouped_news_are_found():
    lines = (GOLD / "news_dev.jsonl").read_text(encoding="utf-8").splitlines()
    articles = {article["id"]: article for article in map(json.loads, lines)}
    groups = json.loads((GOLD / "news_dev_contacts.json").read_text(encoding="utf-8"))
    gold: list[list[Place]] = [[(article, number) for article, number in group["claims"]] for group in groups]
    claims = {place: _claim(articles[place[0]], place[1]) for group in gold for place in group}
    places = {claim.id: place for place, claim in claims.items()}
    published = {key: date.fromisoformat(article["date"]) for key, article in articles.items()}

    contacts = merge(claims.values(), published)
    found = [[places[claim.id] for claim in contact.claims] for contact in contacts]

    assert len(places) == len(claims)
    assert b_cubed(gold, found).f1 >= 0.99  # measured 1.00
    assert pairwise(gold, found).f1 >= 0.97  # measured 1.00 of 21 pairs
