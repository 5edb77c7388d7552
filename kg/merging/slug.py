"""Readable beginnings of contact ids."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Channel, Kind, Participant, Window
from kg.world.names import core, tokens

_FAMILY_NAME_FIRST = frozenset({"CHN", "HKG", "KHM", "KOR", "MAC", "PRK", "TWN", "VNM"})
_PARTICLES = frozenset("al bin da de del der di dos du el la le ten ter van von".split())
_NAMED = 3
"""How many participants a slug names."""


def slug(participants: Sequence[Participant], channel: Channel, window: Window) -> str:
    """Day, family names in alphabetical order and channel, such as `2017-05-02-putin-trump-phone`."""
    day = window.earliest.isoformat() if window.earliest else "undated"
    names = sorted(_short(participant) for participant in participants)
    more = [f"{len(names) - _NAMED}-more"] if len(names) > _NAMED else []
    means = "contact" if channel is Channel.UNSPECIFIED else channel.replace("_", "-")
    return "-".join([day, *names[:_NAMED], *more, means])


def _short(participant: Participant) -> str:
    if participant.kind in (Kind.STATE, Kind.ORGANISATION) and participant.country:
        return participant.country.lower()
    words = core(tokens(participant.name))
    if not words:
        return "-".join(tokens(f"{participant.country} {participant.post}")) or "unknown"
    if participant.country in _FAMILY_NAME_FIRST:
        return words[0]
    return "-".join(words[-2:] if len(words) > 1 and words[-2] in _PARTICLES else words[-1:])
