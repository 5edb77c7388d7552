"""The graph of pins: what a user knows to be one contact or not, kept through every rebuild."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
from rdflib import URIRef

from kg.graph.database import Database
from kg.graph.namespaces import ARTICLE, CLAIM, CONTACT, CONTACTS_GRAPH, KG, PINS_GRAPH, key_of, minted
from kg.graph.quads import Triple
from kg.merging import Pins


def pin_triples(pins: Pins) -> Iterator[Triple]:
    """Pins as triples."""
    for predicate, pairs in ((KG.pinnedSame, pins.same), (KG.pinnedDifferent, pins.different)):
        yield from ((minted(CLAIM, one), predicate, minted(CLAIM, other)) for one, other in pairs)


def stored_pins(database: Database) -> Pins:
    """The pins of a graph."""
    return Pins(frozenset(_pairs(database, KG.pinnedSame)), frozenset(_pairs(database, KG.pinnedDifferent)))


def _pairs(database: Database, predicate: URIRef) -> Iterator[tuple[str, str]]:
    for quad in database.quads_for_pattern(None, ox.NamedNode(predicate), None, ox.NamedNode(PINS_GRAPH)):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode):
            yield key_of(URIRef(quad.subject.value), CLAIM), key_of(URIRef(quad.object.value), CLAIM)


def article_of(database: Database, claim: str) -> str:
    """The id of the article that tells a claim; empty where there is no such claim."""
    quads = database.quads_for_pattern(ox.NamedNode(minted(CLAIM, claim)), ox.NamedNode(KG.toldIn), None, None)
    return next(
        (key_of(URIRef(quad.object.value), ARTICLE) for quad in quads if isinstance(quad.object, ox.NamedNode)), ""
    )


def claims_meant(database: Database, word: str) -> list[str]:
    """The ids of the claims that a word of a pin file stands for: of a contact's id, all its claims."""
    claim, about, graph = ox.NamedNode(minted(CLAIM, word)), ox.NamedNode(KG.about), ox.NamedNode(CONTACTS_GRAPH)
    if next(iter(database.quads_for_pattern(claim, about, None, graph)), None):
        return [word]
    found = database.quads_for_pattern(None, about, ox.NamedNode(minted(CONTACT, word)), graph)
    return [key_of(URIRef(quad.subject.value), CLAIM) for quad in found if isinstance(quad.subject, ox.NamedNode)]
