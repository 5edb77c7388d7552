"""How two tellings stand to each other: one contact, two, or a doubt between them."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from kg.merging.identity import Party
from kg.merging.telling import MANY, NARROW_DAYS, SAME_NEWS_DAYS, Telling
from kg.model import Channel, Status

OLD_NEWS_DAYS = 14
"""Undated claims of different articles that lie further apart than this are never one contact."""
SIDES_SLACK_DAYS = 1
"""Two sides that tell the same details may date one contact so far apart: they sit in different time zones."""

FUTURE = frozenset({Status.PLANNED, Status.PROPOSED})
"""Statuses of what is still to come."""
_UNTIL_HELD = FUTURE | {Status.POSTPONED, Status.CANCELLED}
_BY_WIRE = frozenset({Channel.PHONE, Channel.VIDEO})
"""Channels that two sides tell one for the other."""


class Fit(Enum):
    """How the participants of two tellings fit together."""

    NOT = 0
    SOME = 1
    """All of one telling are among those of the other, but it does not say that it names some only."""
    MOST = 2
    """The same, and it says so, or it names many itself."""
    ALL = 3


def fit(one: Telling, other: Telling) -> Fit:
    """How the participants fit together, one by one."""
    fewer, more = sorted((one, other), key=lambda telling: len(telling.parties))
    if fewer.keys.isdisjoint(more.keys) and not _share_an_office(fewer, more):
        return Fit.NOT
    if not _are_among(fewer, more):
        return Fit.NOT
    if len(fewer.parties) == len(more.parties):
        return Fit.ALL
    return Fit.MOST if fewer.is_open or len(fewer.parties) >= MANY else Fit.SOME


def _share_an_office(one: Telling, other: Telling) -> bool:
    return not {party.office for party in one.parties if party.office}.isdisjoint(
        party.office for party in other.parties
    )


def _are_among(fewer: Telling, more: Telling) -> bool:
    """Whether every party of `fewer` is one of `more`, each another one; equal keys go first."""
    left = list(more.parties)
    rest = [party for party in fewer.parties if not _took(party, left, Party.has_key_of)]
    return all(_took(party, left, Party.agrees) for party in rest)


def _took(party: Party, others: list[Party], fits: Callable[[Party, Party], bool]) -> bool:
    for place, other in enumerate(others):
        if fits(party, other):
            del others[place]
            return True
    return False


def conflict(one: Telling, other: Telling) -> bool:
    """Whether the two cannot be one contact."""
    return speaks_against(one, other) or fit(one, other) in (Fit.NOT, Fit.SOME)


def speaks_against(one: Telling, other: Telling) -> bool:
    """Whether something other than the participants tells the two apart."""
    return (
        _days_differ(one, other)
        or _channels_differ(one, other)
        or (same_article(one, other) and _told_apart(one, other))
        or _news_differs(one, other)
    )


def same_article(one: Telling, other: Telling) -> bool:
    """Whether one article tells both."""
    return one.claim.article == other.claim.article


def _channels_differ(one: Telling, other: Telling) -> bool:
    channels = {one.claim.channel, other.claim.channel}
    if len(channels) == 1 or Channel.UNSPECIFIED in channels:
        return False
    return not (channels == _BY_WIRE and _one_held_day(one, other) and one.window.overlaps(other.window))


def _one_held_day(one: Telling, other: Telling) -> bool:
    """Whether two sides tell of something that was held, each on a day that it knows."""
    both = (one, other)
    return one.authority != other.authority and all(
        each.claim.status in (Status.HELD, Status.DENIED) and each.window.days == 1 for each in both
    )


def _told_apart(one: Telling, other: Telling) -> bool:
    """An article tells a contact once on each authority, and either as held or as still to come."""
    if _rescheduled(one, other):
        return False
    statuses = {one.claim.status, other.claim.status}
    return one.authority == other.authority or (Status.HELD in statuses and bool(statuses & _UNTIL_HELD))


def _days_differ(one: Telling, other: Telling) -> bool:
    if one.window.overlaps(other.window) or _put_off(one, other) or _put_off(other, one):
        return False
    if not (one.window.overlaps(other.window, SIDES_SLACK_DAYS) and _one_held_day(one, other)):
        return True
    same_means = one.claim.channel is other.claim.channel and one.claim.channel is not Channel.UNSPECIFIED
    return not (same_means and _shared_details(one, other))


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
        return one.window.overlaps(other.window, SIDES_SLACK_DAYS)
    if one.window.is_known or other.window.is_known:
        return False
    gap = days_between(one, other)
    same = one.claim.status is other.claim.status and one.claim.channel is other.claim.channel
    return same and gap is not None and gap <= SAME_NEWS_DAYS


def same_day(one: Telling, other: Telling) -> bool:
    """Whether both know the day, and it is the same."""
    return one.window.days == other.window.days == 1 and one.window.earliest == other.window.earliest


def strength(one: Telling, other: Telling) -> tuple[int, ...]:
    """How much speaks for one contact; the smaller, the more."""
    both_known = one.window.is_known and other.window.is_known
    vagueness = max(one.window.days, other.window.days) if both_known else NARROW_DAYS * 100
    return (
        vagueness,
        not one.window.overlaps(other.window),
        one.claim.channel is not other.claim.channel,
        one.claim.status is not other.claim.status,
        abs(len(one.parties) - len(other.parties)),
        not same_article(one, other),
        -_shared_details(one, other),
    )


def _shared_details(one: Telling, other: Telling) -> int:
    topics = set(one.claim.topics) & set(other.claim.topics)
    places = one.claim.place == other.claim.place != ""
    occasions = one.claim.occasion == other.claim.occasion != ""
    return len(topics) + places + occasions


def distance(one: Telling, other: Telling) -> tuple[int, ...]:
    """How far apart two tellings are; the nearest are joined first."""
    apart = abs(one.claim.evidence[0].start - other.claim.evidence[0].start) if same_article(one, other) else 0
    return (*strength(one, other), days_between(one, other) or 0, apart)
