"""Graphs of articles on their way into a database, each whole or not at all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import pyoxigraph as ox
from rdflib import RDF, URIRef

from kg.errors import StoreError
from kg.graph.database import Database, select
from kg.graph.derivation import outdated
from kg.graph.namespaces import ARTICLE, ARTICLE_GRAPH, KG, MERGING_GRAPH, key_of, minted
from kg.graph.quads import Quads, insertion, quads_of, replacement
from kg.graph.remote import batch_of

_AT_ONCE = 500_000
"""So many quads go into a database of this machine in one transaction: the memory that it takes is bounded."""
_MANY = 20_000
"""From so many quads on, new files are faster than the log: `bulk_extend` of pyoxigraph 0.5 is a transaction too."""
_ASKED = 500
"""So many articles are asked for at once."""


@dataclass(frozen=True, slots=True)
class Put:
    """Ids of articles that came, and of those that tell something else now."""

    new: frozenset[str]
    changed: frozenset[str]


def put(database: Database, graphs: Mapping[str, Quads]) -> Put:
    """Keep graphs of articles by the articles' ids, and mark what is derived from them as out of date.

    As many go in together, in one transaction, as the database takes; changed ones replace what was there.

    Raises:
        StoreError: the database cannot be written.
    """
    present = _present(database, list(graphs))
    new = {key: quads for key, quads in graphs.items() if key not in present}
    changed = {key: graphs[key] for key in present if graphs[key] != quads_of(database, minted(ARTICLE_GRAPH, key))}
    size = batch_of(database, _AT_ONCE)
    with _writing():
        for some in _batches(new, size):
            _add(database, [*(quad for key in some for quad in new[key]), *outdated(some)])
        for some in _batches(changed, size):
            _update(database, [replacement(minted(ARTICLE_GRAPH, key), changed[key]) for key in some], some)
    return Put(frozenset(new), frozenset(changed))


def remove(database: Database, article_id: str) -> bool:
    """Forget an article; false if it was not kept.

    Raises:
        StoreError: the database cannot be written.
    """
    graph = ox.NamedNode(minted(ARTICLE_GRAPH, article_id))
    if not database.contains_named_graph(graph):
        return False
    with _writing():
        _update(database, [f"DROP SILENT GRAPH {graph}"], [article_id])
    return True


def _present(database: Database, keys: list[str]) -> list[str]:
    """Those of the articles that the database holds."""
    found: list[str] = []
    for start in range(0, len(keys), _ASKED):
        pairs = (f"(<{minted(ARTICLE_GRAPH, key)}> <{minted(ARTICLE, key)}>)" for key in keys[start : start + _ASKED])
        given = f"VALUES (?graph ?article) {{ {' '.join(pairs)} }}"
        query = f"SELECT ?article {{ {given} GRAPH ?graph {{ ?article <{RDF.type}> <{KG.Article}> }} }}"
        found.extend(key_of(URIRef(iri), ARTICLE) for (iri,) in select(database, query))
    return found


def _batches(graphs: Mapping[str, Quads], size: int) -> Iterator[list[str]]:
    """Keys of graphs, in batches of some quads; a graph is never cut."""
    some: list[str] = []
    count = 0
    for key, quads in graphs.items():
        if some and count + len(quads) > size:
            yield some
            some, count = [], 0
        some.append(key)
        count += len(quads)
    if some:
        yield some


def _add(database: Database, quads: list[ox.Quad]) -> None:
    if len(quads) < _MANY:
        database.extend(quads)
    else:
        database.bulk_extend(quads)


def _update(database: Database, updates: Iterable[str], articles: Collection[str]) -> None:
    database.update(" ;\n".join([*updates, insertion(MERGING_GRAPH, outdated(articles))]))


@contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(f"the store cannot be written: {error} (is the disk full?)") from error
