"""FollowTheMoney entities, for Aleph, OpenSanctions and their tools: https://followthemoney.tech/explorer/.

A contact is an `Event`, its participants are `Person`, `PublicBody`, `Organization` or, where only the office is told,
`LegalEntity`; the articles that tell of it are `Article` and its proof. FollowTheMoney knows only events that took
place: the status stands in the name, unless it is held, and always in the keywords.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from rdflib import URIRef

from kg.exchange.country_codes import FTM_CODES
from kg.exchange.flat import NO_ARTICLES, Articles
from kg.graph.agents import participant_iri
from kg.graph.contact_rdf import contact_iri
from kg.graph.namespaces import ARTICLE, minted
from kg.model import Article, Contact, Kind, Participant, Status
from kg.world import load_world

Entity = dict[str, Any]
Properties = Mapping[str, Iterable[str]]

_QID = re.compile(r"Q[1-9][0-9]*")
_COLLECTIVES: Mapping[Kind, str] = {Kind.STATE: "PublicBody", Kind.ORGANISATION: "Organization"}


def entities(contacts: Iterable[Contact], articles: Articles = NO_ARTICLES) -> Iterator[Entity]:
    """The entities of contacts: each contact as it comes, then everyone who took part, then the articles.

    Args:
        contacts: what to tell.
        articles: the articles by id; those that are not known are left out.
    """
    met: dict[URIRef, list[Participant]] = defaultdict(list)
    told: set[str] = set()
    for contact in contacts:
        yield _event(contact, articles)
        for participant in contact.participants:
            met[participant_iri(participant)].append(participant)
        told.update(claim.article for claim in contact.claims)
    yield from (_agent(iri, mentions) for iri, mentions in met.items())
    yield from (_article(articles[name]) for name in sorted(told & articles.keys()))


def write_entities(contacts: Iterable[Contact], path: str | Path, articles: Articles = NO_ARTICLES) -> None:
    """Write the entities as JSON Lines."""
    with Path(path).open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps(each, ensure_ascii=False) + "\n" for each in entities(contacts, articles))


def _event(contact: Contact, articles: Articles) -> Entity:
    window = contact.window
    known = [name for name in dict.fromkeys(claim.article for claim in contact.claims) if name in articles]
    hosts = [one for one in contact.participants if one.name in contact.roles.host]
    properties: dict[str, Iterable[str]] = {
        "name": [_event_name(contact)],
        "startDate": [window.earliest.isoformat()] if window.earliest else [],
        "endDate": [window.latest.isoformat()] if window.latest else [],
        "involved": [_id(participant_iri(one)) for one in contact.participants],
        "organizer": [_id(participant_iri(one)) for one in hosts],
        "country": [FTM_CODES.get(one.country, "") for one in contact.participants],
        "location": [contact.place],
        "summary": [contact.claims[0].evidence[0].text],
        "keywords": [f"channel:{contact.channel}", f"status:{contact.status}", *contact.topics],
        "recordId": [contact.id],
        "publisher": contact.authorities,
        "proof": [_article_id(name) for name in known],
        "sourceUrl": [_web(articles[name].url) for name in known],
    }
    return _entity("Event", _id(contact_iri(contact)), properties)


def _event_name(contact: Contact) -> str:
    status = "" if contact.status is Status.HELD else f" ({contact.status})"
    return ", ".join(part for part in (contact.label, contact.window.edtf) if part) + status


def _agent(iri: URIRef, mentions: list[Participant]) -> Entity:
    first = mentions[0]
    properties: dict[str, Iterable[str]] = {
        "name": [_name(first), *(one.name for one in mentions)],
        "country": [FTM_CODES.get(one.country, "") for one in mentions],
    }
    if _schema(first) == "Person":
        qids = [one.id for one in mentions if _QID.fullmatch(one.id)]
        properties |= {"position": [one.post for one in mentions], "wikidataId": qids}
    return _entity(_schema(first), _id(iri), properties)


def _schema(participant: Participant) -> str:
    if participant.kind in _COLLECTIVES:
        return _COLLECTIVES[participant.kind]
    return "Person" if participant.name else "LegalEntity"


def _name(participant: Participant) -> str:
    """The name; of a state or an organisation that is told by code only, the name of the tables."""
    if participant.name or participant.post:
        return participant.label
    world = load_world()
    body = world.countries.get(participant.country) or world.organisations.get(participant.country)
    return body.name if body else participant.country


def _article(article: Article) -> Entity:
    properties = {
        "title": [article.title or article.id],
        "publisher": [article.issuer],
        "publishedAt": [article.published.isoformat()] if article.published else [],
        "sourceUrl": [_web(article.url)],
    }
    return _entity("Article", _article_id(article.id), properties)


def _entity(schema: str, identifier: str, properties: Properties) -> Entity:
    """An entity with each value once and without empty ones."""
    kept = {name: [value for value in dict.fromkeys(values) if value] for name, values in properties.items()}
    return {"id": identifier, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def _article_id(name: str) -> str:
    return _id(minted(ARTICLE, name))


def _id(iri: URIRef) -> str:
    """The Wikidata id of a person, as OpenSanctions has it; else digits that stand for the IRI."""
    key = iri.rpartition("/")[2]
    return key if _QID.fullmatch(key) else f"kg-{hashlib.sha256(iri.encode()).hexdigest()[:20]}"


def _web(url: str) -> str:
    return url if re.match(r"https?://", url) else ""
