"""The network of contacts: built with networkx, measured, exported, and shown as one interactive page."""

from kg.network.build import Level, build
from kg.network.contact_network import ContactNetwork
from kg.network.export import edge_rows, node_rows, write_gexf, write_graphml
from kg.network.filters import select
from kg.network.measures import Pair, Standing, Stats, most_active_pairs, stats

__all__ = [
    "ContactNetwork",
    "Level",
    "Pair",
    "Standing",
    "Stats",
    "build",
    "edge_rows",
    "most_active_pairs",
    "node_rows",
    "select",
    "stats",
    "write_gexf",
    "write_graphml",
]
