"""From contacts to their network."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Literal

from kg.merging.identity import Identities
from kg.model import Article, Contact, Kind, Participant, Status
from kg.network.actors import Actors, Members, members_of, pairs_of
from kg.network.contact_network import ContactNetwork
from kg.network.regions import place
from kg.world.names import fold

Level = Literal["leaders", "parties", "all"]

_IMPERSONAL = frozenset({Kind.STATE, Kind.ORGANISATION})


def build(
    contacts: Iterable[Contact],
    articles: Mapping[str, Article] = MappingProxyType({}),
    *,
    level: Level | None = None,
    actors: Actors = "people",
    statuses: Collection[Status] | None = None,
) -> ContactNetwork:
    """The network of `contacts`.

    Everyone who took part in a contact is tied with everyone else in it who stands for another country; companions of
    one delegation are not tied with each other, unless nobody in the contact is of another country.

    Args:
        contacts: what to draw.
        articles: the articles that tell of them, by id, for titles, issuers and links on the page.
        level: "leaders" keeps contacts of persons and offices only, "parties" those with a state or an organisation
            as such among the participants, "all" both; None is "leaders" for people and "all" for other actors.
        actors: whom the nodes stand for: "people", "states" (everyone as the state or organisation they stand for),
            or "organisations" (people on one side, organisations on the other).
        statuses: keep only contacts of these; None keeps all.
    """
    wanted = level or ("leaders" if actors == "people" else "all")
    kept = [c for c in contacts if _is_of(c, wanted) and (statuses is None or c.status in statuses)]
    identities = Identities(claim for contact in kept for claim in contact.claims)
    members = {contact.id: members_of(contact, identities, actors) for contact in kept}
    tied = [contact for contact in kept if pairs_of(members[contact.id], actors)]
    return assemble(tied, members, articles, actors)


def restricted(network: ContactNetwork, contacts: Iterable[Contact]) -> ContactNetwork:
    """The network of some of its contacts, everyone under the same key as before.

    Args:
        network: where they come from.
        contacts: contacts of `network`; others are left out.
    """
    members = network.graph.get("members", {})
    kept = [contact for contact in contacts if contact.id in members]
    return assemble(kept, members, network.articles, network.actors)


def assemble(
    contacts: Iterable[Contact],
    members: Mapping[str, Members],
    articles: Mapping[str, Article],
    actors: Actors,
) -> ContactNetwork:
    """The network of contacts whose members are known.

    Args:
        contacts: what to draw.
        members: who took part in each contact, by its id.
        articles: the articles that tell of them.
        actors: whom the nodes stand for.
    """
    kept = sorted(contacts, key=_in_time)
    network = ContactNetwork(
        contacts=tuple(kept),
        articles=_told_in(kept, articles),
        members={contact.id: members[contact.id] for contact in kept},
        actors=actors,
    )
    network.add_nodes_from(_nodes([members[contact.id] for contact in kept]))
    network.add_edges_from(_edges(kept, members, actors))
    return network


def _in_time(contact: Contact) -> tuple[date, date, str]:
    """Sorting key: by earliest, then latest day; those without a date last."""
    window = contact.window
    return (window.earliest or date.max, window.latest or date.max, contact.id)


def _is_of(contact: Contact, level: Level) -> bool:
    has_party = any(participant.kind in _IMPERSONAL for participant in contact.participants)
    return level == "all" or has_party == (level == "parties")


def _told_in(contacts: Iterable[Contact], articles: Mapping[str, Article]) -> dict[str, Article]:
    told = sorted({claim.article for contact in contacts for claim in contact.claims})
    return {name: articles[name] for name in told if name in articles}


def _nodes(gatherings: Iterable[Mapping[str, Participant]]) -> list[tuple[str, dict[str, Any]]]:
    mentions: dict[str, list[Participant]] = defaultdict(list)
    for gathering in gatherings:
        for key, participant in gathering.items():
            mentions[key].append(participant)
    return [(key, _node(mentions[key])) for key in sorted(mentions)]


def _node(mentions: list[Participant]) -> dict[str, Any]:
    return {
        "label": _fullest([_label(participant) for participant in mentions]),
        "country": _most_common(participant.country for participant in mentions if participant.country),
        "kind": _most_common(_kind(participant) for participant in mentions),
        "posts": tuple(
            {fold(participant.post): participant.post for participant in mentions if participant.post}.values()
        ),
        "contacts": len(mentions),
    }


def _label(participant: Participant) -> str:
    return participant.name or participant.post or place(participant.country).name


def _fullest(labels: list[str]) -> str:
    """The most common label, one of several words where there is any."""
    return _most_common([label for label in labels if " " in label] or labels)


def _kind(participant: Participant) -> str:
    nameless = participant.kind is Kind.PERSON and not participant.name
    return (Kind.POST if nameless else participant.kind).value


def _most_common(values: Iterable[str]) -> str:
    ranked = sorted(Counter(values).items(), key=lambda item: (-item[1], item[0]))
    return ranked[0][0] if ranked else ""


def _edges(
    contacts: Iterable[Contact], members: Mapping[str, Members], actors: Actors
) -> list[tuple[str, str, dict[str, Any]]]:
    ties: dict[tuple[str, str], list[Contact]] = defaultdict(list)
    for contact in contacts:
        for pair in pairs_of(members[contact.id], actors):
            ties[pair].append(contact)
    return [(a, b, _edge(ties[a, b])) for a, b in sorted(ties)]


def _edge(contacts: list[Contact]) -> dict[str, Any]:
    earliest = [contact.window.earliest for contact in contacts if contact.window.earliest]
    latest = [contact.window.latest for contact in contacts if contact.window.latest]
    return {
        "weight": len(contacts),
        "contacts": tuple(contact.id for contact in contacts),
        "channels": dict(Counter(contact.channel.value for contact in contacts)),
        "statuses": dict(Counter(contact.status.value for contact in contacts)),
        "first": min(earliest, default=None),
        "last": max(latest, default=None),
    }
