"""Reading the tables: CSV rows into frozen values, with errors that name file, line and field."""

from __future__ import annotations

import calendar
import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn, TypeVar

from kg.errors import InputError

SEPARATOR = "|"
"""Parts the values of a field that holds several."""

T = TypeVar("T")


@dataclass(slots=True)
class Row:
    """One row of a table, read field by field; every reading error names where it stands.

    Attributes:
        path: the file.
        line: line number in it, from 1.
        values: the fields by name.
    """

    path: Path
    line: int
    values: dict[str, str]

    def text(self, field: str) -> str:
        """A field that must be filled."""
        value = self.values[field]
        return value or self.refuse(field, "is empty")

    def optional(self, field: str) -> str:
        """A field that may be empty."""
        return self.values[field]

    def several(self, field: str) -> tuple[str, ...]:
        """A field of values parted by `|`."""
        value = self.values[field]
        return tuple(value.split(SEPARATOR)) if value else ()

    def choice(self, field: str, allowed: tuple[str, ...]) -> str:
        """A field that must be one of the `allowed` values."""
        value = self.values[field]
        return value if value in allowed else self.refuse(field, f"'{value}' is none of {', '.join(allowed)}")

    def first_day(self, field: str) -> date:
        """The first day of a date that may be given to the day, the month or the year."""
        value = self.values[field]
        try:
            return date.fromisoformat(value if len(value) > 7 else f"{value}-01-01"[:10])
        except ValueError:
            self._refuse_date(field, value)

    def day(self, field: str, value: str) -> date:
        """A value of a field that must be a day."""
        try:
            return date.fromisoformat(value)
        except ValueError:
            self._refuse_date(field, value)

    def last_day(self, field: str) -> date | None:
        """The last day of a date that may be given to the day, the month or the year; None where empty."""
        value = self.values[field]
        if not value:
            return None
        try:
            return _last_day(value)
        except (ValueError, IndexError):
            self._refuse_date(field, value)

    def is_partial(self, field: str) -> bool:
        """Whether a date is given to the month or the year only."""
        return 0 < len(self.values[field]) <= 7

    def refuse(self, field: str, problem: str) -> NoReturn:
        """Raise the error that this field deserves.

        Raises:
            InputError: always.
        """
        raise InputError(problem, source=str(self.path), line=self.line, field=field, remedy="mend the table")

    def _refuse_date(self, field: str, value: str) -> NoReturn:
        self.refuse(field, f"'{value}' is no date such as 2017-05-02, 2017-05 or 2017")


def _last_day(value: str) -> date:
    if len(value) > 7:
        return date.fromisoformat(value)
    year, month = int(value[:4]), int(value[5:7] or 12)
    return date(year, month, calendar.monthrange(year, month)[1])


def read_table(path: Path, make: Callable[[Row], T]) -> tuple[T, ...]:
    """All rows of a CSV file with a header, each made into a value.

    Args:
        path: the file, UTF-8.
        make: makes a value of a row.

    Raises:
        InputError: the file is missing, lacks a field, or holds a row that does not fit.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return tuple(_values(path, csv.reader(stream), make))
    except FileNotFoundError:
        raise InputError(
            "there is no such table", source=str(path), remedy="a world folder holds all tables of kg/world/data"
        ) from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"not a CSV file in UTF-8: {error}", source=str(path), remedy="save it as such") from error


def _values(path: Path, rows: Iterator[list[str]], make: Callable[[Row], T]) -> Iterator[T]:
    header = next(rows, [])
    for line, cells in enumerate(rows, 2):
        if not cells:
            continue
        row = Row(path, line, dict(zip(header, cells, strict=False)))
        if len(cells) != len(header):
            row.refuse("", f"the row has {len(cells)} fields and the header {len(header)}")
        try:
            yield make(row)
        except KeyError as missing:
            row.refuse(str(missing.args[0]), "the table lacks this field")
