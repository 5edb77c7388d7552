"""The version of the layout of graphs, which every store carries: a folder in its marker, others in a graph."""

from __future__ import annotations

import pyoxigraph as ox

from kg.errors import StoreError
from kg.graph.database import Database
from kg.graph.namespaces import CONTACTS_GRAPH, KG, MERGING_GRAPH
from kg.graph.quads import in_graph

SCHEMA = 2
"""Version of the layout of graphs. Of schema 1, the articles are the same: what is derived is made anew from them."""

_DERIVED_ANEW = frozenset({1})
"""Schemas that differ in what is derived only."""


def check_schema(place: str, schema: object, *, read_only: bool) -> None:
    """Refuse a store that this version of kg cannot read.

    Args:
        place: folder or address of the store, for the message.
        schema: the version that it carries.
        read_only: whether what is derived cannot be made anew.

    Raises:
        StoreError: says what to do.
    """
    if schema == SCHEMA:
        return
    if schema not in _DERIVED_ANEW:
        raise StoreError(
            f"{place}: is a store of schema {schema}, and this version of kg reads schema {SCHEMA} "
            "(install the version of kg that wrote it, or build the store again from its articles)"
        )
    if read_only:
        raise StoreError(
            f"{place}: is a store of the older schema {schema} "
            f"(bring it up to date with: kg rebuild --store {place}; a backup before does no harm)"
        )


def schema_quads() -> list[ox.Quad]:
    """The version as it stands in the graph of merging."""
    return list(in_graph(MERGING_GRAPH, [(CONTACTS_GRAPH, KG.schemaVersion, ox.Literal(SCHEMA))]))


def check_stored(database: Database, place: str, *, read_only: bool) -> None:
    """Refuse a database that this version cannot read; one that carries no version is marked as of this one.

    Raises:
        StoreError: as for `check_schema`.
    """
    pattern = ox.NamedNode(CONTACTS_GRAPH), ox.NamedNode(KG.schemaVersion), None, ox.NamedNode(MERGING_GRAPH)
    found = list(database.quads_for_pattern(*pattern))
    for quad in found:
        check_schema(place, int(quad.object.value), read_only=read_only)  # type: ignore[union-attr]  # as we write it
    if not found and not read_only:
        database.extend(schema_quads())
