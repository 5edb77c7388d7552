"""Contacts: one real-world contact each, merged from everything that tells of it."""

from __future__ import annotations

from pydantic import Field

from kg.model.base import Value
from kg.model.claim import Channel, Claim, Participant, Roles, Status
from kg.model.window import Window


class Contact(Value):
    """One contact between leaders or offices.

    Attributes:
        id: stable name, made from what the contact is (never from the order of reading).
        participants: two or more.
        channel: the most exact channel that its claims agree on.
        status: as the latest claims tell it; `disputed` where some say held and others deny it.
        window: what the claims' windows have in common.
        topics: all topics told, on any authority.
        place: city or venue.
        occasion: summit or visit.
        because_of: what prompted it.
        roles: initiator, host, visitor, mediator.
        claims: the tellings it rests on, in order of publication.
    """

    id: str
    participants: tuple[Participant, ...] = Field(min_length=2)
    channel: Channel
    status: Status
    window: Window = Window()
    topics: tuple[str, ...] = ()
    place: str = ""
    occasion: str = ""
    because_of: str = ""
    roles: Roles = Roles()
    claims: tuple[Claim, ...] = Field(min_length=1)

    @property
    def authorities(self) -> tuple[str, ...]:
        """On whose word, each once, in order; own voice is left out."""
        return tuple(dict.fromkeys(claim.authority for claim in self.claims if claim.authority))

    @property
    def label(self) -> str:
        """The participants, in words."""
        names = [participant.label for participant in self.participants]
        return " and ".join([", ".join(names[:-1]), names[-1]])
