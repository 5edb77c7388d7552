"""Windows: when a contact took place, as exactly as the text says and no more."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Self

from pydantic import field_validator, model_validator

from kg.model.base import Value

_DAY = r"(\d{4}-\d\d-\d\d)"
_COMMON = re.compile(rf"{_DAY}|\[{_DAY}\.\.{_DAY}\]|{_DAY}/{_DAY}")


@lru_cache(maxsize=4096)
def is_edtf(text: str) -> bool:
    """Whether `text` is Extended Date/Time Format (ISO 8601-2), up to level 2."""
    if common := _COMMON.fullmatch(text):  # the full grammar takes milliseconds
        return all(_is_day(day) for day in common.groups() if day)
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parse_edtf(text)
    except EDTFParseException:
        return False
    return True


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


class Window(Value):
    """The days on which something can have happened.

    Attributes:
        edtf: the window as EDTF (ISO 8601-2); empty where the text gives no date. `[a..b]` is one day
            somewhere from a to b, `a/b` lasted from a to b.
        earliest: first possible day.
        latest: last possible day.
        date_text: the words of the text that say so, verbatim.
        inferred: true where the window follows from the publication date or the world tables, not from words.
    """

    edtf: str = ""
    earliest: date | None = None
    latest: date | None = None
    date_text: str = ""
    inferred: bool = False

    @field_validator("edtf")
    @classmethod
    def _edtf_is_valid(cls, value: str) -> str:
        if value and not is_edtf(value):
            raise ValueError(f"'{value}' is not EDTF (ISO 8601-2), such as 2017-05-02 or [2017-07-07..2017-07-08]")
        return value

    @model_validator(mode="after")
    def _bounds_are_ordered(self) -> Self:
        if (self.earliest is None) != (self.latest is None):
            raise ValueError("earliest and latest come together")
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"earliest {self.earliest} is after latest {self.latest}")
        return self

    @classmethod
    def day(cls, day: date, text: str = "", *, inferred: bool = False) -> Window:
        """Exactly one known day."""
        return cls(edtf=day.isoformat(), earliest=day, latest=day, date_text=text, inferred=inferred)

    @classmethod
    def within(cls, first: date, last: date, text: str = "", *, inferred: bool = False) -> Window:
        """One unknown day from `first` to `last`."""
        edtf = first.isoformat() if first == last else f"[{first.isoformat()}..{last.isoformat()}]"
        return cls(edtf=edtf, earliest=first, latest=last, date_text=text, inferred=inferred)

    @classmethod
    def lasting(cls, first: date, last: date, text: str = "") -> Window:
        """The whole time from `first` to `last`."""
        edtf = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
        return cls(edtf=edtf, earliest=first, latest=last, date_text=text)

    @classmethod
    def month(cls, year: int, month: int, text: str = "") -> Window:
        """Some day of a month."""
        last = calendar.monthrange(year, month)[1]
        return cls(
            edtf=f"{year:04d}-{month:02d}",
            earliest=date(year, month, 1),
            latest=date(year, month, last),
            date_text=text,
        )

    @classmethod
    def year(cls, year: int, text: str = "") -> Window:
        """Some day of a year."""
        return cls(edtf=f"{year:04d}", earliest=date(year, 1, 1), latest=date(year, 12, 31), date_text=text)

    @property
    def is_known(self) -> bool:
        """Whether there are bounds at all."""
        return self.earliest is not None

    @property
    def days(self) -> int:
        """Width in days, 0 where nothing is known."""
        if self.earliest is None or self.latest is None:
            return 0
        return (self.latest - self.earliest).days + 1

    def overlaps(self, other: Window, slack: int = 0) -> bool:
        """Whether both can be the same day, allowing `slack` days; unknown windows overlap everything."""
        if self.earliest is None or self.latest is None or other.earliest is None or other.latest is None:
            return True
        room = timedelta(days=slack)
        return self.earliest <= other.latest + room and other.earliest <= self.latest + room
