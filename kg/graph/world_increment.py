"""What changes in the graph of the world when some contacts change: who is met anew comes, who is met no more goes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

import pyoxigraph as ox
from rdflib import ORG, RDFS, SKOS

from kg.graph.database import Database
from kg.graph.namespaces import KG, PERSON, POST, WORLD_GRAPH
from kg.graph.quads import Triples, as_oxigraph
from kg.graph.world_rdf import world_triples
from kg.model import Contact
from kg.world import World

_LABEL, _OTHER_LABEL = ox.NamedNode(RDFS.label), ox.NamedNode(SKOS.altLabel)
_LINKS = tuple(ox.NamedNode(link) for link in (KG.participant, KG.participantPost))


def world_change(
    database: Database, contacts_before: Triples, contacts: Sequence[Contact], old: Collection[str], world: World
) -> tuple[Triples, Triples]:
    """What the graph of the world loses and gains.

    A label that stands stays, and further spellings stand beside it: only a rebuild counts all spellings anew.

    Args:
        database: the graphs before the change.
        contacts_before: the triples of the contacts that go.
        contacts: the contacts that come.
        old: IRIs of the contacts that go.
        world: the tables.
    """
    after = as_oxigraph(world_triples(contacts, world))
    labelled = frozenset(_keeping_labels(database, after))
    met = {triple.subject for triple in after}
    before = {triple.object for triple in contacts_before if triple.predicate in _LINKS}
    lost = [agent for agent in before - met if isinstance(agent, ox.NamedNode) and not _is_met(database, agent, old)]
    return frozenset((*_of_agents(database, lost), *_occasions(database, old))), labelled


def _keeping_labels(database: Database, triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """The triples; where their subject has a label already, another label stands beside it."""
    graph = ox.NamedNode(WORLD_GRAPH)
    for triple in triples:
        if triple.predicate not in (_LABEL, _OTHER_LABEL) or not isinstance(triple.subject, ox.NamedNode):
            yield triple
            continue
        quads = database.quads_for_pattern(triple.subject, _LABEL, None, graph)
        label = next((quad.object for quad in quads), None)
        if label is None:
            yield triple
        elif label != triple.object:
            yield ox.Triple(triple.subject, _OTHER_LABEL, triple.object)


def _is_met(database: Database, agent: ox.NamedNode, old: Collection[str]) -> bool:
    """Whether a contact that stays, or any claim, has the agent."""
    quads = (quad for link in _LINKS for quad in database.quads_for_pattern(None, link, agent, None))
    return any(isinstance(quad.subject, ox.NamedNode) and quad.subject.value not in old for quad in quads)


def _of_agents(database: Database, agents: Iterable[ox.NamedNode]) -> Iterator[ox.Triple]:
    """All that is known of persons and posts, tenures among it."""
    graph = ox.NamedNode(WORLD_GRAPH)
    for agent in agents:
        if agent.value.startswith((PERSON, POST)):
            yield from (quad.triple for quad in database.quads_for_pattern(agent, None, None, graph))
            for tenure in database.quads_for_pattern(None, ox.NamedNode(ORG.member), agent, graph):
                if isinstance(tenure.subject, ox.NamedNode):
                    yield from (quad.triple for quad in database.quads_for_pattern(tenure.subject, None, None, graph))


def _occasions(database: Database, contacts: Iterable[str]) -> Iterator[ox.Triple]:
    for contact in contacts:
        pattern = ox.NamedNode(contact), ox.NamedNode(KG.atOccasion), None, ox.NamedNode(WORLD_GRAPH)
        yield from (quad.triple for quad in database.quads_for_pattern(*pattern))
