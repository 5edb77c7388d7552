"""What follows from the claims: contacts, shortcuts, the world they meet, and the index that keeps all that up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count

import pyoxigraph as ox
from rdflib import PROV, URIRef

from kg.graph.contact_rdf import merged_triples
from kg.graph.database import Database, select
from kg.graph.holders import holders_of
from kg.graph.increment import changes
from kg.graph.merge_index import index_triples
from kg.graph.namespaces import ARTICLE, CONTACTS_GRAPH, KG, MERGING_GRAPH, RUN, SHORTCUTS_GRAPH, WORLD_GRAPH, minted
from kg.graph.pinning import stored_pins
from kg.graph.quads import Triple, fill, in_graph
from kg.graph.reading import article_graphs, stored_articles, stored_claims
from kg.graph.remote import batch_of
from kg.graph.schema import schema_quads
from kg.graph.shortcuts import shortcut_triples
from kg.graph.totals import Totals
from kg.graph.world_rdf import world_triples
from kg.merging import merge_tellings
from kg.merging.identity import Identities
from kg.merging.pins import Rulings
from kg.merging.telling import Telling
from kg.world import World

_GRAPH = f"GRAPH <{MERGING_GRAPH}>"
_DERIVED = f"<{CONTACTS_GRAPH}> <{PROV.wasGeneratedBy}> <{RUN}merging>"
_AT_ONCE = 20_000
"""So many quads, or about so many, are carried through in one transaction."""
_QUADS_AN_ARTICLE = 100
"""What follows from an article, as a rule."""
_FLUSHED = 5
"""After so many transactions the database writes out what it keeps in memory: a gigabyte otherwise."""
_IN_MEMORY = 5_000
"""Up to so many articles, everything is derived at once, in some hundred megabytes at most."""


def outdated(articles: Iterable[str]) -> Iterator[ox.Quad]:
    """Marks that what is derived from articles is out of date; part of every change of their claims."""
    return in_graph(MERGING_GRAPH, ((minted(ARTICLE, key), KG.awaits, CONTACTS_GRAPH) for key in articles))


def is_current(database: Database) -> bool:
    """Whether the derived graphs fit the claims."""
    return is_derived(database) and not _waiting(database, 1)


def is_derived(database: Database) -> bool:
    """Whether the derived graphs were ever filled, in this layout."""
    return bool(database.query(f"ASK {{ {_GRAPH} {{ {_DERIVED} }} }}"))


def mark_derived(database: Database) -> None:
    """Mark that the derived graphs are filled."""
    database.update(f"INSERT DATA {{ {_GRAPH} {{ {_DERIVED} }} }}")


def refresh(database: Database, world: World) -> None:
    """Carry all changes of articles through, some at a time; the first time, derive everything.

    Of very many articles, the first time goes by some at a time as well: slower, in memory that does not grow.
    """
    if not is_derived(database):
        if len(kept := article_graphs(database)) > _IN_MEMORY:
            _begin(database, kept)
        else:
            derive(database, world)
    at_once = max(batch_of(database, _AT_ONCE) // _QUADS_AN_ARTICLE, 1)
    for done in count(1):
        if not (articles := _waiting(database, at_once)):
            return
        _carry_through(database, articles, world)
        if done % _FLUSHED == 0:
            database.flush()


def _carry_through(database: Database, articles: Sequence[str], world: World) -> None:
    parts = [change.update() for change in changes(database, articles, world)]
    marks = "".join(f"<{article}> <{KG.awaits}> <{CONTACTS_GRAPH}> .\n" for article in articles)
    database.update(" ;\n".join([*filter(None, parts), f"DELETE DATA {{ {_GRAPH} {{ {marks} }} }}"]))


def _begin(database: Database, articles: Iterable[str]) -> None:
    """Empty the derived graphs, and have all articles wait."""
    for graph in (CONTACTS_GRAPH, SHORTCUTS_GRAPH, WORLD_GRAPH, MERGING_GRAPH):
        database.remove_graph(ox.NamedNode(graph))
    database.bulk_extend([*outdated(articles), *schema_quads()])
    mark_derived(database)


def _waiting(database: Database, limit: int) -> list[str]:
    rows = select(database, f"SELECT ?article WHERE {{ {_GRAPH} {{ ?article <{KG.awaits}> ?all }} }} LIMIT {limit}")
    return [article for (article,) in rows]


def derive(database: Database, world: World) -> None:
    """Merge all claims anew and fill the derived graphs.

    They are marked as not derived until all of them are filled, so that one who is cut short begins again.

    Args:
        database: holds the claims, and the graphs to be filled.
        world: knows the offices of those whom the contacts meet.
    """
    tellings = _tellings(database, world)
    merged = merge_tellings(tellings, Rulings(stored_pins(database)))
    database.update(f"DELETE DATA {{ {_GRAPH} {{ {_DERIVED} }} }}")
    _fill(database, CONTACTS_GRAPH, merged_triples(merged))
    _fill(database, SHORTCUTS_GRAPH, shortcut_triples(merged.contacts))
    _fill(database, WORLD_GRAPH, world_triples(merged.contacts, world))
    totals = Totals(len(tellings), len(merged.contacts)).triples()
    _fill(database, MERGING_GRAPH, chain(totals, *map(index_triples, tellings)))
    database.extend(schema_quads())
    database.optimize()  # the database keeps what was replaced until then; half the folder, and a quicker start
    mark_derived(database)


def _tellings(database: Database, world: World) -> list[Telling]:
    published = {key: article.published for key, article in stored_articles(database).items()}
    claims = list(stored_claims(database))
    identities = Identities(claims, holders=holders_of(world))
    return [Telling.of(claim, published.get(claim.article), identities) for claim in claims]


def _fill(database: Database, graph: URIRef, triples: Iterable[Triple]) -> None:
    fill(database, graph, in_graph(graph, triples))


def copied(database: Database) -> ox.Store:
    """A copy in memory."""
    copy = ox.Store()
    copy.bulk_extend(database.quads_for_pattern(None, None, None, None))
    return copy
