"""`kg ingest`: articles into a contact graph."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options
from kg.cli.session import Session

if TYPE_CHECKING:
    from kg.contact_graph import Report


def ingest(  # noqa: PLR0913, PLR0917  # one parameter an option
    context: typer.Context,
    sources: options.Sources,
    store: options.Store = options.DEFAULT_STORE,
    date: options.Date = "",
    title: options.Title = "",
    url: options.Url = "",
    issuer: options.Issuer = "",
    strict: options.Strict = False,
    again: Annotated[
        bool, typer.Option("--again", help="Extract articles again that are there already, unchanged.")
    ] = False,
    no_validate: Annotated[
        bool, typer.Option("--no-validate", help="Keep articles without checking their claims against text and shapes.")
    ] = False,
    pins: options.PinFile = None,
    rules: options.Rules = None,
    jobs: options.Jobs = 1,
    min_confidence: options.MinConfidence = 0.0,
) -> int:
    """Read articles, extract their claims and merge them into the graph; what is there already stays as it is."""
    from kg.cli.inputs import Inputs
    from kg.cli.progress import watched
    from kg.contact_graph import ContactGraph
    from kg.reading import read

    session: Session = context.obj
    tables = session.tables() if session.world else None
    reader = session.reader(rules, jobs) if session.world or rules or jobs > 1 else None
    inputs = Inputs(read(*sources, date=date, title=title, url=url, issuer=issuer), strict)
    with ContactGraph.open(store, world=tables) as graph:
        report = graph.ingest(
            watched(inputs, "Ingesting"), extractor=reader, again=again, strict=strict, validate=not no_validate,
            min_confidence=min_confidence,
        )  # fmt: skip
        if pins:
            graph.pin(pins)
            graph.store.refresh()
    sys.stderr.writelines(f"kg: {problem}\n" for problem in report.skipped)
    sys.stderr.write(f"kg: {store}: {in_words(report)}\n")
    return inputs.close() or int(bool(report.skipped))


def in_words(report: Report) -> str:
    """A report in a line."""
    articles = f"{report.new} new, {report.changed} changed, {report.unchanged} unchanged articles"
    return f"{articles}; the graph now holds {report.claims} claims of {report.contacts} contacts"
