"""The verbs and what is said before them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.asking import contacts, query
from kg.cli.demonstrating import demo
from kg.cli.exporting import export, validate
from kg.cli.extracting import explain, extract
from kg.cli.importing import import_
from kg.cli.ingesting import ingest
from kg.cli.keeping import backup, rebuild, restore
from kg.cli.measuring import stats
from kg.cli.refreshing import refresh
from kg.cli.scoring import score
from kg.cli.session import Session
from kg.cli.showing import view
from kg.cli.world import world
from kg.cli.world_exporting import export_world
from kg.cli.world_names import names

app = typer.Typer(
    help="Who spoke with whom, when, how, about what, and according to whom: from articles to a graph of contacts.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _verb in (
    demo, extract, explain, ingest, contacts, query, view, stats, export, validate, score, backup, restore, rebuild,
):  # fmt: skip
    app.command()(_verb)
app.command("import")(import_)
world.command()(names)
world.command()(refresh)
world.command("export")(export_world)
app.add_typer(world, name="world")


def _print_version(wanted: bool) -> None:
    if wanted:
        from kg import __version__

        typer.echo(f"kg {__version__}")
        raise typer.Exit


@app.callback()
def before_the_verb(
    context: typer.Context,
    debug: Annotated[bool, typer.Option("--debug", help="Show where an error came from.")] = False,
    tables: Annotated[
        Path | None,
        typer.Option("--world", envvar="KG_WORLD", metavar="PATH", help="Own people and offices: a table or a folder."),
    ] = None,
    _version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """What every verb shares."""
    session: Session = context.obj
    session.debug, session.world = debug, tables
