"""Exports hold the whole graph and are read by others."""

from __future__ import annotations

import io
import json

import pyoxigraph as ox
import pytest
from rdflib import Dataset, Graph

from kg.errors import StoreError
from kg.graph import Store
from kg.graph.namespaces import BASE, KG, OA


def exported(store: Store, format: str) -> bytes:  # noqa: A002
    stream = io.BytesIO()
    store.export(stream, format)
    return stream.getvalue()


@pytest.mark.parametrize(("format", "theirs"), [("nq", "nquads"), ("trig", "trig")])
def test_formats_with_named_graphs_keep_them(store, format, theirs):  # noqa: A002
    dataset = Dataset()
    dataset.parse(data=exported(store, format), format=theirs)
    names = {str(graph.identifier).removeprefix(BASE) for graph in dataset.graphs() if len(graph)}
    articles = {f"graph/article/{key}" for key in ("call", "visit", "denial")}
    assert names == articles | {"graph/contacts", "graph/shortcuts", "graph/world", "graph/vocabulary"}


def test_turtle_is_the_union(store):
    graph = Graph().parse(data=exported(store, "ttl"), format="turtle")
    quads = [line for line in exported(store, "nq").splitlines() if b"_:" not in line]
    assert len(set(graph)) >= len({line.rpartition(b" <")[0] for line in quads})
    assert (None, KG.about, None) in graph


def test_json_ld_is_compact_and_says_the_same(store):
    text = exported(store, "jsonld")
    document = json.loads(text)
    assert "participation" in text.decode()
    assert document["@context"]["kg"] == str(KG)
    back = ox.Store()
    back.load(text, format=ox.RdfFormat.JSON_LD)
    whole = ox.Store()
    whole.load(exported(store, "nq"), format=ox.RdfFormat.N_QUADS)
    assert {quad for quad in back if isinstance(quad.subject, ox.NamedNode)} == {
        quad for quad in whole if isinstance(quad.subject, ox.NamedNode)
    }


def test_offsets_are_typed_as_web_annotation_asks(store):
    assert f'<{OA.start}> "0"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>' in exported(store, "nq").decode()


def test_two_exports_are_equal_byte_by_byte(store, told):
    with Store() as other:
        for article, claims in reversed(told):
            other.put(article, claims)
        for format in ("nq", "trig", "ttl"):  # noqa: A001
            assert exported(other, format) == exported(store, format)


def test_an_unknown_format_is_told(store):
    with pytest.raises(StoreError, match=r"'rtf' is not a format of RDF \(one of nq, trig, ttl, jsonld\)"):
        store.export(io.BytesIO(), "rtf")
