"""What the graph knows of the people, posts, organisations and authorities that its claims meet, and no more."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rdflib import FOAF, ORG, OWL, RDF, RDFS, SKOS, Literal, URIRef

from kg.graph.agents import authority_iri, country_iri, participant_iri
from kg.graph.namespaces import KG, ORGANISATION, PERSON, POST, TENURE, WIKIDATA, minted
from kg.graph.record_rdf import Triple
from kg.model import Contact, Participant, Window
from kg.world import Tenure, World

_QID = re.compile(r"Q[1-9][0-9]*")


def world_triples(contacts: Sequence[Contact], world: World) -> Iterator[Triple]:
    """Kinds, labels, countries and tenures of everyone whom the contacts and their claims meet.

    Args:
        contacts: all contacts of the graph.
        world: gives further spellings, and who held which post in the days of the contacts.
    """
    for iri, spellings in _authorities(contacts).items():
        yield iri, RDF.type, FOAF.Agent
        yield from _labels(iri, spellings)
    for iri, participants in _participants(contacts).items():
        yield from _participant_triples(iri, participants, world)
    yield from _organisation_triples(contacts, world)
    for person, windows in _windows(contacts).items():
        yield from _tenures(person, windows, world)


def _authorities(contacts: Iterable[Contact]) -> Mapping[URIRef, Counter[str]]:
    spellings: dict[URIRef, Counter[str]] = defaultdict(Counter)
    for contact in contacts:
        for authority in contact.authorities:
            spellings[authority_iri(authority)][authority] += 1
    return spellings


def _participants(contacts: Iterable[Contact]) -> Mapping[URIRef, list[Participant]]:
    met: dict[URIRef, list[Participant]] = defaultdict(list)
    for contact in contacts:
        told = [participant for claim in contact.claims for participant in claim.participants]
        for participant in (*contact.participants, *told):
            iri = participant_iri(participant)
            if iri.startswith(PERSON) or iri.startswith(POST):
                met[iri].append(participant)
    return met


def _participant_triples(iri: URIRef, participants: Sequence[Participant], world: World) -> Iterator[Triple]:
    spellings = Counter(participant.label for participant in participants)
    identifier = next((participant.id for participant in participants if _QID.fullmatch(participant.id)), "")
    if identifier:
        yield iri, OWL.sameAs, WIKIDATA[identifier]
    if person := world.people.get(identifier):
        spellings.update(dict.fromkeys(person.aliases, 0))
        spellings[person.name] += len(participants)
    yield iri, RDF.type, FOAF.Person if iri.startswith(PERSON) else ORG.Post
    yield from _labels(iri, spellings)
    for code in {participant.country for participant in participants if participant.country}:
        yield iri, KG.country, country_iri(code)


def _labels(iri: URIRef, spellings: Mapping[str, int]) -> Iterator[Triple]:
    """The commonest spelling, of equals the longest, as label; the others beside it."""
    best = max(sorted(spellings), key=lambda text: (spellings[text], len(text)))
    yield iri, RDFS.label, Literal(best)
    for other in spellings:
        if other != best:
            yield iri, SKOS.altLabel, Literal(other)


def _organisation_triples(contacts: Iterable[Contact], world: World) -> Iterator[Triple]:
    """Organisations that took part or for which somebody did; countries stand in the vocabulary."""
    codes = {participant.country for contact in contacts for participant in contact.participants}
    for code in sorted(codes & world.organisations.keys()):
        iri = minted(ORGANISATION, code)
        yield iri, RDF.type, ORG.Organization
        yield iri, KG.code, Literal(code)
        yield iri, RDFS.label, Literal(world.organisations[code].name)


def _windows(contacts: Iterable[Contact]) -> Mapping[str, list[Window]]:
    """The known windows of the contacts of each person with an identifier."""
    windows: dict[str, list[Window]] = defaultdict(list)
    for contact in contacts:
        for participant in contact.participants:
            if participant.id and contact.window.is_known:
                windows[participant.id].append(contact.window)
    return windows


def _tenures(person: str, windows: Sequence[Window], world: World) -> Iterator[Triple]:
    for tenure in world.tenures_of(person):
        if any(_in_office(tenure, window) for window in windows):
            yield from _tenure_triples(person, tenure)


def _in_office(tenure: Tenure, window: Window) -> bool:
    ended = tenure.last is not None and window.earliest is not None and tenure.last < window.earliest
    return not ended and window.latest is not None and tenure.first <= window.latest


def _tenure_triples(person: str, tenure: Tenure) -> Iterator[Triple]:
    iri = minted(TENURE, f"{person}-{tenure.country}-{tenure.kind}-{tenure.first.isoformat()}")
    post = minted(POST, f"{tenure.country}-{tenure.kind}")
    yield iri, RDF.type, KG.Tenure
    yield iri, ORG.member, minted(PERSON, person)
    yield iri, KG.post, post
    yield iri, KG.begin, Literal(tenure.first)
    if tenure.last:
        yield iri, KG.end, Literal(tenure.last)
    if tenure.acting:
        yield iri, KG.acting, Literal(True)
    yield post, RDF.type, ORG.Post
    yield post, RDFS.label, Literal(tenure.office)
    yield post, KG.officeKind, Literal(tenure.kind)
    yield post, KG.country, country_iri(tenure.country)
