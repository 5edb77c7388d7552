from __future__ import annotations

from datetime import date

import pytest

from kg.model import Participant
from kg.network import build, most_active_pairs, stats


def several(tell, pairs):
    """One contact for every pair of names; each name is of a country of its own."""
    return [
        tell(f"c{n}", *(Participant(name=name, country=name[:3].upper()) for name in pair))
        for n, pair in enumerate(pairs)
    ]


def test_pairs_are_ranked_by_contacts_then_name(tell, on):
    contacts = [
        tell("c1", "Putin", "Trump", window=on("2017-05-02")),
        tell("c2", "Trump", "Putin", window=on("2017-01-28")),
        tell("c3", "Xi", "Merkel"),
        tell("c4", "Macron", "Merkel"),
    ]
    rows = [(pair.one, pair.other, pair.contacts) for pair in most_active_pairs(build(contacts), 2)]
    assert rows == [("Donald Trump", "Vladimir Putin", 2), ("Angela Merkel", "Emmanuel Macron", 1)]
    strongest = most_active_pairs(build(contacts), 1)[0]
    assert (strongest.first, strongest.last) == (date(2017, 1, 28), date(2017, 5, 2))


def test_who_stands_between_all_others_brokers_everything(tell):
    network = build(several(tell, [("Hub", "Ann"), ("Hub", "Bob"), ("Hub", "Cid")]))
    first = stats(network).standings[0]
    assert (first.label, first.reach, first.brokerage) == ("Hub", 3, 1.0)


def test_the_short_way_leads_along_many_contacts(tell):
    strong = [("Ann", "Mid"), ("Mid", "Bob")] * 5
    standings = {row.label: row for row in stats(build(several(tell, [*strong, ("Ann", "Bob")]))).standings}
    assert standings["Mid"].brokerage == 1.0


def test_circles_are_those_who_speak_among_themselves(tell):
    here = [("Ann", "Bob"), ("Bob", "Cid"), ("Ann", "Cid"), ("Ann", "Dan"), ("Dan", "Bob")]
    there = [("Una", "Vic"), ("Vic", "Wim"), ("Una", "Wim")]
    figures = stats(build(several(tell, [*here, *there, ("Cid", "Una")])))
    circles = {row.label: row.circle for row in figures.standings}
    assert figures.circles == 2
    assert {name for name, circle in circles.items() if circle == 1} == {"Ann", "Bob", "Cid", "Dan"}


def test_the_overview_speaks_plainly(tell, on):
    network = build([tell("c1", "Putin", "Trump", window=on("2017-05-02")), tell("c2", "Putin", "Xi")])
    assert stats(network).overview() == {
        "contacts": 2,
        "confirmed": 0,
        "leaders": 3,
        "pairs": 2,
        "circles": 1,
        "first": date(2017, 5, 2),
        "last": date(2017, 5, 2),
    }


def test_measuring_leaves_the_network_as_it_was(tell):
    network = build([tell("c1", "Putin", "Trump")])
    before = (list(network.nodes(data=True)), [dict(data) for _, _, data in network.edges(data=True)])
    stats(network)
    assert (list(network.nodes(data=True)), [dict(data) for _, _, data in network.edges(data=True)]) == before


@pytest.mark.parametrize("figure", ["contacts", "leaders", "pairs", "circles"])
def test_an_empty_network_has_figures_too(figure):
    assert stats(build([])).overview()[figure] == 0
    assert most_active_pairs(build([])) == []
