"""Reading one resource of a named graph as plain values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeVar

import pyoxigraph as ox
from rdflib import URIRef

from kg.graph.namespaces import KG

Code = TypeVar("Code")


class Node:
    """What a named graph says of one resource.

    Args:
        database: where the quads are.
        graph: the named graph.
        iri: the resource.
    """

    def __init__(self, database: ox.Store, graph: URIRef, iri: URIRef) -> None:
        self.database, self.graph, self.iri = database, graph, iri
        self._values: dict[str, list[ox.NamedNode | ox.Literal]] = defaultdict(list)
        for quad in database.quads_for_pattern(ox.NamedNode(iri), None, None, ox.NamedNode(graph)):
            if isinstance(quad.object, ox.NamedNode | ox.Literal):
                self._values[quad.predicate.value].append(quad.object)

    def at(self, iri: URIRef) -> Node:
        """Another resource of the same graph."""
        return Node(self.database, self.graph, iri)

    def text(self, predicate: URIRef) -> str:
        """The one value as a string, empty where there is none."""
        values = self._values.get(str(predicate))
        return values[0].value if values else ""

    def day(self, predicate: URIRef) -> date | None:
        """The one value as a day."""
        text = self.text(predicate)
        return date.fromisoformat(text) if text else None

    def number(self, predicate: URIRef) -> int:
        """The one value as a whole number, 0 where there is none."""
        return int(self.text(predicate) or 0)

    def iris(self, predicate: URIRef) -> list[URIRef]:
        """All values that are IRIs, in alphabetical order."""
        values = self._values.get(str(predicate), [])
        return sorted(URIRef(value.value) for value in values if isinstance(value, ox.NamedNode))

    def code(self, predicate: URIRef, codes: Mapping[Code, URIRef]) -> Code:
        """The code of the model that the one value stands for."""
        value = self.text(predicate)
        return next(code for code, iri in codes.items() if str(iri) == value)

    def nodes(self, predicate: URIRef) -> list[Node]:
        """The resources that `predicate` leads to, by their `kg:position`."""
        nodes = [self.at(iri) for iri in self.iris(predicate)]
        return sorted(nodes, key=lambda node: node.number(KG.position))


def nodes_with(database: ox.Store, graph: URIRef, predicate: URIRef, value: URIRef) -> Iterator[Node]:
    """The resources of a named graph that have `value` for `predicate`."""
    pattern = None, ox.NamedNode(predicate), ox.NamedNode(value), ox.NamedNode(graph)
    for quad in database.quads_for_pattern(*pattern):
        if isinstance(quad.subject, ox.NamedNode):
            yield Node(database, graph, URIRef(quad.subject.value))
