"""The annotated news articles, each claim taken as one contact, drawn as a network."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from kg.model import Article, Claim, Contact, Evidence
from kg.network import build, stats
from kg.network.page_data import page_data

SHARED = Path(os.environ.get("KG_SHARED") or Path(__file__).parents[2].parent / "shared")
NEWS = SHARED / "gold" / "news_dev.jsonl"
CONTACT_FIELDS = ("participants", "channel", "status", "window", "topics", "place", "occasion", "roles")


def located(article: Article, sentence: str) -> Evidence:
    part = "text" if sentence in article.text else "title"
    start = getattr(article, part).index(sentence)
    return Evidence.of(article, start, start + len(sentence), part)


def told(article: Article, number: int, row: dict) -> Contact:
    claim = Claim(
        article=article.id, **row | {"evidence": [located(article, sentence) for sentence in row["evidence"]]}
    )
    return Contact(
        id=f"{article.id}-{number}", claims=(claim,), **{name: getattr(claim, name) for name in CONTACT_FIELDS}
    )


@pytest.fixture(scope="module")
def network():
    if not NEWS.exists():
        pytest.skip("needs the annotated news articles (set KG_SHARED to the folder that holds gold/)")
    contacts, articles = [], {}
    for row in map(json.loads, NEWS.read_text(encoding="utf-8").splitlines()):
        article = Article(**{name: row[name] for name in ("id", "title", "text", "date", "issuer")})
        articles[article.id] = article
        contacts += [told(article, number, claim) for number, claim in enumerate(row["claims"])]
    return build(contacts, articles)


def test_every_claim_is_in_the_network(network):
    figures = stats(network)
    assert figures.contacts == sum(
        len(json.loads(line)["claims"]) for line in NEWS.read_text(encoding="utf-8").splitlines()
    )
    assert figures.standings[0].label == "Vladimir Putin"


def test_every_sentence_is_in_the_page_once(network):
    sentences = page_data(network)["sentences"]
    wanted = {piece.text for contact in network.contacts for claim in contact.claims for piece in claim.evidence}
    assert sorted(sentences) == sorted(wanted)
