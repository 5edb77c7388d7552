"""Answers in the standard formats."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from datetime import date

import pytest
from rdflib import Literal, Variable

from kg.errors import QueryError
from kg.graph.namespaces import CHANNELS
from kg.graph.results import rows, serialised
from kg.model import Channel

QUERY = 'SELECT ?name ?none WHERE { VALUES (?name ?none) { ("a, \\"b\\"" UNDEF) ("Ł" UNDEF) } }'


def test_rows_are_text(store):
    assert rows(store.query(QUERY)) == [{"name": 'a, "b"', "none": ""}, {"name": "Ł", "none": ""}]
    assert rows(store.query("ASK { ?contact a kg:Contact }")) == [{"answer": "true"}]
    graph = store.query("CONSTRUCT { kg:a kg:b ?o } WHERE { VALUES ?o { 1 } }")
    assert [row["object"] for row in rows(graph)] == ["1"]


def test_terms_are_those_of_rdflib_and_read_as_often_as_asked(store):
    query = """SELECT ?day ?word ?none ?thing { VALUES (?day ?word ?none ?thing) {
        ("2017-05-02"^^xsd:date "Kreml"@de UNDEF kg:phone) } }"""
    result = store.query(query)
    day, word, thing = Literal(date(2017, 5, 2)), Literal("Kreml", lang="de"), CHANNELS[Channel.PHONE]
    for _ in range(2):
        assert [dict(row) for row in result.bindings] == [
            {Variable("day"): day, Variable("word"): word, Variable("thing"): thing}
        ]
    assert [tuple(row) for row in result] == [(day, word, None, thing)]


def test_a_triple_is_no_value(store):
    with pytest.raises(ValueError, match="a triple cannot be a value"):
        list(store.query("SELECT (<<( kg:a kg:b kg:c )>> AS ?t) {}").bindings)


def test_json(store):
    answer = json.loads(serialised(store.query(QUERY), "json"))
    assert answer["head"]["vars"] == ["name", "none"]
    assert [binding["name"]["value"] for binding in answer["results"]["bindings"]] == ['a, "b"', "Ł"]
    assert json.loads(serialised(store.query("ASK {}"), "json"))["boolean"] is True
    assert json.loads(serialised(store.query("CONSTRUCT { kg:a kg:b 1 } WHERE {}"), "json"))


def test_csv_and_tsv(store):
    table = list(csv.reader(io.StringIO(serialised(store.query(QUERY), "csv"))))
    assert table == [["name", "none"], ['a, "b"', ""], ["Ł", ""]]
    terms = 'SELECT ?x ?y { VALUES (?x ?y) { (<x:a> "a\\n\\tb"@en) (UNDEF 1) } }'
    one = '"1"^^<http://www.w3.org/2001/XMLSchema#integer>'
    assert serialised(store.query(terms), "tsv") == f'?x\t?y\n<x:a>\t"a\\n\\tb"@en\n\t{one}\n'


def test_xml(store):
    for query in (QUERY, "ASK {}", "CONSTRUCT { kg:a kg:b 1 } WHERE {}"):
        assert ET.fromstring(serialised(store.query(query), "xml")) is not None


@pytest.mark.parametrize(("query", "format"), [("ASK {}", "csv"), ("SELECT * {}", "xlsx")])
def test_formats_that_do_not_fit_are_told(store, query, format):  # noqa: A002
    with pytest.raises(QueryError, match=r"use json or xml|not a format"):
        serialised(store.query(query), format)
