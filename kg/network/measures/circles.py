"""Circles: groups that have more contact among themselves than with others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import networkx as nx

from kg.network.measures.betweenness import SEED
from kg.network.ties import ContactTies

NAMED_AFTER = 2
"""A circle is named after this many of its strongest members."""
LEAST_OVERLAP = 0.3
"""Jaccard index from which on a circle of a later period can be the same one."""


@dataclass(frozen=True, slots=True)
class Circle:
    """One circle.

    Attributes:
        number: 1 is the largest.
        name: after the strongest members: those with most contacts inside the circle.
        members: keys, the strongest first.
    """

    number: int
    name: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One circle through several periods.

    Attributes:
        name: of the circle as it was when it was largest.
        stages: the circle in every period, None where it is not there.
    """

    name: str
    stages: tuple[Circle | None, ...]


def circles(network: ContactTies) -> list[Circle]:
    """The circles of a network, the largest first; the same in every run.

    Source: modularity, by V. D. Blondel et al., Fast unfolding of communities in large networks, Journal of
    Statistical Mechanics (2008), seeded. Weight is closeness here, not distance.
    """
    found = partition(network)
    strength = {key: _inside(network, key, group) for group in found for key in group}
    return [_circle(network, number, group, strength) for number, group in enumerate(found, start=1)]


def partition(network: nx.Graph) -> list[set[str]]:
    """The groups as sets of keys, the largest first."""
    if not len(network):
        return []
    keys = sorted(network)
    number = {key: place for place, key in enumerate(keys)}
    # Sets of numbers are walked in the same order in every run, sets of text are not.
    bare = nx.Graph()
    bare.add_nodes_from(range(len(keys)))
    bare.add_weighted_edges_from(
        sorted((*sorted((number[a], number[b])), weight) for a, b, weight in network.edges(data="weight"))
    )
    found = nx.community.louvain_communities(bare, weight="weight", seed=SEED)
    groups = [{keys[place] for place in group} for group in found]
    return sorted(groups, key=lambda group: (-len(group), min(group)))


def _inside(network: nx.Graph, key: str, group: Iterable[str]) -> float:
    members = set(group)
    return float(sum(tie["weight"] for other, tie in network[key].items() if other in members))


def _circle(network: ContactTies, number: int, group: set[str], strength: dict[str, float]) -> Circle:
    label = network.nodes(data="label")
    members = sorted(group, key=lambda key: (-strength[key], label[key], key))
    names = [label[key] for key in members[:NAMED_AFTER]]
    rest = len(members) - len(names)
    name = f"{', '.join(names)} and {rest} more" if rest else _listed(names)
    return Circle(number, name, tuple(members))


def _listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def stories(periods: Sequence[Sequence[Circle]]) -> list[Story]:
    """Circles matched over time, the longest told first.

    A circle goes on as the circle of the next period that shares most members with it (Jaccard index, at least
    `LEAST_OVERLAP`); each is matched once, the best matches first.

    Source: D. Greene, D. Doyle, P. Cunningham, Tracking the evolution of communities in dynamic social networks,
    ASONAM (2010).

    Args:
        periods: the circles of each period, in order of time.
    """
    running: list[list[Circle | None]] = []
    for place, found in enumerate(periods):
        before = [story[-1] for story in running]
        goes_on = _matches(before, found)
        for number, story in enumerate(running):
            story.append(goes_on.get(number))
        known = set(map(id, goes_on.values()))
        running += [[None] * place + [circle] for circle in found if id(circle) not in known]
    told = [Story(_largest(stages).name, tuple(stages)) for stages in running]
    return sorted(told, key=lambda story: (-sum(stage is not None for stage in story.stages), story.name))


def _matches(before: Sequence[Circle | None], after: Sequence[Circle]) -> dict[int, Circle]:
    """The circle that each of `before`, by its place, goes on as."""
    likeness = [
        (_jaccard(old, new), place, number)
        for place, old in enumerate(before)
        for number, new in enumerate(after)
        if old is not None
    ]
    found: dict[int, int] = {}
    for overlap, place, number in sorted(likeness, key=lambda match: (-match[0], match[1], match[2])):
        if overlap >= LEAST_OVERLAP and place not in found and number not in found.values():
            found[place] = number
    return {place: after[number] for place, number in found.items()}


def _jaccard(one: Circle, other: Circle) -> float:
    here, there = set(one.members), set(other.members)
    return len(here & there) / len(here | there)


def _largest(stages: Iterable[Circle | None]) -> Circle:
    return max((stage for stage in stages if stage), key=lambda circle: len(circle.members))
