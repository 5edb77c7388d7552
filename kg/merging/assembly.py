"""One contact from its tellings: what they agree on, and the conflict where they do not."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import reduce

from kg.merging.history import history
from kg.merging.identity import Party, folded
from kg.merging.relation import FUTURE, SIDES_SLACK_DAYS
from kg.merging.slug import slug
from kg.merging.telling import Telling
from kg.model import Channel, Contact, Participant, Roles, Status, Window

_LIFE_LINE = (Status.PROPOSED, Status.PLANNED, Status.POSTPONED, Status.DENIED, Status.CANCELLED)
"""Of claims published on one day, the later in this row prevails."""


def assemble(tellings: Sequence[Telling]) -> Contact:
    """The contact that all `tellings`, in order of publication, tell of."""
    claims = tuple(telling.claim for telling in tellings)
    participants = _participants(tellings)
    channel, window = _channel(tellings), _window(tellings)
    return Contact(
        id=f"{slug(participants, channel, window)}-{_fingerprint(tellings)}",
        participants=participants,
        channel=channel,
        status=_status(tellings, window),
        window=window,
        topics=tuple(sorted({topic for claim in claims for topic in claim.topics})),
        place=_commonest(claim.place for claim in claims),
        occasion=_commonest(claim.occasion for claim in claims),
        because_of=_commonest(claim.because_of for claim in claims),
        roles=_roles([claim.roles for claim in claims], participants),
        claims=claims,
        history=history([(telling.claim, telling.published) for telling in tellings]),
    )


def _fingerprint(tellings: Sequence[Telling]) -> str:
    """Eight hexadecimal digits of the earliest telling: later ones never rename a contact."""
    first = tellings[0]
    identity = "\n".join([*sorted(party.key for party in first.parties), first.id])
    return hashlib.sha256(identity.encode()).hexdigest()[:8]


def _participants(tellings: Sequence[Telling]) -> tuple[Participant, ...]:
    """Each participant once, as the fullest telling names it; those whom only a pinned telling names come last."""
    if len(tellings) == 1:
        return tuple(party.participant for party in tellings[0].parties)
    anchor = max(tellings, key=lambda telling: (len(telling.parties), sum(party.named for party in telling.parties)))
    found = [[party.participant] for party in anchor.parties]
    further: dict[str, list[Participant]] = {}
    for telling in tellings:
        for place, party in zip(_places(anchor, telling), telling.parties, strict=True):
            same = further.setdefault(party.key, []) if place is None else found[place]
            same.append(party.participant)
    return tuple(max(same, key=_fullness) for same in (*found, *further.values()))


def _places(anchor: Telling, telling: Telling) -> list[int | None]:
    """For each party of `telling`, the place of the one in `anchor` that it agrees with; equal keys go first."""
    places: dict[int, int] = {}
    for fits in (Party.has_key_of, Party.agrees):
        for index, party in enumerate(telling.parties):
            free = (place for place in range(len(anchor.parties)) if place not in places.values())
            match = next((place for place in free if fits(anchor.parties[place], party)), None)
            if index not in places and match is not None:
                places[index] = match
    return [places.get(index) for index in range(len(telling.parties))]


def _fullness(participant: Participant) -> tuple[bool, int, int, tuple[str, ...]]:
    words = participant.name, participant.post, participant.country, participant.via, participant.id, participant.kind
    return bool(participant.id), len(participant.name), len(participant.post), words


def _channel(tellings: Sequence[Telling]) -> Channel:
    told = (telling.claim.channel for telling in tellings)
    return next((channel for channel in told if channel is not Channel.UNSPECIFIED), Channel.UNSPECIFIED)


def _window(tellings: Sequence[Telling]) -> Window:
    """What the known windows have in common, words before inference, the latest news where they part."""
    known = [telling.window for telling in reversed(_standing(tellings)) if telling.window.is_known]
    windows = [window for window in known if not window.inferred] or known
    return reduce(_intersection, windows) if windows else Window()


def _standing(tellings: Sequence[Telling]) -> Sequence[Telling]:
    """The tellings without the plans that a postponement to a new day has made void."""
    old = [telling for telling in tellings if telling.claim.status is Status.POSTPONED]
    plans = [telling for telling in tellings if telling.claim.status in FUTURE]
    new = [plan for plan in plans if old and all(_is_before(telling, plan) for telling in old)]
    void = [telling for telling in (*old, *plans) if new and telling not in new]
    return [telling for telling in tellings if telling not in void]


def _is_before(one: Telling, other: Telling) -> bool:
    last, first = one.window.latest, other.window.earliest
    return last is not None and first is not None and last < first


def _intersection(one: Window, other: Window) -> Window:
    """The days of both; `one`, the later news, where there are none."""
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return one
    if not one.overlaps(other):
        return _either(one, other)
    first, last = max(one.earliest, other.earliest), min(one.latest, other.latest)
    for window in (one, other):
        if (window.earliest, window.latest) == (first, last):
            return window
    return Window.within(first, last, inferred=one.inferred)


def _either(one: Window, other: Window) -> Window:
    """Both days, where two sides put it on either side of midnight; else `one`, the later news."""
    if not one.overlaps(other, SIDES_SLACK_DAYS) or not (
        one.earliest and one.latest and other.earliest and other.latest
    ):
        return one
    return Window.within(min(one.earliest, other.earliest), max(one.latest, other.latest))


def _status(tellings: Sequence[Telling], window: Window) -> Status:
    if any(telling.claim.status is Status.HELD for telling in tellings):
        return Status.DISPUTED if any(_denies_holding(telling, window) for telling in tellings) else Status.HELD
    return max(_standing(tellings), key=_news).claim.status


def _news(telling: Telling) -> tuple[date, int]:
    return telling.published or date.min, _LIFE_LINE.index(telling.claim.status)


def _denies_holding(telling: Telling, window: Window) -> bool:
    """Whether a denial came when the contact could have been held; an earlier one only denied the plan."""
    early = telling.published and window.earliest and telling.published < window.earliest
    return telling.claim.status is Status.DENIED and not early


def _commonest(words: Iterable[str]) -> str:
    """The commonest of the words that are told, the first told of equals."""
    counted = Counter(word for word in words if word)
    return max(counted, key=counted.__getitem__, default="")


def _roles(told: Sequence[Roles], participants: Sequence[Participant]) -> Roles:
    roles = {
        role: [_full_name(name, participants) for each in told for name in getattr(each, role)]
        for role in Roles.model_fields
    }
    return Roles.model_validate(roles)


def _full_name(name: str, participants: Sequence[Participant]) -> str:
    """The name of the only participant whose name holds all words of `name`, else the name itself."""
    words = set(folded(name).split())
    full = [each.name for each in participants if words and words <= set(folded(each.name).split())]
    return full[0] if len(full) == 1 else name
