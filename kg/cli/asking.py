"""`kg contacts` and `kg query`: questions to the graph."""

from __future__ import annotations

import sys
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options

if TYPE_CHECKING:
    from kg.answer import Answer


class ResultFormat(StrEnum):
    """How the answer to a query is printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    XML = "xml"


def contacts(  # noqa: PLR0913, PLR0917  # one parameter an option
    store: options.Store = options.DEFAULT_STORE,
    between: options.Between = None,
    with_: options.With = None,
    since: options.Since = None,
    until: options.Until = None,
    surely: options.Surely = False,
    topic: options.Topic = None,
    channel: options.Channel = None,
    status: options.Status = None,
    country: options.Country = None,
    authority: options.Authority = None,
    min_confidence: options.MinConfidence = 0.0,
    ambiguous: Annotated[
        bool, typer.Option("--ambiguous", help="List instead what may be one contact and was left apart, and why.")
    ] = False,
    format: options.Rows = None,  # noqa: A002  # the option's name
) -> int:
    """List contacts, each with the claims and sentences it rests on (in JSON)."""
    from kg.cli.printing import chosen, emit
    from kg.cli.rows import of_ambiguity, of_contact, of_flat_contact
    from kg.contact_graph import ContactGraph

    with ContactGraph.open(store, read_only=True) as graph:
        if ambiguous:
            emit(map(of_ambiguity, graph.ambiguities()), chosen(format))
            return 0
        found = graph.contacts(
            between=(*(between or ()), *(with_ or ())), since=since, until=until, surely=surely, topic=topic,
            channel=channel, status=status, country=country, authority=authority, min_confidence=min_confidence,
        )  # fmt: skip
        flat = format in (options.Format.CSV, options.Format.TSV)
        as_row = partial(of_flat_contact, articles=graph.store.articles()) if flat else of_contact
        emit(map(as_row, found), chosen(format))
    return 0


def query(
    question: Annotated[
        str | None, typer.Argument(metavar="[QUERY]", help="Name of a query (see --list), or SPARQL.")
    ] = None,
    parameters: Annotated[
        list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="Parameter of a named query.")
    ] = None,
    file: Annotated[Path | None, typer.Option("--file", metavar="FILE", help="Read the SPARQL from a file.")] = None,
    list_queries: Annotated[bool, typer.Option("--list", help="List the named queries.")] = False,
    format: Annotated[  # noqa: A002  # the option's name
        ResultFormat | None, typer.Option("--format", help="How to print the answer.", show_default=False)
    ] = None,
    store: options.Store = options.DEFAULT_STORE,
) -> int:
    """Ask the graph in SPARQL, or by the name of a query that ships with kg."""
    from kg.contact_graph import ContactGraph

    if list_queries:
        return _list_queries(format)
    text = _question(question, file)
    values = dict(map(_parameter, parameters or ()))
    with ContactGraph.open(store, read_only=True) as graph:
        _print_answer(graph.query(text, **values), format)
    return 0


def _question(question: str | None, file: Path | None) -> str:
    if (question is None) == (file is None):
        raise typer.BadParameter("give the name of a query, SPARQL, or --file", param_hint="QUERY")
    if file is None:
        return question or ""
    return sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")


def _parameter(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not (name and equals):
        raise typer.BadParameter(f"'{text}' is not NAME=VALUE", param_hint="--param")
    return name, value


def _list_queries(format: ResultFormat | None) -> int:  # noqa: A002
    from kg.cli.printing import chosen, emit
    from kg.cli.rows import of_named_query
    from kg.graph import named_queries

    rows_format = options.Format(format.value) if format and format is not ResultFormat.XML else None
    emit(map(of_named_query, named_queries().values()), chosen(rows_format))
    return 0


def _print_answer(answer: Answer, format: ResultFormat | None) -> None:  # noqa: A002
    """Rows as any other rows; the formats that SPARQL defines as SPARQL defines them."""
    from kg.cli.printing import chosen, emit
    from kg.cli.rows import of_answer

    if format in (ResultFormat.JSON, ResultFormat.CSV, ResultFormat.TSV, ResultFormat.XML):
        sys.stdout.write(answer.serialised(format.value).rstrip("\n") + "\n")
    else:
        rows_format = options.Format(format.value) if format else None
        emit(map(of_answer, answer.rows), chosen(rows_format))
