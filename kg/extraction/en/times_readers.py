"""From the words that a template matched to what they mean; every reader gives nothing where they mean no date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.extraction.en.times_calendar import (
    MONTHS_OF,
    Cycle,
    DayOfMonth,
    DayOfYear,
    MonthsOfYear,
    Part,
    Span,
    Stretch,
    Unit,
    Weekday,
    Weekend,
    months,
)
from kg.extraction.en.times_meaning import (
    Ahead,
    CalendarUnit,
    Counted,
    Fixed,
    Meaning,
    MonthDay,
    Origin,
    Pick,
    Reach,
    Side,
    Turn,
    TurnWithin,
    Undated,
)
from kg.extraction.en.times_words import Lexicon

_LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_PICKS = {-1: Pick.LAST, 0: Pick.NEAR, 1: Pick.NEXT}
_THROUGH = frozenset({"to", "until", "till", "through", "thru"})
_HERE = (Origin.PUBLISHED, 0)


@dataclass(frozen=True, slots=True)
class Found:
    """What a template matched: its groups, in lower case and with single blanks."""

    groups: dict[str, str]
    lexicon: Lexicon

    def __getitem__(self, name: str) -> str:
        return self.groups.get(name, "")

    def day_of_year(self, which: str = "") -> DayOfYear | None:
        """The month and day of that number, nothing where no year has them."""
        month, day = self.lexicon.month(self["month" + which] or self["month"]), self.day(which)
        fits = 1 <= day <= _LONGEST_MONTH[month - 1]
        return DayOfYear(month, day, self.weekday("wday" + which)) if fits else None

    def day(self, which: str = "") -> int:
        """The number of a day."""
        return self.lexicon.ordinal(self["nth"] or self["day" + which])

    def weekday(self, name: str) -> int | None:
        """The number of a weekday, where there is one."""
        return self.lexicon.weekday(self[name]) if self[name] else None

    def part(self) -> Part | None:
        """The part of the unit, where there is one."""
        return self.lexicon.parts[self["part"]] if self["part"] else None

    def pick(self) -> Pick:
        """Which turn "last", "this", "the following" ... picks."""
        origin, shift = self.step()
        return Pick.THIS if self["pointer"] and origin is Origin.PUBLISHED and not shift else _PICKS[shift]

    def step(self, name: str = "pointer") -> tuple[Origin, int]:
        """Where "last", "this", "the following" ... points to."""
        return self.lexicon.words.pointers[self[name]] if self[name] else _HERE

    def lasting(self) -> bool:
        """Whether a range is told as one stretch: "from 7 to 9 July"."""
        return self["lead"] == "from" or (self["lead"] != "between" and self["joint"].strip() in _THROUGH)

    def led_by(self, words: tuple[str, ...]) -> bool:
        """Whether one of these words stands before the date."""
        return self["bound"] in words or self["lead"] in words

    def dated(self, cycle: Cycle | None, part: Part | None = None) -> Meaning | None:
        """The turn of a cycle in the year that the words give, or else the one they point to."""
        if cycle is None:
            return None
        if self["year"]:
            span = cycle.in_year(int(self["year"]))
            return Fixed(part.of(span) if part else span) if span else None
        if self["ypoint"]:
            origin, shift = self.step("ypoint")
            return TurnWithin(cycle, CalendarUnit(Unit.YEAR, shift, origin), part)
        return Turn(cycle, self.pick(), part, self.step()[0])


def numeric(found: Found) -> Meaning | None:
    """Read "2017-05-02", "02.05.2017": the day stands before the month unless that is impossible."""
    year, second = int(found["year"]), int(found["num2"])
    other = int(found["num"] or found["num3"])
    orders = ((second, other), (other, second)) if found["num"] else ((second, other),)
    days = (DayOfYear(month, day).in_year(year) for month, day in orders)
    span = next((span for span in days if span), None)
    return Fixed(span) if span else None


def day(found: Found) -> Meaning | None:
    """Read "May 2", "Tuesday, 2 May 2017"."""
    return found.dated(found.day_of_year())


def days(found: Found) -> Meaning | None:
    """Read "July 7-8", "from June 30 to July 2, 2017"."""
    begin, end = found.day_of_year(), found.day_of_year("2")
    if not begin or not end or (begin.month == end.month and begin.day >= end.day):
        return None
    if found["year2"] and found["year"]:
        return _between_years(begin, end, found)
    return found.dated(Stretch(begin, end, found.lasting()))


def _between_years(begin: DayOfYear, end: DayOfYear, found: Found) -> Meaning | None:
    first, last = begin.in_year(int(found["year2"])), end.in_year(int(found["year"]))
    in_order = first and last and first.first < last.first
    return Fixed(Span(first.first, last.last, found.lasting())) if first and last and in_order else None


def month(found: Found) -> Meaning | None:
    """Read "May 2017", "late March", "last May"."""
    return found.dated(MonthsOfYear(found.lexicon.month(found["month"])), found.part())


def lone_month(found: Found) -> Meaning | None:
    """Read "in April": a date only after the right word, since May and April are also names."""
    names = {name.casefold(): leads for name, leads in found.lexicon.words.name_like_months.items()}
    leads = names.get(found["month"].rstrip("."), found.lexicon.words.month_leads)
    is_name = found["owner"] and found["month"] in names  # "in May's cabinet"
    return month(found) if found.led_by(leads) and not is_name else None


def month_range(found: Found) -> Meaning | None:
    """Read "from June to August", "June-July 2017"."""
    begin, end = (MonthsOfYear(found.lexicon.month(found[name])) for name in ("month", "month2"))
    is_date = begin != end and (found["year"] or found.led_by(found.lexicon.words.month_leads))
    return found.dated(Stretch(begin, end, found.lasting())) if is_date else None


def season(found: Found) -> Meaning | None:
    """Read "last summer", "in spring 2019"."""
    return found.dated(MonthsOfYear(found.lexicon.words.seasons[found["season"]], 3), found.part())


def quarter(found: Found) -> Meaning | None:
    """Read "the second quarter of 2017"."""
    number = found.lexicon.ordinal(found["nth"] or found["num"])
    return found.dated(MonthsOfYear(3 * number - 2, 3)) if 1 <= number <= 4 else None


def weekday(found: Found) -> Meaning | None:
    """Read "on Tuesday evening", "last Tuesday", "Tuesday last"."""
    number = found.lexicon.weekday(found["weekday"] or found["wday"])
    origin, shift = found.step("pointer" if found["pointer"] else "last")
    return Turn(Weekday(number), _PICKS[shift], origin=origin)


def weekday_range(found: Found) -> Meaning | None:
    """Read "Monday-Wednesday", "from Friday to Sunday"."""
    begin, end = (Weekday(found.lexicon.weekday(found[name])) for name in ("weekday", "weekday2"))
    return found.dated(Stretch(begin, end, found.lasting())) if begin != end else None


def weekday_of_week(found: Found) -> Meaning | None:
    """Read "Tuesday of last week"."""
    origin, shift = found.step()
    return TurnWithin(Weekday(found.lexicon.weekday(found["weekday"])), CalendarUnit(Unit.WEEK, shift, origin))


def weekend(found: Found) -> Meaning | None:
    """Read "over the weekend", "next weekend"."""
    return found.dated(Weekend())


def holiday(found: Found) -> Meaning | None:
    """Read "on Christmas Day"."""
    dates = {name.casefold(): ends for name, ends in found.lexicon.words.holidays.items()}
    return found.dated(DayOfYear(*dates[found["holiday"].replace("’", "'")]))


def day_of_month(found: Found) -> Meaning | None:
    """Read "on the 26th", "Saturday the 3rd"."""
    number = found.lexicon.ordinal(found["dayth"])
    is_date = 1 <= number <= 31 and (found["wday"] or found["late"] or found["bound"] or found["lead"] == "on")
    return MonthDay(DayOfMonth(number, found.weekday("wday"))) if is_date else None


def year(found: Found) -> Meaning | None:
    """Read "early in 2016"."""
    return found.dated(MonthsOfYear(1, 12), found.part())


def lone_year(found: Found) -> Meaning | None:
    """Read "in 2016"."""
    return year(found) if found.led_by(found.lexicon.words.year_leads) else None


def years(found: Found) -> Meaning | None:
    """Read "from 2014 to 2016", "in 2014-15"."""
    first, last = int(found["year"]), int(found["year2"] or found["year"][:2] + found["num"])
    is_date = first < last and found.led_by(found.lexicon.words.year_leads)
    return Fixed(Span(date(first, 1, 1), date(last, 12, 31), found.lasting())) if is_date else None


def decade(found: Found) -> Meaning | None:
    """Read "in the early 1990s"."""
    span, part = months(int(found["year"]) * 12, 120), found.part()
    return Fixed(part.of(span) if part else span)


def calendar_unit(found: Found) -> Meaning | None:
    """Read "last week", "late next month", "earlier this year"."""
    count, unit = found.lexicon.unit(found["unit"])
    origin, shift = found.step()
    is_unit = count == 1 and unit not in _SHORT and not found["unit"].endswith("s")
    side = Side(found["side"]) if found["side"] else None
    return CalendarUnit(unit, shift, origin, found.part(), side) if is_unit else None


def unit_beside(found: Found) -> Meaning | None:
    """Read "the week before last", "the year after"."""
    _, unit = found.lexicon.unit(found["unit"])
    origin, shift = _BESIDE[found["beside"]]
    return CalendarUnit(unit, shift, origin) if unit not in _SHORT else None


_SHORT = (Unit.DAY, Unit.HOUR, Unit.MINUTE)
_BESIDE = {
    "before last": (Origin.PUBLISHED, -2),
    "after next": (Origin.PUBLISHED, 2),
    "before": (Origin.ANCHOR, -1),
    "after": (Origin.ANCHOR, 1),
}
_UNCOUNTED = "a few"  # "days ago", "weeks later"


def counted(found: Found) -> Meaning | None:
    """Read "two days ago", "a week later", "years before"."""
    _, unit = found.lexicon.unit(found["unit"])
    if not found["count"] and unit in MONTHS_OF:
        return Undated()
    is_counted = found["count"] or found["unit"].endswith("s")
    return _count(found, *found.lexicon.words.ways[found["way"]]) if is_counted else None


def _count(found: Found, origin: Origin, direction: int) -> Counted:
    size, unit = found.lexicon.unit(found["unit"])
    low, high = sorted(direction * size * number for number in found.lexicon.count(found["count"] or _UNCOUNTED))
    return Counted(unit, low, high, origin, bool(found["about"]))


def ahead(found: Found) -> Meaning | None:
    """Read "in two weeks"."""
    return Ahead(_count(found, Origin.PUBLISHED, 1))


def within(found: Found) -> Meaning | None:
    """Read "within two weeks"."""
    size, unit = found.lexicon.unit(found["unit"])
    return Ahead(Reach(unit, size * found.lexicon.count(found["count"])[1], Origin.PUBLISHED))


def reach(found: Found) -> Meaning | None:
    """Read "in recent days", "over the next two weeks"."""
    size, unit = found.lexicon.unit(found["unit"])
    origin, direction = found.lexicon.words.reaches[found["reach"]]
    counted = found["count"] and found["count"] not in found.lexicon.words.vague_counts
    unstated = found.lexicon.words.unstated_reach[unit] if found["unit"].endswith("s") else 1
    return Reach(unit, direction * size * (found.lexicon.count(found["count"])[1] if counted else unstated), origin)
