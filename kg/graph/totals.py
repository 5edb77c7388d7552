"""How many claims and contacts a store holds, kept beside them so that nobody has to count a million."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox
from rdflib import URIRef

from kg.graph.database import Database
from kg.graph.namespaces import CONTACTS_GRAPH, KG, MERGING_GRAPH
from kg.graph.quads import Triple


@dataclass(frozen=True, slots=True)
class Totals:
    """Numbers of claims and of contacts."""

    claims: int
    contacts: int

    def triples(self) -> Iterator[Triple]:
        """The numbers as they stand in the graph of merging."""
        yield CONTACTS_GRAPH, KG.claimCount, ox.Literal(self.claims)
        yield CONTACTS_GRAPH, KG.contactCount, ox.Literal(self.contacts)


def stored_totals(database: Database) -> Totals:
    """The numbers as they were when contacts were last merged."""
    return Totals(_number(database, KG.claimCount), _number(database, KG.contactCount))


def _number(database: Database, predicate: URIRef) -> int:
    pattern = ox.NamedNode(CONTACTS_GRAPH), ox.NamedNode(predicate), None, ox.NamedNode(MERGING_GRAPH)
    quad = next(iter(database.quads_for_pattern(*pattern)), None)
    return int(quad.object.value) if quad and isinstance(quad.object, ox.Literal) else 0
