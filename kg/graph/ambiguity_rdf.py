"""Ambiguities as triples, and back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pyoxigraph as ox
from rdflib import RDF, URIRef

from kg.graph.database import Database
from kg.graph.namespaces import AMBIGUITY, CLAIM, CONTACT, CONTACTS_GRAPH, KG, key_of, minted
from kg.graph.node import NamedGraph, Node
from kg.graph.quads import Triple
from kg.merging import Ambiguity


def ambiguity_triples(ambiguity: Ambiguity) -> Iterator[Triple]:
    """Contacts that may be one, the claims in doubt, and why."""
    words = "\n".join((*ambiguity.claims, ambiguity.reason))
    iri = minted(AMBIGUITY, hashlib.blake2b(words.encode(), digest_size=8).hexdigest())
    yield iri, RDF.type, KG.Ambiguity
    yield iri, KG.reason, ox.Literal(ambiguity.reason)
    yield from ((iri, KG.couldBe, minted(CONTACT, contact)) for contact in ambiguity.contacts)
    yield from ((iri, KG.inDoubt, minted(CLAIM, claim)) for claim in ambiguity.claims)


def stored_ambiguities(database: Database) -> list[Ambiguity]:
    """All ambiguities of a graph, in the order of their contacts."""
    graph = NamedGraph(database, CONTACTS_GRAPH)
    pattern = None, ox.NamedNode(RDF.type), ox.NamedNode(KG.Ambiguity), ox.NamedNode(CONTACTS_GRAPH)
    subjects = (quad.subject for quad in database.quads_for_pattern(*pattern))
    nodes = [Node(graph, URIRef(subject.value)) for subject in subjects if isinstance(subject, ox.NamedNode)]
    return sorted(map(_read, nodes), key=lambda each: (each.contacts, each.claims))


def _read(node: Node) -> Ambiguity:
    return Ambiguity(
        contacts=tuple(key_of(iri, CONTACT) for iri in node.iris(KG.couldBe)),
        claims=tuple(key_of(iri, CLAIM) for iri in node.iris(KG.inDoubt)),
        reason=node.text(KG.reason),
    )
