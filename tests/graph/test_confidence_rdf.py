"""How sure claims and contacts are, in the graph."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from rdflib import XSD

from kg.errors import QueryError
from kg.graph import Store
from kg.graph.claim_rdf import claim_iri
from kg.graph.namespaces import ARTICLE_GRAPH, KG, minted
from kg.model import Status

SURE, LESS = 0.9, 0.6


@pytest.fixture
def rated(told):
    """Two tellings of one call, the first surer; a plan that nobody rated."""
    article, claims = told[0]
    confidences = (SURE, LESS, None)
    return article, [
        claim.model_copy(update={"confidence": each}) for claim, each in zip(claims, confidences, strict=True)
    ]


@pytest.fixture
def filled(rated):
    with Store() as store:
        store.put(*rated)
        yield store


def test_a_contact_is_as_sure_as_its_surest_claim_of_its_status(filled) -> None:
    call, plan = filled.contacts(status="held"), filled.contacts(status="proposed")
    assert [contact.confidence for contact in call] == [SURE]
    assert [contact.confidence for contact in plan] == [None]
    [claim, _] = call[0].claims
    denied = claim.model_copy(update={"status": Status.DENIED, "confidence": 0.99})
    assert call[0].model_copy(update={"claims": (*call[0].claims, denied)}).confidence == SURE


@pytest.mark.parametrize(("least", "count"), [(0.0, 2), (0.001, 1), (SURE, 1), (0.901, 0)])
def test_contacts_are_chosen_by_it_and_the_unrated_only_without(filled, least: float, count: int) -> None:
    assert len(filled.contacts(min_confidence=least)) == count


@pytest.mark.parametrize("least", [-0.1, 1.1, float("nan")])
def test_what_is_no_probability_is_refused(filled, least: float) -> None:
    with pytest.raises(QueryError, match="is no probability"):
        filled.contacts(min_confidence=least)


def test_a_new_estimate_changes_the_contact_and_no_name(filled, rated) -> None:
    article, claims = rated
    before = filled.contacts()
    again = [claim.model_copy(update={"confidence": 0.95}) for claim in claims]
    assert filled.put(article, again)
    after = filled.contacts()
    assert [contact.id for contact in after] == [contact.id for contact in before]
    assert [claim.id for claim in again] == [claim.id for claim in claims]
    assert len(filled.contacts(min_confidence=0.95)) == 2
    assert not filled.put(article, again)


def test_it_is_a_decimal_that_the_shapes_know(rated) -> None:
    database = ox.Store()
    article, claims = rated
    with Store(database) as store:
        store.put(article, claims)
        assert store.validate() == []
        graph, focus = ox.NamedNode(minted(ARTICLE_GRAPH, article.id)), ox.NamedNode(claim_iri(claims[0]))
        predicate, decimal = ox.NamedNode(KG.confidence), ox.NamedNode(XSD.decimal)
        [quad] = database.quads_for_pattern(focus, predicate, None, graph)
        assert quad.object == ox.Literal("0.9", datatype=decimal)
        database.remove(quad)
        database.add(ox.Quad(focus, predicate, ox.Literal("1.5", datatype=decimal), graph))
        assert {violation.message for violation in store.validate()} == {"a confidence is one probability, 0 to 1"}
