"""N-Quads of our own, back into graphs of articles."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pyoxigraph as ox
from rdflib import RDF, XSD, URIRef

from kg.errors import InputError
from kg.graph.article_rdf import read_article
from kg.graph.claim_rdf import read_claim
from kg.graph.namespaces import ARTICLE, ARTICLE_GRAPH, BASE, KG, key_of, minted
from kg.graph.node import LoadedGraph, Node
from kg.graph.quads import Quads

_OFFSET, _INTEGER = ox.NamedNode(XSD.nonNegativeInteger), ox.NamedNode(XSD.integer)
_DERIVED = frozenset(f"{BASE}graph/{name}" for name in ("contacts", "shortcuts", "world", "vocabulary"))


def read_quads(path: str | Path) -> Iterator[tuple[str, Quads]]:
    """The graph of each article of a file, by the article's id; what a store derives by itself is passed over.

    Raises:
        InputError: the file is not N-Quads as kg writes them; the message says where. Nothing is given before.
    """
    done: set[str] = set()
    for key, quads in _graphs(path):  # all of it is checked before anything is given
        if key in done:
            remedy = "sort its lines by their graphs"
            raise InputError(f"the lines of article '{key}' do not stand together", source=str(path), remedy=remedy)
        done.add(key)
        _check(path, key, quads)
    yield from _graphs(path)


def _graphs(path: str | Path) -> Iterator[tuple[str, Quads]]:
    for name, quads in groupby(_parsed(path), key=lambda quad: str(getattr(quad.graph_name, "value", ""))):
        if name in _DERIVED:
            continue
        if not name.startswith(ARTICLE_GRAPH):
            said = f"the graph <{name}>" if name else "the default graph"
            raise InputError(f"{said} is not one that kg writes", source=str(path), remedy="give an export of kg")
        yield key_of(URIRef(name), ARTICLE_GRAPH), frozenset(map(_as_stored, quads))


def _as_stored(quad: ox.Quad) -> ox.Quad:
    """The quad as a store has it, which keeps offsets as xsd:integer."""
    value = quad.object
    if isinstance(value, ox.Literal) and value.datatype == _OFFSET:
        return ox.Quad(quad.subject, quad.predicate, ox.Literal(value.value, datatype=_INTEGER), quad.graph_name)
    return quad


def _check(path: str | Path, article_id: str, quads: Quads) -> None:
    """Refuse what cannot be read back as an article and its claims."""
    graph = minted(ARTICLE_GRAPH, article_id)
    database = ox.Store()
    database.extend(quads)
    loaded = LoadedGraph(database, graph)
    try:
        told = {read_claim(node).article for node in loaded.nodes_with(RDF.type, KG.Claim)}
        named = read_article(Node(loaded, minted(ARTICLE, article_id))).id
    except (ValueError, StopIteration) as error:
        raise InputError(f"the graph <{graph}> is not as kg writes it", source=str(path)) from error
    if {named, *told} != {article_id}:
        raise InputError(f"the graph <{graph}> tells of another article", source=str(path))


def _parsed(path: str | Path) -> Iterator[ox.Quad]:
    try:
        yield from ox.parse(path=str(path), format=ox.RdfFormat.N_QUADS)
    except SyntaxError as error:
        problem = f"is not N-Quads: {error.msg}"
        raise InputError(problem, source=str(path), line=error.lineno, remedy="give an export of kg") from error
