"""The report: every part, with its first rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.network import build
from kg.network.report import SECTIONS, Question, report

CHAIN = ("Ann Bob 2016-01-01", "Ann Bob 2016-02-01", "Bob Cid 2017-03-01", "Cid Dan 2018-04-01", "Dan Eve 2018-05-01")


def test_every_part_of_an_empty_network_is_empty(tied):
    found = report(tied(), list(SECTIONS), Question())
    assert {name: rows for name, rows in found.items() if rows and name != "overview"} == {}


def test_every_row_of_a_part_has_the_same_columns(tied):
    found = report(tied(*CHAIN), list(SECTIONS), Question(ends=("Ann", "Dan")))
    assert [name for name, rows in found.items() if not rows] == []
    assert {name for name, rows in found.items() if len({tuple(row) for row in rows}) != 1} == set()


def test_rows_are_cut_but_the_way_of_word_is_whole(tied):
    found = report(tied(*CHAIN), ["leaders", "word"], Question(top=2, ends=("Ann", "Dan")))
    assert (len(found["leaders"]), len(found["word"])) == (2, 3)


def test_changes_compare_the_last_two_periods_with_contacts(tied):
    assert list(report(tied(*CHAIN), ["changes"], Question())["changes"][0]) == ["label", "rank 2017", "rank 2018"]
    found = report(tied(*CHAIN), ["changes"], Question(by="month"))
    assert list(found["changes"][0]) == ["label", "rank 2018-04", "rank 2018-05"]


def test_large_networks_get_no_intervals_unasked(tied, monkeypatch):
    monkeypatch.setattr("kg.network.report.SMALL", 4)
    network = tied(*CHAIN)
    assert report(network, ["brokers"], Question())["brokers"][0]["low"] is None
    assert report(network, ["brokers"], Question(draws=5))["brokers"][0]["low"] is not None


def test_every_figure_tells_how_sure_it_is_and_what_two_sides_confirm(tell):
    both = [{"authority": "the Kremlin"}, {"authority": "White House", "article": "a2"}]
    network = build(
        [tell("c1", "Putin", "Trump", claims=both), tell("c2", "Putin", "Xi"), tell("c3", "Putin", "Xi", article="a3")]
    )
    found = report(network, ["sureness"], Question(top=4, draws=200))["sureness"]
    assert [(row["label"], row["figure"], row["value"], row["confirmed"]) for row in found] == [
        ("Vladimir Putin", "contacts", 3, 1),
        ("Vladimir Putin", "reach", 2, 1),
        ("Vladimir Putin", "brokerage", 1, 0),
        ("Vladimir Putin", "effective size", 2, 1),
    ]
    reach = found[1]
    assert (reach["low"], reach["high"]) == (1, 2)
    assert all(row["low"] <= row["value"] <= row["high"] for row in found)


def test_word_from_nobody_is_refused(tied):
    with pytest.raises(QueryError, match="nobody in this network is called 'Zed'"):
        report(tied(*CHAIN), ["word"], Question(ends=("Zed", "Ann")))


PLAIN = {
    "label",
    "country",
    "one",
    "other",
    "first",
    "last",
    "name",
    "members",
    "figure",
    "value",
    "from",
    "to",
    "channel",
}
DOCS = Path(__file__).parents[2] / "docs" / "measures.md"


def test_every_figure_is_explained(tied):
    told = DOCS.read_text(encoding="utf-8")
    found = report(tied(*CHAIN), list(SECTIONS), Question(ends=("Ann", "Dan")))
    assert {name for name in found if f"`{name}`" not in told} == {"overview"}
    columns = {column.replace("_", " ") for rows in found.values() for row in rows for column in row} - PLAIN
    assert {
        column
        for column in columns
        if not column.startswith("rank ") and not column[0].isdigit() and f"`{column}`" not in told
    } == set()


def test_circles_are_followed_through_periods(tied):
    network = tied("Ann Bob 2016-01-01", "Bob Cid 2016-01-02", "Ann Bob 2017-01-01", "Una Vic 2017-01-01")
    assert report(network, ["stories"], Question())["stories"] == [
        {"circle": "Bob, Ann and 1 more", "2016": 3, "2017": 2},
        {"circle": "Una and Vic", "2016": None, "2017": 2},
    ]
