"""`kg world refresh`: a copy of the facts about office holders, brought up to date from a SPARQL endpoint."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.session import Session

if TYPE_CHECKING:
    from kg.world.refresh import Refreshed


def refresh(
    context: typer.Context,
    endpoint: Annotated[
        str,
        typer.Option("--endpoint", metavar="URL", help="SPARQL endpoint, such as https://query.wikidata.org/sparql."),
    ],
    out: Annotated[
        Path, typer.Option("--out", metavar="FOLDER", help="Folder of the copy; made, or brought up to date.")
    ],
    country: Annotated[
        list[str] | None,
        typer.Option(
            "--country", metavar="CODE", help="Ask about this country or organisation only (ISO alpha-3, UN)."
        ),
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where a run was cut short or had no answer.")] = False,
) -> int:
    """Ask a SPARQL endpoint with Wikidata's data who holds which office; write people.csv and tenures.csv."""
    from kg.cli.progress import watched
    from kg.world.endpoint import Endpoint
    from kg.world.refresh import refresh as refreshed

    session: Session = context.obj
    with Endpoint(endpoint, tell=_tell) as source:
        done = refreshed(
            source, out, session.tables(), country or (), resume=resume,
            watch=lambda requests: watched(requests, "Asking", len(requests)),
        )  # fmt: skip
    return _report(done, out)


def _report(done: Refreshed, out: Path) -> int:
    for code, reason in done.failures.items():
        _tell(f"{code}: {reason}")
    _tell(f"{out}: {done.people} people, {done.tenures} tenures")
    if done.failures:
        _tell(f"{len(done.failures)} without answer, whose former rows stay (ask again with --resume)")
    return 1 if done.failures else 0


def _tell(line: str) -> None:
    sys.stderr.write(f"kg: {line}\n")
