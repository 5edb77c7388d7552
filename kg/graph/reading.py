"""Articles, claims and contacts as the database has them, back in the words of the model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import pyoxigraph as ox
from rdflib import DCTERMS, RDF, URIRef

from kg.graph import excerpt
from kg.graph.article_rdf import read_article
from kg.graph.claim_rdf import read_claim
from kg.graph.contact_rdf import read_contact
from kg.graph.database import Database, select
from kg.graph.namespaces import ARTICLE, ARTICLE_GRAPH, CONTACTS_GRAPH, KG, RUN, key_of, minted
from kg.graph.node import LoadedGraph, NamedGraph, Node
from kg.merging import in_order
from kg.model import Article, Claim, Contact


def article_graphs(database: Database) -> dict[str, URIRef]:
    """The named graph of each article, by the article's id in alphabetical order."""
    query = f"SELECT ?graph WHERE {{ GRAPH ?graph {{ ?article <{RDF.type}> <{KG.Article}> }} }}"
    names = [URIRef(name) for (name,) in select(database, query)]
    return dict(sorted((key_of(name, ARTICLE_GRAPH), name) for name in names))


@dataclass(frozen=True, slots=True)
class Kept:
    """An article that is in the graph.

    Attributes:
        article: what it is, without its text.
        digest: SHA-256 of its text, in hexadecimal digits.
        version: of the software that read it.
    """

    article: Article
    digest: str
    version: str


def kept(database: Database, article_id: str) -> Kept | None:
    """One article of the graph, or None."""
    graph = NamedGraph(database, minted(ARTICLE_GRAPH, article_id))
    node = Node(graph, minted(ARTICLE, article_id))
    digest = node.text(KG.textSha256)
    if not digest:
        return None
    return Kept(read_article(node), digest, node.at(minted(RUN, article_id)).text(KG.softwareVersion))


def stored_articles(database: Database) -> dict[str, Article]:
    """All articles by id, without their texts."""
    local = excerpt.of_descriptions(database)
    graphs = article_graphs(local)
    return {key: read_article(Node(NamedGraph(local, graph), minted(ARTICLE, key))) for key, graph in graphs.items()}


def stored_claims(database: Database) -> Iterator[Claim]:
    """All claims, by article and place in it."""
    local = excerpt.of_articles(database)
    for name in article_graphs(local).values():
        graph = LoadedGraph(local, name)
        yield from in_order(map(read_claim, graph.nodes_with(RDF.type, KG.Claim)), {})


def stored_contacts(database: Database, iris: Sequence[URIRef]) -> list[Contact]:
    """The contacts of the graph of contacts, each with its claims."""
    local = excerpt.of_contacts(database, iris)
    merged = NamedGraph(local, CONTACTS_GRAPH)
    return [read_contact(Node(merged, iri), _claims_about(local, merged, iri)) for iri in iris]


def _claims_about(database: Database, merged: NamedGraph, contact: URIRef) -> list[tuple[Claim, date | None]]:
    """The claims about a contact, in order of publication, each with its day."""
    told = [_told(database, node.iri) for node in merged.nodes_with(KG.about, contact)]
    published = {claim.article: _published(node.graph, claim.article) for node, claim in told}
    return [(claim, published[claim.article]) for claim in in_order((claim for _, claim in told), published)]


def _told(database: Database, claim: URIRef) -> tuple[Node, Claim]:
    """A claim in the article graph in which it stands."""
    quads = database.quads_for_pattern(ox.NamedNode(claim), ox.NamedNode(KG.toldIn), None)
    name = next(quad.graph_name for quad in quads if isinstance(quad.graph_name, ox.NamedNode))
    node = Node(NamedGraph(database, URIRef(name.value)), claim)
    return node, read_claim(node)


def _published(graph: NamedGraph, article: str) -> date | None:
    return Node(graph, minted(ARTICLE, article)).day(DCTERMS.issued)
