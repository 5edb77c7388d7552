"""Many tellings, one contact: claims of the same happening are merged, and their conflicts kept.

Merging looks at claims only. It is a function of the set of claims: neither their order nor the batches in which they
arrived change the contacts or their ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.merging.assembly import assemble
from kg.merging.clustering import Doubt, cluster
from kg.merging.history import history
from kg.merging.identity import Holders, Identities
from kg.merging.pins import Pins, Rulings, read_pins
from kg.merging.telling import Telling, claim_order
from kg.model import Claim, Contact

__all__ = [
    "Ambiguity",
    "Holders",
    "Merged",
    "Pins",
    "history",
    "in_order",
    "merge",
    "merge_tellings",
    "merged",
    "read_pins",
]

NO_PINS = Pins()


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """Contacts that may be one, and are kept apart.

    Attributes:
        contacts: ids of the one in doubt and of those with which it might go.
        claims: ids of the claims in doubt, in the same sense.
        reason: why it was not decided, in words.
    """

    contacts: tuple[str, ...]
    claims: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What merging made of claims.

    Attributes:
        contacts: in order of their earliest telling; every claim is in exactly one of them.
        ambiguities: what was left apart for want of a reason.
    """

    contacts: tuple[Contact, ...]
    ambiguities: tuple[Ambiguity, ...]


def merge(claims: Iterable[Claim], published: Mapping[str, date | None]) -> tuple[Contact, ...]:
    """The contacts that the claims tell of; see `merged`."""
    return merged(claims, published).contacts


def merged(
    claims: Iterable[Claim],
    published: Mapping[str, date | None],
    *,
    pins: Pins = NO_PINS,
    holders: Holders | None = None,
) -> Merged:
    """The contacts that the claims tell of, and what is in doubt.

    Claims are one contact where participants, channel and days agree and nothing speaks against it: two authorities
    in one article, or two articles whose windows overlap and are at most ten days wide, or undated claims that are
    equal and published within three days. An office agrees with who held it. Two sides may date one contact a day
    apart. Whatever is in doubt stays apart.

    Args:
        claims: claims of any articles, in any order; equal ones count once.
        published: day of publication of each article by its id; an article that is missing is undated.
        pins: what a user knows to be one contact or not.
        holders: who held which office on which day.
    """
    told = list(claims)
    identities = Identities(told, holders=holders)
    tellings = (Telling.of(claim, published.get(claim.article), identities) for claim in told)
    return merge_tellings(list({telling.id: telling for telling in tellings}.values()), Rulings(pins))


def merge_tellings(tellings: Sequence[Telling], rulings: Rulings) -> Merged:
    """The contacts of tellings that hold all that are linked with any of them."""
    clustering = cluster(tellings, rulings)
    contacts = [assemble(members) for members in clustering.clusters]
    pairs = zip(clustering.clusters, contacts, strict=True)
    home = {telling.id: contact.id for members, contact in pairs for telling in members}
    return Merged(tuple(contacts), tuple(_ambiguity(doubt, home) for doubt in clustering.doubts))


def _ambiguity(doubt: Doubt, home: Mapping[str, str]) -> Ambiguity:
    claims = tuple(telling.id for telling in doubt.tellings)
    return Ambiguity(tuple(dict.fromkeys(home[claim] for claim in claims)), claims, doubt.reason)


def in_order(claims: Iterable[Claim], published: Mapping[str, date | None]) -> list[Claim]:
    """Claims in the order in which contacts have them: by publication, article and place in the article."""
    return sorted(claims, key=lambda claim: claim_order(claim, published.get(claim.article)))
