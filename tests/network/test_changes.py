"""Ties gone silent, new ties, ranks."""

from __future__ import annotations

from datetime import date

from kg.network import slices
from kg.network.measures import RankChange, activity, new_ties, rank_changes, silent


def test_a_tie_is_silent_after_a_year_and_twice_its_usual_interval(tied):
    network = tied(
        *("Ann Bob 2015-01-01", "Ann Bob 2015-02-01", "Ann Bob 2015-04-01"),  # usual: 45 days
        *("Ann Cid 2013-01-01", "Ann Cid 2015-01-01"),  # usual: 730 days
        *("Ann Dan 2016-01-01", "Ann Dan 2016-08-01"),  # not yet
        "Ann Eve 2010-01-01",  # once is no tie
    )
    (found,) = silent(network, date(2017, 1, 1))
    assert (found.one, found.other, found.contacts, found.last) == ("Ann", "Bob", 3, date(2015, 4, 1))
    assert (found.days, found.usual) == (641, 45)
    assert [silence.other for silence in silent(network, date(2017, 1, 1), days=100)] == ["Bob"]
    assert {silence.other for silence in silent(network, date(2020, 1, 1))} == {"Bob", "Cid", "Dan"}


def test_plans_and_undated_contacts_break_no_silence(tied):
    pairs = ("Ann Bob 2015-01-01", "Ann Bob 2015-02-01", "Ann Bob 2016-12-01 planned", "Ann Bob")
    assert [silence.last for silence in silent(tied(*pairs), date(2017, 1, 1))] == [date(2015, 2, 1)]


def test_new_ties_have_no_contact_before(tied):
    network = tied("Ann Bob 2016-01-01", "Ann Bob 2017-01-01", "Ann Cid 2017-02-01", "Ann Cid 2017-03-01", "Ann Dan")
    assert [(tie.one, tie.other, tie.contacts, tie.first) for tie in new_ties(network, date(2017, 1, 1))] == [
        ("Ann", "Cid", 2, date(2017, 2, 1))
    ]


def test_ranks_change_from_one_period_to_the_next(tied):
    before, after = slices(
        tied(
            *("Ann Bob 2016-01-01", "Ann Bob 2016-01-02", "Ann Cid 2016-02-01", "Cid Dan 2016-02-02"),
            *("Cid Dan 2017-01-01", "Cid Dan 2017-01-02", "Cid Ann 2017-01-03", "Eve Cid 2017-02-01"),
        )
    )
    # 2016: Ann 3, Bob 2, Cid 2, Dan 1; 2017: Cid 4, Dan 2, Ann 1, Eve 1
    assert rank_changes(before.network, after.network, activity) == [
        RankChange("Dan", 4, 2),
        RankChange("Ann", 1, 3),
        RankChange("Cid", 2, 1),
        RankChange("Bob", 2, None),
        RankChange("Eve", None, 3),
    ]
