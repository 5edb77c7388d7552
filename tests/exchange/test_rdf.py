"""RDF exports, read back with rdflib: each format says the same as N-Quads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rdflib import Dataset, Graph
from rdflib.compare import to_isomorphic

from kg.contact_graph import ContactGraph


def dataset(graph: ContactGraph, path: Path, form: str, theirs: str) -> Dataset:
    graph.export(path / f"graph.{form}", form)
    return Dataset().parse(path / f"graph.{form}", format=theirs)


def article_graph(data: Dataset) -> Graph:
    [name] = [each.identifier for each in data.graphs() if "graph/article/" in str(each.identifier)]
    return data.graph(name)


@pytest.mark.parametrize(("form", "theirs"), [("trig", "trig"), ("jsonld", "json-ld")])
def test_each_format_with_named_graphs_says_the_same(
    graph: ContactGraph, tmp_path: Path, form: str, theirs: str
) -> None:
    whole = dataset(graph, tmp_path, "nq", "nquads")
    again = dataset(graph, tmp_path, form, theirs)
    sizes = {str(each.identifier): len(each) for each in whole.graphs() if len(each)}
    assert {str(each.identifier): len(each) for each in again.graphs() if len(each)} == sizes
    assert to_isomorphic(article_graph(again)) == to_isomorphic(article_graph(whole))


def test_turtle_is_their_union(graph: ContactGraph, tmp_path: Path) -> None:
    graph.export(tmp_path / "graph.ttl", "ttl")
    union = Graph().parse(tmp_path / "graph.ttl")
    assert set(article_graph(dataset(graph, tmp_path, "nq", "nquads"))) <= set(union)


def test_json_ld_has_our_context_and_its_short_names(graph: ContactGraph, tmp_path: Path) -> None:
    graph.export(tmp_path / "graph.jsonld", "jsonld")
    document = json.loads((tmp_path / "graph.jsonld").read_text(encoding="utf-8"))
    told = next(each for each in document["graph"] if "graph/article/" in each["id"])["graph"]
    claim = next(each for each in told if each.get("authorityText") == "the Kremlin")
    assert (claim["type"], claim["channel"], claim["earliest"]) == ("Claim", "phone", "2014-03-02")
    assert set(claim["participant"]) == {"person:Q567", "person:Q7747"}
