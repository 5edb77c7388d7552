"""The graph of merging: how a new claim finds those it may belong with, without reading all of them.

For every claim it holds the keys of its blocks, the names that it uses and its article; for every name the words under
which others have to know of it. It follows from the claims, and a rebuild makes it anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator

import pyoxigraph as ox
from rdflib import URIRef

from kg.graph.claim_rdf import claim_iri
from kg.graph.database import Database, select, values
from kg.graph.namespaces import ARTICLE, KG, MERGING_GRAPH, NAME, key_of, minted
from kg.graph.quads import Triple
from kg.merging.identity import Name, names_of
from kg.merging.telling import Telling

_GRAPH = f"GRAPH <{MERGING_GRAPH}>"


def index_triples(telling: Telling) -> Iterator[Triple]:
    """What the index holds of a claim."""
    iri = claim_iri(telling.claim)
    yield iri, KG.indexedIn, minted(ARTICLE, telling.claim.article)
    for block in telling.blocks():
        yield iri, KG.block, ox.Literal(digest(block))
    for name in names_of(telling.claim):
        yield iri, KG.usesName, name_iri(name)
        yield from name_triples(name)


def name_triples(name: Name) -> Iterator[Triple]:
    """What the index holds of a name."""
    return ((name_iri(name), KG.word, ox.Literal(word)) for word in name.index)


def digest(block: str) -> str:
    """A short form of the key of a block."""
    return hashlib.blake2b(block.encode(), digest_size=8).hexdigest()


def name_iri(name: Name) -> URIRef:
    """The IRI of a name."""
    return minted(NAME, "|".join((name.words, name.country, name.id)))


def name_of(iri: str) -> Name:
    """The name that `name_iri` made an IRI of."""
    words, country, identifier = key_of(URIRef(iri), NAME).split("|", 2)
    return Name(words, country, identifier)


class MergeIndex:
    """The index as one asks it.

    Args:
        database: holds the graph of merging.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def claims_of(self, articles: Collection[str]) -> list[str]:
        """The claims that are indexed for articles, all by IRI."""
        query = (
            f"SELECT ?claim WHERE {{ {values('article', articles)} {_GRAPH} {{ ?claim <{KG.indexedIn}> ?article }} }}"
        )
        return [claim for (claim,) in select(self._database, query)] if articles else []

    def quads_of(self, subjects: Iterable[str]) -> Iterator[ox.Quad]:
        """Everything that the index holds of claims or names."""
        for subject in subjects:
            pattern = ox.NamedNode(subject), None, None, ox.NamedNode(MERGING_GRAPH)
            yield from self._database.quads_for_pattern(*pattern)

    def in_blocks(self, blocks: Iterable[str]) -> set[tuple[str, str]]:
        """The claims of blocks, each with its article."""
        keys = " ".join(f'"{block}"' for block in blocks)
        query = (
            f"SELECT DISTINCT ?claim ?article WHERE {{ VALUES ?block {{ {keys} }} "
            f"{_GRAPH} {{ ?claim <{KG.block}> ?block . ?claim <{KG.indexedIn}> ?article }} }}"
        )
        return {(claim, article) for claim, article in select(self._database, query)} if keys else set()

    def users_of(self, names: Iterable[str]) -> Iterator[str]:
        """The claims that use one of the names."""
        for name in names:
            pattern = None, ox.NamedNode(KG.usesName), ox.NamedNode(name), ox.NamedNode(MERGING_GRAPH)
            for quad in self._database.quads_for_pattern(*pattern):
                if isinstance(quad.subject, ox.NamedNode):
                    yield quad.subject.value

    def names_with(self, words: Iterable[str]) -> set[str]:
        """The names that have to know of a word."""
        found: set[str] = set()
        for word in words:
            pattern = None, ox.NamedNode(KG.word), ox.Literal(word), ox.NamedNode(MERGING_GRAPH)
            quads = self._database.quads_for_pattern(*pattern)
            found.update(quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode))
        return found

    def article_of(self, claim: str) -> str:
        """The article of an indexed claim; empty where it is unknown."""
        pattern = ox.NamedNode(claim), ox.NamedNode(KG.indexedIn), None, ox.NamedNode(MERGING_GRAPH)
        quad = next(iter(self._database.quads_for_pattern(*pattern)), None)
        return quad.object.value if quad and isinstance(quad.object, ox.NamedNode) else ""
