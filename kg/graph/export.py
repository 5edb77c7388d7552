"""The whole graph in the standard formats of RDF."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import IO

import pyoxigraph as ox
from rdflib import Dataset

from kg.errors import StoreError
from kg.graph.database import Database
from kg.graph.namespaces import MERGING_GRAPH
from kg.graph.quads import restored
from kg.graph.sparql import PREFIXES
from kg.resources import shipped

_MERGING = ox.NamedNode(MERGING_GRAPH)


def write(database: Database, stream: IO[bytes], format: str) -> None:  # noqa: A002  # what the standards call it
    """Write all named graphs.

    Args:
        database: what to write.
        stream: where to, in UTF-8.
        format: nq or trig, which keep the named graphs; ttl, their union; jsonld, with named graphs and our context.

    Raises:
        StoreError: the format is unknown.
    """
    if format not in WRITERS:
        raise StoreError(f"'{format}' is not a format of RDF (one of {', '.join(WRITERS)})")
    WRITERS[format](database, stream)


def _quads(database: Database) -> list[ox.Quad]:
    """All quads of named graphs in a fixed order: two exports of one graph are equal byte by byte.

    The graph of merging is left out: it serves this package alone, and is made anew from the claims.
    """
    quads = database.quads_for_pattern(None, None, None, None)
    named = (quad for quad in quads if isinstance(quad.graph_name, ox.NamedNode))
    return sorted((restored(quad) for quad in named if quad.graph_name != _MERGING), key=_order)


def _order(quad: ox.Quad) -> tuple[str, str, str, str]:
    return str(quad.graph_name), str(quad.subject), str(quad.predicate), str(quad.object)


def _n_quads(database: Database, stream: IO[bytes]) -> None:
    ox.serialize(_quads(database), stream, format=ox.RdfFormat.N_QUADS)


def _trig(database: Database, stream: IO[bytes]) -> None:
    ox.serialize(_quads(database), stream, format=ox.RdfFormat.TRIG, prefixes=dict(PREFIXES))


def _turtle(database: Database, stream: IO[bytes]) -> None:
    triples = dict.fromkeys(quad.triple for quad in sorted(_quads(database), key=lambda quad: str(quad.triple)))
    ox.serialize(triples, stream, format=ox.RdfFormat.TURTLE, prefixes=dict(PREFIXES))


def _json_ld(database: Database, stream: IO[bytes]) -> None:
    context = json.loads((shipped("ontology") / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    data = ox.serialize(_quads(database), format=ox.RdfFormat.N_QUADS)
    dataset = Dataset()
    dataset.parse(data=data, format="nquads")
    stream.write(dataset.serialize(format="json-ld", context=context, encoding="utf-8"))


WRITERS: Mapping[str, Callable[[Database, IO[bytes]], None]] = {
    "nq": _n_quads,
    "trig": _trig,
    "ttl": _turtle,
    "jsonld": _json_ld,
}
"""How each format is written."""
