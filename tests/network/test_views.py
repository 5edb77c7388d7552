"""Around one leader, and between two."""

from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.network import ego, find, path


def test_around_one_are_the_ties_among_those_near(tied, key):
    network = tied("Ann Bob", "Ann Cid", "Bob Cid", "Cid Dan", "Dan Eve")
    near = ego(network, key("Ann"))
    assert sorted(near) == [key(name) for name in ("Ann", "Bob", "Cid")]
    assert near.number_of_edges() == 3
    assert [contact.id for contact in near.contacts] == ["c0", "c1", "c2"]
    assert sorted(ego(network, key("Ann"), 2)) == [key(name) for name in ("Ann", "Bob", "Cid", "Dan")]


def test_the_way_leads_along_many_contacts(tied, key):
    network = tied("Ann Bob", *["Ann Mid", "Mid Bob"] * 3, "Bob Cid")
    way = path(network, key("Ann"), key("Bob"))
    assert list(way) == [key("Ann"), key("Mid"), key("Bob")]
    assert [sorted(pair) for pair in way.edges()] == [[key("Ann"), key("Mid")], sorted([key("Mid"), key("Bob")])]
    assert {contact.id for contact in way.contacts} == {f"c{number}" for number in range(1, 7)}


def test_a_way_through_a_gathering_keeps_its_own_ties_only(tied, key):
    way = path(tied("Ann Bob Cid", "Cid Dan"), key("Ann"), key("Dan"))
    assert list(way) == [key("Ann"), key("Cid"), key("Dan")]
    assert way.number_of_edges() == 2


def test_where_there_is_no_way_nothing_is_shown(tied, key):
    assert len(path(tied("Ann Bob", "Cid Dan"), key("Ann"), key("Dan"))) == 0


@pytest.mark.parametrize("name", ["Q7747", "Vladimir Putin", "putin", "VLADIMIR", "Putin Vladimir"])
def test_a_node_is_found_by_any_part_of_its_name(tell, name):
    from kg.network import build

    assert find(build([tell("c1", "Putin", "Trump")]), name) == "Q7747"


@pytest.mark.parametrize(
    ("name", "said"),
    [("Xi", "nobody in this network is called 'Xi'"), ("", "nobody"), ("Ann", "can be Ann Aye, Ann Bee")],
)
def test_a_name_of_nobody_or_of_several_is_told(tell, name, said):
    from kg.model import Participant
    from kg.network import build

    people = [Participant(name="Ann Aye", country="AAA"), Participant(name="Ann Bee", country="BBB")]
    with pytest.raises(QueryError, match=said):
        find(build([tell("c1", *people)]), name)
