"""Merged contacts as triples, and back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import pyoxigraph as ox
from rdflib import RDF, RDFS, URIRef

from kg.graph.ambiguity_rdf import ambiguity_triples
from kg.graph.claim_rdf import claim_iri
from kg.graph.namespaces import CONTACT, KG, key_of, minted
from kg.graph.node import Node
from kg.graph.quads import Triple
from kg.graph.record_rdf import confidence_triples, read_record, record_triples
from kg.merging import Merged, history
from kg.model import Channel, Claim, Contact


def contact_iri(contact: Contact) -> URIRef:
    """The IRI of a contact."""
    return minted(CONTACT, contact.id)


def contact_triples(contact: Contact) -> Iterator[Triple]:
    """A contact, and which claims are about it."""
    iri = contact_iri(contact)
    yield iri, RDF.type, KG.Contact
    yield iri, RDFS.label, ox.Literal(_label(contact))
    yield from record_triples(iri, contact)
    yield from confidence_triples(iri, contact.confidence)
    for claim in contact.claims:
        yield claim_iri(claim), KG.about, iri
    for claim in contact.fulfils:
        yield iri, KG.fulfils, claim_iri(claim)
    for facet in contact.disputed:
        yield iri, KG.disputedOver, ox.Literal(facet)


def merged_triples(merged: Merged) -> Iterator[Triple]:
    """All that merging made: contacts, and what is in doubt."""
    for contact in merged.contacts:
        yield from contact_triples(contact)
    for ambiguity in merged.ambiguities:
        yield from ambiguity_triples(ambiguity)


def _label(contact: Contact) -> str:
    """Who, how and when, such as "Vladimir Putin and Donald Trump, phone, 2017-05-02"."""
    means = "" if contact.channel is Channel.UNSPECIFIED else contact.channel.replace("_", " ")
    return ", ".join(part for part in (contact.label, means, contact.window.edtf) if part)


def read_contact(node: Node, told: Sequence[tuple[Claim, date | None]]) -> Contact:
    """The contact that `contact_triples` wrote.

    Args:
        node: the contact in its graph.
        told: the claims about it, in order of publication, each with the day on which it was published.
    """
    claims = tuple(claim for claim, _ in told)
    return Contact(id=key_of(node.iri, CONTACT), claims=claims, history=history(told), **read_record(node))
