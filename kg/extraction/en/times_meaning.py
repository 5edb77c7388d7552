"""What a time expression says, before and after the day it is read on is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from kg.extraction.en.times_calendar import (
    MONTHS_OF,
    Cycle,
    DayOfMonth,
    Part,
    Span,
    Unit,
    month_number,
    months,
    unit_span,
)


class Tense(StrEnum):
    """The time that the governing verb speaks of, seen from the day of publication."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


class Origin(StrEnum):
    """What an expression counts from."""

    NONE = "none"
    PUBLISHED = "published"
    ANCHOR = "anchor"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Frame:
    """What is known where an expression is read.

    Attributes:
        published: day of publication.
        tense: of the governing verb.
        anchor: the dated event that expressions such as "the day after" count from.
        year: the year that dates without one belong to, where the caller knows it.
    """

    published: date | None
    tense: Tense
    anchor: Span | None = None
    year: int | None = None

    def clipped(self, span: Span) -> Span:
        """A span that holds the day of publication, cut there to what the tense allows."""
        today = self.published
        if today is None or span.lasting or not span.first <= today <= span.last:
            return span
        if self.tense is Tense.PAST:
            return Span(span.first, today)
        return Span(today, span.last) if self.tense is Tense.FUTURE else span

    def origin(self, origin: Origin) -> Span | None:
        """The days that an expression of this origin counts from."""
        published = Span(self.published, self.published) if self.published else None
        anchored = self.anchor if origin in (Origin.ANCHOR, Origin.EITHER) else None
        return anchored or (published if origin in (Origin.PUBLISHED, Origin.EITHER) else None)


class Meaning(Protocol):
    """The content of a time expression."""

    @property
    def origin(self) -> Origin:
        """What it counts from."""

    def days(self, frame: Frame, /) -> Span | None:
        """The days it means in `frame`, nothing where they cannot be known.

        Raises:
            OverflowError: the days are outside the calendar.
        """


class Pick(StrEnum):
    """Which turn of a cycle is meant."""

    NEAR = "near"
    THIS = "this"
    LAST = "last"
    NEXT = "next"

    def of(self, cycle: Iterable[Span], origin: Span, tense: Tense) -> Span | None:
        """The turn that is meant, seen from `origin`: for NEAR the nearest that the tense allows."""
        turns = list(cycle)
        if self is Pick.LAST:
            return max((turn for turn in turns if turn.last < origin.first), key=_begin, default=None)
        if self is Pick.NEXT:
            return min((turn for turn in turns if turn.first > origin.last), key=_begin, default=None)
        begun = [turn for turn in turns if turn.first <= origin.last]
        ahead = [turn for turn in turns if turn.last >= origin.first]
        if tense is Tense.PAST and begun:
            return begun[-1]
        if tense is Tense.FUTURE and ahead:
            return ahead[0]
        return min(turns, key=origin.distance, default=None)


def _begin(span: Span) -> date:
    return span.first


@dataclass(frozen=True, slots=True)
class Fixed:
    """Days that the words name in full: "2 May 2017", "in 2016"."""

    span: Span

    @property
    def origin(self) -> Origin:
        return Origin.NONE

    def days(self, frame: Frame, /) -> Span | None:
        return frame.clipped(self.span)


@dataclass(frozen=True, slots=True)
class Undated:
    """Words of time that name no day: "soon"."""

    @property
    def origin(self) -> Origin:
        return Origin.NONE

    def days(self, _frame: Frame, /) -> Span | None:
        return None


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of a cycle: "on Tuesday", "last May", "in late March", "the following Friday"."""

    cycle: Cycle
    pick: Pick = Pick.NEAR
    part: Part | None = None
    origin: Origin = Origin.PUBLISHED

    def days(self, frame: Frame) -> Span | None:
        origin = frame.origin(self.origin)
        span = self._in_year(frame, origin) or (self._picked(frame, origin) if origin else None)
        return frame.clipped(span) if span else None

    def _in_year(self, frame: Frame, origin: Span | None) -> Span | None:
        """The turn in the year that the caller knows, or for "this summer" in the year of the origin."""
        year = frame.year if self.pick is Pick.NEAR and self.origin is Origin.PUBLISHED else None
        if self.pick is Pick.THIS and origin and not self._holds(origin):
            year = origin.first.year
        span = self.cycle.in_year(year) if year is not None else None
        return self._part(span) if span else None

    def _holds(self, origin: Span) -> bool:
        return any(turn.first <= origin.first <= turn.last for turn in self.cycle.near(origin.first))

    def _picked(self, frame: Frame, origin: Span) -> Span | None:
        tense = Tense.PRESENT if self.origin is Origin.ANCHOR else frame.tense
        return self.pick.of(map(self._part, self.cycle.near(origin.first)), origin, tense)

    def _part(self, span: Span) -> Span:
        return self.part.of(span) if self.part else span


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of the month under discussion: "on the 26th"; that of the anchor, unless the tense forbids it."""

    cycle: DayOfMonth
    origin: Origin = Origin.EITHER

    def days(self, frame: Frame) -> Span | None:
        origin = frame.origin(self.origin)
        if origin is None:
            return None
        month = unit_span(Unit.MONTH, origin.first)
        inside = [span for span in self.cycle.near(origin.first) if month.first <= span.first <= month.last]
        if frame.anchor and inside and self._allowed(inside[0], frame):
            return inside[0]
        published = frame.origin(Origin.PUBLISHED) or origin
        return Pick.NEAR.of(self.cycle.near(published.first), published, frame.tense)

    @staticmethod
    def _allowed(span: Span, frame: Frame) -> bool:
        if frame.published is None or frame.tense is Tense.PRESENT:
            return True
        return span.first <= frame.published if frame.tense is Tense.PAST else span.first >= frame.published


@dataclass(frozen=True, slots=True)
class Offset:
    """From `first` to `last` days after the origin: "yesterday", "recently", "the day after"."""

    origin: Origin
    first: int
    last: int

    def days(self, frame: Frame) -> Span | None:
        origin = frame.origin(self.origin)
        return origin.moved(self.first, self.last) if origin else None


class Side(StrEnum):
    """Before or after the origin within a unit: "earlier this week", "later this year"."""

    EARLIER = "earlier"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class CalendarUnit:
    """A unit of the calendar: "last week", "that month", "late last year", "earlier this month"."""

    unit: Unit
    shift: int
    origin: Origin = Origin.PUBLISHED
    part: Part | None = None
    side: Side | None = None

    def days(self, frame: Frame) -> Span | None:
        origin = frame.origin(self.origin)
        if origin is None:
            return None
        first, last = (unit_span(self.unit, day, self.shift) for day in (origin.first, origin.last))
        whole = Span(first.first, last.last)
        part = self.part.of(whole) if self.part else whole
        return self._beside(part, origin) if self.side else frame.clipped(part)

    def _beside(self, span: Span, origin: Span) -> Span:
        if self.side is Side.EARLIER:
            return Span(span.first, min(span.last, origin.last))
        return Span(max(span.first, origin.first), span.last)


@dataclass(frozen=True, slots=True)
class TurnWithin:
    """The turn of a cycle in a unit: "Tuesday of last week", "in October last year", "August 25 last year"."""

    cycle: Cycle
    unit: CalendarUnit
    part: Part | None = None

    @property
    def origin(self) -> Origin:
        return self.unit.origin

    def days(self, frame: Frame) -> Span | None:
        unit = self.unit.days(frame)
        turns = self.cycle.near(unit.first) if unit else ()
        inside = next((turn for turn in turns if unit and unit.first <= turn.first <= unit.last), None)
        return frame.clipped(self.part.of(inside) if self.part else inside) if inside else None


_DAYS_OF = {Unit.DAY: 1, Unit.WEEK: 7}
_LOOSE = 3  # days on either side of a count of weeks or an "about": annotation guidelines, section 5
_LONG = 7  # from how many days on "about" is as loose as a week


@dataclass(frozen=True, slots=True)
class Counted:
    """A count of units away from the origin: "two days ago", "a week later", "in three months".

    Attributes:
        unit: what is counted; hours and minutes stay on the day.
        low: smallest count that is meant, below 0 for the past.
        high: largest count.
        origin: what is counted from.
        about: whether the words say that the count is rough.
    """

    unit: Unit
    low: int
    high: int
    origin: Origin
    about: bool = False

    def days(self, frame: Frame) -> Span | None:
        origin = frame.origin(self.origin)
        if origin is None:
            return None
        if self.unit in MONTHS_OF:
            ends = (unit_span(self.unit, origin.first, self.low), unit_span(self.unit, origin.last, self.high))
            return Span(ends[0].first, ends[1].last)
        if self.unit not in _DAYS_OF:
            return origin.moved(round(self.low / 24), round(self.high / 24)) if self.unit is Unit.HOUR else origin
        size, loose = _DAYS_OF[self.unit], self._looseness()
        return origin.moved(self.low * size - loose, self.high * size + loose)

    def _looseness(self) -> int:
        if self.unit is Unit.WEEK or (self.about and max(abs(self.low), abs(self.high)) >= _LONG):
            return _LOOSE
        return 1 if self.about else 0


@dataclass(frozen=True, slots=True)
class Reach:
    """Any day up to a count of units away: "in the past two weeks", "over the next month", "within three days".

    Attributes:
        unit: what is counted.
        count: how many, below 0 for the past.
        origin: what is counted from.
    """

    unit: Unit
    count: int
    origin: Origin

    def days(self, frame: Frame) -> Span | None:
        origin = frame.origin(self.origin)
        if origin is None:
            return None
        if self.count < 0:
            return Span(self._far(origin.first), origin.last)
        return Span(origin.first + timedelta(1), max(self._far(origin.last), origin.first + timedelta(1)))

    def _far(self, day: date) -> date:
        if self.unit in MONTHS_OF:
            month = months(month_number(day) + self.count * MONTHS_OF[self.unit])
            return month.first.replace(day=min(day.day, month.last.day))
        if self.unit in _DAYS_OF:
            return day + timedelta(self.count * _DAYS_OF[self.unit])
        return day + timedelta(round(self.count / 24) if self.unit is Unit.HOUR else 0)


@dataclass(frozen=True, slots=True)
class Beside:
    """Words that count from an anchor, together with the date that they count from: "the day after Christmas"."""

    meaning: Meaning
    anchor: Meaning

    @property
    def origin(self) -> Origin:
        return self.anchor.origin

    def days(self, frame: Frame) -> Span | None:
        anchor = self.anchor.days(frame)
        return self.meaning.days(replace(frame, anchor=anchor)) if anchor else None


@dataclass(frozen=True, slots=True)
class Ahead:
    """A count that is a date only where the verb speaks of the future: "in two weeks" (else it is a duration)."""

    meaning: Counted | Reach

    @property
    def origin(self) -> Origin:
        return self.meaning.origin

    def days(self, frame: Frame) -> Span | None:
        return self.meaning.days(frame) if frame.tense is Tense.FUTURE else None
