"""Every graph that we write keeps the shapes, and one that is tampered with does not."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.graph import Store, Violation
from kg.graph.claim_rdf import claim_iri
from kg.graph.namespaces import ARTICLE_GRAPH, CONTACTS_GRAPH, KG, minted
from kg.model import Status


def test_what_we_write_keeps_the_shapes(store):
    assert store.validate(warnings=True) == []


@pytest.fixture
def tampered(told):
    """A store whose one article lost a triple, and the claim that lost it."""
    database = ox.Store()
    article, claims = told[0]
    with Store(database) as store:
        store.put(article, claims)
        store.rebuild()
        yield database, store, claims[0]


def test_a_violation_names_article_focus_path_and_message(tampered):
    database, store, claim = tampered
    graph, focus = ox.NamedNode(minted(ARTICLE_GRAPH, "call")), ox.NamedNode(claim_iri(claim))
    for quad in list(database.quads_for_pattern(focus, ox.NamedNode(KG.channel), None, graph)):
        database.remove(quad)
    assert store.validate() == [
        Violation("call", str(claim_iri(claim)), str(KG.channel), "a contact has exactly one channel of kg:Channels")
    ]


def test_derived_graphs_are_validated_too(tampered):
    database, store, _ = tampered
    about = ox.NamedNode(KG.about)
    for quad in list(database.quads_for_pattern(None, about, None, ox.NamedNode(CONTACTS_GRAPH))):
        database.remove(quad)
    assert {(each.article, each.message) for each in store.validate()} == {
        ("", "a contact rests on at least one claim")
    }


def test_what_is_merely_odd_is_a_warning(told):
    article, claims = told[0]
    past = claims[0].model_copy(update={"status": Status.PLANNED})
    late = article.model_copy(update={"published": article.published.replace(year=2018)})
    with Store() as store:
        store.put(late, [past])
        assert store.validate() == []
        assert [each.severity for each in store.validate(warnings=True)] == ["Warning"]
