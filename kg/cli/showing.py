"""`kg view` and `kg stats`: the network of contacts."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options


class NetworkLevel(StrEnum):
    """Which contacts make the network."""

    LEADERS = "leaders"
    PARTIES = "parties"
    ALL = "all"


Level = Annotated[NetworkLevel, typer.Option(help="Persons and offices, states and organisations, or both.")]


def view(  # noqa: PLR0913, PLR0917  # one parameter an option
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Page to write.")] = Path(
        "network.html"
    ),
    store: options.Store = options.DEFAULT_STORE,
    level: Level = NetworkLevel.LEADERS,
    since: options.Since = None,
    until: options.Until = None,
    topic: options.Topic = None,
    channel: options.Channel = None,
    status: options.Status = None,
    country: options.Country = None,
    authority: options.Authority = None,
    open_page: options.Open = False,
) -> int:
    """Write the network as one offline page: leaders, ties, and the sentences behind each tie."""
    from kg.cli import files
    from kg.contact_graph import ContactGraph

    with ContactGraph.open(store, read_only=True) as graph:
        network = graph.network(
            level=level.value, since=since, until=until, topic=topic, channel=channel, status=status,
            country=country, authority=authority,
        )  # fmt: skip
    with files.replacing(output) as draft:
        network.view(draft)
    sys.stderr.write(f"kg: {output}: {len(network)} leaders, {network.number_of_edges()} ties\n")
    if open_page:
        files.open_page(output)
    return 0


def stats(
    store: options.Store = options.DEFAULT_STORE,
    level: Level = NetworkLevel.LEADERS,
    since: options.Since = None,
    until: options.Until = None,
    top: Annotated[int, typer.Option(min=1, metavar="N", help="Show this many leaders.")] = 20,
    format: options.Rows = None,  # noqa: A002  # the option's name
) -> int:
    """Measure the network: who has most contacts, who stands between the others, who belongs together."""
    from kg.cli.printing import chosen, emit
    from kg.cli.rows import of_standing
    from kg.contact_graph import ContactGraph
    from kg.network import stats as measured

    with ContactGraph.open(store, read_only=True) as graph:
        figures = measured(graph.network(level=level.value, since=since, until=until))
    overview = ", ".join(f"{value} {name}" for name, value in figures.overview().items() if isinstance(value, int))
    sys.stderr.write(f"kg: {overview}; {figures.first or '?'} to {figures.last or '?'}\n")
    emit(map(of_standing, figures.standings[:top]), chosen(format))
    return 0
