"""SPARQL of users reads, and reads here only."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Literal

from kg.errors import QueryError
from kg.graph import Store
from kg.graph.namespaces import CHANNELS
from kg.graph.sparql import bind, check
from kg.model import Channel

PAIRS = "SELECT ?contact WHERE { ?contact a kg:Contact ; kg:channel ?channel }"


def test_a_query_sees_the_union_of_all_graphs(store):
    crossing = """SELECT ?sentence WHERE {
        ?claim kg:about/kg:participant person:Q946 ; kg:evidence/oa:hasTarget/oa:hasSelector/oa:exact ?sentence }"""
    assert len(store.query(crossing).bindings) == 2


def test_ask_construct_and_describe_are_answered(store):
    assert store.query("ASK { ?contact a kg:Contact }").askAnswer is True
    graph = store.query("CONSTRUCT { ?s kg:spokeWith ?o } WHERE { ?s kg:spokeWith ?o }").graph
    assert graph is not None
    assert len(graph) == 4
    described = store.query("DESCRIBE person:Q7747").graph
    assert described is not None
    assert len(described) > 3


def test_unbound_values_are_absent_from_rows(store):
    rows = store.query("SELECT ?a ?b WHERE { VALUES ?a { 1 } OPTIONAL { ?a kg:nothing ?b } }").bindings
    assert [{str(name) for name in row} for row in rows] == [{"a"}]


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <x:a> <x:b> <x:c> }",
        "PREFIX x: <x:> DELETE WHERE { ?s ?p ?o }",
        "# SELECT\nDROP ALL",
        "CLEAR DEFAULT",
        "LOAD <file:///etc/passwd>",
        "",
    ],
)
def test_updates_are_refused(text):
    with Store() as store, pytest.raises(QueryError, match="begins with SELECT"):
        store.query(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * FROM <file:///etc/passwd> WHERE { ?s ?p ?o }",
        "SELECT * from named <http://127.0.0.1/> WHERE { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { { SELECT * { service silent <http://127.0.0.1/> { ?s ?p ?o } } } }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE ?s { ?s ?p ?o } } }",
        # hidden from a reader that takes <'b> for an IRI and what follows for a string
        "SELECT * { ?s ?p ?o FILTER(?o<'b>') SERVICE <http://127.0.0.1/> { ?s ?p ?o } FILTER(?o != '') }",
        'SELECT * { ?s ?p """\\""" . SERVICE <http://127.0.0.1/> { ?s ?p """ } }',
    ],
)
def test_reaching_outside_is_refused(store, text):
    with pytest.raises(QueryError, match=r"is refused|cannot be checked"):
        store.query(text)


@pytest.mark.parametrize(
    "text",
    [
        'SELECT * { ?s rdfs:label "service from Moscow" }',
        "SELECT * { ?service kg:about ?from } # SERVICE",
        "PREFIX from: <x:> SELECT * { ?s from:service <http://from/SERVICE> }",
    ],
)
def test_the_words_themselves_are_harmless(store, text):
    assert store.query(text).type == "SELECT"


@pytest.mark.parametrize("text", ["SELECT WHERE", "SELECT * { ?s ?p }", "SELECT ?x { ?s nope:p ?o }"])
def test_what_is_not_sparql_is_told_in_one_line(store, text):
    with pytest.raises(QueryError, match="cannot be answered") as caught:
        store.query(text)
    assert "\n" not in str(caught.value)


def test_variables_can_be_bound_to_terms(store):
    assert len(store.query(PAIRS, channel=CHANNELS[Channel.LETTER]).bindings) == 1
    several = [CHANNELS[Channel.LETTER], CHANNELS[Channel.IN_PERSON]]
    assert len(store.query(PAIRS, channel=several).bindings) == 4
    assert store.query(PAIRS, channel=[]).bindings == []


def test_variables_that_are_not_selected_and_filters_can_be_bound(store):
    query = "SELECT ?label { ?contact rdfs:label ?label ; kg:earliest ?day FILTER (?day < ?before) }"
    assert len(store.query(query, before=Literal(date(2017, 5, 1))).bindings) == 1


def test_a_template_is_not_taken_for_the_pattern():
    bound = bind("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", {"s": Literal("x")})
    assert bound == 'CONSTRUCT { ?s ?p ?o } WHERE { VALUES ?s { "x" }  ?s ?p ?o }'
    aggregate = bind("SELECT (EXISTS { ?x ?y ?z } AS ?e) { ?s ?p ?o }", {"s": Literal("x")})
    assert aggregate.endswith('AS ?e) { VALUES ?s { "x" }  ?s ?p ?o }')


def test_only_variables_can_be_bound(store):
    with pytest.raises(QueryError, match="not the name of a variable"):
        store.query(PAIRS, **{"x } DROP ALL": Literal("x")})


HOSTILE = st.one_of(
    st.text(),
    st.sampled_from(
        ['" } DELETE', '"""', "\\", '\\" } SERVICE <http://127.0.0.1/> {', "\\u0022 }", "'", "\n} #", "> }"]
    ),
)


@settings(deadline=None)
@given(text=HOSTILE)
def test_whatever_a_bound_literal_holds_stays_inside_it(text):
    with Store() as store:
        (row,) = store.query("SELECT ?x { }", x=Literal(text)).bindings
        assert [str(value) for value in row.values()] == [text]


@settings(deadline=None)
@given(text=st.text(alphabet="SELCTFROMVI {}()<>'\"#\\?x:\n", max_size=40))
def test_checking_never_fails_otherwise(text):
    with suppress(QueryError):
        check(text)
