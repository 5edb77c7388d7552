"""Whether a contact took place, by the words around it. The sentences are ours."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extraction import Extractor
from kg.model import Article

CONTEXT = "French President Emmanuel Macron and Turkish President Recep Tayyip Erdogan are in focus."

TOLD = {
    "held": [
        "Macron met Erdogan in Ankara.",
        "Macron has met Erdogan.",
        "Macron flew to Ankara to meet Erdogan.",
        "After talks with Erdogan, Macron left for Athens.",
        "Erdogan was received by Macron at the palace.",
        "Macron said he had spoken to Erdogan.",
        "Macron held a long meeting with Erdogan.",
        "A call between Macron and Erdogan took place overnight.",
        "Macron, who met Erdogan on Monday, is in Athens.",
        "Speaking after he met Erdogan, Macron was calm.",
    ],
    "planned": [
        "Macron will meet Erdogan on Friday.",
        "Macron is to meet Erdogan on Friday.",
        "Macron is expected to receive Erdogan next week.",
        "Macron agreed to meet Erdogan.",
        "Macron and Erdogan are due to hold talks on Friday.",
        "A meeting between Macron and Erdogan is scheduled for Friday.",
        "Macron said he would meet Erdogan on Friday.",
        "Macron is preparing for a meeting with Erdogan.",
        "Macron announced a meeting with Erdogan.",
    ],
    "proposed": [
        "Macron wants to meet Erdogan.",
        "Macron offered to meet Erdogan.",
        "Macron invited Erdogan to Paris.",
        "Macron has proposed a meeting with Erdogan.",
        "Macron may meet Erdogan next week.",
        "Macron hopes to speak to Erdogan.",
        "Macron is ready to meet Erdogan.",
    ],
    "cancelled": [
        "Macron cancelled a meeting with Erdogan.",
        "Macron called off his talks with Erdogan.",
        "The meeting between Macron and Erdogan was cancelled.",
        "Macron has scrapped talks with Erdogan.",
    ],
    "postponed": [
        "Macron postponed a meeting with Erdogan.",
        "The talks between Macron and Erdogan were put off.",
        "Talks between Macron and Erdogan have been delayed.",
    ],
    "denied": [
        "Macron did not meet Erdogan.",
        "Macron refused to meet Erdogan.",
        "Macron has no plans to meet Erdogan.",
        "The palace denied that Macron had met Erdogan.",
        "Macron declined to receive Erdogan.",
        "Macron has not spoken to Erdogan.",
    ],
    None: [
        "If Macron met Erdogan, they would discuss Syria.",
        "Macron should meet Erdogan.",
        "Macron regularly speaks to Erdogan.",
        "Macron and Erdogan agreed to stay in close contact.",
        "Macron could meet Erdogan one day.",
        "Macron called Erdogan a friend.",
        "Macron called on Erdogan to show restraint.",
        "Macron spoke to reporters after the summit.",
        "Macron met his own foreign minister.",
    ],
}
CASES = [(status, sentence) for status, sentences in TOLD.items() for sentence in sentences]


@pytest.mark.parametrize(("status", "sentence"), CASES, ids=[sentence for _, sentence in CASES])
def test_status(status: str | None, sentence: str, extractor: Extractor) -> None:
    article = Article(text=f"{CONTEXT}\n\n{sentence}", published=date(2019, 4, 10))
    found = [str(claim.status) for claim in extractor.read(article).claims]
    assert found == ([status] if status else [])
