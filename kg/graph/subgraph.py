"""The part of a graph that some contacts make: themselves, the claims that tell them, and whom they meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import pyoxigraph as ox

from kg.graph.article_rdf import Extracted, told_graph
from kg.graph.contact_rdf import contact_triples
from kg.graph.database import Database
from kg.graph.derivation import mark_derived
from kg.graph.namespaces import CONTACTS_GRAPH, MERGING_GRAPH, SHORTCUTS_GRAPH, WORLD_GRAPH
from kg.graph.quads import in_graph
from kg.graph.reading import kept
from kg.graph.shortcuts import shortcut_triples
from kg.graph.totals import Totals
from kg.graph.vocabulary import load_vocabulary
from kg.graph.world_rdf import world_triples
from kg.model import Claim, Contact
from kg.world import World


def subgraph(database: Database, contacts: Sequence[Contact], world: World) -> ox.Store:
    """A database in memory of some contacts, under the ids that they have; of their articles, it has no other claims.

    Args:
        database: holds the articles that tell of the contacts.
        contacts: what to take.
        world: the tables.
    """
    part = ox.Store()
    load_vocabulary(part)
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in (claim for contact in contacts for claim in contact.claims):
        told[claim.article].append(claim)
    for article, claims in told.items():
        if found := kept(database, article):
            part.extend(told_graph(found.article, claims, Extracted(found.digest, found.version)))
    written = (triple for contact in contacts for triple in contact_triples(contact))
    part.extend(in_graph(CONTACTS_GRAPH, written))
    part.extend(in_graph(SHORTCUTS_GRAPH, shortcut_triples(contacts)))
    part.extend(in_graph(WORLD_GRAPH, world_triples(contacts, world)))
    part.extend(in_graph(MERGING_GRAPH, Totals(sum(map(len, told.values())), len(contacts)).triples()))
    mark_derived(part)
    return part
