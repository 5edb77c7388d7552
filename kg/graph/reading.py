"""Articles, claims and contacts as the database has them, back in the words of the model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import pyoxigraph as ox
from rdflib import RDF, URIRef

from kg.graph.article_rdf import read_article
from kg.graph.claim_rdf import read_claim
from kg.graph.contact_rdf import read_contact
from kg.graph.namespaces import ARTICLE, ARTICLE_GRAPH, CONTACTS_GRAPH, KG, key_of, minted
from kg.graph.node import Node, nodes_with
from kg.merging import in_order
from kg.model import Article, Claim, Contact


def article_graphs(database: ox.Store) -> dict[str, URIRef]:
    """The named graph of each article, by the article's id in alphabetical order."""
    names = (URIRef(name.value) for name in database.named_graphs() if isinstance(name, ox.NamedNode))
    graphs = {key_of(name, ARTICLE_GRAPH): name for name in names if name.startswith(ARTICLE_GRAPH)}
    return dict(sorted(graphs.items()))


def stored_articles(database: ox.Store) -> dict[str, Article]:
    """All articles by id, without their texts."""
    graphs = article_graphs(database)
    return {key: read_article(Node(database, graph, minted(ARTICLE, key))) for key, graph in graphs.items()}


def stored_claims(database: ox.Store) -> Iterator[Claim]:
    """All claims, by article and place in it."""
    for graph in article_graphs(database).values():
        claims = [read_claim(node) for node in nodes_with(database, graph, RDF.type, KG.Claim)]
        yield from in_order(claims, {})


def stored_contacts(database: ox.Store, iris: Iterable[URIRef]) -> list[Contact]:
    """The contacts of the graph of contacts, each with its claims."""
    return [_contact(Node(database, CONTACTS_GRAPH, iri)) for iri in iris]


def _contact(node: Node) -> Contact:
    about = nodes_with(node.database, node.graph, KG.about, node.iri)
    claims = [read_claim(_told(each)) for each in about]
    return read_contact(node, in_order(claims, _published(node.database, claims)))


def _told(claim: Node) -> Node:
    """The claim in the article graph in which it stands."""
    pattern = ox.NamedNode(claim.iri), ox.NamedNode(KG.toldIn), None
    graphs = (quad.graph_name for quad in claim.database.quads_for_pattern(*pattern))
    return next(
        Node(claim.database, URIRef(name.value), claim.iri) for name in graphs if isinstance(name, ox.NamedNode)
    )


def _published(database: ox.Store, claims: Iterable[Claim]) -> Mapping[str, date | None]:
    keys = {claim.article for claim in claims}
    nodes = {key: Node(database, minted(ARTICLE_GRAPH, key), minted(ARTICLE, key)) for key in keys}
    return {key: read_article(node).published for key, node in nodes.items()}
