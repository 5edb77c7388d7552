"""Articles as triples: what they are, never their text, of which the graph keeps the SHA-256 only."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox
from rdflib import DCTERMS, FOAF, PROV, RDF, URIRef

from kg import __version__
from kg.graph.claim_rdf import claim_triples
from kg.graph.namespaces import AGENT, ARTICLE, ARTICLE_GRAPH, KG, RUN, SDO, key_of, minted
from kg.graph.node import Node
from kg.graph.quads import Quads, Triple, day_literal, in_graph
from kg.graph.record_rdf import text_triples
from kg.model import Article, Claim


@dataclass(frozen=True, slots=True)
class Extracted:
    """From which text, and by what, the claims of an article were extracted.

    Attributes:
        text_sha256: of the UTF-8 bytes of the text; empty where unknown.
        software_version: version of kg.
    """

    text_sha256: str
    software_version: str

    @classmethod
    def now(cls, article: Article) -> Extracted:
        """From the text of `article`, by this version."""
        return cls(text_digest(article.text), __version__)


def text_digest(text: str) -> str:
    """SHA-256 of a text's UTF-8 bytes, in hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def told_graph(article: Article, claims: Sequence[Claim], extracted: Extracted | None = None) -> Quads:
    """The whole named graph of an article: its description, the run that read it, and its claims.

    Args:
        article: the article.
        claims: what it tells.
        extracted: from what and by what; from its text and by this version where None.
    """
    made = extracted or Extracted.now(article)
    return frozenset(in_graph(minted(ARTICLE_GRAPH, article.id), _told_triples(article, claims, made)))


def _told_triples(article: Article, claims: Sequence[Claim], made: Extracted) -> Iterator[Triple]:
    iri, run = minted(ARTICLE, article.id), minted(RUN, article.id)
    yield from _article_triples(iri, article, made.text_sha256)
    yield run, RDF.type, KG.ExtractionRun
    yield run, PROV.used, iri
    yield run, KG.softwareVersion, ox.Literal(made.software_version)
    for claim in claims:
        yield from claim_triples(claim, run)


def _article_triples(iri: URIRef, article: Article, digest: str) -> Iterator[Triple]:
    texts = {
        DCTERMS.identifier: article.id,
        DCTERMS.title: article.title,
        SDO.url: article.url,
        SDO.inLanguage: article.language,
        SDO.genre: article.genre,
        KG.licence: article.licence,
        KG.textSha256: digest,
    }
    yield iri, RDF.type, KG.Article
    yield from text_triples(iri, texts)
    for predicate, day in ((DCTERMS.issued, article.published), (KG.end, article.end_date)):
        if day:
            yield iri, predicate, day_literal(day)
    if article.issuer:
        yield iri, DCTERMS.publisher, minted(AGENT, article.issuer)
        yield minted(AGENT, article.issuer), FOAF.name, ox.Literal(article.issuer)


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
