"""Validation against the SHACL shapes, one named graph at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import pyoxigraph as ox
from rdflib import RDF, SH, BNode, Graph, URIRef
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result
from rdflib.term import Node as Term

from kg.graph.database import Database
from kg.graph.invariants import INVARIANTS
from kg.graph.namespaces import CLAIM, CONTACTS_GRAPH, EVIDENCE, SHORTCUTS_GRAPH, WORLD_GRAPH
from kg.graph.quads import Quads, quads_of, restored
from kg.graph.reading import article_graphs
from kg.resources import shipped


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that breaks a shape.

    Attributes:
        article: id of the article in whose graph it is; empty for the derived graphs.
        focus: IRI of the resource that is wrong.
        path: property that is wrong, where it is one.
        message: what is wrong.
        severity: "Violation", or "Warning" for what is merely odd.
        claim: id of the claim that it belongs to; empty where it belongs to none.
        mend: what to do.
    """

    article: str
    focus: str
    path: str
    message: str
    severity: str = "Violation"
    claim: str = ""
    mend: str = ""


class _Prepared(Graph):
    """A graph that reads each query once: of a rule in SPARQL, pySHACL reads the text anew for every resource."""

    def query(self, query_object: str | Query, *args: Any, **kwargs: Any) -> Result:
        query = _prepared(query_object) if isinstance(query_object, str) else query_object
        return super().query(query, *args, **kwargs)


@cache
def _prepared(text: str) -> Query:
    return prepareQuery(text)


def violations(database: Database) -> Iterator[Violation]:
    """Everything that breaks a shape, article by article and then in the derived graphs, or a rule of the whole."""
    derived = dict.fromkeys((CONTACTS_GRAPH, SHORTCUTS_GRAPH, WORLD_GRAPH), "")
    for iri, article in ({graph: key for key, graph in article_graphs(database).items()} | derived).items():
        yield from violations_in(quads_of(database, iri), article)
    for invariant in INVARIANTS:
        for focus in invariant.broken(database):
            yield _explained(Violation("", focus, "", invariant.message))


def violations_in(quads: Quads, article: str) -> Iterator[Violation]:
    """Everything in one named graph that breaks a shape.

    Args:
        quads: the graph.
        article: id of the article whose graph it is; empty for a derived one.
    """
    exact = (restored(quad).triple for quad in quads)
    graph = _Prepared().parse(data=ox.serialize(exact, format=ox.RdfFormat.N_TRIPLES), format="nt")
    yield from map(_explained, _of_graph(graph, article))


def _explained(found: Violation) -> Violation:
    """With the claim that the focus is a part of, and what to do."""
    part = next((found.focus.removeprefix(space) for space in (CLAIM, EVIDENCE) if found.focus.startswith(space)), "")
    claim = re.split(r"[#-]", part)[0]
    mend = f"read the article again: kg ingest --again (article {found.article})" if found.article else "kg rebuild"
    return replace(found, claim=claim, mend=mend)


def _of_graph(graph: Graph, article: str) -> Iterator[Violation]:
    from pyshacl import validate  # reads a second's worth of modules

    conforms, report, _ = validate(graph, shacl_graph=_shapes())
    if conforms or not isinstance(report, Graph):
        return
    found = [_violation(report, result, article) for result in report.subjects(RDF.type, SH.ValidationResult)]
    yield from sorted(found, key=lambda each: (each.focus, each.path, each.message))


@cache
def _shapes() -> Graph:
    return Graph().parse(shipped("ontology") / "shapes.ttl", format="turtle")


def _violation(report: Graph, result: Term, article: str) -> Violation:
    return Violation(
        article=article,
        focus=_text(report, result, SH.focusNode),
        path=_text(report, result, SH.resultPath),
        message=_text(report, result, SH.resultMessage),
        severity=_text(report, result, SH.resultSeverity).removeprefix(str(SH)),
    )


def _text(report: Graph, result: Term, predicate: URIRef) -> str:
    """The one value; of a property path, which is no IRI, nothing."""
    value = report.value(result, predicate)
    return str(value) if value is not None and not isinstance(value, BNode) else ""
