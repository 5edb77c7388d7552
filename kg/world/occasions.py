"""Which edition of a summit a text means."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from kg.world.names import fold, tokens
from kg.world.types import Occasion

REACH = timedelta(days=366)
"""How far from the day of a text an edition may lie: farther would be a guess."""


class Calendar:
    """The editions of all summits, found by series, name, city, year and day.

    Args:
        occasions: the editions.
    """

    def __init__(self, occasions: Iterable[Occasion]) -> None:
        self._by_name: dict[str, list[Occasion]] = {}
        for occasion in occasions:
            for key in {_key(name) for name in (occasion.series, occasion.name, *occasion.aliases)}:
                self._by_name.setdefault(key, []).append(occasion)

    def editions(self, name: str) -> tuple[Occasion, ...]:
        """All editions of a series or name, in order."""
        return tuple(sorted(self._by_name.get(_key(name), ()), key=lambda edition: edition.first))

    def find(self, name: str, on: date | None, city: str, year: int | None) -> Occasion | None:
        """The edition meant, or None where the choice would be a guess."""
        editions = [edition for edition in self._by_name.get(_key(name), ()) if _fits(edition, city, year)]
        if len(editions) == 1 and (city or year or on is None):
            return editions[0]
        if on is None:
            return None
        near = [edition for edition in editions if _distance(edition, on) <= REACH]
        return min(near, key=lambda edition: _distance(edition, on), default=None)


def _key(name: str) -> str:
    """`G-20`, `G20 summit` and `the G20` are one."""
    return "".join(word for word in tokens(name) if word not in {"the", "summit", "meeting"})


def _fits(edition: Occasion, city: str, year: int | None) -> bool:
    return (not city or fold(city) == fold(edition.city)) and (year is None or edition.first.year == year)


def _distance(edition: Occasion, on: date) -> timedelta:
    return max(edition.first - on, on - edition.last, timedelta(0))
