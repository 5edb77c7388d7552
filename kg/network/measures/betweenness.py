"""Betweenness centrality, with networkx or, for large networks, with networkit."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Literal, TypeAlias

import networkx as nx

from kg.network.distances import with_distances

Backend: TypeAlias = Literal["networkx", "networkit"]

SEED = 7
LARGE = 2_000
"""Networks of more nodes are measured by networkit, where the extra `fast` is installed."""
PIVOTS = 400
"""Without it, betweenness of networks twice as large is estimated from this many seeded pivots (Brandes, Pich 2007)."""


def betweenness(network: nx.Graph, backend: Backend | None = None) -> dict[str, float]:
    """The share of shortest ways between others that lead through each node, 0 to 1, on distances of 1/weight.

    Source: L. C. Freeman, A set of measures of centrality based on betweenness, Sociometry 40 (1977); on weights as
    closeness, M. E. J. Newman, Scientific collaboration networks II, Physical Review E 64 (2001).

    Args:
        network: any undirected graph whose edges have `weight`.
        backend: who counts: networkx (estimates large networks), or networkit (always exact; in the extra `fast`,
            chosen because it knows weights). None is networkit for more than `LARGE` nodes where it is installed.
    """
    graph = with_distances(network)
    return {"networkx": _by_networkx, "networkit": _by_networkit}[backend or _usual(len(graph))](graph)


def _usual(size: int) -> Backend:
    return "networkit" if size > LARGE and find_spec("networkit") else "networkx"


def _by_networkx(graph: nx.Graph) -> dict[str, float]:
    pivots = PIVOTS if len(graph) > 2 * PIVOTS else None
    shares: dict[str, float] = nx.betweenness_centrality(graph, k=pivots, weight="distance", seed=SEED)
    return shares


def _by_networkit(graph: nx.Graph) -> dict[str, float]:
    import networkit as nk

    if len(graph) < 3:
        return dict.fromkeys(graph, 0.0)  # networkit divides by no pairs
    number = {key: place for place, key in enumerate(graph)}
    fast = nk.Graph(len(graph), weighted=True)
    for a, b, distance in graph.edges(data="distance"):
        fast.addEdge(number[a], number[b], distance)
    # networkit divides by all (n-1)(n-2) ordered pairs and counts each unordered pair twice, as networkx does
    scores = nk.centrality.Betweenness(fast, normalized=True).run().scores()
    # threads add in any order: the last digits differ from run to run
    return {key: round(float(score), 12) for key, score in zip(graph, scores, strict=True)}
