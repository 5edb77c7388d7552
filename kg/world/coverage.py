"""What the tables cover: for how many countries the holder of an office is known, and where they have gaps."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from kg.world.directory import Directory
from kg.world.geo import GONE

KINDS = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister")
"""The offices that a country is expected to have."""

DECADES = (1990, 2000, 2010, 2020)
_SAMPLED = range(1, 10, 2)


@dataclass(frozen=True, slots=True)
class Cover:
    """How well one kind of office is known in one decade.

    Attributes:
        kind: kind of office.
        decade: its first year.
        countries: countries looked at (those that exist today).
        known: mean number of countries whose holder is known, over days of the decade.
        gaps: codes of the countries whose holder is unknown on most of these days.
    """

    kind: str
    decade: int
    countries: int
    known: float
    gaps: tuple[str, ...]


def coverage(
    world: Directory, kinds: Collection[str] = KINDS, decades: Collection[int] = DECADES, until: date | None = None
) -> tuple[Cover, ...]:
    """How many countries have a known holder, by kind of office and decade.

    Each decade is looked at on 1 July of every second year.

    Args:
        world: the tables.
        kinds: kinds of office.
        decades: first years.
        until: days after this one are left out; None for the day up to which the tables go.
    """
    end = until or _horizon(world)
    return tuple(_cover(world, kind, decade, end) for kind in kinds for decade in decades if date(decade, 7, 1) <= end)


def _horizon(world: Directory) -> date:
    return max((tenure.seen for tenure in world.tenures if tenure.seen), default=date.max)


def _cover(world: Directory, kind: str, decade: int, end: date) -> Cover:
    days = [day for day in (date(decade + year, 7, 1) for year in _SAMPLED) if day <= end] or [date(decade, 7, 1)]
    codes = sorted(set(world.countries) - GONE)
    known = {code: sum(bool(world.holders(code, {kind}, day)) for day in days) for code in codes}
    gaps = tuple(code for code in codes if known[code] * 2 < len(days))
    return Cover(kind, decade, len(codes), sum(known.values()) / len(days), gaps)
