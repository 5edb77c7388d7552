"""Where the nodes stand: settled here, once, so that the page draws at once and looks the same every time."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Iterator
from itertools import count

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import shortest_path

Points = NDArray[np.float64]

_SPACING = 105.0
"""Usual distance of neighbours, in the page's units (pixels at full size)."""
_SOFTNESS = 0.75
"""Power of the path length that is the wished distance: below 1, so that long chains do not blow up the picture."""
_ROOM = 0.16
"""What a node adds to the wished distance for its own size, times the root of its degree."""
_FULL_ROOM = 25
"""Degree from which on a node takes no more room: hubs belong among those they tie, not outside of them."""
_LEAST = 0.35
"""Least distance of any two, beside half of what they add."""
_MOST_BY_STRESS = 600
"""Of larger parts only the best connected settle by springs, whose number grows with the square of the nodes."""


def positions(network: nx.Graph) -> dict[str, tuple[float, float]]:
    """A place for every node: each part that hangs together is settled alone, then packed around the largest.

    Each node starts from a place made from its key alone, so that the picture keeps its shape when nodes are added.

    Args:
        network: any undirected graph with text keys.

    Returns:
        x to the right and y downwards, by key.
    """
    parts = [sorted(part) for part in nx.connected_components(network)]
    parts.sort(key=lambda part: (-len(part), part[0]))
    packed = _packed(_settled(network.subgraph(part), part) for part in parts)
    keys = (key for part in parts for key in part)
    return {key: (round(float(x), 1), round(float(y), 1)) for key, (x, y) in zip(keys, packed, strict=True)}


def _settled(part: nx.Graph, keys: list[str]) -> Points:
    start = np.array([_start(key) for key in keys])
    links = nx.to_scipy_sparse_array(part, nodelist=keys, weight=None, format="csr")
    degree = links.sum(axis=1)
    core = np.sort(np.argsort(-degree, kind="stable")[:_MOST_BY_STRESS])
    paths = shortest_path(links, unweighted=True, indices=core)[:, core]
    room = _ROOM * np.sqrt(np.minimum(degree[core], _FULL_ROOM))
    places = np.full_like(start, np.nan)
    for_both = np.add.outer(room, room)
    settled = _by_stress(paths**_SOFTNESS + for_both, start[core] * math.sqrt(len(core)))
    places[core] = _kept_apart(settled, _LEAST + for_both / 2)
    places = _beside_neighbours(links, places, start)
    return _SPACING * max(1.0, _crowding(places)) * places


def _start(key: str) -> tuple[float, float]:
    digest = hashlib.sha256(key.encode()).digest()
    x, y = (int.from_bytes(half, "big") / 2**32 for half in (digest[:4], digest[4:8]))
    return (2 * x - 1, 2 * y - 1)


def _by_stress(wished: Points, places: Points) -> Points:
    """Stress majorisation (Gansner, Koren and North 2004): a spring between every two, of the length wished."""
    size = len(wished)
    weight = 1.0 / np.square(wished + np.eye(size))
    np.fill_diagonal(weight, 0.0)
    # The springs leave the centre free; a constant added to every entry fixes it and makes the matrix definite.
    springs = np.linalg.inv(np.diag(weight.sum(axis=1)) - weight + 1.0 / size)
    for _ in range(200 if size <= 300 else 60):
        pull = weight * wished / _distances(places)
        places = springs @ (pull.sum(axis=1)[:, None] * places - pull @ places)
    return places


def _kept_apart(places: Points, least: Points) -> Points:
    """Whoever stands nearer than `least` steps aside, until hardly anybody does."""
    for _ in range(60):
        lack = np.clip(least / _distances(places) - 1.0, 0.0, 1.0)
        np.fill_diagonal(lack, 0.0)
        places = places + 0.3 * (lack.sum(axis=1)[:, None] * places - lack @ places)
    return places


def _distances(places: Points) -> Points:
    """Of every two; of everyone to themselves 1, so that it can be divided by."""
    x, y = places.T
    distances: Points = np.sqrt(np.square(np.subtract.outer(x, x)) + np.square(np.subtract.outer(y, y)))
    np.fill_diagonal(distances, 1.0)
    return distances


def _beside_neighbours(links: csr_array, places: Points, offsets: Points) -> Points:
    """Places for those that have none (NaN) yet: around the middle of their neighbours, from the core outwards."""
    while len(open_places := np.flatnonzero(np.isnan(places[:, 0]))):
        settled = places.copy()
        for node in open_places:
            near = places[links.indices[links.indptr[node] : links.indptr[node + 1]]]
            if not np.isnan(near).all():
                settled[node] = np.nanmean(near, axis=0) + offsets[node]
        places = settled
    return places


def _crowding(places: Points) -> float:
    """By how much the part must grow for every node to have half a square of usual distance for itself."""
    spread = np.square(places).sum(axis=1).mean()
    return math.sqrt(0.5 * len(places) / (2 * math.pi * spread)) if spread else 1.0


def _packed(parts: Iterable[Points]) -> Points:
    placed: Points = np.empty((0, 2))
    for part in parts:
        radius = np.linalg.norm(part, axis=1).max()
        placed = np.vstack([placed, part + _free_place(radius + 0.75 * _SPACING, placed)])
    return placed


def _free_place(radius: float, placed: Points) -> Points:
    """The first place along a flat spiral that lies at least `radius` from every node placed before."""
    if not len(placed):
        return np.zeros(2)
    return next(place for place in _spiral(0.28 * radius) if _distance(place, placed) >= radius)


def _spiral(pitch: float) -> Iterator[Points]:
    for step in count():
        turn = math.sqrt(step)
        yield pitch * turn * np.array([1.05 * math.cos(2 * turn), math.sin(2 * turn)])


def _distance(place: Points, placed: Points) -> float:
    return float(np.linalg.norm(placed - place, axis=1).min())
