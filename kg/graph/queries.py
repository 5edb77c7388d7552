"""Named queries: documented SPARQL files with typed parameters, beside this module in `queries/`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from rdflib.query import Result

from kg.errors import QueryError
from kg.graph.parameters import READERS, Parameter

if TYPE_CHECKING:
    from kg.graph.store import Store

_FIELD = re.compile(r"#\s+(title|description|parameter|columns|example):\s*(.*)")
_PARAMETER = re.compile(
    r"(?P<name>\w+) (?P<type>[\w-]+)(?: (?P<required>required)| default=(?P<default>\S+))? - (?P<words>.+)"
)


@dataclass(frozen=True, slots=True)
class Example:
    """A question that was asked, and what is among the answers.

    Attributes:
        parameters: what the query was given.
        row: some cells of one row, by column.
    """

    parameters: Mapping[str, str]
    row: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query that ships with the package.

    Attributes:
        name: its file's name, without ending.
        title: in a few words.
        description: what exactly it counts or lists.
        parameters: what it can be given.
        columns: names of the columns of its answer.
        example: parameters, and a part of a row of the answer, on the sample articles that ship with kg; None where
            they tell of no such thing.
        text: the SPARQL, header included.
    """

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    example: Example | None
    text: str


@cache
def named_queries() -> Mapping[str, NamedQuery]:
    """All named queries by name, in alphabetical order."""
    folder = files("kg.graph") / "queries"
    texts = {entry.name.removesuffix(".rq"): entry.read_text(encoding="utf-8") for entry in folder.iterdir()}
    return MappingProxyType({name: parsed(name, texts[name]) for name in sorted(texts)})


def parsed(name: str, text: str) -> NamedQuery:
    """The query of a file: comment lines `# title:`, `# description:`, `# parameter:`, `# columns:`, perhaps
    `# example: NAME=VALUE | ... -> COLUMN=VALUE | ...`, then SPARQL.

    Raises:
        QueryError: the header does not fit; the message names the line.
    """
    fields = list(_fields(text))
    return NamedQuery(
        name=name,
        title=" ".join(words for field, words in fields if field == "title"),
        description=" ".join(words for field, words in fields if field == "description"),
        parameters=tuple(_parameter(name, words) for field, words in fields if field == "parameter"),
        columns=tuple(column for field, words in fields if field == "columns" for column in words.split(", ")),
        example=next((_example(words) for field, words in fields if field == "example"), None),
        text=text,
    )


def _fields(text: str) -> Iterator[tuple[str, str]]:
    """The fields of the header; a comment line without field name continues the one before."""
    field, words = "", ""
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        if found := _FIELD.match(line):
            if field:
                yield field, words
            field, words = found.groups()
        else:
            words += " " + line.lstrip("# ")
    yield field, words


def _example(words: str) -> Example:
    given, _, row = words.partition("->")
    return Example(_pairs(given), _pairs(row))


def _pairs(words: str) -> Mapping[str, str]:
    parts = (part.partition("=") for part in words.split("|") if part.strip())
    return MappingProxyType({name.strip(): value.strip() for name, _, value in parts})


def _parameter(query: str, words: str) -> Parameter:
    found = _PARAMETER.fullmatch(words)
    if not found or found["type"] not in READERS:
        raise QueryError(f"{query}.rq: '{words}' is not NAME TYPE [required or default=VALUE] - WORDS")
    return Parameter(
        name=found["name"],
        type=found["type"],
        required=bool(found["required"]),
        default=found["default"] or "",
        description=found["words"],
    )


def run(store: Store, name: str, params: Mapping[str, str]) -> Result:
    """The answer to a named query.

    Args:
        store: what to ask.
        name: name of the query.
        params: its parameters, as people write them; names of people are looked up in the graph, in any spelling.

    Raises:
        QueryError: the query or a parameter is unknown, one is missing, or a value is not of its type.
    """
    query = named_queries().get(name)
    if query is None:
        near = get_close_matches(name, named_queries(), n=3)
        mend = f"did you mean {' or '.join(near)}?" if near else "kg query --list shows all"
        raise QueryError(f"there is no query '{name}' ({mend})")
    _check_names(query, params)
    given = {each: params.get(each.name) or each.default for each in query.parameters}
    return store.query(query.text, **{each.name: each.terms(store, value) for each, value in given.items() if value})


def _check_names(query: NamedQuery, params: Mapping[str, str]) -> None:
    known = ", ".join(f"{each.name}{' (required)' if each.required else ''}" for each in query.parameters) or "none"
    for name in params:
        if name not in {each.name for each in query.parameters}:
            raise QueryError(f"{query.name}: there is no parameter '{name}' (parameters: {known})")
    for each in query.parameters:
        if each.required and not params.get(each.name):
            raise QueryError(f"{query.name}: the parameter '{each.name}' is missing (parameters: {known})")
