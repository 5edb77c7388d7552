"""`kg export` and `kg validate`: the graph for other programs, and whether it is sound."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options


class ExportFormat(StrEnum):
    """What a graph can be written as."""

    NQ = "nq"
    TRIG = "trig"
    TTL = "ttl"
    JSONLD = "jsonld"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    FTM = "ftm"
    GRAPHML = "graphml"
    GEXF = "gexf"


def export(  # noqa: PLR0913, PLR0917  # one parameter an option
    format: Annotated[  # noqa: A002  # the option's name
        ExportFormat,
        typer.Option(
            "--format",
            help="RDF (nq, trig, ttl, jsonld), claims (jsonl), contacts (csv, parquet, ftm), network (graphml, gexf).",
        ),
    ] = ExportFormat.NQ,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="File to write; standard output without it.")
    ] = None,
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
) -> int:
    """Write the graph, or the contacts that fit with what tells them; a file is replaced whole, never left half."""
    from kg.cli import files
    from kg.contact_graph import ContactGraph

    if format is ExportFormat.PARQUET and output is None:
        raise typer.BadParameter("Parquet is no text (name a file with -o)", param_hint="--format")
    with ContactGraph.open(store, read_only=True) as graph, files.delivered(output, format.value) as draft:
        graph.export(
            draft, format.value, between=(*(between or ()), *(with_ or ())), since=since, until=until, surely=surely,
            topic=topic, channel=channel, status=status, country=country, authority=authority,
            min_confidence=min_confidence,
        )  # fmt: skip
    return 0


def validate(
    store: options.Store = options.DEFAULT_STORE,
    warnings: Annotated[bool, typer.Option("--warnings", help="Tell also what is merely odd.")] = False,
    format: options.Rows = None,  # noqa: A002  # the option's name
) -> int:
    """Check every article's graph against the SHACL shapes; exit 1 where something breaks a rule."""
    from kg.cli.printing import chosen, emit
    from kg.cli.progress import busy
    from kg.cli.rows import of_violation
    from kg.contact_graph import ContactGraph

    with ContactGraph.open(store, read_only=True) as graph, busy("Validating"):
        found = graph.validate(warnings=warnings)
    if found:
        emit(map(of_violation, found), chosen(format))
    wrong = sum(violation.severity == "Violation" for violation in found)
    sys.stderr.write(f"kg: {store}: {wrong} violations" + (f", {len(found) - wrong} warnings\n" if warnings else "\n"))
    return 1 if wrong else 0
