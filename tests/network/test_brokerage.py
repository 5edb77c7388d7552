"""Brokerage, against hand-computed graphs, brute force and networkx."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.network.measures import betweenness, bridges, brokers, constraint, effective_size, roles, sole_channels


def weighted(edges):
    graph = nx.Graph()
    graph.add_weighted_edges_from(edges)
    return graph


@st.composite
def graphs(draw, weights=(1, 2, 4)):
    pairs = draw(
        st.sets(st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda pair: pair[0] < pair[1]), min_size=1)
    )
    return weighted((str(a), str(b), draw(st.sampled_from(weights))) for a, b in sorted(pairs))


def test_on_a_chain_the_inner_two_carry_two_pairs_of_three():
    assert betweenness(weighted([("a", "b", 1), ("b", "c", 1), ("c", "d", 1)])) == pytest.approx(
        {"a": 0, "b": 2 / 3, "c": 2 / 3, "d": 0}
    )


def test_three_strong_ties_are_as_short_as_one_weak():
    """1/3 + 1/3 + 1/3 = 1: a and b have two ways; x lies on one of the two, and on the way from a to y."""
    graph = weighted([("a", "b", 1), ("a", "x", 3), ("x", "y", 3), ("y", "b", 3)])
    assert betweenness(graph)["x"] == pytest.approx((0.5 + 1) / 3)


@settings(deadline=None)  # first use loads libraries
@given(graphs())
def test_betweenness_is_that_of_networkx(graph):
    for _, _, tie in graph.edges(data=True):
        tie["distance"] = 1 / tie["weight"]
    assert betweenness(graph) == pytest.approx(nx.betweenness_centrality(graph, weight="distance"))


@settings(deadline=None)  # first use loads libraries
@given(graphs(weights=(1, 2, 3, 5, 7)))
def test_the_fast_backend_gives_the_same_answers(graph):
    pytest.importorskip("networkit", reason="needs the extra 'fast'")
    assert betweenness(graph, "networkit") == pytest.approx(betweenness(graph, "networkx"))


def test_large_networks_take_the_fast_backend_where_it_is(monkeypatch):
    asked, large = [], nx.path_graph(betweenness.__globals__["LARGE"] + 1)
    for name in ("networkx", "networkit"):
        monkeypatch.setitem(betweenness.__globals__, f"_by_{name}", lambda _, name=name: asked.append(name))
    for graph, installed in ((nx.path_graph(3), True), (large, True), (large, False)):
        nx.set_edge_attributes(graph, 1, "weight")
        monkeypatch.setitem(betweenness.__globals__, "find_spec", lambda _, installed=installed: installed or None)
        betweenness(graph)
    assert asked == ["networkx", "networkit", "networkx"]


def test_large_networks_are_estimated_the_same_every_time(monkeypatch):
    graph = nx.gnm_random_graph(60, 150, seed=3)
    nx.set_edge_attributes(graph, 1, "weight")
    exact = betweenness(graph)
    monkeypatch.setitem(betweenness.__globals__, "PIVOTS", 25)
    assert betweenness(graph) == betweenness(graph)
    assert betweenness(graph) != exact


@pytest.mark.parametrize(
    ("edges", "node", "value"),
    [
        ([("hub", leaf, 1) for leaf in "abc"], "hub", 1 / 3),  # 3 * (1/3)^2
        ([("hub", leaf, 1) for leaf in "abc"], "a", 1.0),
        ([("a", "b", 1), ("b", "c", 1), ("a", "c", 1)], "a", 1.125),  # 2 * (1/2 + 1/2 * 1/2)^2
        ([("a", "b", 3), ("a", "c", 1)], "a", 0.625),  # (3/4)^2 + (1/4)^2
    ],
)
def test_constraint_by_hand(edges, node, value):
    assert constraint(weighted(edges))[node] == pytest.approx(value)


def test_who_has_no_partner_has_no_constraint():
    graph = weighted([("a", "b", 1)])
    graph.add_node("alone")
    assert constraint(graph)["alone"] is None
    assert effective_size(graph)["alone"] == 0
    graph.remove_edge("a", "b")
    assert constraint(graph) == {"a": None, "b": None, "alone": None}


def test_effective_size_by_hand():
    """Four partners; of them b and c have a tie: 4 - 2 * 1 / 4."""
    graph = weighted([("a", other, 1) for other in "bcde"] + [("b", "c", 1)])
    assert effective_size(graph)["a"] == pytest.approx(3.5)


@settings(deadline=None)  # first use loads libraries
@given(graphs())
def test_effective_size_is_that_of_networkx(graph):
    theirs = nx.effective_size(graph)
    assert effective_size(graph) == pytest.approx(theirs)


def test_roles_by_hand():
    """The broker of Europe with Ea and Eb of Europe, Aa and Ab of Asia, Fa of Africa; Ea and Aa speak themselves."""
    graph = weighted([("broker", other, 1) for other in ("Ea", "Eb", "Aa", "Ab", "Fa")] + [("Ea", "Aa", 1)])
    found = roles(graph, {node: "E" if node == "broker" else node[0] for node in graph})["broker"]
    assert found.coordinator == 1  # Ea-Eb
    assert found.gatekeeper == 5  # Ea-Ab, Eb-Aa, Eb-Ab, Ea-Fa, Eb-Fa
    assert found.itinerant == 1  # Aa-Ab
    assert found.liaison == 2  # Aa-Fa, Ab-Fa


@settings(deadline=None)  # first use loads libraries
@given(graphs())
def test_roles_count_every_open_pair_once(graph):
    found = roles(graph, {node: "EAF"[int(node) % 3] for node in graph})
    for node in graph:
        partners = list(graph[node])
        among = graph.subgraph(partners).number_of_edges()
        role = found[node]
        assert (
            role.coordinator + role.gatekeeper + role.itinerant + role.liaison
            == len(partners) * (len(partners) - 1) // 2 - among
        )


def test_brokers_are_ranked(tied):
    rows = brokers(tied("Hub Ann", "Hub Bob", "Hub Cid", "Cid Dan"))
    assert [(row.label, row.effective_size) for row in rows[:2]] == [("Hub", 3), ("Cid", 2)]
    assert rows[0].brokerage == pytest.approx(5 / 6)


def test_bridges_say_how_many_they_cut_off(tied):
    network = tied("Ann Bob", "Bob Cid", "Ann Cid", "Cid Dan", "Dan Eve", "Dan Fay", "Eve Fay", "Eve Gus")
    assert [(one.one, one.other, one.cut_off) for one in bridges(network)] == [("Cid", "Dan", 3)]
    assert [(one.one, one.cut_off) for one in bridges(network, least=1)] == [("Cid", 3), ("Gus", 1)]


@settings(deadline=None)  # first use loads libraries
@given(
    st.sets(
        st.tuples(st.sampled_from("ABCDEFGH"), st.sampled_from("ABCDEFGH")).filter(lambda pair: pair[0] < pair[1]),
        min_size=1,
    )
)
def test_bridges_are_what_brute_force_finds(pairs):
    graph = nx.Graph(pairs)
    wanted = {}
    for a, b in graph.edges():
        cut = nx.restricted_view(graph, [], [(a, b)])
        sides = len(nx.node_connected_component(cut, a)), len(nx.node_connected_component(cut, b))
        if not nx.has_path(cut, a, b):
            wanted[frozenset((a, b))] = min(sides)
    for a, b in graph.edges():
        graph.edges[a, b]["contacts"] = ("c",)
    nx.set_node_attributes(graph, {node: node for node in graph}, "label")
    assert {frozenset((one.one, one.other)): one.cut_off for one in bridges(graph, least=1)} == wanted


def test_a_sole_channel_is_the_only_tie_of_two_groups(tied, key):
    network = tied("Ann Una", "Ann Una", "Bob Vic", "Ann Xu", "Bob Xu", "Una Xu")
    groups = {key("Ann"): "east", key("Bob"): "east", key("Una"): "west", key("Vic"): "", key("Xu"): "south"}
    assert [(one.groups, one.one, one.other, one.contacts) for one in sole_channels(network, groups)] == [
        (("east", "west"), "Ann", "Una", 2),
        (("south", "west"), "Xu", "Una", 1),
    ]
