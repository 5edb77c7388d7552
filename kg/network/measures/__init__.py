"""Measures of the network, by plain names; `docs/measures.md` says what each means and what misleads."""

from kg.network.measures.activity import (
    Closeness,
    Pair,
    Standing,
    Stats,
    closeness,
    most_active_pairs,
    recent_contacts,
    stats,
)
from kg.network.measures.betweenness import betweenness
from kg.network.measures.bridges import Bridge, SoleChannel, bridges, sole_channels
from kg.network.measures.brokerage import Broker, Roles, brokers, constraint, effective_size, regions, roles
from kg.network.measures.changes import NewTie, RankChange, Silence, new_ties, rank_changes, silent
from kg.network.measures.circles import Circle, Story, circles, stories
from kg.network.measures.sureness import Interval, activity, brokerage, cohesion, intervals, pair_intervals, reach
from kg.network.measures.words import Step, WordPath, word

__all__ = [
    "Bridge",
    "Broker",
    "Circle",
    "Closeness",
    "Interval",
    "NewTie",
    "Pair",
    "RankChange",
    "Roles",
    "Silence",
    "SoleChannel",
    "Standing",
    "Stats",
    "Step",
    "Story",
    "WordPath",
    "activity",
    "betweenness",
    "bridges",
    "brokerage",
    "brokers",
    "circles",
    "closeness",
    "cohesion",
    "constraint",
    "effective_size",
    "intervals",
    "most_active_pairs",
    "new_ties",
    "pair_intervals",
    "rank_changes",
    "reach",
    "recent_contacts",
    "regions",
    "roles",
    "silent",
    "sole_channels",
    "stats",
    "stories",
    "word",
]
