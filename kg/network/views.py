"""Parts of the network: around one leader, and between two."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx

from kg.errors import QueryError
from kg.network.build import restricted
from kg.network.contact_network import ContactNetwork
from kg.network.distances import with_distances
from kg.world.names import fold


def find(network: ContactNetwork, name: str) -> str:
    """The key of the node of that name.

    Args:
        network: where to look.
        name: a key, a label in any case and without its marks, or words of a label ("putin"); of several, an exact
            label wins.

    Raises:
        QueryError: nobody has that name, or several do.
    """
    if name in network:
        return name
    labels = {key: fold(label) for key, label in network.nodes(data="label")}
    wanted = fold(name)
    exact = [key for key, label in labels.items() if label == wanted]
    found = exact or [key for key, label in labels.items() if set(wanted.split()) <= set(label.split())]
    if len(found) == 1 and wanted:
        return str(found[0])
    if not found or not wanted:
        raise QueryError(f"nobody in this network is called '{name}'")
    told = ", ".join(sorted(network.nodes[key]["label"] for key in found)[:5])
    raise QueryError(f"'{name}' can be {told}: give the whole name")


def ego(network: ContactNetwork, key: str, depth: int = 1) -> ContactNetwork:
    """One node, those within `depth` ties of it, and the ties among all of them.

    Args:
        network: the network.
        key: the node.
        depth: how many ties away.
    """
    near = nx.single_source_shortest_path_length(network, key, cutoff=depth)
    return _among(network, set(near))


def path(network: ContactNetwork, one: str, other: str) -> ContactNetwork:
    """The shortest way between two nodes, where many contacts make a short way; empty where there is none.

    The nodes stand in the order of the way, and only its own ties are kept.

    Args:
        network: the network.
        one: key of the node it begins at.
        other: key of the node it ends at.
    """
    try:
        way: list[str] = nx.dijkstra_path(with_distances(network), one, other, weight="distance")
    except nx.NetworkXNoPath:
        way = []
    steps = {frozenset(step) for step in pairwise(way)}
    part = _among(network, set(way))
    part.remove_edges_from([(a, b) for a, b in part.edges() if frozenset((a, b)) not in steps])
    return _in_order(part, way)


def _among(network: ContactNetwork, keys: set[str]) -> ContactNetwork:
    """The nodes of these keys with the ties among them, and only the contacts of those ties."""
    told = {c for _, _, contacts in network.subgraph(keys).edges(data="contacts") for c in contacts}
    part = restricted(network, [contact for contact in network.contacts if contact.id in told])
    part.add_nodes_from((key, dict(network.nodes[key])) for key in keys - set(part))
    part.remove_nodes_from(set(part) - keys)
    for a, b, tie in part.edges(data=True):
        tie["weight"] = network.edges[a, b]["weight"]
    return part


def _in_order(part: ContactNetwork, way: list[str]) -> ContactNetwork:
    ordered = ContactNetwork(**part.graph)
    ordered.add_nodes_from((key, part.nodes[key]) for key in way)
    ordered.add_edges_from(part.edges(data=True))
    return ordered
