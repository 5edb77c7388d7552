"""`kg backup`, `kg restore` and `kg rebuild`: what keeps a graph safe and sound."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options

BackupFile = Annotated[Path, typer.Argument(metavar="FILE", help="N-Quads; compressed where the name ends in .gz.")]


def backup(file: BackupFile, store: options.Store = options.DEFAULT_STORE) -> int:
    """Write everything that a graph holds to one file, and read it back to be sure that it is whole."""
    from kg.cli.progress import busy
    from kg.contact_graph import ContactGraph

    with ContactGraph.open(store, read_only=True) as graph, busy("Backing up"):
        count = graph.backup(file)
    sys.stderr.write(f"kg: {file}: {count} quads of {store}\n")
    return 0


def restore(
    file: BackupFile,
    store: options.Store = options.DEFAULT_STORE,
    replace: Annotated[bool, typer.Option("--replace", help="Put it in place of a graph that is there.")] = False,
) -> int:
    """Make a graph of a backup; the folder holds the whole of it, or what it held before."""
    from kg.cli.progress import busy
    from kg.contact_graph import ContactGraph

    with busy("Restoring"):
        count = ContactGraph.restore(file, store, replace=replace)
    sys.stderr.write(f"kg: {store}: {count} quads of {file}\n")
    return 0


def rebuild(context: typer.Context, store: options.Store = options.DEFAULT_STORE, pins: options.PinFile = None) -> int:
    """Merge all claims anew; brings a graph of an older layout up to date."""
    from kg.cli.progress import busy
    from kg.cli.session import Session
    from kg.contact_graph import ContactGraph

    session: Session = context.obj
    tables = session.tables() if session.world else None
    with ContactGraph.open(store, world=tables) as graph, busy("Merging"):
        if pins:
            graph.pin(pins)
        graph.rebuild()
        totals = graph.store.totals()
    sys.stderr.write(f"kg: {store}: {totals.claims} claims of {totals.contacts} contacts\n")
    return 0
