"""`kg world`: who is meant, who someone was, which summit, and what the tables cover."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from kg.cli import options
from kg.cli.session import Session

world = typer.Typer(
    help="Ask the tables of people, offices and summits.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

On = Annotated[str, typer.Option("--on", metavar="DAY", help="Day of the text (YYYY-MM-DD).", callback=options.day)]


@world.command()
def who(  # one parameter an option
    context: typer.Context,
    mention: Annotated[str, typer.Argument(metavar="MENTION", help='As written: "President Xi", "the Thai premier".')],
    on: On = "",
    before: Annotated[
        list[str] | None,
        typer.Option("--before", metavar="MENTION", help="Named before it; may be given several times."),
    ] = None,
    country: Annotated[str, typer.Option(metavar="CODE", help="State that is meant where the words name none.")] = "",
    issuer: options.Issuer = "",
    format: options.Rows = None,  # noqa: A002  # the option's name
) -> int:
    """Say whom a name, a title or an office means on a day, why, and who else can be meant."""
    from kg.cli.printing import chosen, emit
    from kg.cli.world_rows import of_resolution

    session: Session = context.obj
    tables, day, known = session.tables(), date.fromisoformat(on) if on else None, before or ()
    found = tables.resolve(mention, on=day, context=known, country=country, issuer=issuer)
    if found.person is None:  # reading with the grammar loads much more
        from kg.extraction.resolving import resolve

        found = resolve(mention, world=tables, on=day, context=known, country=country, issuer=issuer)
    emit(of_resolution(mention, found), chosen(format))
    return 0


@world.command()
def person(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Whole or last name, as written, or an id of the tables.")
    ],
    on: On = "",
    format: options.Rows = None,  # noqa: A002  # the option's name
) -> int:
    """List everyone who bears a name, with their offices."""
    from kg.cli.printing import chosen, emit
    from kg.cli.world_rows import of_people

    session: Session = context.obj
    tables = session.tables()
    emit(of_people(tables, name, date.fromisoformat(on) if on else None), chosen(format))
    return 0


@world.command()
def occasion(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help='Series or name: "G20", "Hamburg G20 summit".')],
    year: Annotated[int | None, typer.Option(metavar="YEAR", help="Year of the edition.")] = None,
    on: On = "",
    format: options.Rows = None,  # noqa: A002  # the option's name
) -> int:
    """Say when and where a summit was; without year and day, every edition."""
    from kg.cli.printing import chosen, emit
    from kg.cli.world_rows import of_occasions

    session: Session = context.obj
    found = session.tables().editions(name, date.fromisoformat(on) if on else None, year)
    emit(of_occasions(found), chosen(format))
    return 0


@world.command()
def coverage(
    context: typer.Context,
    format: options.Rows = None,  # noqa: A002  # the option's name
) -> int:
    """Count of how many countries the holder of an office is known, by decade, and name the gaps."""
    from kg.cli.printing import chosen, emit
    from kg.cli.world_rows import of_cover
    from kg.world.coverage import coverage as measured

    session: Session = context.obj
    emit(map(of_cover, measured(session.tables())), chosen(format))
    return 0
