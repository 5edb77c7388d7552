"""Some contacts of a graph, as a graph of their own and in every format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rdflib import RDF, Dataset

from kg.contact_graph import ContactGraph
from kg.errors import QueryError, StoreError
from kg.graph.namespaces import KG
from kg.model import Article


def test_of_all_contacts_it_says_what_the_whole_says(graph: ContactGraph) -> None:
    whole = graph.subgraph()
    assert whole.contacts() == graph.contacts()
    assert list(whole.store.claims()) == list(graph.store.claims())
    assert whole.store.articles() == graph.store.articles()
    assert whole.store.totals() == graph.store.totals()
    assert whole.validate() == []


def test_what_fits_keeps_its_ids_and_has_no_other_claims(graph: ContactGraph) -> None:
    calls = graph.contacts(channel="phone")
    part = graph.subgraph(channel="phone")
    assert 0 < len(calls) < len(graph.contacts())
    assert part.contacts() == calls
    assert {claim.id for claim in part.store.claims()} == {claim.id for contact in calls for claim in contact.claims}
    assert part.store.participants("Putin") == graph.store.participants("Putin")
    assert part.network().number_of_edges() == graph.network(channel="phone").number_of_edges()


def test_nothing_can_be_put_into_it(graph: ContactGraph) -> None:
    with pytest.raises(StoreError, match="read-only"):
        graph.subgraph(channel="phone").store.put(Article(id="more", text=""), [])


def test_exports_take_the_filters_of_contacts(graph: ContactGraph, tmp_path: Path) -> None:
    calls = graph.contacts(channel="phone")
    graph.export(tmp_path / "calls.csv", "csv", channel="phone")
    assert len((tmp_path / "calls.csv").read_text(encoding="utf-8").splitlines()) == len(calls) + 1
    graph.export(tmp_path / "calls.jsonl", "jsonl", channel="phone")
    [line] = map(json.loads, (tmp_path / "calls.jsonl").read_text(encoding="utf-8").splitlines())
    assert {claim["channel"] for claim in line["claims"]} <= {"phone", "unspecified"}
    graph.export(tmp_path / "calls.nq", "nq", channel="phone")
    data = Dataset(default_union=True).parse(tmp_path / "calls.nq", format="nquads")
    assert len(set(data.subjects(RDF.type, KG.Contact))) == len(calls)
    with ContactGraph() as again:
        again.load(tmp_path / "calls.nq")
        assert again.contacts() == calls
    with pytest.raises(QueryError):
        graph.export(tmp_path / "calls.nq", "nq", channel="pigeon")
