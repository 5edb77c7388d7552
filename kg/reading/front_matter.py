"""Markdown with a YAML front matter: fields between two lines of three hyphens, then the text."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from kg.reading.place import Place

_CLOSE = re.compile(r"^(---|\.\.\.)[ \t]*$", re.MULTILINE)


class Document(NamedTuple):
    """A text with its fields, and the line of each field."""

    values: dict[str, str]
    lines: dict[str, int]
    body: str


def split(text: str, place: Place) -> Document:
    """Fields and body of a document; one without a front matter is all body.

    Values stay as they are written (YAML's guesses at dates, numbers and `no` are not wanted).

    Raises:
        InputError: the front matter is not closed, not YAML, not a list of fields, or names a field twice.
    """
    if not re.match(r"---[ \t]*\n", text):
        return Document({}, {}, text)
    start = text.index("\n") + 1
    close = _CLOSE.search(text, start)
    if close is None:
        raise place.at(1).error("the front matter is not closed", remedy="end it with a line of three hyphens, ---")
    values, lines = _fields(text[start : close.start()], place)
    return Document(values, lines, text[close.end() :].strip("\n"))


def _fields(block: str, place: Place) -> tuple[dict[str, str], dict[str, int]]:
    values: dict[str, str] = {}
    lines: dict[str, int] = {}
    for key, value in _pairs(block, place):
        line = key.start_mark.line + 2
        if key.value in values:
            raise place.at(line).error("the field stands twice", field=key.value)
        if not isinstance(value, yaml.ScalarNode):
            raise place.at(line).error("must be text on one line", field=str(key.value))
        values[key.value], lines[key.value] = value.value, line
    return values, lines


def _pairs(block: str, place: Place) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
    try:
        root = yaml.compose(block, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "it cannot be parsed"
        where = place.at(mark.line + 2 if mark else 1)
        raise where.error(f"the front matter is not YAML: {problem}", remedy="put values in double quotes") from None
    if root is None:
        return []
    if not isinstance(root, yaml.MappingNode) or not all(isinstance(key, yaml.ScalarNode) for key, _ in root.value):
        raise place.at(2).error("the front matter is no list of fields", remedy="write one 'name: value' a line")
    return list(root.value)
