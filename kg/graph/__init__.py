"""The knowledge graph: claims and contacts as RDF in named graphs, asked in SPARQL."""

from kg.graph.backup import read_backup
from kg.graph.quads import Quads
from kg.graph.queries import NamedQuery, named_queries, run
from kg.graph.reading import Kept
from kg.graph.remote import Auth, Manners
from kg.graph.store import Store
from kg.graph.validation import Violation

__all__ = [
    "Auth",
    "Kept",
    "Manners",
    "NamedQuery",
    "Quads",
    "Store",
    "Violation",
    "named_queries",
    "read_backup",
    "run",
]
