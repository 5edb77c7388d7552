"""What is needed of a remote database at once, as a local one: a thousand questions become a few."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import pyoxigraph as ox
from rdflib import RDF, URIRef

from kg.graph.database import Database, select, values
from kg.graph.namespaces import CONTACTS_GRAPH, KG
from kg.graph.remote import batch_of

Iri = TypeVar("Iri", bound=str)

_ROWS = 20_000
"""So many rows, or about so many, are asked for at once of a store that takes as many."""
_ROWS_A_THING = 100
"""What an article, or a contact with its articles, has as a rule."""


def of_contacts(database: Database, contacts: Sequence[URIRef]) -> Database:
    """All that is told of contacts: themselves, and the whole articles that tell them."""
    if isinstance(database, ox.Store):
        return database
    copy = ox.Store()
    for chosen in _portions(database, contacts):
        some = values("contact", chosen)
        for pattern in _CONTACT_PARTS:
            query = f"SELECT ?s ?p ?o WHERE {{ {some} GRAPH <{CONTACTS_GRAPH}> {{ {pattern} }} }}"
            _fill(copy, database.query(query), ox.NamedNode(CONTACTS_GRAPH))
        about = (
            f"{some} GRAPH <{CONTACTS_GRAPH}> {{ ?claim <{KG.about}> ?contact }} GRAPH ?g {{ ?claim <{KG.toldIn}> ?a }}"
        )
        graphs = [graph for (graph,) in select(database, f"SELECT DISTINCT ?g WHERE {{ {about} }}")]
        for of_some in _portions(database, graphs):
            _copy_graphs(database, copy, of_some)
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
    query = f"SELECT ?g WHERE {{ GRAPH ?g {{ ?article <{RDF.type}> <{KG.Article}> }} }}"
    articles = sorted(name for (name,) in select(database, query))
    for some in _portions(database, articles):
        _copy_graphs(database, copy, some)
    return copy


def of_descriptions(database: Database) -> Database:
    """Of every article graph, what it says of the article itself."""
    if isinstance(database, ox.Store):
        return database
    copy = ox.Store()
    pattern = f"GRAPH ?g {{ ?s <{RDF.type}> <{KG.Article}> ; ?p ?o }}"
    _fill(copy, database.query(f"SELECT ?g ?s ?p ?o WHERE {{ {pattern} }}"), None)
    return copy


def _portions(database: Database, things: Sequence[Iri]) -> Iterator[Sequence[Iri]]:
    size = max(batch_of(database, _ROWS) // _ROWS_A_THING, 1)
    return (things[start : start + size] for start in range(0, len(things), size))


def _copy_graphs(database: Database, copy: ox.Store, graphs: Iterable[str]) -> None:
    query = f"SELECT ?g ?s ?p ?o WHERE {{ {values('g', graphs)} GRAPH ?g {{ ?s ?p ?o }} }}"
    _fill(copy, database.query(query), None)


def _fill(copy: ox.Store, rows: object, graph: ox.NamedNode | None) -> None:
    assert isinstance(rows, ox.QuerySolutions)
    copy.bulk_extend(ox.Quad(row["s"], row["p"], row["o"], graph or row["g"]) for row in rows)
