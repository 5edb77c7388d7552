"""Reading the resources of a named graph as plain values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeVar

import pyoxigraph as ox
from rdflib import URIRef

from kg.graph.database import Database
from kg.graph.namespaces import KG

Code = TypeVar("Code")


Values = Mapping[str, list[ox.NamedNode | ox.Literal]]


class NamedGraph:
    """A named graph whose resources are looked up one by one: for a few of many.

    Args:
        database: where the quads are.
        iri: the graph's name.
    """

    def __init__(self, database: Database, iri: URIRef) -> None:
        self._database, self._name = database, ox.NamedNode(iri)

    def values(self, iri: URIRef) -> Values:
        """What the graph says of a resource, by predicate."""
        found: dict[str, list[ox.NamedNode | ox.Literal]] = {}
        for quad in self._database.quads_for_pattern(ox.NamedNode(iri), None, None, self._name):
            _add(found, quad)
        return found

    def nodes_with(self, predicate: URIRef, value: URIRef) -> Iterator[Node]:
        """The resources that have `value` for `predicate`."""
        pattern = None, ox.NamedNode(predicate), ox.NamedNode(value), self._name
        for quad in self._database.quads_for_pattern(*pattern):
            if isinstance(quad.subject, ox.NamedNode):
                yield Node(self, URIRef(quad.subject.value))


class LoadedGraph(NamedGraph):
    """A named graph that is read at once: for all of its resources."""

    def __init__(self, database: Database, iri: URIRef) -> None:
        super().__init__(database, iri)
        self._found: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = {}
        for quad in database.quads_for_pattern(None, None, None, self._name):
            if isinstance(subject := quad.subject, ox.NamedNode):
                _add(self._found.setdefault(subject.value, {}), quad)

    def values(self, iri: URIRef) -> Values:
        """What the graph says of a resource, by predicate."""
        return self._found.get(str(iri), {})


def _add(values: dict[str, list[ox.NamedNode | ox.Literal]], quad: ox.Quad) -> None:
    if isinstance(value := quad.object, ox.NamedNode | ox.Literal):
        values.setdefault(quad.predicate.value, []).append(value)


class Node:
    """What a named graph says of one resource.

    Args:
        graph: the named graph.
        iri: the resource.
    """

    def __init__(self, graph: NamedGraph, iri: URIRef) -> None:
        self.graph, self.iri = graph, iri
        self._values = graph.values(iri)

    def at(self, iri: URIRef) -> Node:
        """Another resource of the same graph."""
        return Node(self.graph, iri)

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
