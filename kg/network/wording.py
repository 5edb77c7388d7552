"""Days and windows in words for readers."""

from __future__ import annotations

import calendar
from datetime import date

from kg.model import Window

UNDATED = "date not told"
_MONTHS = (
    "January February March April May June July August September October November December"  # not the locale's names
).split()


def in_words(window: Window) -> str:
    """The window as exactly as it is known: "2 May 2017", "July 2017", "between 1 and 10 April 2017".

    What lasted reads "from 7 to 8 July 2017"; an approximate date (EDTF `~` or `?`) is "about" that date.
    """
    first, last = window.earliest, window.latest
    if first is None or last is None:
        return UNDATED
    about = "about " if window.edtf.endswith(("~", "?", "%")) else ""
    if first == last:
        return about + day_in_words(first)
    if "/" in window.edtf:
        return f"from {_short_start(first, last)} to {day_in_words(last)}"
    if (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
        return about + str(first.year)
    if (first.day, last) == (1, _month_end(first)):
        return about + _month(first)
    return f"between {_short_start(first, last)} and {day_in_words(last)}"


def day_in_words(day: date) -> str:
    """A day, such as "2 May 2017"."""
    return f"{day.day} {_month(day)}"


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _month(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.year}"


def _short_start(first: date, last: date) -> str:
    if first.year != last.year:
        return day_in_words(first)
    return str(first.day) if first.month == last.month else f"{first.day} {_MONTHS[first.month - 1]}"
