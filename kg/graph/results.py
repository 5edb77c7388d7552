"""Answers of SPARQL as rows and in the standard formats."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from rdflib import Graph
from rdflib.query import Result

from kg.errors import QueryError


def rows(result: Result) -> list[dict[str, str]]:
    """The rows of a SELECT by column, each value as text, empty where it is unbound; ASK and CONSTRUCT as rows too."""
    if result.type == "ASK":
        return [{"answer": "true" if result.askAnswer else "false"}]
    if result.graph is not None:
        return [dict(zip(("subject", "predicate", "object"), map(str, triple), strict=True)) for triple in result.graph]
    columns = result.vars or []
    return [{str(column): str(row.get(column, "")) for column in columns} for row in result.bindings]


def as_json(result: Result) -> str:
    """SPARQL 1.1 Query Results JSON; JSON-LD of a graph."""
    if isinstance(result.graph, Graph):
        return result.graph.serialize(format="json-ld")
    return json.dumps(json.loads(_serialised(result, "json")), ensure_ascii=False, indent=2)


def as_csv(result: Result) -> str:
    """SPARQL 1.1 Query Results CSV."""
    return _table(result, "csv")


def as_tsv(result: Result) -> str:
    """Tab-separated values: as SPARQL has them, terms in Turtle."""
    return _table(result, "tsv")


def as_xml(result: Result) -> str:
    """SPARQL Query Results XML; RDF/XML of a graph."""
    return result.graph.serialize(format="xml") if isinstance(result.graph, Graph) else _serialised(result, "xml")


def serialised(result: Result, format: str) -> str:  # noqa: A002  # what the standards call it
    """The answer in one of the formats json, csv, tsv and xml.

    Raises:
        QueryError: the format is unknown, or cannot hold this kind of answer.
    """
    if format not in FORMATS:
        raise QueryError(f"'{format}' is not a format of answers (one of {', '.join(FORMATS)})")
    return FORMATS[format](result)


FORMATS: Mapping[str, Callable[[Result], str]] = {"json": as_json, "csv": as_csv, "tsv": as_tsv, "xml": as_xml}


def _table(result: Result, format: str) -> str:  # noqa: A002
    if result.type != "SELECT":
        raise QueryError(f"{format} holds the rows of a SELECT only (use json or xml)")
    return _serialised(result, format)


def _serialised(result: Result, format: str) -> str:  # noqa: A002
    return (result.serialize(format=format) or b"").decode()
