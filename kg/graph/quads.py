"""The database as the rest of the package uses it: named graphs that are replaced whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

import pyoxigraph as ox
from rdflib import XSD, URIRef

from kg.graph.database import Database
from kg.graph.namespaces import OA

Triple = tuple[str, str, str | ox.Literal]
"""What is told of one resource: strings are IRIs."""
Quads = frozenset[ox.Quad]

_OFFSETS = frozenset({ox.NamedNode(OA.start), ox.NamedNode(OA.end)})
_DATE = ox.NamedNode(XSD.date)
_DECIMAL = ox.NamedNode(XSD.decimal)


def day_literal(day: date) -> ox.Literal:
    """A day as the database has it."""
    return ox.Literal(day.isoformat(), datatype=_DATE)


def share_literal(share: float) -> ox.Literal:
    """A share in thousandths, 0 to 1, as the database has it."""
    return ox.Literal(f"{share:g}", datatype=_DECIMAL)


def in_graph(graph: URIRef, triples: Iterable[Triple]) -> Iterator[ox.Quad]:
    """Triples as quads of a named graph."""
    name = _node(graph)
    for subject, predicate, value in triples:
        term = value if isinstance(value, ox.Literal) else _node(value)
        yield ox.Quad(_node(subject), _node(predicate), term, name)


_node = lru_cache(maxsize=50_000)(ox.NamedNode)


def restored(quad: ox.Quad) -> ox.Quad:
    """The quad as Web Annotation wants it: of the offsets, the database makes xsd:integer."""
    if quad.predicate in _OFFSETS and isinstance(quad.object, ox.Literal):
        exact = ox.Literal(quad.object.value, datatype=ox.NamedNode(XSD.nonNegativeInteger))
        return ox.Quad(quad.subject, quad.predicate, exact, quad.graph_name)
    return quad


def quads_of(database: Database, graph: URIRef) -> Quads:
    """All quads of a named graph."""
    return frozenset(database.quads_for_pattern(None, None, None, ox.NamedNode(graph)))


def replacement(graph: URIRef, quads: Quads) -> str:
    """SPARQL that replaces a named graph; an update is one transaction."""
    return f"DROP SILENT GRAPH <{graph}> ;\n{insertion(graph, quads)}"


def insertion(graph: URIRef, quads: Iterable[ox.Quad]) -> str:
    """SPARQL that adds quads to a named graph."""
    return _data("INSERT", graph, quads)


def difference(graph: URIRef, gone: Quads, come: Quads) -> str:
    """SPARQL that takes quads out of a named graph and puts others in, empty where there are none."""
    parts = (("DELETE", gone), ("INSERT", come))
    return " ;\n".join(_data(verb, graph, quads) for verb, quads in parts if quads)


def _data(verb: str, graph: URIRef, quads: Iterable[ox.Quad]) -> str:
    lines = "".join(f"{quad.triple} .\n" for quad in quads)
    return f"{verb} DATA {{ GRAPH <{graph}> {{\n{lines}}} }}"


def fill(database: Database, graph: URIRef, quads: Iterable[ox.Quad]) -> None:
    """Replace a large graph that can be rebuilt: fast, but not one transaction."""
    database.remove_graph(ox.NamedNode(graph))
    database.bulk_extend(quads)
