"""The gate: a cheap scan that lets through only texts, and sentences, that can tell of a contact."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, MatchKind


class Gate:
    """Finds trigger words in one pass over a text.

    Args:
        words: every inflected form of every trigger, in lower case.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(set(words))
        self._automaton = AhoCorasick(self._words, matchkind=MatchKind.LeftmostLongest)

    def opens_for(self, text: str) -> bool:
        """Whether a whole trigger word stands in `text`."""
        lowered = text.lower()
        if len(lowered) != len(text):  # a letter that grows in lower case would shift the offsets
            lowered = re.sub(r"[^\x00-\x7f]", "x", text).lower()
        return any(
            not _is_letter(lowered, start - 1) and not _is_letter(lowered, end)
            for _, start, end in self._automaton.find_matches_as_indexes(lowered)
        )


def _is_letter(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isalpha()
