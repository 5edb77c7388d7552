"""What changes in the graph of the world when some contacts change: who is met anew comes, who is met no more goes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

import pyoxigraph as ox
from rdflib import ORG, RDFS, SKOS

from kg.graph.database import Database
from kg.graph.namespaces import KG, PERSON, POST, WORLD_GRAPH
from kg.graph.quads import Quads, in_graph
from kg.graph.world_rdf import world_triples
from kg.model import Contact
from kg.world import World

_LABEL, _OTHER_LABEL = ox.NamedNode(RDFS.label), ox.NamedNode(SKOS.altLabel)
_LINKS = tuple(ox.NamedNode(link) for link in (KG.participant, KG.participantPost))


def world_change(
    database: Database, contacts_before: Quads, contacts: Sequence[Contact], old: Collection[str], world: World
) -> tuple[Quads, Quads]:
    """What the graph of the world loses and gains.

    A label that stands stays, and further spellings stand beside it: only a rebuild counts all spellings anew.

    Args:
        database: the graphs before the change.
        contacts_before: what is written of the contacts that go.
        contacts: the contacts that come.
        old: IRIs of the contacts that go.
        world: the tables.
    """
    after = frozenset(in_graph(WORLD_GRAPH, world_triples(contacts, world)))
    labelled = frozenset(_keeping_labels(database, after))
    met = {quad.subject for quad in after}
    before = {quad.object for quad in contacts_before if quad.predicate in _LINKS}
    lost = [agent for agent in before - met if isinstance(agent, ox.NamedNode) and not _is_met(database, agent, old)]
    return frozenset((*_of_agents(database, lost), *_occasions(database, old))), labelled


def _keeping_labels(database: Database, quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """The quads; where their subject has a label already, another label stands beside it."""
    graph = ox.NamedNode(WORLD_GRAPH)
    for quad in quads:
        if quad.predicate not in (_LABEL, _OTHER_LABEL) or not isinstance(quad.subject, ox.NamedNode):
            yield quad
            continue
        standing = next(iter(database.quads_for_pattern(quad.subject, _LABEL, None, graph)), None)
        if standing is None:
            yield quad
        elif standing.object != quad.object:
            yield ox.Quad(quad.subject, _OTHER_LABEL, quad.object, graph)


def _is_met(database: Database, agent: ox.NamedNode, old: Collection[str]) -> bool:
    """Whether a contact that stays, or any claim, has the agent."""
    quads = (quad for link in _LINKS for quad in database.quads_for_pattern(None, link, agent, None))
    return any(isinstance(quad.subject, ox.NamedNode) and quad.subject.value not in old for quad in quads)


def _of_agents(database: Database, agents: Iterable[ox.NamedNode]) -> Iterator[ox.Quad]:
    """All that is known of persons and posts, tenures among it."""
    graph = ox.NamedNode(WORLD_GRAPH)
    for agent in agents:
        if agent.value.startswith((PERSON, POST)):
            yield from database.quads_for_pattern(agent, None, None, graph)
            for tenure in database.quads_for_pattern(None, ox.NamedNode(ORG.member), agent, graph):
                if isinstance(tenure.subject, ox.NamedNode):
                    yield from database.quads_for_pattern(tenure.subject, None, None, graph)


def _occasions(database: Database, contacts: Iterable[str]) -> Iterator[ox.Quad]:
    for contact in contacts:
        pattern = ox.NamedNode(contact), ox.NamedNode(KG.atOccasion), None, ox.NamedNode(WORLD_GRAPH)
        yield from database.quads_for_pattern(*pattern)
