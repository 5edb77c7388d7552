"""What is needed of a remote database at once, as a local one: a thousand questions become a few."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pyoxigraph as ox
from rdflib import RDF, URIRef

from kg.graph.database import Database, select, values
from kg.graph.namespaces import ARTICLE_GRAPH, CONTACTS_GRAPH, KG

_AT_ONCE = 200


def of_contacts(database: Database, contacts: Sequence[URIRef]) -> Database:
    """All that is told of contacts: themselves, and the whole articles that tell them."""
    if isinstance(database, ox.Store):
        return database
    copy = ox.Store()
    for start in range(0, len(contacts), _AT_ONCE):
        some = values("contact", contacts[start : start + _AT_ONCE])
        for pattern in _CONTACT_PARTS:
            query = f"SELECT ?s ?p ?o WHERE {{ {some} GRAPH <{CONTACTS_GRAPH}> {{ {pattern} }} }}"
            _fill(copy, database.query(query), ox.NamedNode(CONTACTS_GRAPH))
        about = (
            f"{some} GRAPH <{CONTACTS_GRAPH}> {{ ?claim <{KG.about}> ?contact }} GRAPH ?g {{ ?claim <{KG.toldIn}> ?a }}"
        )
        graphs = [graph for (graph,) in select(database, f"SELECT DISTINCT ?g WHERE {{ {about} }}")]
        _copy_graphs(database, copy, graphs)
    return copy


_CONTACT_PARTS = (
    "?contact ?p ?o . BIND (?contact AS ?s)",
    f"?contact <{KG.participation}> ?s . ?s ?p ?o",
    f"?s <{KG.about}> ?contact . BIND (<{KG.about}> AS ?p) BIND (?contact AS ?o)",
)


def of_articles(database: Database) -> Database:
    """All article graphs, whole."""
    if isinstance(database, ox.Store):
        return database
    copy = ox.Store()
    names = sorted(name.value for name in database.named_graphs() if isinstance(name, ox.NamedNode))
    articles = [name for name in names if name.startswith(ARTICLE_GRAPH)]
    for start in range(0, len(articles), _AT_ONCE):
        _copy_graphs(database, copy, articles[start : start + _AT_ONCE])
    return copy


def of_descriptions(database: Database) -> Database:
    """Of every article graph, what it says of the article itself."""
    if isinstance(database, ox.Store):
        return database
    copy = ox.Store()
    pattern = f"GRAPH ?g {{ ?s <{RDF.type}> <{KG.Article}> ; ?p ?o }}"
    _fill(copy, database.query(f"SELECT ?g ?s ?p ?o WHERE {{ {pattern} }}"), None)
    return copy


def _copy_graphs(database: Database, copy: ox.Store, graphs: Iterable[str]) -> None:
    query = f"SELECT ?g ?s ?p ?o WHERE {{ {values('g', graphs)} GRAPH ?g {{ ?s ?p ?o }} }}"
    _fill(copy, database.query(query), None)


def _fill(copy: ox.Store, rows: object, graph: ox.NamedNode | None) -> None:
    assert isinstance(rows, ox.QuerySolutions)
    copy.bulk_extend(ox.Quad(row["s"], row["p"], row["o"], graph or row["g"]) for row in rows)
