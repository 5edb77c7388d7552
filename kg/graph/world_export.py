"""The tables of the world in the standard formats of RDF."""

from __future__ import annotations

from typing import IO

import pyoxigraph as ox

from kg.graph.export import write
from kg.graph.namespaces import WORLD_GRAPH
from kg.graph.quads import fill, in_graph
from kg.graph.world_rdf import all_triples
from kg.world import World


def write_world(world: World, stream: IO[bytes], format: str = "ttl") -> None:  # noqa: A002  # what the standards call it
    """Write all people, posts, tenures, countries, organisations and occasions, as the named graph of the world.

    Args:
        world: the tables.
        stream: a binary stream.
        format: nq or trig, which keep the name of the graph; ttl; jsonld, with our context.

    Raises:
        StoreError: the format is unknown.
    """
    database = ox.Store()
    fill(database, WORLD_GRAPH, in_graph(WORLD_GRAPH, all_triples(world)))
    write(database, stream, format)
