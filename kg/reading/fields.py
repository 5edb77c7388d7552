"""Named fields to an article, each checked where it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from kg.model import Article
from kg.reading.place import Place

FIELDS = frozenset(spec.alias or name for name, spec in Article.model_fields.items())
"""The names of an article's fields, as files write them."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Entry:
    """The fields of one article as they stand in the input.

    Attributes:
        values: what each field holds.
        place: where the article begins.
        lines: the line of each field, where known.
    """

    values: Mapping[str, Any]
    place: Place
    lines: Mapping[str, int] = field(default_factory=dict)

    def at(self, name: str) -> Place:
        """Where a field stands."""
        return self.place.at(self.lines[name]) if name in self.lines else self.place


def to_article(entry: Entry) -> Article:
    """The article that the fields describe.

    Raises:
        InputError: an unknown field, a value of the wrong kind, a wrong date, or no text.
    """
    known = {name: _value(entry, name) for name in entry.values if entry.values[name] not in (None, "")}
    if not str(known.get("text", "")).strip():
        raise entry.at("text").error("the article has no text", field="text")
    try:
        return Article.model_validate(known)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        raise entry.at(name).error(first["msg"], field=name) from None


def _value(entry: Entry, name: str) -> str | date:
    value, place = entry.values[name], entry.at(name)
    if name not in FIELDS:
        near = get_close_matches(name, FIELDS, n=1)
        known = f"did you mean '{near[0]}'?" if near else f"known fields: {', '.join(sorted(FIELDS))}"
        raise place.error("unknown field", field=name, remedy=known)
    if not isinstance(value, str):
        raise place.error(f"must be text, not {_KINDS.get(type(value), 'a number')}", field=name)
    if problem := _unwritable(value):
        raise place.error(problem, field=name, remedy="remove it: it has no place in a text")
    return parse_day(value, place, name) if name in ("date", "end_date") else value


_KINDS: dict[type, str] = {list: "a list", dict: "an object", bool: "true or false"}


def _unwritable(value: str) -> str:
    if "\0" in value:
        return "holds a NUL character"
    surrogate = re.search("[\ud800-\udfff]", value)
    return f"holds half a character (surrogate U+{ord(surrogate[0]):04X})" if surrogate else ""


def parse_day(text: str, place: Place, name: str = "date") -> date:
    """A day written YYYY-MM-DD.

    Raises:
        InputError: it is written otherwise, or there is no such day.
    """
    written = text.strip()
    if not _DAY.fullmatch(written):
        raise place.error(f"'{text}' is not a day", field=name, remedy="write it as YYYY-MM-DD")
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise place.error(f"there is no day '{text}'", field=name, remedy="write it as YYYY-MM-DD") from None
