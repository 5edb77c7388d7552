"""Rows of the world's tables as triples: people, posts, tenures, organisations, occasions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import pyoxigraph as ox
from rdflib import FOAF, ORG, OWL, RDF, RDFS, SKOS, URIRef

from kg.graph.agents import country_iri
from kg.graph.namespaces import KG, OCCASION, ORGANISATION, PERSON, PLACE, POST, SDO, TENURE, WIKIDATA, key_of, minted
from kg.graph.quads import Triple, day_literal
from kg.world import Occasion, Organisation, Person, Tenure
from kg.world.names import fold


def person_triples(iri: URIRef, person: Person) -> Iterator[Triple]:
    """A person with all names; labels are left to `label_triples`, since texts know spellings too."""
    yield iri, RDF.type, FOAF.Person
    if person.qid:
        yield iri, OWL.sameAs, WIKIDATA[person.qid]
    for name in dict.fromkeys((person.family, *person.called)):
        if name:
            yield iri, FOAF.familyName if name == person.family else FOAF.nick, ox.Literal(name)


def person_iri(person: Person) -> URIRef:
    """The IRI of a person of the tables, the same by which contacts know one."""
    return minted(PERSON, person.qid or person.id)


def label_triples(iri: URIRef, spellings: Mapping[str, int]) -> Iterator[Triple]:
    """The commonest spelling, of equals the longest, as label; the others beside it."""
    best = max(sorted(spellings), key=lambda text: (spellings[text], len(text)))
    yield iri, RDFS.label, ox.Literal(best)
    for other in spellings:
        if other != best:
            yield iri, SKOS.altLabel, ox.Literal(other)


def tenure_triples(held: Iterable[tuple[URIRef, Tenure]]) -> Iterator[Triple]:
    """Tenures, each of the person with that IRI, and their posts."""
    titles: dict[URIRef, Counter[str]] = defaultdict(Counter)
    for member, tenure in held:
        post = _post_iri(tenure)
        titles[post].update((tenure.office,))
        titles[post].update(dict.fromkeys(tenure.office_aliases, 0))
        yield from _tenure(member, tenure, post)
        yield from _post(post, tenure)
    for post, spellings in titles.items():
        yield from label_triples(post, spellings)


def _post_iri(tenure: Tenure) -> URIRef:
    """One post for each title: a state that turns presidential has another head of government, not a renamed one."""
    return minted(POST, f"{tenure.country}-{tenure.kind}-{fold(tenure.office).replace(' ', '-')}")


def _post(post: URIRef, tenure: Tenure) -> Iterator[Triple]:
    yield post, RDF.type, ORG.Post
    yield post, KG.officeKind, ox.Literal(tenure.kind)
    yield post, KG.country, country_iri(tenure.country)
    yield post, ORG.postIn, country_iri(tenure.country)


def _tenure(member: URIRef, tenure: Tenure, post: URIRef) -> Iterator[Triple]:
    key = "-".join((key_of(member, PERSON), key_of(post, POST), tenure.first.isoformat()))
    iri = minted(TENURE, key)
    yield iri, RDF.type, KG.Tenure
    yield iri, ORG.member, member
    yield iri, KG.post, post
    yield from _days(iri, tenure)
    if tenure.acting:
        yield iri, KG.acting, ox.Literal(True)


def _days(iri: URIRef, tenure: Tenure) -> Iterator[Triple]:
    """`kg:begin` and `kg:end` where they are known to the day, else both bounds."""
    bounds: dict[URIRef, date | None] = {KG.lastSeen: tenure.seen}
    if tenure.first_until:
        bounds |= {KG.beginEarliest: tenure.first, KG.beginLatest: tenure.first_until}
    else:
        bounds |= {KG.begin: tenure.first}
    if tenure.last_from:
        bounds |= {KG.endEarliest: tenure.last_from, KG.endLatest: tenure.last}
    else:
        bounds |= {KG.end: tenure.last}
    return ((iri, predicate, day_literal(day)) for predicate, day in bounds.items() if day)


def organisation_triples(organisation: Organisation) -> Iterator[Triple]:
    """An organisation with all names."""
    iri = minted(ORGANISATION, organisation.code)
    yield iri, RDF.type, ORG.Organization
    yield iri, KG.code, ox.Literal(organisation.code)
    yield from label_triples(iri, {organisation.name: 1} | dict.fromkeys(organisation.aliases, 0))


def occasion_iri(occasion: Occasion) -> URIRef:
    """The IRI of a summit of the tables."""
    return minted(OCCASION, occasion.id)


def occasion_triples(occasion: Occasion) -> Iterator[Triple]:
    """A summit with all names, its days, city and country."""
    iri = occasion_iri(occasion)
    yield iri, RDF.type, KG.Occasion
    yield iri, KG.series, ox.Literal(occasion.series)
    yield iri, KG.begin, day_literal(occasion.first)
    yield iri, KG.end, day_literal(occasion.last)
    yield from label_triples(iri, {occasion.name: 1} | dict.fromkeys(occasion.aliases, 0))
    if occasion.country:
        yield iri, KG.country, country_iri(occasion.country)
    if occasion.city:
        city = minted(PLACE, occasion.city)
        yield iri, KG.place, city
        yield city, RDF.type, SDO.Place
        yield city, RDFS.label, ox.Literal(occasion.city)
