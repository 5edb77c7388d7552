"""Shortcuts: one hop between two who were in contact, derived from contacts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, permutations, product

from rdflib import URIRef

from kg.graph.agents import country_iri, participant_iri
from kg.graph.namespaces import KG, PERSON, POST
from kg.graph.record_rdf import Triple
from kg.model import Channel, Contact, Status

_SPOKEN = frozenset({Channel.PHONE, Channel.VIDEO, Channel.IN_PERSON})


def shortcut_triples(contacts: Iterable[Contact]) -> Iterator[Triple]:
    """The shortcuts of all contacts; the same one may come several times.

    Held contacts give `kg:inContactWith` and, by their channel, `kg:spokeWith`, `kg:metWith` and `kg:wroteTo` between
    persons or posts, and `kg:statesInContact`. Planned and proposed contacts in person give `kg:plansToMeet`.
    """
    for contact in contacts:
        if contact.status is Status.HELD:
            yield from _of_held(contact)
        elif contact.status in (Status.PLANNED, Status.PROPOSED) and contact.channel is Channel.IN_PERSON:
            yield from _both_ways(KG.plansToMeet, _people(contact))


def _of_held(contact: Contact) -> Iterator[Triple]:
    people = _people(contact)
    yield from _both_ways(KG.inContactWith, people)
    if contact.channel in _SPOKEN:
        yield from _both_ways(KG.spokeWith, people)
    if contact.channel is Channel.IN_PERSON:
        yield from _both_ways(KG.metWith, people)
    if contact.channel is Channel.LETTER:
        yield from _letters(contact)
    yield from _between_states(contact)


def _both_ways(link: URIRef, agents: Iterable[URIRef]) -> Iterator[Triple]:
    return ((one, link, other) for one, other in permutations(agents, 2))


def _people(contact: Contact) -> list[URIRef]:
    agents = dict.fromkeys(participant_iri(participant) for participant in contact.participants)
    return [agent for agent in agents if agent.startswith(PERSON) or agent.startswith(POST)]


def _letters(contact: Contact) -> Iterator[Triple]:
    """From the initiator to the others; both ways where none is told."""
    named = {participant.name: participant_iri(participant) for participant in contact.participants}
    writers = {named[name] for name in contact.roles.initiator if name in named}
    people = _people(contact)
    for one, other in product(people, people):
        if one != other and ((one in writers and other not in writers) or not writers):
            yield one, KG.wroteTo, other


def _between_states(contact: Contact) -> Iterator[Triple]:
    states = {country_iri(participant.country) for participant in contact.participants if participant.country}
    for one, other in combinations(sorted(states), 2):
        yield one, KG.statesInContact, other
        yield other, KG.statesInContact, one
