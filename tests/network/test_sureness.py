"""How sure: the bootstrap over articles, and what two sides confirm."""

from __future__ import annotations

import pytest

from kg.network import build
from kg.network.measures import activity, brokerage, closeness, intervals, pair_intervals, recent_contacts, stats
from kg.network.measures.sureness import drawn


def test_what_one_article_tells_is_drawn_whole(tell):
    network = build([tell("c1", "Putin", "Trump"), tell("c2", "Putin", "Xi")])
    found = intervals(network, activity)["Q7747"]
    assert (found.low, found.high, found.top) == (2, 2, 1)


def test_two_articles_are_drawn_twice_once_or_never(tied, key):
    network = tied("Ann Bob", "Ann Cid")
    found = intervals(network, activity, draws=200)
    assert (found[key("Bob")].low, found[key("Bob")].high) == (0, 2)
    assert (found[key("Ann")].low, found[key("Ann")].high) == (2, 2)  # in both articles
    assert 0.6 < found[key("Bob")].top < 0.9  # 3 of 4 draws hold the article


def test_counts_are_right_on_average(tied, key):
    network = tied(*["Ann Bob"] * 5, *["Ann Cid"] * 3)
    weights = [graph.get_edge_data(key("Ann"), key("Bob"), {}).get("weight", 0) for graph in drawn(network, 2000, 1)]
    assert sum(weights) / len(weights) == pytest.approx(5, rel=0.03)


def test_a_contact_of_several_articles_counts_their_mean(tell):
    both = tell("c1", "Putin", "Trump", claims=[{"article": "a"}, {"article": "b"}])
    network = build([both, tell("c2", "Xi", "Merkel", article="c"), tell("c3", "Xi", "Merkel", article="d")])
    for graph in drawn(network, 50, 3):
        told = graph.nodes["Q7747"]["contacts"] if "Q7747" in graph else 0
        others = graph.nodes["Q15031"]["contacts"] if "Q15031" in graph else 0
        assert 2 * told + others == 4  # as many draws as articles


def test_draws_are_the_same_in_every_run(tied):
    network = tied("Ann Bob", "Bob Cid", "Cid Dan")
    assert intervals(network, brokerage, seed=1) == intervals(network, brokerage, seed=1)
    assert intervals(network, brokerage, draws=20, seed=1) != intervals(network, brokerage, draws=20, seed=2)


def test_pairs_have_intervals_too(tied, key):
    found = pair_intervals(tied("Ann Bob", "Ann Cid", "Ann Cid"), draws=200)
    assert found[frozenset((key("Ann"), key("Bob")))].low == 0
    assert found[frozenset((key("Ann"), key("Cid")))].high == 3


def test_nothing_to_draw_is_borne(tied):
    assert intervals(tied(), activity) == pair_intervals(tied()) == {}


def test_every_standing_tells_what_two_sides_confirm(tell):
    confirmed = [{"authority": "the Kremlin"}, {"authority": "White House"}]
    network = build([tell("c1", "Putin", "Trump", claims=confirmed), tell("c2", "Putin", "Xi")])
    figures = stats(network)
    assert figures.confirmed == 1
    assert {row.label: row.confirmed for row in figures.standings} == {
        "Vladimir Putin": 1,
        "Donald Trump": 1,
        "Xi Jinping": 0,
    }
    assert {(row.pair.other, row.confirmed) for row in closeness(network)} == {("Vladimir Putin", 1), ("Xi Jinping", 0)}


def test_closeness_sets_off_how_active_both_are(tied):
    """Weights 2, 1, 1 (2W = 8): Ann 3, Bob 3, Cid 2; Ann and Bob are expected 3 * 3 / 8 times."""
    first, *rest = closeness(tied("Ann Bob 2017-01-01", "Ann Bob 2017-01-11", "Ann Cid", "Bob Cid"), half_life=10)
    assert (first.pair.one, first.pair.other, first.pair.contacts) == ("Ann", "Bob", 2)
    assert (first.expected, first.ratio, first.recent) == (pytest.approx(9 / 8), pytest.approx(16 / 9), 1.5)
    assert [row.expected for row in rest] == [pytest.approx(6 / 8)] * 2
    assert [row.recent for row in rest] == [0, 0]


def test_recent_contacts_count_a_gathering_once(tied, key):
    network = tied("Ann Bob Cid 2017-01-01", "Ann Bob 2017-01-11")
    assert recent_contacts(network, half_life=10) == {key("Ann"): 1.5, key("Bob"): 1.5, key("Cid"): 0.5}
