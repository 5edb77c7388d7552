"""What follows from the claims: contacts, shortcuts and the world they meet."""

from __future__ import annotations

import pyoxigraph as ox
from rdflib import PROV

from kg.graph.contact_rdf import contact_triples
from kg.graph.namespaces import CONTACTS_GRAPH, RUN, SHORTCUTS_GRAPH, WORLD_GRAPH
from kg.graph.quads import as_oxigraph, fill
from kg.graph.reading import stored_articles, stored_claims
from kg.graph.shortcuts import shortcut_triples
from kg.graph.world_rdf import world_triples
from kg.merging import merge
from kg.world import World

_CURRENT = f"<{CONTACTS_GRAPH}> <{PROV.wasGeneratedBy}> <{RUN}merging>"

OUTDATE = f"DELETE DATA {{ {_CURRENT} }}"
"""SPARQL that marks the derived graphs as out of date; part of every update of claims."""


def is_current(database: ox.Store) -> bool:
    """Whether the derived graphs fit the claims."""
    return bool(database.query(f"ASK {{ {_CURRENT} }}"))


def derive(database: ox.Store, world: World) -> None:
    """Merge all claims anew and fill the derived graphs.

    They are marked as out of date until all of them are filled, so that one who is cut short begins again.

    Args:
        database: holds the claims, and the graphs to be filled.
        world: knows the offices of those whom the contacts meet.
    """
    published = {key: article.published for key, article in stored_articles(database).items()}
    contacts = merge(stored_claims(database), published)
    database.update(OUTDATE)
    fill(database, CONTACTS_GRAPH, as_oxigraph(triple for each in contacts for triple in contact_triples(each)))
    fill(database, SHORTCUTS_GRAPH, as_oxigraph(shortcut_triples(contacts)))
    fill(database, WORLD_GRAPH, as_oxigraph(world_triples(contacts, world)))
    database.optimize()  # the database keeps what was replaced until then; half the folder, and a quicker start
    database.update(f"INSERT DATA {{ {_CURRENT} }}")


def copied(database: ox.Store) -> ox.Store:
    """A copy in memory."""
    copy = ox.Store()
    copy.bulk_extend(database.quads_for_pattern(None, None, None, None))
    return copy
