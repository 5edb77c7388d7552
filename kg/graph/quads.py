"""The database as the rest of the package uses it: named graphs that are replaced whole."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import pyoxigraph as ox
from rdflib import XSD, Literal, URIRef
from rdflib.term import Node as Term

from kg.graph.database import Database
from kg.graph.namespaces import OA

Triples = frozenset[ox.Triple]

_OFFSETS = frozenset({ox.NamedNode(OA.start), ox.NamedNode(OA.end)})


def as_oxigraph(triples: Iterable[tuple[Term, Term, Term]]) -> Triples:
    """rdflib's triples as the database has them."""
    return frozenset(
        ox.Triple(_node(subject), _node(predicate), _object(value)) for subject, predicate, value in triples
    )


@lru_cache(maxsize=50_000)
def _node(iri: Term) -> ox.NamedNode:
    return ox.NamedNode(iri)  # type: ignore[arg-type]  # rdflib's IRIs are strings


def _object(value: Term) -> ox.NamedNode | ox.Literal:
    if not isinstance(value, Literal):
        return _node(value)
    if value.datatype is None or value.datatype == XSD.string:
        return ox.Literal(value, language=value.language)
    datatype = XSD.integer if value.datatype == XSD.nonNegativeInteger else value.datatype
    return ox.Literal(str(value), datatype=ox.NamedNode(datatype))


def restored(triple: ox.Triple) -> ox.Triple:
    """The triple as it was put: the database makes xsd:integer of offsets, and Web Annotation wants more."""
    if triple.predicate in _OFFSETS and isinstance(triple.object, ox.Literal):
        exact = ox.Literal(triple.object.value, datatype=ox.NamedNode(XSD.nonNegativeInteger))
        return ox.Triple(triple.subject, triple.predicate, exact)
    return triple


def triples_of(database: Database, graph: URIRef) -> Triples:
    """All triples of a named graph."""
    quads = database.quads_for_pattern(None, None, None, ox.NamedNode(graph))
    return frozenset(quad.triple for quad in quads)


def replacement(graph: URIRef, triples: Triples) -> str:
    """SPARQL that replaces a named graph; an update is one transaction."""
    return f"DROP SILENT GRAPH <{graph}> ;\nINSERT DATA {{ GRAPH <{graph}> {{\n{_lines(triples)}}} }}"


def difference(graph: URIRef, gone: Triples, come: Triples) -> str:
    """SPARQL that takes triples out of a named graph and puts others in, empty where there are none."""
    parts = (("DELETE DATA", gone), ("INSERT DATA", come))
    return " ;\n".join(f"{verb} {{ GRAPH <{graph}> {{\n{_lines(triples)}}} }}" for verb, triples in parts if triples)


def _lines(triples: Triples) -> str:
    return "".join(f"{triple} .\n" for triple in triples)


def fill(database: Database, graph: URIRef, triples: Triples) -> None:
    """Replace a large graph that can be rebuilt: fast, but not one transaction."""
    name = ox.NamedNode(graph)
    database.remove_graph(name)
    database.bulk_extend(ox.Quad(triple.subject, triple.predicate, triple.object, name) for triple in triples)
