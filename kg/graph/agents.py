"""IRIs of those who take part or speak: persons, posts, countries, organisations, authorities."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from rdflib import URIRef

from kg.graph.namespaces import AGENT, COUNTRY, ORGANISATION, PERSON, POST, key_of, minted
from kg.model import Kind, Participant
from kg.world import loading
from kg.world.names import fold


def participant_iri(participant: Participant) -> URIRef:
    """The IRI of a participant: by identifier, else by name and country, else by office and country."""
    if participant.kind in (Kind.STATE, Kind.ORGANISATION):
        return _collective_iri(participant)
    if participant.id:
        return minted(PERSON, participant.id)
    if participant.name:
        return minted(PERSON, _slug(participant.name, participant.country))
    if participant.post:
        return minted(POST, _slug(participant.country, participant.post))
    return country_iri(participant.country)


def _collective_iri(participant: Participant) -> URIRef:
    if participant.country:
        return country_iri(participant.country)
    return minted(ORGANISATION, participant.id or _slug(participant.label))


def _slug(*words: str) -> str:
    """Folded words with hyphens; the words themselves where folding leaves nothing ("???")."""
    return fold(" ".join(words)).replace(" ", "-") or "-".join(words)


def country_iri(code: str) -> URIRef:
    """The IRI of a country's code, or of an organisation's, such as EU."""
    return minted(ORGANISATION if code in _organisation_codes() else COUNTRY, code)


def country_code(iri: URIRef) -> str:
    """The code that `country_iri` made `iri` of."""
    return key_of(iri, ORGANISATION if iri.startswith(ORGANISATION) else COUNTRY)


@cache
def _organisation_codes() -> frozenset[str]:
    folder = Path(str(files("kg.world"))) / "data"
    return frozenset(body.code for body in loading.organisations(folder))


def authority_iri(authority: str) -> URIRef:
    """The IRI of an authority as written; "the Kremlin" and "Kremlin" are one."""
    article, _, rest = authority.partition(" ")
    return minted(AGENT, rest if article.casefold() == "the" and rest else authority)
