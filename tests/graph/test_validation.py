"""Every graph that we write keeps the shapes, and one that is tampered with does not."""

from __future__ import annotations

from datetime import date

import pyoxigraph as ox
import pytest
from rdflib import RDF

from kg.errors import InputError
from kg.graph import Store, Violation
from kg.graph.claim_rdf import claim_iri
from kg.graph.namespaces import ARTICLE_GRAPH, CONTACTS_GRAPH, KG, SHORTCUTS_GRAPH, minted
from kg.model import Article, Claim, Evidence, Status, Window


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
        Violation(
            article="call",
            focus=str(claim_iri(claim)),
            path=str(KG.channel),
            message="a contact has exactly one channel of kg:Channels",
            claim=claim.id,
            mend="read the article again: kg ingest --again (article call)",
        )
    ]


def test_derived_graphs_are_validated_too(tampered):
    database, store, _ = tampered
    about = ox.NamedNode(KG.about)
    for quad in list(database.quads_for_pattern(None, about, None, ox.NamedNode(CONTACTS_GRAPH))):
        database.remove(quad)
    assert {(each.article, each.message) for each in store.validate()} == {
        ("", "a contact rests on at least one claim"),
        ("", "a contact rests on at least one claim that an article tells"),
        ("", "every claim is merged into exactly one contact"),
    }
    assert {each.mend for each in store.validate()} == {"kg rebuild"}


def _drop(database: ox.Store, graph: str, subject: str | None, predicate: str) -> None:
    node = ox.NamedNode(subject) if subject else None
    for quad in list(database.quads_for_pattern(node, ox.NamedNode(predicate), None, ox.NamedNode(graph))):
        database.remove(quad)


@pytest.mark.parametrize(
    ("graph", "predicate", "message"),
    [
        (SHORTCUTS_GRAPH, KG.shortcutOf, "a shortcut rests on a contact that was held, or planned where it says so"),
        (CONTACTS_GRAPH, KG.status, "a shortcut rests on a contact that was held, or planned where it says so"),
        (SHORTCUTS_GRAPH, RDF.predicate, "a link between two has a shortcut that leads to its contacts"),
        (minted(ARTICLE_GRAPH, "call"), KG.evidence, "a claim has evidence"),
        (minted(ARTICLE_GRAPH, "call"), KG.toldIn, "a claim that is merged stands in the graph of its article"),
    ],
)
def test_what_holds_of_the_whole_graph_is_checked(tampered, graph, predicate, message):
    database, store, _ = tampered
    assert message not in {each.message for each in store.validate()}
    _drop(database, graph, None, predicate)
    assert message in {each.message for each in store.validate()}


def test_a_claim_of_two_contacts_is_told(tampered):
    database, store, claim = tampered
    other = ox.Quad(
        ox.NamedNode(claim_iri(claim)),
        ox.NamedNode(KG.about),
        ox.NamedNode("https://w3id.org/diplomatic-contacts/id/contact/other"),
        ox.NamedNode(CONTACTS_GRAPH),
    )
    database.add(other)
    assert ("no claim is merged into two contacts", claim.id) in {
        (each.message, each.claim) for each in store.validate()
    }


def test_an_article_is_checked_before_it_is_kept(told):
    article, claims = told[0]
    sound = [_quoting(article, claim) for claim in claims]
    with Store() as store:
        with pytest.raises(InputError, match=r"call: the evidence of claim \w+ does not stand in the text at \d+-\d+"):
            store.put(article, claims, validate=True)
        early = sound[0].model_copy(update={"window": Window.day(date(2030, 1, 1))})
        with pytest.raises(InputError, match=r"claim \w+: a contact that was held cannot be of a day after"):
            store.put(article, [early], validate=True)
        assert store.articles() == {}
        assert store.put(article, sound, validate=True)


def _quoting(article: Article, claim: Claim) -> Claim:
    return claim.model_copy(update={"evidence": (Evidence.of(article, 0, 3 + claim.evidence[0].start % 7),)})


def test_what_is_merely_odd_is_a_warning(told):
    article, claims = told[0]
    past = claims[0].model_copy(update={"status": Status.PLANNED})
    late = article.model_copy(update={"published": article.published.replace(year=2018)})
    with Store() as store:
        store.put(late, [past])
        assert store.validate() == []
        assert [each.severity for each in store.validate(warnings=True)] == ["Warning"]
