"""Merged contacts as triples, and back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rdflib import RDF, RDFS, Literal, URIRef

from kg.graph.claim_rdf import claim_iri
from kg.graph.namespaces import CONTACT, KG, key_of, minted
from kg.graph.node import Node
from kg.graph.record_rdf import Triple, read_record, record_triples
from kg.model import Channel, Claim, Contact


def contact_iri(contact: Contact) -> URIRef:
    """The IRI of a contact."""
    return minted(CONTACT, contact.id)


def contact_triples(contact: Contact) -> Iterator[Triple]:
    """A contact, and which claims are about it."""
    iri = contact_iri(contact)
    yield iri, RDF.type, KG.Contact
    yield iri, RDFS.label, Literal(_label(contact))
    yield from record_triples(iri, contact)
    for claim in contact.claims:
        yield claim_iri(claim), KG.about, iri


def _label(contact: Contact) -> str:
    """Who, how and when, such as "Vladimir Putin and Donald Trump, phone, 2017-05-02"."""
    means = "" if contact.channel is Channel.UNSPECIFIED else contact.channel.replace("_", " ")
    return ", ".join(part for part in (contact.label, means, contact.window.edtf) if part)


def read_contact(node: Node, claims: Sequence[Claim]) -> Contact:
    """The contact that `contact_triples` wrote.

    Args:
        node: the contact in its graph.
        claims: the claims about it, in order of publication.
    """
    return Contact(id=key_of(node.iri, CONTACT), claims=tuple(claims), **read_record(node))
