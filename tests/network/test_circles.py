"""Circles: found, named, the same in every run, matched over time."""

from __future__ import annotations

import subprocess
import sys

from kg.network.measures import Circle, circles, cohesion, stories

TWO_CIRCLES = (
    "Ann Bob",
    "Ann Bob",
    "Bob Cid",
    "Ann Cid",
    "Una Vic",
    "Vic Wim",
    "Una Wim",
    "Una Vic",
    "Dan Ann",
    "Dan Bob",
    "Cid Una",
)


def test_circles_are_named_after_those_with_most_contacts_inside(tied):
    first, second = circles(tied(*TWO_CIRCLES))
    assert (first.number, first.name) == (1, "Ann, Bob and 2 more")
    assert (second.number, second.name) == (2, "Una, Vic and 1 more")


def test_a_circle_of_two_is_named_after_both(tied):
    assert [circle.name for circle in circles(tied("Ann Bob"))] == ["Ann and Bob"]


def test_nobody_has_no_circle(tied):
    assert circles(tied()) == []


SCRIPT = """
import networkx as nx
from kg.network.measures.circles import partition
graph = nx.relabel_nodes(nx.gnm_random_graph(80, 160, seed=5), str)
for number, (a, b) in enumerate(sorted(graph.edges)):
    graph.edges[a, b]["weight"] = 1 + number % 3
print([sorted(group) for group in partition(graph)])
"""


def test_circles_do_not_depend_on_the_order_of_sets():
    def found(seed):
        command = [sys.executable, "-c", SCRIPT]
        return subprocess.run(command, capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}).stdout

    assert found("1") == found("2")
    assert found("1").count("[") > 3


def circle(number, *members):
    return Circle(number, f"{members[0]} and others", members)


def test_a_circle_goes_on_with_those_who_share_most_members():
    before = [circle(1, "a", "b", "c", "d"), circle(2, "x", "y", "z")]
    after = [circle(1, "x", "y", "z", "d"), circle(2, "a", "b", "c"), circle(3, "n", "o")]
    told = {story.name: story.stages for story in stories([before, after])}
    assert told == {
        "a and others": (before[0], after[1]),
        "x and others": (before[1], after[0]),
        "n and others": (None, after[2]),
    }


def test_a_circle_that_shares_too_little_ends():
    before, after = [circle(1, "a", "b", "c", "d")], [circle(1, "a", "x", "y", "z")]
    assert [story.stages for story in stories([before, after, after])] == [
        (None, after[0], after[0]),
        (before[0], None, None),
    ]


def test_each_circle_goes_on_once():
    before = [circle(1, "a", "b"), circle(2, "c", "d")]
    after = [circle(1, "a", "b", "c", "d")]
    assert sorted(story.stages[1] is not None for story in stories([before, after])) == [False, True]


def test_a_circle_of_one_article_is_drawn_whole(tell):
    from kg.network import build

    network = build([tell("c1", "Putin", "Trump", article="a"), tell("c2", "Xi", "Merkel", article="b")])
    assert cohesion(network, circles(network)) == {1: 1.0, 2: 1.0}


def test_a_circle_that_hangs_on_one_article_is_not_firm(tied):
    network = tied(*TWO_CIRCLES)
    firm = cohesion(network, circles(network))
    assert 0.3 < firm[1] < 1
