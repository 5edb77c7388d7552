"""The calendar behind time expressions: spans of days, units, parts of units, and what comes round again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import Protocol

_MONTHS_A_YEAR = 12
_YEARS_AROUND = 8  # 29 February comes back after eight years at the latest (1896, 1904)


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last`: one unknown day of them, or all of them where `lasting`."""

    first: date
    last: date
    lasting: bool = False

    def moved(self, first: int, last: int) -> Span:
        """The span with each end moved by so many days; what follows or precedes a lasting span starts at its end."""
        if self.lasting and first > 0:
            return Span(self.last + timedelta(first), self.last + timedelta(last))
        if self.lasting and last < 0:
            return Span(self.first + timedelta(first), self.first + timedelta(last))
        return Span(self.first + timedelta(first), self.last + timedelta(last), self.lasting)

    def distance(self, other: Span) -> int:
        """Days between the two, 0 where they touch."""
        return max((self.first - other.last).days, (other.first - self.last).days, 0)


class Unit(StrEnum):
    """Units that time is counted in."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


MONTHS_OF = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: _MONTHS_A_YEAR}


def months(start: int, count: int = 1) -> Span:
    """The span of `count` months from month number `start`, counted from January of the year 0.

    Raises:
        OverflowError: the months are outside the calendar.
    """
    return Span(_first_of(start), _first_of(start + count) - timedelta(1))


def _first_of(number: int) -> date:
    year, month = divmod(number, _MONTHS_A_YEAR)
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError(f"the year {year} is outside the calendar")
    return date(year, month + 1, 1)


def month_number(day: date) -> int:
    """Months since January of the year 0."""
    return day.year * _MONTHS_A_YEAR + day.month - 1


def unit_span(unit: Unit, day: date, shift: int = 0) -> Span:
    """The calendar unit that holds `day`, or the one `shift` units later; weeks are those of ISO 8601."""
    if unit in MONTHS_OF:
        size = MONTHS_OF[unit]
        return months((month_number(day) // size + shift) * size, size)
    if unit is Unit.WEEK:
        monday = day + timedelta(7 * shift - day.weekday())
        return Span(monday, monday + timedelta(6))
    moved = day + timedelta(shift)
    return Span(moved, moved)


class Part(StrEnum):
    """A part of a week, a month, a season or a year."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"
    FIRST_WEEK = "first week"
    SECOND_WEEK = "second week"
    THIRD_WEEK = "third week"
    LAST_WEEK = "last week"

    def of(self, span: Span) -> Span:
        """The part of `span`: of a week by days, of a month by section 5 of the guidelines, of others by months."""
        if self in _WEEKS:
            first = span.last - timedelta(6) if self is Part.LAST_WEEK else span.first + timedelta(7 * _WEEKS[self])
            return Span(first, first + timedelta(6))
        if (span.last - span.first).days < 7:
            first_day, last_day = _OF_A_WEEK[self]
            return Span(span.first + timedelta(first_day), span.first + timedelta(last_day))
        if month_number(span.first) == month_number(span.last):
            first_day, last_day = _OF_A_MONTH[self]
            return Span(span.first.replace(day=first_day), min(span.last, span.first + timedelta(last_day - 1)))
        return self._of_months(span)

    def _of_months(self, span: Span) -> Span:
        start, count = month_number(span.first), month_number(span.last) - month_number(span.first) + 1
        low, high = (int(share * count) for share in _SHARES[self])
        return months(start + low, max(high - low, 1))


_WEEKS = {Part.FIRST_WEEK: 0, Part.SECOND_WEEK: 1, Part.THIRD_WEEK: 2, Part.LAST_WEEK: -1}
_OF_A_WEEK = {
    Part.EARLY: (0, 2),
    Part.MID: (1, 3),
    Part.LATE: (3, 6),
    Part.FIRST_HALF: (0, 3),
    Part.SECOND_HALF: (3, 6),
}
_OF_A_MONTH = {
    Part.EARLY: (1, 10),
    Part.MID: (11, 20),
    Part.LATE: (21, 31),
    Part.FIRST_HALF: (1, 15),
    Part.SECOND_HALF: (16, 31),
}
_SHARES = {
    Part.EARLY: (Fraction(0), Fraction(1, 3)),
    Part.MID: (Fraction(1, 3), Fraction(2, 3)),
    Part.LATE: (Fraction(2, 3), Fraction(1)),
    Part.FIRST_HALF: (Fraction(0), Fraction(1, 2)),
    Part.SECOND_HALF: (Fraction(1, 2), Fraction(1)),
}


class Cycle(Protocol):
    """What comes round again: a weekday, a month, a day of the year, a season."""

    def near(self, day: date) -> Iterable[Span]:
        """Its spans around `day` in order: at least the last before, any that holds it, and the next after."""

    def in_year(self, year: int, /) -> Span | None:
        """Its one span that begins in `year`; nothing where it has none or several."""


class _Yearly:
    __slots__ = ()

    def in_year(self, year: int, /) -> Span | None:
        raise NotImplementedError

    def near(self, day: date) -> Iterable[Span]:
        years = range(max(MINYEAR + 1, day.year - _YEARS_AROUND), min(MAXYEAR - 1, day.year + _YEARS_AROUND) + 1)
        return [span for year in years if (span := self.in_year(year))]


class _Unyearly:
    __slots__ = ()

    def in_year(self, _year: int, /) -> Span | None:
        return None


@dataclass(frozen=True, slots=True)
class MonthsOfYear(_Yearly):
    """A month, quarter or season: `count` months from `month` (1 to 12) on."""

    month: int
    count: int = 1

    def in_year(self, year: int, /) -> Span | None:
        return months(year * _MONTHS_A_YEAR + self.month - 1, self.count)


@dataclass(frozen=True, slots=True)
class DayOfYear(_Yearly):
    """A day of a month; where the text names its weekday (0 is Monday), years in which that fits are preferred."""

    month: int
    day: int
    weekday: int | None = None

    def in_year(self, year: int, /) -> Span | None:
        try:
            day = date(year, self.month, self.day)
        except ValueError:
            return None
        return Span(day, day)

    def near(self, day: date) -> Iterable[Span]:
        spans = list(_Yearly.near(self, day))
        fitting = [s for s in spans if s.first.weekday() == self.weekday and abs(s.first.year - day.year) <= 1]
        return fitting or spans


@dataclass(frozen=True, slots=True)
class Weekday(_Unyearly):
    """A day of the week, 0 is Monday."""

    number: int

    def near(self, day: date) -> Iterable[Span]:
        days = (unit_span(Unit.WEEK, day, shift).first + timedelta(self.number) for shift in range(-2, 3))
        return [Span(found, found) for found in days]


@dataclass(frozen=True, slots=True)
class Weekend(_Unyearly):
    """Saturday and Sunday."""

    def near(self, day: date) -> Iterable[Span]:
        weeks = (unit_span(Unit.WEEK, day, shift) for shift in range(-2, 3))
        return [Span(week.last - timedelta(1), week.last) for week in weeks]


@dataclass(frozen=True, slots=True)
class DayOfMonth(_Unyearly):
    """The day of that number in any month; where its weekday is named, months in which that fits are preferred."""

    day: int
    weekday: int | None = None

    def near(self, day: date) -> Iterable[Span]:
        around = (unit_span(Unit.MONTH, day, shift) for shift in range(-3, 4))
        days = [month.first.replace(day=self.day) for month in around if self.day <= month.last.day]
        fitting = [found for found in days if found.weekday() == self.weekday]
        return [Span(found, found) for found in fitting or days]


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one cycle to the next of another: "July 7-8", "Monday to Wednesday", "June 30-July 2"."""

    begin: Cycle
    end: Cycle
    lasting: bool = False

    def in_year(self, year: int, /) -> Span | None:
        end = self.end.in_year(year)
        begins = [span for span in self.begin.near(end.first) if span.first < end.first] if end else []
        return Span(begins[-1].first, end.last, self.lasting) if end and begins else None

    def near(self, day: date) -> Iterable[Span]:
        return [span for begin in self.begin.near(day) if (span := self._from(begin))]

    def _from(self, begin: Span) -> Span | None:
        ends = (end for end in self.end.near(begin.last) if end.first > begin.first)
        end = next(iter(ends), None)
        return Span(begin.first, end.last, self.lasting) if end else None
