"""The vocabulary graph: our ontology, the topics and the countries as concepts."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pyoxigraph as ox

from kg.graph.countries import country_concepts
from kg.graph.database import Database
from kg.graph.namespaces import VOCABULARY_GRAPH
from kg.graph.quads import fill, in_graph, quads_of
from kg.resources import shipped
from kg.world import World, loading

ONTOLOGY_FILES = ("contacts.ttl", "topics.ttl")


def load_vocabulary(database: Database) -> None:
    """Put the shipped vocabulary into its graph, where it differs from what is there."""
    countries = loading.countries(Path(str(files("kg.world"))) / "data")
    concepts = in_graph(VOCABULARY_GRAPH, country_concepts(World(countries=countries)))
    ontology = (quad for name in ONTOLOGY_FILES for quad in _parsed(shipped("ontology") / name))
    wanted = frozenset((*concepts, *ontology))
    if quads_of(database, VOCABULARY_GRAPH) != wanted:
        fill(database, VOCABULARY_GRAPH, wanted)


def _parsed(path: Path) -> Iterator[ox.Quad]:
    name = ox.NamedNode(VOCABULARY_GRAPH)
    for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
        yield ox.Quad(quad.subject, quad.predicate, quad.object, name)
