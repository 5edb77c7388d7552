"""Where the nodes stand: settled here, once, so that the page draws at once and looks the same every time."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable

import networkx as nx

Position = tuple[float, float]

_SPACING = 95.0
"""Usual distance of neighbours, in the page's units (pixels at full size)."""
_SEED = 7


def positions(network: nx.Graph) -> dict[str, Position]:
    """A place for every node: a spring layout for each part that hangs together, the parts packed around the largest.

    Each node starts from a place made from its key alone, so that the picture keeps its shape when nodes are added.

    Args:
        network: any undirected graph with text keys.

    Returns:
        x to the right and y downwards, by key.
    """
    parts = sorted(nx.connected_components(network), key=lambda part: (-len(part), min(part)))
    drawn = [_spring(network.subgraph(sorted(part))) for part in parts]
    return {key: place for part in _packed(drawn) for key, place in part.items()}


def _spring(part: nx.Graph) -> dict[str, Position]:
    size = len(part)
    start = {key: _start(key) for key in part}
    iterations = 300 if size <= 400 else 60
    settled = nx.spring_layout(part, pos=start, k=1.6 / math.sqrt(size), iterations=iterations, weight=None, seed=_SEED)
    return _centred({key: (float(x), float(y)) for key, (x, y) in settled.items()}, _radius(size))


def _start(key: str) -> Position:
    digest = hashlib.sha256(key.encode()).digest()
    x, y = (int.from_bytes(half, "big") / 2**32 for half in (digest[:4], digest[4:8]))
    return (2 * x - 1, 2 * y - 1)


def _radius(size: int) -> float:
    return _SPACING * (0.75 * math.sqrt(size) - 0.5) if size > 1 else 0.0


def _centred(part: dict[str, Position], radius: float) -> dict[str, Position]:
    middle_x, middle_y = (sum(place[axis] for place in part.values()) / len(part) for axis in (0, 1))
    moved = {key: (x - middle_x, y - middle_y) for key, (x, y) in part.items()}
    extent = max(math.hypot(x, y) for x, y in moved.values()) or 1.0
    return {key: (x * radius / extent, y * radius / extent) for key, (x, y) in moved.items()}


def _packed(parts: Iterable[dict[str, Position]]) -> list[dict[str, Position]]:
    taken: list[tuple[float, float, float]] = []
    placed = []
    for part in parts:
        radius = max(math.hypot(x, y) for x, y in part.values()) + 0.6 * _SPACING
        x, y = _free_place(radius, taken)
        taken.append((x, y, radius))
        placed.append({key: (round(px + x, 1), round(py + y, 1)) for key, (px, py) in part.items()})
    return placed


def _free_place(radius: float, taken: list[tuple[float, float, float]]) -> Position:
    """The first place along a flat spiral where a disc of `radius` touches none of `taken`."""
    turn = 0.0
    while True:
        reach = 12.0 * turn
        x, y = 1.25 * reach * math.cos(turn), reach * math.sin(turn)
        if all(math.hypot(x - other_x, y - other_y) >= radius + other for other_x, other_y, other in taken):
            return (x, y)
        turn += 0.25 / (1 + turn / 20)
