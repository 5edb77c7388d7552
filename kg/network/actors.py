"""Whom the nodes stand for: people, the states they speak for, or people on one side and organisations on the other."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import Literal, TypeAlias

from kg.merging.identity import Identities
from kg.model import Contact, Kind, Participant
from kg.network.identity import node_key
from kg.network.regions import is_organisation

Actors: TypeAlias = Literal["people", "states", "organisations"]
Members: TypeAlias = Mapping[str, Participant]
"""Who took part in one contact, by key of the node."""


def members_of(contact: Contact, identities: Identities, actors: Actors) -> dict[str, Participant]:
    """The nodes that took part in a contact.

    Args:
        contact: the contact.
        identities: who is who.
        actors: "people" takes participants as they are; "states" each as the state or organisation it stands for;
            "organisations" takes those who stand for an organisation as that organisation, leaves states as such out,
            and keeps everyone else.
    """
    known = (_as_actor(participant, actors) for participant in contact.participants)
    return {node_key(participant, identities): participant for participant in known if participant}


def pairs_of(members: Members, actors: Actors) -> list[tuple[str, str]]:
    """The pairs of keys that one contact ties.

    People are tied across countries, or all with all where there is but one country; states all with all;
    organisations with people only.
    """
    pairs = list(combinations(sorted(members), 2))
    if actors == "organisations":
        return [(a, b) for a, b in pairs if _is_body(members[a]) != _is_body(members[b])]
    abroad = [(a, b) for a, b in pairs if not _compatriots(members[a], members[b])]
    return abroad or pairs


def _as_actor(participant: Participant, actors: Actors) -> Participant | None:
    if actors == "people":
        return participant
    body = is_organisation(participant.country)
    if actors == "states":
        return _party(participant.country, body) if participant.country else None
    if participant.kind is Kind.STATE:
        return None
    return _party(participant.country, body) if body else participant


def _party(code: str, body: bool) -> Participant:
    return Participant(country=code, kind=Kind.ORGANISATION if body else Kind.STATE)


def _is_body(participant: Participant) -> bool:
    return participant.kind is Kind.ORGANISATION


def _compatriots(one: Participant, other: Participant) -> bool:
    return bool(one.country) and one.country == other.country
