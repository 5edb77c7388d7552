"""Articles as triples: what they are, never their text, of which the graph keeps the SHA-256 only."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from rdflib import DCTERMS, PROV, RDF, Literal, URIRef

from kg import __version__
from kg.graph.claim_rdf import claim_triples
from kg.graph.namespaces import AGENT, ARTICLE, KG, RUN, SDO, key_of, minted
from kg.graph.node import Node
from kg.graph.record_rdf import Triple, text_triples
from kg.model import Article, Claim


def told_triples(article: Article, claims: Sequence[Claim]) -> Iterator[Triple]:
    """The whole named graph of an article: its description, the run that read it, and its claims."""
    iri, run = minted(ARTICLE, article.id), minted(RUN, article.id)
    yield from _article_triples(iri, article)
    yield run, RDF.type, KG.ExtractionRun
    yield run, PROV.used, iri
    yield run, KG.softwareVersion, Literal(__version__)
    for claim in claims:
        yield from claim_triples(claim, run)


def _article_triples(iri: URIRef, article: Article) -> Iterator[Triple]:
    texts = {
        DCTERMS.identifier: article.id,
        DCTERMS.title: article.title,
        SDO.url: article.url,
        SDO.inLanguage: article.language,
        SDO.genre: article.genre,
        KG.licence: article.licence,
        KG.textSha256: hashlib.sha256(article.text.encode()).hexdigest(),
    }
    yield iri, RDF.type, KG.Article
    yield from text_triples(iri, texts)
    for predicate, day in ((DCTERMS.issued, article.published), (KG.end, article.end_date)):
        if day:
            yield iri, predicate, Literal(day)
    if article.issuer:
        yield iri, DCTERMS.publisher, minted(AGENT, article.issuer)


def read_article(node: Node) -> Article:
    """The article that is described, without its text."""
    publisher = node.iris(DCTERMS.publisher)
    return Article(
        id=node.text(DCTERMS.identifier),
        title=node.text(DCTERMS.title),
        text="",
        published=node.day(DCTERMS.issued),
        end_date=node.day(KG.end),
        issuer=key_of(publisher[0], AGENT) if publisher else "",
        url=node.text(SDO.url),
        language=node.text(SDO.inLanguage),
        licence=node.text(KG.licence),
        genre=node.text(SDO.genre),
    )
