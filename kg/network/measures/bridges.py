"""Ties without which nothing would pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import networkx as nx

from kg.network.ties import ContactTies


@dataclass(frozen=True, slots=True)
class Bridge:
    """A tie without which the network falls apart.

    Attributes:
        one: label of the one end, on the smaller side.
        other: label of the other end.
        contacts: how many contacts the tie rests on.
        cut_off: how many nodes the smaller side has.
    """

    one: str
    other: str
    contacts: int
    cut_off: int


@dataclass(frozen=True, slots=True)
class SoleChannel:
    """The only tie between two groups.

    Attributes:
        groups: names of both groups, in alphabetical order.
        one: label of the end in the first group.
        other: label of the end in the second group.
        contacts: how many contacts the tie rests on.
    """

    groups: tuple[str, str]
    one: str
    other: str
    contacts: int


def bridges(network: ContactTies, least: int = 2) -> list[Bridge]:
    """Ties whose loss would leave two parts without any way between them, those that cut off most first.

    Source: R. E. Tarjan, A note on finding the bridges of a graph, Information Processing Letters 2 (1974).

    Args:
        network: the network.
        least: nodes that the smaller side must have; 1 tells also of those who speak with one only.
    """
    found = [_bridge(network, *ends) for ends in _cuts(nx.Graph(network.edges()))]
    kept = [bridge for bridge in found if bridge.cut_off >= least]
    return sorted(kept, key=lambda bridge: (-bridge.cut_off, -bridge.contacts, bridge.one, bridge.other))


def _bridge(network: ContactTies, small: str, large: str, cut_off: int) -> Bridge:
    label = network.nodes(data="label")
    return Bridge(label[small], label[large], len(network.edges[small, large]["contacts"]), cut_off)


def _cuts(graph: nx.Graph) -> Iterator[tuple[str, str, int]]:
    """Every bridge: its end on the smaller side, the other end, and how many nodes the smaller side has."""
    ties = sorted(nx.bridges(graph))
    firm = graph.copy()
    firm.remove_edges_from(ties)
    parts = sorted(sorted(part) for part in nx.connected_components(firm))
    part_of = {key: number for number, part in enumerate(parts) for key in part}
    forest = nx.Graph((part_of[a], part_of[b], {"ends": (a, b)}) for a, b in ties)
    for tree in map(sorted, nx.connected_components(forest)):
        parent = {child: root for root, child in nx.bfs_edges(forest, tree[0])}
        behind = {number: len(parts[number]) for number in tree}
        for child in reversed(parent):  # from the leaves inwards
            behind[parent[child]] += behind[child]
        for child, root in parent.items():
            a, b = forest.edges[root, child]["ends"]
            inner, outer = (a, b) if part_of[a] == child else (b, a)
            rest = behind[tree[0]] - behind[child]
            yield (inner, outer, behind[child]) if behind[child] <= rest else (outer, inner, rest)


def sole_channels(network: ContactTies, groups: Mapping[str, str]) -> list[SoleChannel]:
    """The pairs of groups that only one tie joins, those with most contacts first.

    Args:
        network: the network.
        groups: name of the group of every node, such as its country, region or circle; "" is no group.
    """
    between: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for a, b in network.edges():
        one, other = sorted((a, b), key=lambda key: (groups[key], key))
        if groups[one] and groups[other] and groups[one] != groups[other]:
            between[groups[one], groups[other]].append((one, other))
    label = network.nodes(data="label")
    found = [
        SoleChannel(pair, label[ties[0][0]], label[ties[0][1]], len(network.edges[ties[0]]["contacts"]))
        for pair, ties in between.items()
        if len(ties) == 1
    ]
    return sorted(found, key=lambda channel: (-channel.contacts, channel.groups))
