from __future__ import annotations

import math

import networkx as nx
import pytest

from kg.network import layout
from kg.network.layout import positions


def named(graph):
    return nx.relabel_nodes(graph, lambda number: f"leader {number}")


@pytest.fixture
def world():
    return named(nx.disjoint_union_all([nx.barabasi_albert_graph(60, 2, seed=4), nx.path_graph(4), nx.path_graph(2)]))


def extent(places):
    return max(math.hypot(x, y) for x, y in places.values())


def test_the_same_network_looks_the_same_every_time(world):
    shuffled = nx.Graph()
    shuffled.add_nodes_from(sorted(world, reverse=True))
    shuffled.add_edges_from((b, a) for a, b in reversed(list(world.edges)))
    assert positions(shuffled) == positions(world)


def test_no_two_stand_on_one_spot(world):
    places = list(positions(world).values())
    nearest = min(math.dist(one, other) for n, one in enumerate(places) for other in places[:n])
    assert nearest > 20


def test_neighbours_stand_nearer_than_strangers(world):
    places = positions(world)
    tied = [math.dist(places[a], places[b]) for a, b in world.edges]
    all_pairs = [math.dist(one, other) for one in places.values() for other in places.values()]
    assert sum(tied) / len(tied) < 0.6 * sum(all_pairs) / len(all_pairs)


def test_a_newcomer_leaves_the_picture_as_it_was(world):
    before = positions(world)
    world.add_edge("leader 3", "newcomer")
    after = positions(world)
    moved = [math.dist(before[key], after[key]) for key in before]
    assert sum(moved) / len(moved) < 0.15 * extent(before)


def test_parts_do_not_lie_on_each_other(world):
    places = positions(world)
    small, large = (set(part) for part in sorted(nx.connected_components(world), key=len)[1:])
    assert min(math.dist(places[a], places[b]) for a in small for b in large) > 40


def test_beyond_the_core_everyone_stands_beside_neighbours(monkeypatch):
    monkeypatch.setattr(layout, "_MOST_BY_STRESS", 20)
    chain = named(nx.path_graph(40))
    places = positions(chain)
    assert len(places) == 40
    assert all(math.isfinite(coordinate) for place in places.values() for coordinate in place)
    assert max(math.dist(places[a], places[b]) for a, b in chain.edges) < extent(places)


@pytest.mark.parametrize("size", [0, 1, 2])
def test_the_smallest_networks_have_places(size):
    assert len(positions(named(nx.path_graph(size)))) == size
