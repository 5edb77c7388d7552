"""What claims and contacts have in common, as triples: participants, channel, status, window, topics, place, roles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import pyoxigraph as ox
from rdflib import DCTERMS, PROV, RDF, URIRef

from kg.graph.agents import country_code, country_iri, participant_iri
from kg.graph.namespaces import (
    AGENT,
    CHANNELS,
    KG,
    KINDS,
    NAMING_WAYS,
    PERSON,
    POST,
    STATUSES,
    key_of,
    minted,
    topic_iri,
    topic_of,
)
from kg.graph.node import Node
from kg.graph.quads import Triple, day_literal, share_literal
from kg.model import Claim, Contact, Participant, Roles, Window

_TEXTS: Mapping[str, URIRef] = {"place": KG.placeText, "occasion": KG.occasionText, "because_of": KG.becauseOf}
_ROLES: Mapping[str, URIRef] = {role: KG[role] for role in Roles.model_fields}


def record_triples(iri: URIRef, record: Claim | Contact) -> Iterator[Triple]:
    """The triples that describe a claim or a contact, apart from what only one of them has."""
    yield iri, KG.channel, CHANNELS[record.channel]
    yield iri, KG.status, STATUSES[record.status]
    for topic in record.topics:
        yield iri, KG.topic, topic_iri(topic)
    yield from text_triples(iri, {_TEXTS[field]: getattr(record, field) for field in _TEXTS})
    yield from _window_triples(iri, record.window)
    for position, participant in enumerate(record.participants, start=1):
        yield from _participation_triples(iri, participant, position)
    yield from _role_triples(iri, record)


def text_triples(iri: str, texts: Mapping[URIRef, str]) -> Iterator[Triple]:
    """A triple for each text that is not empty."""
    return ((iri, predicate, ox.Literal(text)) for predicate, text in texts.items() if text)


def confidence_triples(iri: str, confidence: float | None) -> Iterator[Triple]:
    """How probable it is, where that was estimated."""
    if confidence is not None:
        yield iri, KG.confidence, share_literal(confidence)


def read_confidence(node: Node) -> float | None:
    """What `confidence_triples` wrote."""
    text = node.text(KG.confidence)
    return float(text) if text else None


def _window_triples(iri: URIRef, window: Window) -> Iterator[Triple]:
    if window.earliest and window.latest:
        yield iri, KG.earliest, day_literal(window.earliest)
        yield iri, KG.latest, day_literal(window.latest)
    yield from text_triples(iri, {KG.edtf: window.edtf, KG.dateText: window.date_text})
    if window.inferred:
        yield iri, KG.inferred, ox.Literal(True)


def _participation_triples(record: URIRef, participant: Participant, position: int) -> Iterator[Triple]:
    node, agent = f"{record}#participation-{position}", participant_iri(participant)
    yield record, _link(agent), agent
    yield record, KG.participation, node
    yield node, RDF.type, KG.Participation
    yield node, PROV.agent, agent
    yield node, KG.position, ox.Literal(position)
    yield node, KG.kind, KINDS[participant.kind]
    yield node, KG.via, NAMING_WAYS[participant.via]
    texts = {KG.nameText: participant.name, KG.postAsWritten: participant.post, DCTERMS.identifier: participant.id}
    yield from text_triples(node, texts)
    if participant.country:
        yield node, KG.country, country_iri(participant.country)


def _link(agent: URIRef) -> URIRef:
    if agent.startswith(PERSON):
        return KG.participant
    return KG.participantPost if agent.startswith(POST) else KG.party


def _role_triples(iri: URIRef, record: Claim | Contact) -> Iterator[Triple]:
    """Who did what; a name that is exactly a participant's stands for the participant."""
    agents = {name: agent for agent, name in _names(record.participants).items()}
    for role, predicate in _ROLES.items():
        for name in getattr(record.roles, role):
            yield iri, predicate, agents.get(name) or minted(AGENT, name)


def _names(participants: tuple[Participant, ...]) -> dict[URIRef, str]:
    """The name of each participant by IRI, where the two determine each other."""
    pairs = {(participant_iri(each), each.name) for each in participants if each.name}
    iris, names = [iri for iri, _ in pairs], [name for _, name in pairs]
    return {iri: name for iri, name in pairs if iris.count(iri) == 1 and names.count(name) == 1}


def read_record(node: Node) -> dict[str, Any]:
    """The fields that `record_triples` wrote, by their names in the model."""
    participants = tuple(_read_participant(each) for each in node.nodes(KG.participation))
    return {
        "participants": participants,
        "channel": node.code(KG.channel, CHANNELS),
        "status": node.code(KG.status, STATUSES),
        "window": _read_window(node),
        "topics": tuple(sorted(topic_of(iri) for iri in node.iris(KG.topic))),
        "roles": _read_roles(node, participants),
    } | {field: node.text(predicate) for field, predicate in _TEXTS.items()}


def _read_participant(node: Node) -> Participant:
    country = node.iris(KG.country)
    return _participant(
        name=node.text(KG.nameText),
        post=node.text(KG.postAsWritten),
        id=node.text(DCTERMS.identifier),
        country=country_code(country[0]) if country else "",
        via=node.code(KG.via, NAMING_WAYS),
        kind=node.code(KG.kind, KINDS),
    )


_participant = lru_cache(maxsize=10_000)(Participant)
"""A few are told of again and again, and need the memory of one."""


def _read_window(node: Node) -> Window:
    return Window(
        edtf=node.text(KG.edtf),
        earliest=node.day(KG.earliest),
        latest=node.day(KG.latest),
        date_text=node.text(KG.dateText),
        inferred=node.text(KG.inferred) == "true",
    )


def _read_roles(node: Node, participants: tuple[Participant, ...]) -> Roles:
    names = _names(participants)
    held = {
        role: [names.get(iri) or key_of(iri, AGENT) for iri in node.iris(predicate)]
        for role, predicate in _ROLES.items()
    }
    return Roles.model_validate(held)
