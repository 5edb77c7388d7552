"""The network for other programs: GraphML, GEXF, and rows for tables."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx

from kg.network.contact_network import ContactNetwork

Plain = str | int | float
_LIST_SEPARATOR = "; "
_NOT_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_SINGULAR = {"channels": "channel", "statuses": "status"}


def write_graphml(network: ContactNetwork, path: str | Path) -> None:
    """Write `network` as GraphML, for yEd, Cytoscape, igraph and others.

    Lists become text joined with "; ", counts become one attribute a value (`channel_phone`), dates ISO 8601 text;
    what is unknown is left out.
    """
    nx.write_graphml(plain_graph(network), path)


def write_gexf(network: ContactNetwork, path: str | Path) -> None:
    """Write `network` as GEXF, for Gephi; values as in `write_graphml`."""
    nx.write_gexf(plain_graph(network), path)


def edge_rows(network: ContactNetwork) -> list[dict[str, Plain]]:
    """One row a pair, most contacts first: `source`, `target` (labels), then the edge's plain attributes."""
    rows = [
        {"source": network.nodes[a]["label"], "target": network.nodes[b]["label"], **plain_values(data)}
        for a, b, data in network.edges(data=True)
    ]
    return sorted(rows, key=lambda row: (-int(row["weight"]), str(row["source"]), str(row["target"])))


def node_rows(network: ContactNetwork) -> list[dict[str, Plain]]:
    """One row a node, most contacts first: `key`, then the node's plain attributes."""
    rows: list[dict[str, Plain]] = [{"key": key, **plain_values(data)} for key, data in network.nodes(data=True)]
    return sorted(rows, key=lambda row: (-int(row["contacts"]), str(row["label"])))


def plain_graph(network: ContactNetwork) -> nx.Graph:
    """A copy of the bare network in which every attribute is text or a number."""
    graph = nx.Graph()
    graph.add_nodes_from((key, plain_values(data)) for key, data in network.nodes(data=True))
    graph.add_edges_from((a, b, plain_values(data)) for a, b, data in network.edges(data=True))
    return graph


def plain_values(data: Mapping[str, Any]) -> dict[str, Plain]:
    """Attributes as text and numbers; what XML 1.0 cannot hold is taken out of the text."""
    plain: dict[str, Plain] = {}
    for name, value in data.items():
        if isinstance(value, Mapping):
            plain |= {f"{_SINGULAR[name]}_{key}": count for key, count in value.items()}
        elif isinstance(value, tuple | list):
            plain[name] = _xml_text(_LIST_SEPARATOR.join(str(item) for item in value))
        elif isinstance(value, date):
            plain[name] = value.isoformat()
        elif value is not None:
            plain[name] = _xml_text(value) if isinstance(value, str) else value
    return plain


def _xml_text(text: str) -> str:
    return _NOT_XML.sub("", text)
