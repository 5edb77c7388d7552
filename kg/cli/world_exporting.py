"""`kg world export`: who held which office, as RDF."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.session import Session


class WorldFormat(StrEnum):
    """What the tables can be written as."""

    NQ = "nq"
    TRIG = "trig"
    TTL = "ttl"
    JSONLD = "jsonld"


def export_world(
    context: typer.Context,
    format: Annotated[WorldFormat, typer.Option("--format", help="nq, trig, ttl or jsonld.")] = WorldFormat.TTL,  # noqa: A002
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="File to write; standard output without it.")
    ] = None,
) -> int:
    """Write all people, posts, tenures, countries, organisations and summits as RDF."""
    from kg.cli import files
    from kg.graph.world_export import write_world

    session: Session = context.obj
    with files.delivered(output, format.value) as draft, draft.open("wb") as stream:
        write_world(session.tables(), stream, format.value)
    return 0
