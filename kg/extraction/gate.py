"""The gate: a cheap scan that lets through only texts, and sentences, that can tell of a contact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ahocorasick_rs import AhoCorasick, MatchKind


class Gate:
    """Finds trigger words in one pass over a text.

    Args:
        words: every inflected form of every trigger, in lower case.
        company: for words that say something only beside others ("bring ... together"): those others, one of which has
            to occur somewhere in the text.
    """

    def __init__(self, words: Iterable[str], company: Mapping[str, frozenset[str]] | None = None) -> None:
        self._words = sorted(set(words))
        self._company = [(company or {}).get(word, frozenset()) for word in self._words]
        self._automaton = AhoCorasick(self._words, matchkind=MatchKind.LeftmostLongest)

    def opens_for(self, text: str) -> bool:
        """Whether a whole trigger word, with its company, stands in `text`."""
        lowered = text.lower()
        if len(lowered) != len(text):  # a letter that grows in lower case would shift the offsets
            lowered = re.sub(r"[^\x00-\x7f]", "x", text).lower()
        found = {
            number
            for number, start, end in self._automaton.find_matches_as_indexes(lowered)
            if not _is_letter(lowered, start - 1) and not _is_letter(lowered, end)
        }
        return any(self._accompanied(number, lowered) for number in found)

    def _accompanied(self, number: int, lowered: str) -> bool:
        company = self._company[number]
        return not company or any(word in lowered for word in company)


def _is_letter(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isalpha()
