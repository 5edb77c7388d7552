"""Who bears a name and who is called by it, found by key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kg.world.names import fold, name_keys, spelled
from kg.world.types import Person

Places = tuple[int, ...]
"""Positions of people in their table."""


class NameKeys(NamedTuple):
    """Positions of people by the keys of their names.

    Attributes:
        names: whole names and aliases, all words and the core of them.
        spellings: the same, common spellings made one.
        families: bare names.
        family_spellings: the same, common spellings made one.
    """

    names: dict[str, Places]
    spellings: dict[str, Places]
    families: dict[str, Places]
    family_spellings: dict[str, Places]


class NameIndex:
    """Finds people by name.

    Args:
        people: all of them.
        keys: their keys, where these are known already.
    """

    def __init__(self, people: Sequence[Person], keys: NameKeys | None = None) -> None:
        self._people = people
        self.keys = keys or _keys(people)

    def named(self, name: str) -> tuple[Person, ...]:
        """Everyone who bears a whole name; other spellings are tried where nobody bears it as written."""
        exact, bare = name_keys(name)
        names = self.keys.names
        return self._at(names.get(exact) or names.get(bare) or self.keys.spellings.get(spelled(name), ()))

    def called(self, family: str) -> tuple[Person, ...]:
        """Everyone whom news calls by a bare name."""
        return self._at(self.keys.families.get(fold(family)) or self.keys.family_spellings.get(spelled(family), ()))

    def _at(self, places: Places) -> tuple[Person, ...]:
        return tuple(self._people[place] for place in places)


def _keys(people: Sequence[Person]) -> NameKeys:
    whole = [(name, place) for place, person in enumerate(people) for name in (person.name, *person.aliases)]
    bare = [(name, place) for place, person in enumerate(people) for name in (person.family, *person.called)]
    return NameKeys(
        _index((key, place) for name, place in whole for key in name_keys(name)),
        _index((spelled(name), place) for name, place in whole),
        _index((fold(name), place) for name, place in bare),
        _index((spelled(name), place) for name, place in bare),
    )


def _index(entries: Iterable[tuple[str, int]]) -> dict[str, Places]:
    found: dict[str, dict[int, None]] = {}
    for key, place in entries:
        found.setdefault(key, {})[place] = None
    return dict(_frozen(found))


def _frozen(found: dict[str, dict[int, None]]) -> Iterator[tuple[str, Places]]:
    return ((key, tuple(places)) for key, places in found.items())
