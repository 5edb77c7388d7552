"""The network through time: one network a month, quarter or year, or for a window that moves on."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from kg.model import Contact
from kg.network.build import restricted
from kg.network.contact_network import ContactNetwork
from kg.network.freshness import middle

Unit: TypeAlias = Literal["month", "quarter", "year"]
_MONTHS: dict[Unit, int] = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days.

    Attributes:
        name: such as "2017-05", "2017-Q2", "2017", or "2017-05-01/2017-07-29".
        first: first day.
        last: last day.
    """

    name: str
    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def holds(self, contact: Contact) -> bool:
        """Whether a contact counts in the period.

        It counts where the middle of its window lies; a window that is longer than the period counts in none, and
        neither does a contact without a date: when it was is not known well enough.
        """
        day = middle(contact)
        return day is not None and contact.window.days <= self.days and self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Slice:
    """The network of one period.

    Attributes:
        period: the days.
        network: the contacts that count in it.
    """

    period: Period
    network: ContactNetwork


def slices(network: ContactNetwork, by: Unit = "year") -> list[Slice]:
    """The network cut into months, quarters or years of the calendar, from the first to the last dated contact.

    Periods without contacts are kept, so that gaps show. For an undated contact, or one of which less is known than
    the period, see `Period.holds`.

    Args:
        network: the network.
        by: length of a period.
    """
    return [_slice(network, period) for period in _calendar(network, _MONTHS[by])]


def rolling(network: ContactNetwork, days: int = 90, step: int = 30) -> list[Slice]:
    """The network of every window of `days` days, each beginning `step` days after the one before.

    Args:
        network: the network.
        days: length of the window.
        step: from one to the next.

    Raises:
        ValueError: `days` or `step` is less than 1.
    """
    if days < 1 or step < 1:
        raise ValueError(f"a window of {days} days every {step} days is none: give 1 or more")
    return [_slice(network, period) for period in _moving(network, days, step)]


def _slice(network: ContactNetwork, period: Period) -> Slice:
    return Slice(period, restricted(network, filter(period.holds, network.contacts)))


def _bounds(network: ContactNetwork) -> tuple[date, date] | None:
    days = [day for day in map(middle, network.contacts) if day]
    return (min(days), max(days)) if days else None


def _calendar(network: ContactNetwork, months: int) -> Iterator[Period]:
    if bounds := _bounds(network):
        first, end = bounds
        number = (first.year * 12 + first.month - 1) // months
        while (period := _numbered(number, months)).first <= end:
            yield period
            number += 1


def _numbered(number: int, months: int) -> Period:
    """The n-th period of so many months, counted from the year 0."""
    year, month = divmod(number * months, 12)
    until = month + months
    first, last = date(year, month + 1, 1), date(year, until, calendar.monthrange(year, until)[1])
    names = {1: f"{year:04d}-{until:02d}", 3: f"{year:04d}-Q{until // 3}", 12: f"{year:04d}"}
    return Period(names[months], first, last)


def _moving(network: ContactNetwork, days: int, step: int) -> Iterator[Period]:
    if bounds := _bounds(network):
        first, end = bounds
        while first <= end:
            last = first + timedelta(days=days - 1)
            yield Period(f"{first}/{last}", first, last)
            first += timedelta(days=step)
