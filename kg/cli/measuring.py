"""`kg stats`: the network in figures."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options
from kg.cli.options import Format
from kg.cli.showing import NODES, ActorsOption, Confirmed, Level

if TYPE_CHECKING:
    from kg.network.report import Record


class Section(StrEnum):
    """One part of the report."""

    OVERVIEW = "overview"
    LEADERS = "leaders"
    PAIRS = "pairs"
    BROKERS = "brokers"
    SURENESS = "sureness"
    CIRCLES = "circles"
    STORIES = "stories"
    BRIDGES = "bridges"
    CHANNELS = "channels"
    SILENT = "silent"
    NEW = "new"
    CHANGES = "changes"
    WORD = "word"


class Period(StrEnum):
    """Length of a period."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


_TITLES = {
    Section.OVERVIEW: "The whole",
    Section.LEADERS: "Activity and reach",
    Section.PAIRS: "Closeness of pairs",
    Section.BROKERS: "Brokerage",
    Section.SURENESS: "How sure each figure is",
    Section.CIRCLES: "Circles",
    Section.STORIES: "Circles through time, members by period",
    Section.BRIDGES: "Bridges",
    Section.CHANNELS: "Sole channels between circles",
    Section.SILENT: "Ties gone silent",
    Section.NEW: "New ties of the last period",
    Section.CHANGES: "Ranks by contacts, last two periods",
    Section.WORD: "How word could get there",
}


def stats(  # noqa: PLR0913, PLR0917  # one parameter an option
    store: options.Store = options.DEFAULT_STORE,
    section: Annotated[
        list[Section] | None,
        typer.Option(help="Print this part; may be given several times. Without it: all, or leaders as CSV or lines."),
    ] = None,
    level: Level = None,
    actors: ActorsOption = None,
    since: options.Since = None,
    until: options.Until = None,
    topic: options.Topic = None,
    channel: options.Channel = None,
    status: options.Status = None,
    country: options.Country = None,
    authority: options.Authority = None,
    min_confidence: options.MinConfidence = 0.0,
    confirmed: Confirmed = False,
    top: Annotated[int, typer.Option(min=1, metavar="N", help="Rows of a part.")] = 20,
    half_life: Annotated[float, typer.Option(min=1, metavar="DAYS", help="After which a contact counts half.")] = 180,
    draws: Annotated[
        int | None,
        typer.Option(min=0, metavar="N", help="Draws of the bootstrap; 0 for none. [default: 100 up to 300 leaders]"),
    ] = None,
    by: Annotated[Period, typer.Option(help="Periods to compare.")] = Period.YEAR,
    silence: Annotated[int, typer.Option(min=1, metavar="DAYS", help="After which a tie is silent.")] = 365,
    word: Annotated[tuple[str, str] | None, typer.Option(metavar="A B", help="How word could get from A to B.")] = None,
    format: options.Rows = None,  # noqa: A002  # the option's name
) -> int:
    """Measure the network: activity, closeness, brokerage, circles, bridges, changes, and how sure each figure is."""
    from kg.cli.printing import chosen
    from kg.contact_graph import ContactGraph
    from kg.network.report import Question, report

    form = chosen(format)
    asked = _asked(section, form, told_of_word=word is not None)
    with ContactGraph.open(store, read_only=True) as graph:
        network = graph.network(
            level.value if level else None, actors=actors.value if actors else "people", confirmed=confirmed,
            since=since, until=until, topic=topic, channel=channel, status=status, country=country, authority=authority,
            min_confidence=min_confidence,
        )  # fmt: skip
    question = Question(top=top, half_life=half_life, draws=draws, by=by.value, silence=silence, ends=word)
    found = report(network, [str(name) for name in asked], question)
    nodes, ties = f"{len(network)} {NODES[network.actors]}", f"{network.number_of_edges()} pairs"
    sys.stderr.write(f"kg: {len(network.contacts)} contacts, {nodes}, {ties}\n")
    _print(found, form)
    return 0


def _asked(sections: list[Section] | None, form: Format, *, told_of_word: bool) -> list[Section]:
    """The parts to print; a file of rows holds one kind of rows."""
    if sections is None and form in (Format.TABLE, Format.JSON):
        return [section for section in Section if told_of_word or section is not Section.WORD]
    asked = list(dict.fromkeys(sections or [Section.WORD if told_of_word else Section.LEADERS]))
    if len(asked) > 1 and form in (Format.CSV, Format.TSV):
        raise typer.BadParameter(f"--format {form} holds one part: give one --section", param_hint="--section")
    if Section.WORD in asked and not told_of_word:
        raise typer.BadParameter("say from whom to whom: --word A B", param_hint="--section")
    return asked


def _print(found: Mapping[str, list[Record]], form: Format) -> None:
    from kg.cli.printing import Row, emit

    match form:
        case Format.JSON:
            sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
        case Format.TABLE:
            for name, records in found.items():
                _print_part(_TITLES[Section(name)], records)
        case _:
            emit((Row(row, _plain(row)) for row in _rows(found)), form)


def _print_part(title: str, records: list[Record]) -> None:
    from kg.cli.printing import print_table

    sys.stdout.write(f"{title}\n" if records else f"{title}: none\n\n")
    if records:
        print_table([_cells(record) for record in records])


def _rows(found: Mapping[str, list[Record]]) -> Iterator[Record]:
    """The rows of all parts, each with the name of its part where there are several."""
    for name, records in found.items():
        for record in records:
            yield {"section": name, **record} if len(found) > 1 else record


def _plain(record: Mapping[str, object]) -> dict[str, str]:
    return {name: "" if value is None else str(value) for name, value in record.items()}


def _cells(record: Record) -> Mapping[str, str]:
    """The same for people: words for names, three digits."""
    shown = {name: f"{value:.3g}" if isinstance(value, float) else value for name, value in record.items()}
    return {name.replace("_", " "): value for name, value in _plain(shown).items()}
