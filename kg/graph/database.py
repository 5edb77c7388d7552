"""What the rest of this package asks of a database: pyoxigraph's own store has it, and the remote one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

import pyoxigraph as ox

Answer = ox.QuerySolutions | ox.QueryBoolean | Iterable[ox.Triple]
"""Rows of SELECT, the word of ASK, the triples of CONSTRUCT and DESCRIBE."""


class Database(Protocol):
    """Quads in named graphs, asked and changed in SPARQL; the names are those of `pyoxigraph.Store`."""

    def quads_for_pattern(
        self,
        subject: ox.NamedNode | None,
        predicate: ox.NamedNode | None,
        object: ox.NamedNode | ox.Literal | None,  # noqa: A002
        graph_name: ox.NamedNode | None = None,
        /,
    ) -> Iterator[ox.Quad]:
        """The quads that fit; None fits everything."""
        ...

    def contains_named_graph(self, graph_name: ox.NamedNode, /) -> bool:
        """Whether a graph holds anything."""
        ...

    def query(self, query: str, /) -> Answer:
        """The answer to SPARQL."""
        ...

    def update(self, update: str, /) -> None:
        """Change everything that the update says, or nothing."""
        ...

    def extend(self, quads: Iterable[ox.Quad], /) -> None:
        """Add quads, all of them or none."""
        ...

    def bulk_extend(self, quads: Iterable[ox.Quad], /) -> None:
        """Add many quads, fast; `pyoxigraph.Store` adds all of them or none, a remote store may stop in between."""
        ...

    def remove_graph(self, graph_name: ox.NamedNode, /) -> None:
        """Forget a graph."""
        ...

    def flush(self) -> None:
        """Write out what is kept in memory."""
        ...

    def optimize(self) -> None:
        """Put the files in order."""
        ...


def select(database: Database, query: str) -> list[tuple[str, ...]]:
    """The rows of one of our own SELECT queries, in full IRIs; every variable is bound, to an IRI or a literal."""
    answer = database.query(query)
    assert isinstance(answer, ox.QuerySolutions)
    return [tuple(value.value for value in row) for row in answer]


def values(variable: str, iris: Iterable[str]) -> str:
    """A VALUES clause of IRIs."""
    return f"VALUES ?{variable} {{ {' '.join(f'<{iri}>' for iri in iris)} }}"
