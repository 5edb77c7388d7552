"""The knowledge graph: claims and contacts as RDF in named graphs, asked in SPARQL."""

from kg.graph.queries import NamedQuery, named_queries, run
from kg.graph.store import Store
from kg.graph.validation import Violation

__all__ = ["NamedQuery", "Store", "Violation", "named_queries", "run"]
