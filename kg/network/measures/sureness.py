"""How sure a figure is: what it would be had other articles been at hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.network.measures.betweenness import SEED, betweenness
from kg.network.measures.circles import Circle, partition
from kg.network.ties import ContactTies

DRAWS = 100
LEVEL = 0.9
"""An interval holds this share of the draws."""
TOP = 10

Values: TypeAlias = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Interval:
    """Between which values a figure lies in `LEVEL` of the draws.

    Attributes:
        low: lower end.
        high: upper end.
        top: share of the draws in which it is among the `TOP` highest, 0 to 1.
    """

    low: float
    high: float
    top: float


def intervals(
    network: ContactTies, measure: Callable[[nx.Graph], Values], draws: int = DRAWS, seed: int = SEED
) -> dict[str, Interval]:
    """Bootstrap intervals (percentiles) of a measure of every node, over articles.

    As many articles as there are are drawn with replacement. A contact counts as often as its article was drawn, one
    told by several articles the mean of theirs; whoever and whatever is told by none of the drawn is gone, with the
    value 0. Articles are what is drawn, because what one article tells stands or falls together. The interval tells
    what the choice of articles does; it cannot tell of contacts that no article tells, nor of misread articles.

    Source: B. Efron, Bootstrap methods, Annals of Statistics 7 (1979), percentile method.

    Args:
        network: the network.
        measure: values by key, of a graph whose edges have `weight` and nodes `contacts`.
        draws: how many times.
        seed: of the draws.
    """
    keys = list(network)
    found = [measure(graph) for graph in drawn(network, draws, seed)]
    table = np.array([[values.get(key, 0.0) for key in keys] for values in found]).reshape(len(found), len(keys))
    return _summed_up(keys, table)


def pair_intervals(network: ContactTies, draws: int = DRAWS, seed: int = SEED) -> dict[frozenset[str], Interval]:
    """Bootstrap intervals of the number of contacts of every pair, as `intervals` has them."""
    pairs = list(network.edges())
    rows = [
        [graph.get_edge_data(*pair, {}).get("weight", 0.0) for pair in pairs] for graph in drawn(network, draws, seed)
    ]
    table = np.array(rows).reshape(len(rows), len(pairs))
    found = _summed_up([str(place) for place in range(len(pairs))], table)
    return dict(zip(map(frozenset, pairs), found.values(), strict=True))


def activity(graph: nx.Graph) -> Values:
    """Contacts of every node: the measure for `intervals`."""
    return dict(graph.nodes(data="contacts"))


def reach(graph: nx.Graph) -> Values:
    """Partners of every node: the measure for `intervals`."""
    return dict(graph.degree())


def brokerage(graph: nx.Graph) -> Values:
    """Betweenness of every node: the measure for `intervals`."""
    return betweenness(graph)


def cohesion(network: ContactTies, found: list[Circle], draws: int = DRAWS, seed: int = SEED) -> dict[int, float]:
    """How firm circles are: of two members who are both drawn, how often both are in one circle again, 0 to 1.

    Args:
        network: the network.
        found: its circles.
        draws: how many times, as in `intervals`.
        seed: of the draws.

    Returns:
        By number of the circle; 1 for a circle of one.
    """
    together = {circle.number: [0, 0] for circle in found}
    for graph in drawn(network, draws, seed):
        group_of = {key: number for number, group in enumerate(partition(graph)) for key in group}
        for circle in found:
            there = [group_of[key] for key in circle.members if key in group_of]
            sizes = [there.count(group) for group in set(there)]
            together[circle.number][0] += sum(size * (size - 1) // 2 for size in sizes)
            together[circle.number][1] += len(there) * (len(there) - 1) // 2
    return {number: same / both if both else 1.0 for number, (same, both) in together.items()}


def drawn(network: ContactTies, draws: int, seed: int) -> list[nx.Graph]:
    """The networks of so many draws of articles: bare graphs with weights, without ties that count nothing."""
    articles = sorted({claim.article for contact in network.contacts for claim in contact.claims})
    number = {article: place for place, article in enumerate(articles)}
    told = {c.id: sorted({number[claim.article] for claim in c.claims}) for c in network.contacts}
    dice = np.random.default_rng(seed)
    rolls = (
        dice.multinomial(len(articles), np.full(len(articles), 1 / len(articles)))
        for _ in range(draws if articles else 0)
    )
    return [
        _counted(network, {contact: float(roll[places].mean()) for contact, places in told.items()}) for roll in rolls
    ]


def _counted(network: ContactTies, counts: Mapping[str, float]) -> nx.Graph:
    graph = nx.Graph()
    for contact in network.contacts:
        if counts[contact.id]:
            for key in network.members(contact):
                seen = graph.nodes[key]["contacts"] if key in graph else 0.0
                graph.add_node(key, contacts=seen + counts[contact.id])
    for a, b, contacts in network.edges(data="contacts"):
        if weight := sum(counts[contact] for contact in contacts):
            graph.add_edge(a, b, weight=weight)
    return graph


def _summed_up(keys: list[str], table: NDArray[np.float64]) -> dict[str, Interval]:
    if not table.size:
        return {key: Interval(0.0, 0.0, 0.0) for key in keys}
    edge = 100 * (1 - LEVEL) / 2
    low, high = np.percentile(table, [edge, 100 - edge], axis=0, method="nearest")
    least = -np.sort(-table, axis=1)[:, min(TOP, table.shape[1]) - 1 : min(TOP, table.shape[1])]
    top = ((table >= least) & (table > 0)).mean(axis=0)
    return {key: Interval(*map(float, row)) for key, row in zip(keys, zip(low, high, top, strict=True), strict=True)}
