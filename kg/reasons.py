"""Which words of its evidence a claim's topics rest on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kg.model import Claim

if TYPE_CHECKING:
    from kg.extraction.topics import TopicFinder


def topic_words(claim: Claim, topics: TopicFinder) -> Mapping[str, tuple[str, ...]]:
    """The words for each topic of a claim, each once, in the order of the evidence.

    Args:
        claim: a claim that the extractor made.
        topics: the finder that the extractor used.
    """
    words: dict[str, dict[str, None]] = {topic: {} for topic in claim.topics}
    for evidence in claim.evidence:
        for hit in topics.find(evidence.text):
            if hit.topic in words:
                words[hit.topic][evidence.text[hit.start : hit.end]] = None
    return {topic: tuple(found) for topic, found in words.items()}
