"""The words that each part of a claim rests on."""

from __future__ import annotations

from datetime import date

import pytest

import kg
from kg.extraction import Extractor
from kg.model import Article, Claim, Why
from kg.reasons import topic_words

PUTIN, TRUMP = "Russian President Vladimir Putin", "U.S. President Donald Trump"
PUTIN_AND_TRUMP = f"{PUTIN} and {TRUMP}"


def told(text: str, extractor: Extractor) -> tuple[Claim, Why]:
    extraction = extractor.explain(Article(id="a", text=text, published=date(2017, 5, 2)))
    [claim], [why] = extraction.claims, extraction.whys
    return claim, why


@pytest.mark.parametrize(
    ("text", "channel", "status", "when"),
    [
        (f"{PUTIN_AND_TRUMP} met in Hamburg on Monday.", "met", "", "on Monday"),
        (f"{PUTIN_AND_TRUMP} spoke by telephone on Monday.", "telephone", "", "on Monday"),
        (f"{PUTIN_AND_TRUMP} spoke.", "", "", ""),
        (f"{PUTIN_AND_TRUMP} will meet on Friday.", "meet", "will", "on Friday"),
        (f"{PUTIN_AND_TRUMP} agreed to meet on Friday.", "meet", "agreed", "on Friday"),
        (f"{PUTIN} invited {TRUMP} to Moscow.", "invited", "invited", ""),
        (f"{PUTIN} has cancelled a meeting with {TRUMP}.", "meeting", "cancelled", ""),
        # Each of these holds a second cue, of the same class, that governs something else.
        (f"{PUTIN_AND_TRUMP}, who plan new sanctions, agreed to meet.", "meet", "agreed", ""),
        (f"Expected to resign, {TRUMP} will meet {PUTIN}.", "meet", "will", ""),
        (f"{PUTIN_AND_TRUMP} spoke by telephone after a phone firm went broke.", "telephone", "", ""),
    ],
)
def test_the_words_are_those_that_were_used(
    extractor: Extractor, text: str, channel: str, status: str, when: str
) -> None:
    _, why = told(text, extractor)
    assert (why.channel, why.status, why.when) == (channel, status, when)


def test_every_participant_has_a_slot(extractor: Extractor) -> None:
    claim, why = told("Vladimir Putin telephoned Donald Trump on Monday.", extractor)
    slots = {participant.name: slot for participant, slot in zip(claim.participants, why.slots, strict=True)}
    assert slots == {"Vladimir Putin": "subject", "Donald Trump": "object"}
    assert (why.rule, why.trigger) == (claim.rule, claim.trigger)


def test_the_words_are_no_part_of_the_claim(extractor: Extractor) -> None:
    article = Article(id="a", text=f"{PUTIN_AND_TRUMP} agreed to meet on Friday.", published=date(2017, 5, 2))
    extraction = extractor.read(article)
    assert "whys" not in extraction.to_json()
    assert extraction.claims == extractor.explain(article).claims
    assert [claim.id for claim in extraction.claims] == [claim.id for claim in kg.extract(article, extractor=extractor)]


def test_explain_tells_what_was_left_out_and_why(extractor: Extractor) -> None:
    article = Article(id="a", text="Donald Trump met Mike Pence on Monday.", published=date(2017, 5, 2))
    [rejection] = kg.explain(article, extractor=extractor).rejections
    assert (rejection.trigger, rejection.reason) == ("met", "all participants are of one state")


def test_a_topic_names_its_words(extractor: Extractor) -> None:
    claim, _ = told(f"{PUTIN_AND_TRUMP} discussed the war in Syria by telephone on Monday.", extractor)
    assert "country:SYR" in claim.topics
    assert topic_words(claim, extractor.topics)["country:SYR"] == ("Syria",)
