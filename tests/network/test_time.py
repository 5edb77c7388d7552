"""The network through time: slices, and ties that fade."""

from __future__ import annotations

from datetime import date

import pytest

from kg.model import Window
from kg.network import build, recent, rolling, slices


def told(cut):
    return {each.period.name: [contact.id for contact in each.network.contacts] for each in cut}


def test_months_quarters_and_years_with_their_gaps(tied):
    network = tied("Ann Bob 2016-12-31", "Ann Bob 2017-01-01", "Ann Cid 2017-03-31")
    assert told(slices(network, "month")) == {"2016-12": ["c0"], "2017-01": ["c1"], "2017-02": [], "2017-03": ["c2"]}
    assert told(slices(network, "quarter")) == {"2016-Q4": ["c0"], "2017-Q1": ["c1", "c2"]}
    assert told(slices(network, "year")) == {"2016": ["c0"], "2017": ["c1", "c2"]}
    assert [each.period.last for each in slices(network, "quarter")] == [date(2016, 12, 31), date(2017, 3, 31)]


def test_what_is_known_less_exactly_than_the_period_is_left_out(tell, on):
    contacts = [
        tell("day", "Putin", "Trump", window=on("2017-05-02")),
        tell("month", "Putin", "Trump", window=Window.month(2017, 5)),
        tell("year", "Putin", "Trump", window=Window.year(2017)),
        tell("undated", "Putin", "Trump"),
    ]
    network = build(contacts)
    assert told(slices(network, "month"))["2017-05"] == ["month", "day"]
    assert told(slices(network, "year")) == {"2017": ["year", "month", "day"]}


def test_a_window_over_the_turn_of_a_month_lies_where_its_middle_lies(tell):
    meeting = tell("c1", "Putin", "Trump", window=Window.within(date(2017, 4, 29), date(2017, 5, 3)))
    assert told(slices(build([meeting]), "month")) == {"2017-05": ["c1"]}


def test_a_slice_is_a_network_of_its_own(tied, key):
    first, second = slices(tied("Ann Bob 2016-01-01", "Ann Bob 2017-01-01", "Ann Cid 2017-01-02"))
    assert (sorted(first.network), first.network.edges[key("Ann"), key("Bob")]["weight"]) == (
        [key("Ann"), key("Bob")],
        1,
    )
    assert second.network.nodes[key("Ann")]["contacts"] == 2


def test_a_rolling_window_moves_on(tied):
    network = tied("Ann Bob 2017-01-01", "Ann Bob 2017-01-20", "Ann Bob 2017-02-10")
    assert told(rolling(network, days=30, step=15)) == {
        "2017-01-01/2017-01-30": ["c0", "c1"],
        "2017-01-16/2017-02-14": ["c1", "c2"],
        "2017-01-31/2017-03-01": ["c2"],
    }


@pytest.mark.parametrize(("days", "step"), [(0, 1), (1, 0)])
def test_a_window_without_days_is_refused(tied, days, step):
    with pytest.raises(ValueError, match="give 1 or more"):
        rolling(tied("Ann Bob 2017-01-01"), days, step)


def test_without_dates_there_are_no_slices(tied):
    assert slices(tied("Ann Bob")) == rolling(tied("Ann Bob")) == []


def test_a_contact_counts_half_after_its_half_life(tied, key):
    network = tied("Ann Bob 2017-01-11", "Ann Bob 2017-01-01", "Ann Cid 2016-12-22", "Ann Dan 2017-01-12", "Ann Eve")
    faded = recent(network, date(2017, 1, 11), half_life=10)
    assert {tuple(sorted(pair)): faded.edges[pair]["weight"] for pair in faded.edges} == {
        (key("Ann"), key("Bob")): 1.5,
        (key("Ann"), key("Cid")): 0.25,
    }
    assert network.edges[key("Ann"), key("Bob")]["weight"] == 2


def test_a_half_life_of_nothing_is_refused(tied):
    with pytest.raises(ValueError, match="give more than 0"):
        recent(tied("Ann Bob"), date(2017, 1, 1), 0)
