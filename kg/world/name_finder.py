"""Every name of the tables in a text, found in one pass of an Aho-Corasick automaton."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick
from anyascii import anyascii

from kg.world.types import Person

_SHORTEST = 2
"""Letters from which a bare name is looked for."""


class NamedPeople(NamedTuple):
    """A name that stands in a text.

    Attributes:
        start: first code point.
        end: one past the last.
        people: everyone of the tables who bears it.
        whole: whether it is a whole name of theirs, and not one by which news calls them for short.
    """

    start: int
    end: int
    people: tuple[Person, ...]
    whole: bool


class NameFinder:
    """Finds names as the tables write them, with their marks or without; not other spellings of them.

    Args:
        people: whose names are looked for.
    """

    def __init__(self, people: Sequence[Person]) -> None:
        self._people = people
        whole = _forms((name, at) for at, person in enumerate(people) for name in (person.name, *person.aliases))
        bare = _forms((name, at) for at, person in enumerate(people) for name in (person.family, *person.called))
        short = {form: at for form, at in bare.items() if form not in whole and len(form) >= _SHORTEST}
        self._bearers = (*map(tuple, whole.values()), *map(tuple, short.values()))
        self._names = len(whole)
        self._automaton = AhoCorasick([*whole, *short], store_patterns=False)

    def find(self, text: str) -> Iterator[NamedPeople]:
        """The names in a text, in order; of those that overlap the first, and of these the longest.

        Capitals count, so that "may" is nobody.
        """
        reached = 0
        for start, end, form in self._longest(text):
            if start >= reached:
                reached = end
                people = tuple(self._people[at] for at in self._bearers[form])
                yield NamedPeople(start, end, people, form < self._names)

    def _longest(self, text: str) -> list[tuple[int, int, int]]:
        """The matches that are whole words, by their beginning, the longest first."""
        size = len(text)
        found = [
            (start, end, form)
            for form, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True)
            if not (start and text[start - 1].isalnum()) and not (end < size and text[end].isalnum())
        ]
        return sorted(found, key=_place)


def _place(match: tuple[int, int, int]) -> tuple[int, int]:
    return match[0], -match[1]


def _forms(names: Iterable[tuple[str, int]]) -> dict[str, dict[int, None]]:
    """The positions of people by each form of their names, as written and in ASCII."""
    found: dict[str, dict[int, None]] = {}
    for name, at in names:
        for form in (name, anyascii(name)):
            if form:
                found.setdefault(form, {})[at] = None
    return found
