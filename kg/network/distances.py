"""Weights as distances: many contacts make a short way."""

from __future__ import annotations

import networkx as nx

UNIT = 232_792_560
"""Length of a tie of weight 1: the least common multiple of 1 to 20. Lengths are whole numbers, so that the ways
1/2 + 1/2 and 1 are equally long, which they are not for certain as fractions (1/3 three times is not 1 for floats of
every order)."""


def length(weight: float) -> int:
    """The length of a tie, `UNIT` / weight to the next whole number."""
    return max(1, round(UNIT / weight))


def with_distances(network: nx.Graph) -> nx.Graph:
    """A bare copy of the network whose edges have `weight` and `distance`."""
    graph = nx.Graph()
    graph.add_nodes_from(network)
    for a, b, weight in network.edges(data="weight"):
        graph.add_edge(a, b, weight=weight, distance=length(weight))
    return graph
