"""Days, months and years as people give them."""

from __future__ import annotations

import calendar
import re
from datetime import date

from kg.errors import QueryError

_PARTS = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def bounds(text: str | date) -> tuple[date, date]:
    """First and last day of a day, month or year in EDTF ("2017-01-31", "2017-01", "2017").

    Raises:
        QueryError: it is none of these.
    """
    if isinstance(text, date):
        return text, text
    parts = _PARTS.fullmatch(text.strip())
    try:
        year, month, day = (int(part) if part else None for part in parts.groups()) if parts else (0, None, None)
        first = date(year or 0, month or 1, day or 1)
    except ValueError as error:
        raise QueryError(f"'{text}' is not a day, month or year (write 2017-01-31, 2017-01 or 2017)") from error
    if day:
        return first, first
    last_month = month or 12
    return first, date(first.year, last_month, calendar.monthrange(first.year, last_month)[1])
