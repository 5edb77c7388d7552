"""Parts of the network: around one leader, and between two."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import networkx as nx

from kg.errors import QueryError
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
    return _part(network, list(near), network.subgraph(near).edges())


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
    return _part(network, way, pairwise(way))


def _part(network: ContactNetwork, keys: list[str], ties: Iterable[tuple[str, str]]) -> ContactNetwork:
    """Some nodes and ties as they are, and only the contacts of these ties."""
    kept = [(a, b, dict(network.edges[a, b])) for a, b in ties]
    told = {contact for _, _, tie in kept for contact in tie["contacts"]}
    there = set(keys)
    members = {
        contact: {key: participant for key, participant in known.items() if key in there}
        for contact, known in network.graph["members"].items()
        if contact in told
    }
    contacts = tuple(contact for contact in network.contacts if contact.id in told)
    part = ContactNetwork(**network.graph | {"contacts": contacts, "members": members})
    part.add_nodes_from((key, dict(network.nodes[key])) for key in keys)
    part.add_edges_from(kept)
    return part
