"""How word could get from one to another."""

from __future__ import annotations

from datetime import date
from itertools import pairwise, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Claim, Contact, Evidence, Participant, Window
from kg.network import build
from kg.network.measures import word


def way(network, key, source, target, **more):
    found = word(network, key(source), key(target), **more)
    return found and ([f"{step.giver}-{step.taker}" for step in found.steps], found.certain)


def test_word_passes_along_contacts_in_order_of_time(tied, key):
    network = tied("Ann Bob 2017-01-01", "Bob Cid 2017-01-03", "Cid Dan 2017-01-02")
    assert way(network, key, "Ann", "Cid") == (["Ann-Bob", "Bob-Cid"], True)
    assert way(network, key, "Ann", "Dan") is None
    assert way(network, key, "Dan", "Ann") is None
    assert way(network, key, "Dan", "Bob") == (["Dan-Cid", "Cid-Bob"], True)


def test_what_arrives_first_wins_then_what_takes_fewer_steps(tied, key):
    network = tied(
        "Ann Dan 2017-01-09", "Ann Bob 2017-01-01", "Bob Dan 2017-01-02", "Ann Eve 2017-01-02", "Eve Dan 2017-01-02"
    )
    assert way(network, key, "Ann", "Dan")[0] == ["Ann-Bob", "Bob-Dan"]
    assert way(tied("Ann Bob 2017-01-01", "Bob Dan 2017-01-02", "Ann Dan 2017-01-02"), key, "Ann", "Dan")[0] == [
        "Ann-Dan"
    ]


def test_the_same_day_or_an_open_window_is_possible_not_certain(tied, key):
    assert way(tied("Ann Bob 2017-01-01", "Bob Cid 2017-01-01"), key, "Ann", "Cid") == (["Ann-Bob", "Bob-Cid"], False)
    network = tied("Ann Bob 2017-01-15", "Bob Cid 2017-01")
    assert way(network, key, "Ann", "Cid") == (["Ann-Bob", "Bob-Cid"], False)
    assert word(network, key("Ann"), key("Cid")).arrival == date(2017, 1, 15)


def test_only_what_was_held_and_has_a_date_passes_word(tied, key):
    assert way(tied("Ann Bob 2017-01-01", "Bob Cid 2017-01-02 planned"), key, "Ann", "Cid") is None
    assert way(tied("Ann Bob 2017-01-01", "Bob Cid"), key, "Ann", "Cid") is None


def test_word_begins_on_its_day(tied, key):
    network = tied("Ann Bob 2017-01-01", "Ann Bob 2017-03-01")
    assert word(network, key("Ann"), key("Bob"), date(2017, 2, 1)).arrival == date(2017, 3, 1)
    assert word(network, key("Ann"), key("Bob"), date(2017, 4, 1)) is None


def test_companions_hear_it_too(tell, on):
    network = build([tell("c1", "Putin", "Trump", "Pompeo", window=on("2017-01-01"))])
    assert [step.taker for step in word(network, "Q22686", "mike pompeo|USA").steps] == ["Mike Pompeo"]


def test_nobody_sends_word_to_themselves(tied, key):
    assert way(tied("Ann Bob 2017-01-01"), key, "Ann", "Ann") is None


PEOPLE = "ABCDE"


def contact(number, pair, first, length):
    start, end = date(2017, 1, first), date(2017, 1, first + length)
    who = tuple(Participant(name=f"P{name}", country=name * 3) for name in pair)
    claim = Claim(participants=who, channel="phone", status="held", evidence=[Evidence(start=0, end=1, text="x")])
    return Contact(
        id=f"c{number}",
        participants=who,
        channel="phone",
        status="held",
        claims=(claim,),
        window=Window.within(start, end),
    )


@st.composite
def told(draw):
    pairs = st.tuples(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)).filter(lambda pair: pair[0] < pair[1])
    rows = draw(st.lists(st.tuples(pairs, st.integers(1, 9), st.integers(0, 3)), min_size=1, max_size=5))
    return [contact(number, *row) for number, row in enumerate(rows)]


def earliest(contacts, source, target):
    """By trying every order of every choice of contacts."""
    arrivals = []
    for size in range(1, len(contacts) + 1):
        for order in permutations(contacts, size):
            holder, day = source, date.min
            for each in order:
                names = [participant.name for participant in each.participants]
                if holder not in names or each.window.latest < day:
                    break
                day = max(day, each.window.earliest)
                holder = next(name for name in names if name != holder)
            else:
                if holder == target:
                    arrivals.append(day)
    return min(arrivals, default=None)


@settings(deadline=None, max_examples=60)
@given(told())
def test_no_order_of_contacts_arrives_earlier(contacts):
    network = build(contacts)
    labels = {data["label"]: key for key, data in network.nodes(data=True)}
    source, target = sorted(labels)[0], sorted(labels)[-1]
    found = word(network, labels[source], labels[target])
    assert (found and found.arrival) == earliest(contacts, source, target)


@pytest.mark.parametrize("target", ["Bob", "Cid"])
def test_steps_hang_together(tied, key, target):
    steps = word(tied("Ann Bob 2017-01-01", "Bob Cid 2017-01-03"), key("Ann"), key(target)).steps
    assert steps[0].giver == "Ann"
    assert steps[-1].taker == target
    assert all(one.taker == other.giver for one, other in pairwise(steps))
