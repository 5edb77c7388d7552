"""The knowledge graph: claims and contacts as RDF in named graphs, asked in SPARQL."""

from kg.graph.store import Store

__all__ = ["Store"]
