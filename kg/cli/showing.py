"""`kg view`: the network of contacts as a page."""

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


class NetworkActors(StrEnum):
    """Whom the nodes stand for."""

    PEOPLE = "people"
    STATES = "states"
    ORGANISATIONS = "organisations"


Level = Annotated[
    NetworkLevel | None,
    typer.Option(
        help="Contacts of persons and offices, of states and organisations as such, or both. [default: leaders, or all]"
    ),
]
ActorsOption = Annotated[
    NetworkActors | None,
    typer.Option("--actors", help="Who is drawn: people, states, or people with organisations. [default: people]"),
]
Confirmed = Annotated[bool, typer.Option("--confirmed", help="Only contacts that two sides tell of.")]


NODES = {"people": "leaders", "states": "states", "organisations": "people and organisations"}


def view(  # noqa: PLR0913, PLR0917  # one parameter an option
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Page to write.")] = Path(
        "network.html"
    ),
    store: options.Store = options.DEFAULT_STORE,
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
    open_page: options.Open = False,
) -> int:
    """Write the network as one offline page: leaders, ties, and the sentences behind each tie."""
    from kg.cli import files
    from kg.contact_graph import ContactGraph

    with ContactGraph.open(store, read_only=True) as graph:
        network = graph.network(
            level.value if level else None, actors=actors.value if actors else "people", confirmed=confirmed,
            since=since, until=until, topic=topic, channel=channel, status=status, country=country, authority=authority,
            min_confidence=min_confidence,
        )  # fmt: skip
    with files.replacing(output) as draft:
        network.view(draft)
    sys.stderr.write(f"kg: {output}: {len(network)} {NODES[network.actors]}, {network.number_of_edges()} ties\n")
    if open_page:
        files.open_page(output)
    return 0
