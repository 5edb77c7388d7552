"""Who is active, who stands between the others, who belongs together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import networkx as nx

from kg.network.contact_network import ContactNetwork

_SEED = 7
_PIVOTS = 400
"""Betweenness of larger networks is estimated from this many seeded pivots (Brandes and Pich 2007)."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two who had contact.

    Attributes:
        one: label of the one.
        other: label of the other.
        contacts: how many contacts they had.
        first: first day known.
        last: last day known.
    """

    one: str
    other: str
    contacts: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Standing:
    """One node's place in the network.

    Attributes:
        label: the leader, office or party.
        country: code of the country or organisation.
        contacts: how many contacts it took part in.
        degree: with how many others.
        brokerage: betweenness centrality, 0 to 1: the share of shortest paths between others that lead through it,
            where many contacts make a short way (Freeman 1977, on 1/weight).
        circle: number of the circle it belongs to; 1 is the largest.
    """

    label: str
    country: str
    contacts: int
    degree: int
    brokerage: float
    circle: int


@dataclass(frozen=True, slots=True)
class Stats:
    """The network in figures.

    Attributes:
        contacts: how many contacts.
        leaders: how many nodes.
        pairs: how many edges.
        circles: how many groups that have more contact among themselves than with others (Louvain, Blondel et al.
            2008).
        first: first day known.
        last: last day known.
        standings: one row a node, most contacts first.
    """

    contacts: int
    leaders: int
    pairs: int
    circles: int
    first: date | None
    last: date | None
    standings: tuple[Standing, ...]

    def overview(self) -> dict[str, int | date | None]:
        """The figures of the whole, by plain name."""
        names = ("contacts", "leaders", "pairs", "circles", "first", "last")
        return {name: getattr(self, name) for name in names}


def most_active_pairs(network: ContactNetwork, n: int = 10) -> list[Pair]:
    """The `n` pairs with most contacts, most first."""
    ranked = sorted(network.edges(data=True), key=lambda edge: (-edge[2]["weight"], _labels(network, edge)))
    return [_pair(network, edge) for edge in ranked[:n]]


def stats(network: ContactNetwork) -> Stats:
    """The figures of `network`; the same in every run."""
    circles = _circles(network)
    brokerage = _brokerage(network)
    standings = [
        Standing(data["label"], data["country"], data["contacts"], network.degree(key), brokerage[key], circles[key])
        for key, data in network.nodes(data=True)
    ]
    days = [day for _, _, edge in network.edges(data=True) for day in (edge["first"], edge["last"]) if day]
    return Stats(
        contacts=len(network.contacts),
        leaders=network.number_of_nodes(),
        pairs=network.number_of_edges(),
        circles=max(circles.values(), default=0),
        first=min(days, default=None),
        last=max(days, default=None),
        standings=tuple(sorted(standings, key=lambda row: (-row.contacts, -row.degree, row.label))),
    )


def _labels(network: ContactNetwork, edge: tuple[str, str, Any]) -> tuple[str, str]:
    one, other = sorted(network.nodes[key]["label"] for key in edge[:2])
    return one, other


def _pair(network: ContactNetwork, edge: tuple[str, str, dict[str, Any]]) -> Pair:
    one, other = _labels(network, edge)
    return Pair(one, other, edge[2]["weight"], edge[2]["first"], edge[2]["last"])


def _brokerage(network: ContactNetwork) -> dict[str, float]:
    distances = nx.Graph()
    distances.add_nodes_from(network)
    distances.add_weighted_edges_from(((a, b, 1 / w) for a, b, w in network.edges(data="weight")), weight="distance")
    size = len(distances)
    pivots = _PIVOTS if size > 2 * _PIVOTS else None
    between: dict[str, float] = nx.betweenness_centrality(distances, k=pivots, weight="distance", seed=_SEED)
    return between


def _circles(network: ContactNetwork) -> dict[str, int]:
    if not network:
        return {}
    found = nx.community.louvain_communities(network, weight="weight", seed=_SEED)
    ranked = sorted(found, key=lambda circle: (-len(circle), min(circle)))
    return {key: number for number, circle in enumerate(ranked, start=1) for key in circle}
