"""The network of contacts: built with networkx, cut, measured, exported, and shown as one interactive page."""

from kg.network.actors import Actors
from kg.network.build import Level, build, restricted
from kg.network.contact_network import ContactNetwork
from kg.network.export import edge_rows, node_rows, write_gexf, write_graphml
from kg.network.filters import select
from kg.network.freshness import HALF_LIFE
from kg.network.measures import Pair, Standing, Stats, most_active_pairs, stats
from kg.network.periods import Period, Slice, Unit, rolling, slices
from kg.network.recency import recent
from kg.network.sides import confirmed_by_two_sides, side, sides
from kg.network.views import ego, find, path

__all__ = [
    "HALF_LIFE",
    "Actors",
    "ContactNetwork",
    "Level",
    "Pair",
    "Period",
    "Slice",
    "Standing",
    "Stats",
    "Unit",
    "build",
    "confirmed_by_two_sides",
    "edge_rows",
    "ego",
    "find",
    "most_active_pairs",
    "node_rows",
    "path",
    "recent",
    "restricted",
    "rolling",
    "select",
    "side",
    "sides",
    "slices",
    "stats",
    "write_gexf",
    "write_graphml",
]
