"""The network with time, as GEXF 1.2 for Gephi's timeline: https://gexf.net."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import networkx as nx

from kg.model import Contact
from kg.network import ContactNetwork
from kg.network.export import plain_graph

Spell = tuple[str, str]


def write_timed_gexf(network: ContactNetwork, path: str | Path) -> None:
    """Write `network` as GEXF in which pairs and participants come and go.

    Each pair has a spell (first and last day, both included) for every stretch of days on which a contact of it can
    have been; windows that overlap or follow one another make one spell. Participants have the spells of all of their
    contacts. Whatever has an undated contact has no spells: it is there all the time.
    """
    nx.write_gexf(timed_graph(network), path)


def timed_graph(network: ContactNetwork) -> nx.Graph:
    """The bare network with a list of `spells` on every node and edge whose contacts are all dated."""
    graph = plain_graph(network)
    contacts = {contact.id: contact for contact in network.contacts}
    of_node: dict[str, set[str]] = {key: set() for key in graph}
    for one, other, data in network.edges(data=True):
        for key in (one, other):
            of_node[key].update(data["contacts"])
        _put(graph.edges[one, other], (contacts[name] for name in data["contacts"]))
    for key, names in of_node.items():
        _put(graph.nodes[key], (contacts[name] for name in sorted(names)))
    return graph


def _put(attributes: dict[str, Any], contacts: Iterable[Contact]) -> None:
    if found := spells(contacts):
        attributes["spells"] = found


def spells(contacts: Iterable[Contact]) -> list[Spell]:
    """The stretches of days on which contacts can have been, in order; none where one of them is undated."""
    windows = [(contact.window.earliest, contact.window.latest) for contact in contacts]
    dated = sorted((first, last) for first, last in windows if first and last)
    return _united(dated) if len(dated) == len(windows) else []


def _united(windows: list[tuple[date, date]]) -> list[Spell]:
    """Windows in order of their first days, those that touch as one."""
    united: list[tuple[date, date]] = []
    for first, last in windows:
        if united and first <= united[-1][1] + timedelta(days=1):
            united[-1] = (united[-1][0], max(united[-1][1], last))
        else:
            united.append((first, last))
    return [(first.isoformat(), last.isoformat()) for first, last in united]
