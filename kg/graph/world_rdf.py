"""The graph of the world: of the tables, what the contacts of a graph meet; or all of them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rdflib import FOAF, ORG, OWL, RDF, URIRef

from kg.graph.agents import authority_iri, country_iri, participant_iri
from kg.graph.contact_rdf import contact_iri
from kg.graph.countries import country_concepts
from kg.graph.namespaces import KG, PERSON, POST, WIKIDATA
from kg.graph.quads import Triple
from kg.graph.tables_rdf import (
    label_triples,
    occasion_iri,
    occasion_triples,
    organisation_triples,
    person_iri,
    person_triples,
    tenure_triples,
)
from kg.model import Contact, Participant
from kg.world import Occasion, Person, World

_QID = re.compile(r"Q[1-9][0-9]*")


def all_triples(world: World) -> Iterator[Triple]:
    """The whole of the tables, without any contact: people, posts, tenures, countries, organisations, occasions."""
    for person in world.people.values():
        yield from person_triples(person_iri(person), person)
        yield from label_triples(person_iri(person), {person.name: 1} | dict.fromkeys(person.aliases, 0))
    yield from tenure_triples((person_iri(world.people[held.person]), held) for held in world.tenures)
    yield from country_concepts(world)
    for organisation in world.organisations.values():
        yield from organisation_triples(organisation)
    for occasion in world.occasions.values():
        yield from occasion_triples(occasion)


def world_triples(contacts: Sequence[Contact], world: World) -> Iterator[Triple]:
    """All that is known of everyone whom the contacts and their claims meet, and no more.

    Countries stand in the vocabulary, whether they are met or not.

    Args:
        contacts: all contacts of the graph.
        world: gives further spellings, all offices of each person, and the summits.
    """
    for iri, spellings in _authorities(contacts).items():
        yield iri, RDF.type, FOAF.Agent
        yield from label_triples(iri, spellings)
    met = _participants(contacts)
    known = {iri: person for iri, participants in met.items() if (person := _person(participants, world))}
    for iri, participants in met.items():
        yield from _participant_triples(iri, participants, known.get(iri))
    yield from tenure_triples((iri, held) for iri, person in known.items() for held in world.tenures_of(person.id))
    yield from _organisations(contacts, known.values(), world)
    yield from _occasions(contacts, world)


def _authorities(contacts: Iterable[Contact]) -> Mapping[URIRef, Counter[str]]:
    spellings: dict[URIRef, Counter[str]] = defaultdict(Counter)
    for contact in contacts:
        for authority in contact.authorities:
            spellings[authority_iri(authority)][authority] += 1
    return spellings


def _participants(contacts: Iterable[Contact]) -> Mapping[URIRef, list[Participant]]:
    """Persons and posts, each as often as a contact or a claim names it."""
    met: dict[URIRef, list[Participant]] = defaultdict(list)
    for contact in contacts:
        told = [participant for claim in contact.claims for participant in claim.participants]
        for participant in (*contact.participants, *told):
            iri = participant_iri(participant)
            if iri.startswith(PERSON) or iri.startswith(POST):
                met[iri].append(participant)
    return met


def _person(participants: Sequence[Participant], world: World) -> Person | None:
    """The person of the tables: by identifier, else the only one of that name who held an office of that country."""
    first = participants[0]
    if first.id in world.people or not first.name:
        return world.people.get(first.id)
    bearers = (person for person in world.people_named(first.name) if not first.id or person.qid in {"", first.id})
    fitting = [p for p in bearers if any(held.country == first.country for held in world.tenures_of(p.id))]
    return fitting[0] if len(fitting) == 1 else None


def _participant_triples(iri: URIRef, participants: Sequence[Participant], person: Person | None) -> Iterator[Triple]:
    spellings = Counter(participant.label for participant in participants)
    if person:
        yield from person_triples(iri, person)
        spellings.update(dict.fromkeys(person.aliases, 0))
        spellings[person.name] += len(participants)
    elif _QID.fullmatch(participants[0].id):
        yield iri, OWL.sameAs, WIKIDATA[participants[0].id]
    yield iri, RDF.type, FOAF.Person if iri.startswith(PERSON) else ORG.Post
    yield from label_triples(iri, spellings)
    for code in {participant.country for participant in participants if participant.country}:
        yield iri, KG.country, country_iri(code)


def _organisations(contacts: Iterable[Contact], people: Iterable[Person], world: World) -> Iterator[Triple]:
    """Organisations that took part, for which somebody did, or in which one of the people held an office."""
    codes = {participant.country for contact in contacts for participant in contact.participants}
    codes |= {held.country for person in people for held in world.tenures_of(person.id)}
    for code in sorted(codes & world.organisations.keys()):
        yield from organisation_triples(world.organisations[code])


def _occasions(contacts: Iterable[Contact], world: World) -> Iterator[Triple]:
    """The summits at which contacts were held, where the words and the window mean one of the tables."""
    for contact in contacts:
        if occasion := _occasion(contact, world):
            yield contact_iri(contact), KG.atOccasion, occasion_iri(occasion)
            yield from occasion_triples(occasion)


def _occasion(contact: Contact, world: World) -> Occasion | None:
    """The summit that the words name ("margins of the Apec summit"), if the contact can have been on its days."""
    earliest, latest = contact.window.earliest, contact.window.latest
    if not (contact.occasion and earliest and latest):
        return None
    middle = earliest + (latest - earliest) / 2
    named = (world.occasion(phrase, on=middle) for phrase in _phrases(contact.occasion))
    return next((found for found in named if found and found.first <= latest and earliest <= found.last), None)


def _phrases(words: str) -> Iterator[str]:
    """All runs of the words, the longest first."""
    parts = words.split()
    for length in range(len(parts), 0, -1):
        yield from (" ".join(parts[at : at + length]) for at in range(len(parts) - length + 1))
