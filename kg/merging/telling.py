"""Whether two claims can tell of one contact, and how strongly they suggest it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import product

from kg.merging.identity import Identities, Party, folded
from kg.model import Channel, Claim, Status, Window

NARROW_DAYS = 10
"""Windows wider than this say too little to join claims of different articles."""
SAME_NEWS_DAYS = 3
"""Undated claims of different articles are the same news only if published so close together."""
OLD_NEWS_DAYS = 14
"""Undated claims of different articles that lie further apart than this are never one contact."""
_COMBINED_PARTIES = 4
"""Up to this many participants, every mixture of names and offices is tried as a block."""

Order = tuple[date, str, int, str]

FUTURE = frozenset({Status.PLANNED, Status.PROPOSED})
"""Statuses of what is still to come."""
_UNTIL_HELD = FUTURE | {Status.POSTPONED, Status.CANCELLED}


def claim_order(claim: Claim, published: date | None) -> Order:
    """Place of a claim among all claims: by publication, article and place in it; the undated come last."""
    return published or date.max, claim.article, claim.evidence[0].start, claim.id


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """A claim with all that merging needs to compare it.

    Attributes:
        claim: the claim.
        published: when its article was published.
        parties: its participants, in their order.
        order: place of the claim among all claims, independent of the order of reading.
    """

    claim: Claim
    published: date | None
    parties: tuple[Party, ...]
    order: Order

    @classmethod
    def of(cls, claim: Claim, published: date | None, identities: Identities) -> Telling:
        """The claim as merging sees it."""
        parties = tuple(identities.party(participant) for participant in claim.participants)
        return cls(claim, published, parties, claim_order(claim, published))

    @property
    def window(self) -> Window:
        """When, as the claim tells it."""
        return self.claim.window

    @property
    def is_narrow(self) -> bool:
        """Whether the window is known well enough to join claims of different articles."""
        return 0 < self.window.days <= NARROW_DAYS

    def blocks(self) -> set[tuple[str, ...]]:
        """Sets of keys; claims whose participants agree have at least one in common."""
        if len(self.parties) > _COMBINED_PARTIES:
            return {tuple(sorted(party.key for party in self.parties))}
        choices = [{party.key, party.office} - {""} for party in self.parties]
        return {tuple(sorted(keys)) for keys in product(*choices)}


def parties_agree(one: Telling, other: Telling) -> bool:
    """Whether the participants of both agree, one by one."""
    if len(one.parties) != len(other.parties):
        return False
    keys = {party.key for party in one.parties} & {party.key for party in other.parties}
    left = [party for party in one.parties if party.key not in keys]
    right = [party for party in other.parties if party.key not in keys]
    return len(left) == len(right) and all(_taken(party, right) for party in left)


def _taken(party: Party, others: list[Party]) -> bool:
    partner = next((other for other in others if party.agrees(other)), None)
    if partner is not None:
        others.remove(partner)
    return partner is not None


def conflict(one: Telling, other: Telling) -> bool:
    """Whether the two cannot be one contact."""
    return (
        not parties_agree(one, other)
        or _channels_differ(one, other)
        or (same_article(one, other) and _told_apart(one, other))
        or _days_differ(one, other)
        or _news_differs(one, other)
    )


def same_article(one: Telling, other: Telling) -> bool:
    """Whether one article tells both."""
    return one.claim.article == other.claim.article


def _channels_differ(one: Telling, other: Telling) -> bool:
    return Channel.UNSPECIFIED not in (pair := {one.claim.channel, other.claim.channel}) and len(pair) > 1


def _told_apart(one: Telling, other: Telling) -> bool:
    """An article tells a contact once on each authority, and either as held or as still to come."""
    if _rescheduled(one, other):
        return False
    statuses = {one.claim.status, other.claim.status}
    return _authority(one) == _authority(other) or (Status.HELD in statuses and bool(statuses & _UNTIL_HELD))


def _authority(telling: Telling) -> str:
    return folded(telling.claim.authority).removeprefix("the ")


def _days_differ(one: Telling, other: Telling) -> bool:
    return not (one.window.overlaps(other.window) or _put_off(one, other) or _put_off(other, one))


def _put_off(old: Telling, new: Telling) -> bool:
    """Whether `old` is the day that something was put off from, and `new` a later one."""
    if old.claim.status is not Status.POSTPONED or new.claim.status in (Status.POSTPONED, Status.CANCELLED):
        return False
    if old.window.latest is None or new.window.earliest is None:
        return True
    return old.window.latest < new.window.earliest


def _rescheduled(one: Telling, other: Telling) -> bool:
    statuses = {one.claim.status, other.claim.status}
    return Status.POSTPONED in statuses and bool(statuses & FUTURE) and (_put_off(one, other) or _put_off(other, one))


def _news_differs(one: Telling, other: Telling) -> bool:
    if same_article(one, other) or one.window.is_known or other.window.is_known:
        return False
    gap = days_between(one, other)
    return gap is None or gap > OLD_NEWS_DAYS


def days_between(one: Telling, other: Telling) -> int | None:
    """Days between the publications, None where one is unknown."""
    if one.published is None or other.published is None:
        return None
    return abs((one.published - other.published).days)


def suggested(one: Telling, other: Telling) -> bool:
    """Whether two claims that do not conflict suggest one contact."""
    if same_article(one, other):
        return True
    if one.is_narrow and other.is_narrow:
        return one.window.overlaps(other.window)
    if one.window.is_known or other.window.is_known:
        return False
    gap = days_between(one, other)
    same = one.claim.status is other.claim.status and one.claim.channel is other.claim.channel
    return same and gap is not None and gap <= SAME_NEWS_DAYS


def distance(one: Telling, other: Telling) -> tuple[int, ...]:
    """How far apart two tellings are; the nearest are joined first."""
    both_known = one.window.is_known and other.window.is_known
    vagueness = max(one.window.days, other.window.days) if both_known else NARROW_DAYS * 100
    apart = abs(one.claim.evidence[0].start - other.claim.evidence[0].start) if same_article(one, other) else 0
    return (
        vagueness,
        one.claim.channel is not other.claim.channel,
        one.claim.status is not other.claim.status,
        not same_article(one, other),
        days_between(one, other) or 0,
        apart,
    )
