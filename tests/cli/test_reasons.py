"""The words that channel, status and topics rest on."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extraction import Extractor
from kg.model import Article, Claim
from kg.reasons import reasons

PUTIN_AND_TRUMP = "Russian President Vladimir Putin and U.S. President Donald Trump"


def claim_of(text: str, extractor: Extractor) -> Claim:
    [claim] = extractor.read(Article(id="a", text=text, published=date(2017, 5, 2))).claims
    return claim


@pytest.mark.parametrize(
    ("text", "channel", "status"),
    [
        (f"{PUTIN_AND_TRUMP} met in Hamburg on Monday.", "“met”", ""),
        (f"{PUTIN_AND_TRUMP} spoke by telephone on Monday.", "“telephone”", ""),
        (f"{PUTIN_AND_TRUMP} spoke on Monday.", "", ""),
        (f"{PUTIN_AND_TRUMP} will meet on Friday.", "“meet”", "“will”"),
        (f"{PUTIN_AND_TRUMP} agreed to meet on Friday.", "“meet”", "“agreed”"),
    ],
)
def test_channel_and_status_name_their_words(extractor: Extractor, text: str, channel: str, status: str) -> None:
    words = reasons(claim_of(text, extractor), extractor)
    assert (words["channel"], words["status"]) == (channel, status)


def test_a_topic_names_its_words(extractor: Extractor) -> None:
    claim = claim_of(f"{PUTIN_AND_TRUMP} discussed the war in Syria by telephone on Monday.", extractor)
    assert "country:SYR" in claim.topics
    assert reasons(claim, extractor)["country:SYR"] == "“Syria”"


def test_a_rule_that_is_gone_leaves_the_words_of_the_evidence(extractor: Extractor) -> None:
    claim = claim_of(f"{PUTIN_AND_TRUMP} spoke by telephone on Monday.", extractor)
    words = reasons(claim.model_copy(update={"rule": "verb.none"}), extractor)
    assert words["channel"] == "“telephone”"
