"""Finds phrases of a list in a text: whole words only, the leftmost first, the longest of those."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick

T = TypeVar("T")
_ALIKE = str.maketrans(dict.fromkeys("\n\t\u00a0-\u2010\u2011\u2012\u2013", " ") | {"\u2019": "'"})


@dataclass(frozen=True, slots=True)
class PhraseHit(Generic[T]):
    """A phrase in a text.

    Attributes:
        value: what the list says of the phrase.
        start: first code point.
        end: one past the last code point.
    """

    value: T
    start: int
    end: int


class PhraseIndex(Generic[T]):
    """A list of phrases, ready to be found. Hyphens, blanks and line ends are all alike.

    Args:
        phrases: what to say of each phrase.
        cased: whether capitals matter.
    """

    def __init__(self, phrases: Mapping[str, T], *, cased: bool = False) -> None:
        self._cased = cased
        by_form = {self._form(phrase): value for phrase, value in phrases.items() if phrase}
        self._forms, self._values = list(by_form), list(by_form.values())
        self._automaton = AhoCorasick(self._forms)

    def find(self, text: str) -> Iterator[PhraseHit[T]]:
        """All phrases in `text` that do not overlap, from left to right; offsets count code points."""
        form = self._form(text)
        found = self._automaton.find_matches_as_indexes(form, overlapping=True)
        whole = (match for match in found if _is_whole(form, match[1], match[2]))
        reached = 0
        for index, start, end in sorted(whole, key=lambda match: (match[1], -match[2])):
            if start >= reached:
                reached = end
                yield PhraseHit(self._values[index], start, end)

    def _form(self, text: str) -> str:
        return (text if self._cased else lowered(text)).translate(_ALIKE)


def lowered(text: str) -> str:
    """`text` in lower case, every code point in its place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (start and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum())
