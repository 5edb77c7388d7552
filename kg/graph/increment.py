"""A change of a few articles, carried through to what is derived from their claims, in one transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox
from rdflib import URIRef

from kg.graph.contact_rdf import merged_triples
from kg.graph.database import Database, select, values
from kg.graph.holders import holders_of
from kg.graph.merge_index import MergeIndex, index_triples
from kg.graph.namespaces import CONTACTS_GRAPH, KG, MERGING_GRAPH, SHORTCUTS_GRAPH, WORLD_GRAPH
from kg.graph.pinning import stored_pins
from kg.graph.quads import Quads, difference, in_graph
from kg.graph.region import Region
from kg.graph.shortcuts import Shortcut, shortcut_triples
from kg.graph.totals import Totals, stored_totals
from kg.graph.world_increment import world_change
from kg.merging import merge_tellings
from kg.merging.pins import Rulings
from kg.model import Contact
from kg.world import World


@dataclass(frozen=True, slots=True)
class Change:
    """What a named graph loses and gains."""

    graph: URIRef
    before: Quads
    after: Quads

    def update(self) -> str:
        """The change as SPARQL, empty where there is none."""
        return difference(self.graph, self.before - self.after, self.after - self.before)


def changes(database: Database, articles: Collection[str], world: World) -> Iterator[Change]:
    """What follows from a change of articles, graph by graph.

    Args:
        database: the articles as they are now, and the derived graphs as they were before.
        articles: IRIs of the articles that have changed, come or gone.
        world: who held which office.
    """
    pins = stored_pins(database)
    region = Region(database, articles, holders_of(world), pins)
    merged = merge_tellings(list(region.tellings.values()), Rulings(pins))
    old = _contacts_of(database, {*region.gone, *region.tellings})
    before = frozenset(quad for iri in old for quad in _written(database, iri))
    after = frozenset(in_graph(CONTACTS_GRAPH, merged_triples(merged)))
    yield _index_change(database, region)
    yield _count(database, Totals(len(region.new) - len(region.gone), len(merged.contacts) - len(old)))
    yield Change(CONTACTS_GRAPH, before, after)
    yield _shortcut_change(database, old, merged.contacts)
    yield Change(WORLD_GRAPH, *world_change(database, before, merged.contacts, old, world))


def _contacts_of(database: Database, claims: Iterable[str]) -> list[str]:
    """IRIs of the contacts that claims were merged into."""
    about = f"GRAPH <{CONTACTS_GRAPH}> {{ ?claim <{KG.about}> ?contact }}"
    rows = select(database, f"SELECT DISTINCT ?contact WHERE {{ {values('claim', claims)} {about} }}")
    return sorted(contact for (contact,) in rows)


def _written(database: Database, contact: str) -> Iterator[ox.Quad]:
    """All that the graph of contacts holds for the sake of one."""
    graph, iri = ox.NamedNode(CONTACTS_GRAPH), ox.NamedNode(contact)
    own = list(database.quads_for_pattern(iri, None, None, graph))
    yield from own
    participations = {quad.object for quad in own if quad.predicate.value == str(KG.participation)}
    leading = list(database.quads_for_pattern(None, None, iri, graph))
    doubts = {quad.subject for quad in leading if quad.predicate.value == str(KG.couldBe)}
    for node in participations | doubts:
        if isinstance(node, ox.NamedNode):
            yield from database.quads_for_pattern(node, None, None, graph)
    yield from leading


def _index_change(database: Database, region: Region) -> Change:
    index = MergeIndex(database)
    keyed = [region.tellings[iri] for iri in (*region.new, *region.rekeyed)]
    before = index.quads_of({*region.gone, *region.rekeyed, *region.dropped})
    after = in_graph(MERGING_GRAPH, (triple for telling in keyed for triple in index_triples(telling)))
    return Change(MERGING_GRAPH, frozenset(before), frozenset(after))


def _count(database: Database, more: Totals) -> Change:
    held = stored_totals(database)
    now = Totals(held.claims + more.claims, held.contacts + more.contacts)
    before, after = (frozenset(in_graph(MERGING_GRAPH, totals.triples())) for totals in (held, now))
    return Change(MERGING_GRAPH, before, after)


def _shortcut_change(database: Database, old: Sequence[str], contacts: Sequence[Contact]) -> Change:
    """Links of old contacts go, and with the last of them the shortcut; those of the new ones come."""
    graph, rests_on = ox.NamedNode(SHORTCUTS_GRAPH), ox.NamedNode(KG.shortcutOf)
    links = [
        quad for contact in old for quad in database.quads_for_pattern(None, rests_on, ox.NamedNode(contact), graph)
    ]
    going = {ox.NamedNode(contact) for contact in old}
    before = set(links)
    for subject in {quad.subject for quad in links}:
        others = database.quads_for_pattern(subject, rests_on, None, graph)  # type: ignore[arg-type]
        if all(quad.object in going for quad in others):
            before.update(in_graph(SHORTCUTS_GRAPH, _read_shortcut(database, subject).triples()))  # type: ignore[arg-type]
    after = in_graph(SHORTCUTS_GRAPH, shortcut_triples(contacts))
    return Change(SHORTCUTS_GRAPH, frozenset(before), frozenset(after))


def _read_shortcut(database: Database, iri: ox.NamedNode) -> Shortcut:
    quads = database.quads_for_pattern(iri, None, None, ox.NamedNode(SHORTCUTS_GRAPH))
    parts = {quad.predicate.value.rpartition("#")[2]: URIRef(quad.object.value) for quad in quads}  # type: ignore[union-attr]
    return Shortcut(parts["predicate"], parts["subject"], parts["object"])
