"""Claims as triples, and back without loss."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
from rdflib import PROV, RDF, URIRef

from kg.graph.agents import authority_iri
from kg.graph.namespaces import ARTICLE, CLAIM, EVIDENCE, KG, OA, key_of, minted
from kg.graph.node import Node
from kg.graph.quads import Triple
from kg.graph.record_rdf import confidence_triples, read_confidence, read_record, record_triples, text_triples
from kg.model import Claim, Evidence


def claim_iri(claim: Claim) -> URIRef:
    """The IRI of a claim."""
    return minted(CLAIM, claim.id)


def claim_triples(claim: Claim, run: URIRef) -> Iterator[Triple]:
    """A claim with its participants and evidence.

    Args:
        claim: a claim that names its article.
        run: the extraction run that found it.
    """
    key, article = claim.id, minted(ARTICLE, claim.article)
    iri = minted(CLAIM, key)
    yield iri, RDF.type, KG.Claim
    yield iri, KG.toldIn, article
    yield iri, PROV.wasGeneratedBy, run
    yield from record_triples(iri, claim)
    yield from text_triples(iri, {KG.authorityText: claim.authority, KG.rule: claim.rule, KG.trigger: claim.trigger})
    yield from confidence_triples(iri, claim.confidence)
    if claim.authority:
        yield iri, KG.attributedTo, authority_iri(claim.authority)
    for position, evidence in enumerate(claim.evidence, start=1):
        node = minted(EVIDENCE, f"{key}-{position}")
        yield iri, KG.evidence, node
        yield node, KG.position, ox.Literal(position)
        yield from _evidence_triples(node, evidence, article)


def _evidence_triples(node: URIRef, evidence: Evidence, article: URIRef) -> Iterator[Triple]:
    target, span, quote = (f"{node}#{part}" for part in ("target", "span", "quote"))
    yield node, RDF.type, KG.Evidence
    yield node, KG.part, ox.Literal(evidence.part)
    yield node, OA.hasTarget, target
    yield target, OA.hasSource, article
    yield target, OA.hasSelector, span
    yield target, OA.hasSelector, quote
    yield span, RDF.type, OA.TextPositionSelector
    yield span, OA.start, ox.Literal(evidence.start)
    yield span, OA.end, ox.Literal(evidence.end)
    yield quote, RDF.type, OA.TextQuoteSelector
    yield quote, OA.exact, ox.Literal(evidence.text)


def read_claim(node: Node) -> Claim:
    """The claim that `claim_triples` wrote."""
    return Claim(
        **read_record(node),
        article=key_of(URIRef(node.text(KG.toldIn)), ARTICLE),
        authority=node.text(KG.authorityText),
        evidence=tuple(_read_evidence(each) for each in node.nodes(KG.evidence)),
        rule=node.text(KG.rule),
        trigger=node.text(KG.trigger),
        confidence=read_confidence(node),
    )


def _read_evidence(node: Node) -> Evidence:
    span, quote = (node.at(URIRef(f"{node.iri}#{part}")) for part in ("span", "quote"))
    return Evidence.model_validate(
        {
            "start": span.number(OA.start),
            "end": span.number(OA.end),
            "text": quote.text(OA.exact),
            "part": node.text(KG.part),
        }
    )
