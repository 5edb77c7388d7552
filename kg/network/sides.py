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
_SHORTEST = 3
"""Letters of the shortest part of a name that is looked for: "al", "de" and "U" stand in many."""


def sides(contact: Contact) -> tuple[str, ...]:
    """The states and organisations that took part and tell of the contact as it is taken here.

    An authority speaks for a state where its words name a participant of that state ("Lavrov"), the state, or its
    government ("the Kremlin"). The article's own voice, and an authority of no known state, speak for no side; a claim
    of another status than the contact's confirms nothing.

    Returns:
        Codes, in order of first telling.
    """
    told = (side(claim, contact) for claim in contact.claims if claim.status == contact.status)
    return tuple(dict.fromkeys(code for code in told if code))


def side(claim: Claim, contact: Contact) -> str:
    """The state or organisation among those that took part in a contact on whose word a claim tells of it, or ""."""
    if not claim.authority:
        return ""
    words = tuple(_WORD.findall(claim.authority))
    code = _of_participant(words, contact.participants) or _state_named(words)
    return code if any(code == participant.country for participant in contact.participants) else ""


def confirmed_by_two_sides(contacts: Iterable[Contact]) -> list[Contact]:
    """Contacts that at least two of the states and organisations that took part tell of."""
    return [contact for contact in contacts if len(sides(contact)) > 1]


def _of_participant(words: tuple[str, ...], participants: Sequence[Participant]) -> str:
    """Of which state the only participants are whose name has one of these words, as "the office of Abiy" has."""
    folded = {fold(word) for word in words}
    own = {participant.country for participant in participants if folded & _names(participant.name)}
    return own.pop() if len(own) == 1 else ""


@lru_cache(maxsize=4096)
def _names(name: str) -> frozenset[str]:
    return frozenset(word for word in fold(name).split() if len(word) >= _SHORTEST)


@lru_cache(maxsize=4096)
def _state_named(words: tuple[str, ...]) -> str:
    country_of = load_world().country_of
    for size in range(_LONGEST, 0, -1):
        for at in range(len(words) - size + 1):
            if code := country_of(" ".join(words[at : at + size])):
                return str(code)
    return ""
