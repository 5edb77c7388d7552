"""From a name in any spelling to those in the graph who bear it."""

from __future__ import annotations

import pyoxigraph as ox
from rdflib import URIRef

from kg.graph.database import Database
from kg.graph.sparql import rows
from kg.world.names import core, fold, tokens

_PARTICIPANTS = """
SELECT DISTINCT ?agent ?name WHERE {
  { SELECT DISTINCT ?agent { GRAPH graph:contacts { ?contact kg:participant|kg:participantPost|kg:party ?agent } } }
  { ?agent rdfs:label|skos:altLabel|kg:code ?name } UNION { ?agent owl:sameAs ?name }
}
"""
_AUTHORITIES = "SELECT DISTINCT ?agent ?name WHERE { ?claim kg:attributedTo ?agent ; kg:authorityText ?name }"


def participants_named(database: Database, name: str) -> list[URIRef]:
    """Those who take part in contacts under `name`: a family name, a full name, a Wikidata id or a code.

    Full names that are equal come before names that merely hold all words of `name`.
    """
    return _bearers(database, _PARTICIPANTS, name)


def authorities_named(database: Database, name: str) -> list[URIRef]:
    """The authorities under `name`; a leading "the" does not count."""
    return _bearers(database, _AUTHORITIES, name)


def _bearers(database: Database, query: str, name: str) -> list[URIRef]:
    words = _words(name)
    exact: set[URIRef] = set()
    partial: set[URIRef] = set()
    for agent, known in rows(database, query):
        spelt = _words(known.value.rpartition("/")[2] if isinstance(known, ox.NamedNode) else known.value)
        if spelt == words:
            exact.add(URIRef(agent.value))
        elif words and set(words) <= set(spelt):
            partial.add(URIRef(agent.value))
    return sorted(exact or partial)


def _words(name: str) -> tuple[str, ...]:
    words = core(tokens(name))
    return (words[1:] if words[:1] == ("the",) else words) or (fold(name),)
