"""Who stands between others who do not speak with each other."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from kg.network.measures.betweenness import betweenness
from kg.network.regions import place
from kg.network.ties import ContactTies


@dataclass(frozen=True, slots=True)
class Roles:
    """Between whom a broker stands, as numbers of pairs of partners who have no tie of their own.

    Attributes:
        coordinator: all three of one group.
        gatekeeper: the broker of one group with one of the two (the roles gatekeeper and representative, which are one
            where ties have no direction).
        itinerant: the two of one group, the broker of another (also called consultant).
        liaison: all three of different groups.
    """

    coordinator: int = 0
    gatekeeper: int = 0
    itinerant: int = 0
    liaison: int = 0


@dataclass(frozen=True, slots=True)
class Broker:
    """One node as a broker.

    Attributes:
        key: the node.
        label: its name.
        brokerage: betweenness, 0 to 1 (`betweenness`).
        constraint: how much of its time goes to partners who speak among themselves, about 0 (free) to 1 and a little
            above (bound); None where it has no partner.
        effective_size: partners, less those who repeat each other.
        roles: between whom it stands, by region.
    """

    key: str
    label: str
    brokerage: float
    constraint: float | None
    effective_size: float
    roles: Roles


def brokers(network: ContactTies, brokerage: Mapping[str, float] | None = None) -> list[Broker]:
    """Every node as a broker, most brokerage first.

    Sources: betweenness, see `betweenness`; constraint and effective size, R. S. Burt, Structural Holes (1992),
    weighted as networkx has them; roles, see `roles`.

    Args:
        network: the network.
        brokerage: `betweenness` of every node, where it is known already.
    """
    between = betweenness(network) if brokerage is None else brokerage
    bound, size = constraint(network), effective_size(network)
    by_region = roles(network, regions(network))
    rows = [
        Broker(key, network.nodes[key]["label"], between[key], bound[key], size[key], by_region[key]) for key in network
    ]
    return sorted(rows, key=lambda row: (-row.brokerage, -row.effective_size, row.label, row.key))


def constraint(network: nx.Graph) -> dict[str, float | None]:
    """Burt's constraint of every node, by weight: the sum over partners j of (p_ij + sum over q of p_iq p_qj)^2, where
    p_ij is the share of i's contacts that are with j (Burt 1992, chapter 2); None for nodes without partners.
    """
    found = nx.constraint(network, weight="weight") if network.number_of_edges() else dict.fromkeys(network, math.nan)
    return {key: None if math.isnan(value) else float(value) for key, value in found.items()}


def effective_size(network: nx.Graph) -> dict[str, float]:
    """How many partners a node has, less the mean number of ties that each of them has to the others; weights do not
    count (Burt 1992, in the form of S. P. Borgatti, Structural holes, Connections 20 (1997)); 0 without partners.
    """
    return {key: _effective_size(network, key) for key in network}


def _effective_size(network: nx.Graph, key: str) -> float:
    partners = set(network[key])
    if not partners:
        return 0.0
    among = sum(len(partners & set(network[partner])) for partner in partners)  # each tie among them counts twice
    return len(partners) - among / len(partners)


def regions(network: ContactTies) -> dict[str, str]:
    """The region of every node."""
    return {key: place(country).region for key, country in network.nodes(data="country")}


def roles(network: nx.Graph, groups: Mapping[str, str]) -> dict[str, Roles]:
    """Roles of every node as a broker, by groups.

    Source: R. V. Gould, R. M. Fernandez, Structures of mediation, Sociological Methodology 19 (1989), for ties
    without direction.

    Args:
        network: any undirected graph.
        groups: the group of every node.
    """
    return {key: Roles(**Counter(_roles_of(network, key, groups))) for key in network}


def _roles_of(network: nx.Graph, broker: str, groups: Mapping[str, str]) -> list[str]:
    apart = [(a, b) for a, b in combinations(sorted(network[broker]), 2) if not network.has_edge(a, b)]
    return [_role(groups[broker], groups[a], groups[b]) for a, b in apart]


def _role(broker: str, one: str, other: str) -> str:
    if one == other:
        return "coordinator" if broker == one else "itinerant"
    return "gatekeeper" if broker in (one, other) else "liaison"
