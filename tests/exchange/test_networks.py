"""Networks for other programs, read back with networkx; GEXF with the days of every pair."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from kg.contact_graph import ContactGraph
from kg.exchange.gexf import spells
from kg.model import Contact, Window

GEXF = "{http://www.gexf.net/1.2draft}"


def exported(graph: ContactGraph, path: Path, form: str) -> Path:
    graph.export(path / f"network.{form}", form)
    return path / f"network.{form}"


def test_gexf_has_a_spell_for_each_stretch_of_days(graph: ContactGraph, tmp_path: Path) -> None:
    path = exported(graph, tmp_path, "gexf")
    again = nx.read_gexf(path)
    assert again.edges["Q567", "Q7747"]["spells"] == [("2014-03-02", "2014-03-02"), ("2017-05-01", "2017-05-31")]
    [drawn] = ElementTree.parse(path).getroot().iter(f"{GEXF}graph")
    assert (drawn.get("mode"), drawn.get("timeformat")) == ("dynamic", "date")


def test_what_has_an_undated_contact_is_there_all_the_time(graph: ContactGraph, tmp_path: Path) -> None:
    again = nx.read_gexf(exported(graph, tmp_path, "gexf"))
    assert "spells" not in again.nodes["Q567"]
    assert again.nodes["Q7747"]["spells"]
    [other] = set(again) - {"Q567", "Q7747"}
    assert "spells" not in again.edges["Q567", other]


def test_graphml_has_weights_and_days(graph: ContactGraph, tmp_path: Path) -> None:
    again = nx.read_graphml(exported(graph, tmp_path, "graphml"))
    tie = again.edges["Q567", "Q7747"]
    assert (tie["weight"], tie["first"], tie["last"]) == (2, "2014-03-02", "2017-05-31")


days = st.dates(date(2017, 1, 1), date(2017, 2, 28))


@given(pairs=st.lists(st.tuples(days, days).map(sorted), min_size=1, max_size=6))
def test_spells_are_the_days_of_the_windows_and_never_touch(pairs: list[list[date]]) -> None:
    windows = [Window.within(*pair) for pair in pairs]
    found = [
        (date.fromisoformat(a).toordinal(), date.fromisoformat(b).toordinal()) for a, b in spells(map(_on, windows))
    ]
    covered = {day for first, last in found for day in range(first, last + 1)}
    assert covered == {day for a, b in pairs for day in range(a.toordinal(), b.toordinal() + 1)}
    assert all(later[0] > earlier[1] + 1 for earlier, later in pairwise(found))


def _on(window: Window) -> Contact:
    return Contact.model_construct(window=window)
