"""The vocabulary graph: our ontology, the topics and the countries as concepts."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pyoxigraph as ox

from kg.graph.countries import country_concepts
from kg.graph.database import Database
from kg.graph.namespaces import VOCABULARY_GRAPH
from kg.graph.quads import as_oxigraph, fill
from kg.resources import shipped
from kg.world import World, loading

ONTOLOGY_FILES = ("contacts.ttl", "topics.ttl")


def load_vocabulary(database: Database) -> None:
    """Put the shipped vocabulary into its graph, where it differs from what is there."""
    triples = {quad.triple for name in ONTOLOGY_FILES for quad in _parsed(shipped("ontology") / name)}
    countries = loading.countries(Path(str(files("kg.world"))) / "data")
    wanted = frozenset(triples) | as_oxigraph(country_concepts(World(countries=countries)))
    graph = ox.NamedNode(VOCABULARY_GRAPH)
    if frozenset(quad.triple for quad in database.quads_for_pattern(None, None, None, graph)) != wanted:
        fill(database, VOCABULARY_GRAPH, wanted)


def _parsed(path: Path) -> list[ox.Quad]:
    return list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
