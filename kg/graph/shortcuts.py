"""Shortcuts: one hop between two who were in contact, each leading back to the contacts it stands for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, permutations

from rdflib import RDF, URIRef

from kg.graph.agents import country_iri, participant_iri
from kg.graph.contact_rdf import contact_iri
from kg.graph.namespaces import KG, PERSON, POST, SHORTCUT, minted
from kg.graph.quads import Triple
from kg.model import Channel, Contact, Status

_SPOKEN = frozenset({Channel.PHONE, Channel.VIDEO, Channel.IN_PERSON})


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One link between two.

    Attributes:
        link: `kg:inContactWith`, `kg:spokeWith`, `kg:metWith`, `kg:wroteTo`, `kg:plansToMeet`, `kg:statesInContact`.
        one: the subject; of a symmetric link, the first of the two in alphabetical order.
        other: the object.
    """

    link: URIRef
    one: URIRef
    other: URIRef

    @property
    def iri(self) -> URIRef:
        """The IRI of the shortcut itself."""
        words = "\n".join((self.link, self.one, self.other))
        return minted(SHORTCUT, hashlib.blake2b(words.encode(), digest_size=10).hexdigest())

    def triples(self) -> Iterator[Triple]:
        """The link, both ways where it is symmetric, and the shortcut that stands for it."""
        yield self.one, self.link, self.other
        if self.link != KG.wroteTo:
            yield self.other, self.link, self.one
        yield self.iri, RDF.type, KG.Shortcut
        yield self.iri, RDF.subject, self.one
        yield self.iri, RDF.predicate, self.link
        yield self.iri, RDF.object, self.other


def shortcut_triples(contacts: Iterable[Contact]) -> Iterator[Triple]:
    """The shortcuts of all contacts; the same triple may come several times."""
    for contact in contacts:
        for shortcut in shortcuts_of(contact):
            yield from shortcut.triples()
            yield shortcut.iri, KG.shortcutOf, contact_iri(contact)


def shortcuts_of(contact: Contact) -> Iterator[Shortcut]:
    """The shortcuts that rest on a contact.

    Held contacts give `kg:inContactWith` and, by their channel, `kg:spokeWith`, `kg:metWith` and `kg:wroteTo` between
    persons or posts, and `kg:statesInContact`. Planned and proposed contacts in person give `kg:plansToMeet`.
    """
    people = _people(contact)
    if contact.status is Status.HELD:
        for link in _links(contact.channel):
            yield from _symmetric(link, people)
        if contact.channel is Channel.LETTER:
            yield from _letters(contact, people)
        states = {country_iri(each.country) for each in contact.participants if each.country}
        yield from _symmetric(KG.statesInContact, states)
    elif contact.status in (Status.PLANNED, Status.PROPOSED) and contact.channel is Channel.IN_PERSON:
        yield from _symmetric(KG.plansToMeet, people)


def _links(channel: Channel) -> Iterator[URIRef]:
    yield KG.inContactWith
    if channel in _SPOKEN:
        yield KG.spokeWith
    if channel is Channel.IN_PERSON:
        yield KG.metWith


def _symmetric(link: URIRef, agents: Iterable[URIRef]) -> Iterator[Shortcut]:
    return (Shortcut(link, one, other) for one, other in combinations(sorted(agents), 2))


def _people(contact: Contact) -> set[URIRef]:
    agents = (participant_iri(participant) for participant in contact.participants)
    return {agent for agent in agents if agent.startswith(PERSON) or agent.startswith(POST)}


def _letters(contact: Contact, people: Iterable[URIRef]) -> Iterator[Shortcut]:
    """From the initiator to the others; both ways where none is told."""
    named = {participant.name: participant_iri(participant) for participant in contact.participants}
    writers = {named[name] for name in contact.roles.initiator if name in named}
    for one, other in permutations(people, 2):
        if not writers or (one in writers and other not in writers):
            yield Shortcut(KG.wroteTo, one, other)
