"""On whose word a contact is told, as states: what both sides confirm weighs more than what one of them says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from kg.model import Claim, Contact, Participant
from kg.world import load_world
from kg.world.names import fold

_WORD = re.compile(r"\w[\w.'’-]*")
_LONGEST = 4
"""Words of the longest name of a state or of its government that is looked for."""


def sides(contact: Contact) -> tuple[str, ...]:
    """The states and organisations that took part and tell of the contact as it is taken here.

    An authority speaks for a state where its words name a participant of that state ("Lavrov"), the state, or its
    government ("the Kremlin"). The article's own voice, and an authority of no known state, speak for no side; a claim
    of another status than the contact's confirms nothing.

    Returns:
        Codes, in order of first telling.
    """
    there = {participant.country for participant in contact.participants if participant.country}
    told = (_side(claim, contact.participants) for claim in contact.claims if claim.status == contact.status)
    return tuple(dict.fromkeys(code for code in told if code in there))


def confirmed_by_two_sides(contacts: Iterable[Contact]) -> list[Contact]:
    """Contacts that at least two of the states and organisations that took part tell of."""
    return [contact for contact in contacts if len(sides(contact)) > 1]


def _side(claim: Claim, participants: Sequence[Participant]) -> str:
    words = tuple(_WORD.findall(claim.authority))
    return _of_participant(words, participants) or _state_named(words)


def _of_participant(words: tuple[str, ...], participants: Sequence[Participant]) -> str:
    folded = {fold(word) for word in words}
    own = {participant.country for participant in participants if _family_name(participant) in folded}
    return own.pop() if len(own) == 1 else ""


def _family_name(participant: Participant) -> str:
    return fold(participant.name).split()[-1] if participant.name.split() else "\0"


@lru_cache(maxsize=4096)
def _state_named(words: tuple[str, ...]) -> str:
    country_of = load_world().country_of
    for size in range(_LONGEST, 0, -1):
        for at in range(len(words) - size + 1):
            if code := country_of(" ".join(words[at : at + size])):
                return str(code)
    return ""
