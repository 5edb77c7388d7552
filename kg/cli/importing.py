"""`kg import`: what kg wrote, back into a graph."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options


def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="N-Quads (.nq) of kg, or claims (.jsonl).")],
    store: options.Store = options.DEFAULT_STORE,
    strict: options.Strict = False,
) -> int:
    """Take in graphs of articles, or claims, as they are: nothing is extracted, and what is there is replaced."""
    from kg.cli.ingesting import in_words
    from kg.cli.progress import busy
    from kg.contact_graph import ContactGraph

    with ContactGraph.open(store) as graph, busy("Importing"):
        report = graph.load(*files, strict=strict)
    for problem in report.skipped:
        sys.stderr.write(f"kg: {problem}\n")
    sys.stderr.write(f"kg: {store}: {in_words(report)}\n")
    return 1 if report.skipped else 0
