"""Reading one resource of a graph as plain values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from rdflib import Graph, URIRef
from rdflib.term import Node as Term

from kg.graph.namespaces import KG

Code = TypeVar("Code")


class Node:
    """What a graph says of one resource.

    Args:
        graph: the graph to read.
        iri: the resource.
    """

    def __init__(self, graph: Graph, iri: URIRef) -> None:
        self.graph, self.iri = graph, iri
        self._values: dict[Term, list[Term]] = defaultdict(list)
        for predicate, value in graph.predicate_objects(iri):
            self._values[predicate].append(value)

    def text(self, predicate: URIRef) -> str:
        """The one value as a string, empty where there is none."""
        values = self._values[predicate]
        return str(values[0]) if values else ""

    def day(self, predicate: URIRef) -> date | None:
        """The one value as a day."""
        text = self.text(predicate)
        return date.fromisoformat(text) if text else None

    def number(self, predicate: URIRef) -> int:
        """The one value as a whole number, 0 where there is none."""
        return int(self.text(predicate) or 0)

    def iris(self, predicate: URIRef) -> list[URIRef]:
        """All values that are IRIs, in alphabetical order."""
        return sorted(value for value in self._values[predicate] if isinstance(value, URIRef))

    def code(self, predicate: URIRef, codes: Mapping[Code, URIRef]) -> Code:
        """The code of the model that the one value stands for."""
        value = self.text(predicate)
        return next(code for code, iri in codes.items() if str(iri) == value)

    def nodes(self, predicate: URIRef) -> list[Node]:
        """The resources that `predicate` leads to, by their `kg:position`."""
        return in_order(Node(self.graph, iri) for iri in self.iris(predicate))


def in_order(nodes: Iterable[Node]) -> list[Node]:
    """Nodes by their `kg:position`."""
    return sorted(nodes, key=lambda node: node.number(KG.position))
