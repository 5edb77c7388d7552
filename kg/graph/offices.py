"""From a title in words to the posts of the graph that bear it."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import URIRef

from kg.graph.database import Database
from kg.graph.sparql import rows
from kg.world.names import tokens

_POSTS = """
SELECT DISTINCT ?post ?name WHERE { ?tenure kg:post ?post . ?post rdfs:label|skos:altLabel|kg:officeKind ?name }
"""
_TAILS = frozenset({"of", "for"})


def posts_titled(database: Database, title: str) -> list[URIRef]:
    """The posts of that title or kind: "president", "foreign minister", "head of government".

    Titles that are equal, or equal before "of" or "for" ("President of the Republic"), come before titles that merely
    hold all the words.
    """
    words = tokens(title)
    exact: set[URIRef] = set()
    partial: set[URIRef] = set()
    for post, name in rows(database, _POSTS):
        known = tokens(name.value)
        if words in _forms(known):
            exact.add(URIRef(post.value))
        elif words and set(words) <= set(known):
            partial.add(URIRef(post.value))
    return sorted(exact or partial)


def _forms(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield words
    yield from (words[:place] for place, word in enumerate(words) if place and word in _TAILS)
