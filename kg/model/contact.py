"""Contacts: one real-world contact each, merged from everything that tells of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pydantic import Field

from kg.model.base import Value
from kg.model.claim import Channel, Claim, Participant, Roles, Status
from kg.model.window import Window


class Step(Value):
    """One step of a contact's life line.

    Attributes:
        day: on which the claim was published; None where unknown.
        status: what it told.
        claim: id of the claim.
    """

    day: date | None
    status: Status
    claim: str


class Support(Value):
    """What stands behind one value of a contact.

    Attributes:
        field: channel, status, edtf, topic, place, occasion or because_of.
        value: what is told.
        claims: how many claims tell it.
        authorities: on whose word, each once, in order; empty for an article's own voice.
    """

    field: str
    value: str
    claims: int
    authorities: tuple[str, ...]


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
        history: how its status changed, by publication; empty where it never did.
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
    history: tuple[Step, ...] = ()

    @property
    def authorities(self) -> tuple[str, ...]:
        """On whose word, each once, in order; own voice is left out."""
        return tuple(dict.fromkeys(claim.authority for claim in self.claims if claim.authority))

    @property
    def confidence(self) -> float | None:
        """The highest confidence of the claims that tell its status; of all claims where it is disputed.

        That is what it is at least: further claims can only add to it, by how much cannot be told while one article
        may repeat another. None where no claim has one.
        """
        telling = [claim for claim in self.claims if claim.status is self.status] or self.claims
        return max((claim.confidence for claim in telling if claim.confidence is not None), default=None)

    @property
    def fulfils(self) -> tuple[Claim, ...]:
        """The claims that foretold a contact that was then held."""
        if self.status not in (Status.HELD, Status.DISPUTED):
            return ()
        return tuple(claim for claim in self.claims if claim.status in (Status.PLANNED, Status.PROPOSED))

    @property
    def disputed(self) -> tuple[str, ...]:
        """What its claims contradict one another in: "status" (held and denied), "channel" or "day"."""
        channels = {claim.channel for claim in self.claims} - {Channel.UNSPECIFIED}
        held = [claim.window for claim in self.claims if claim.status is Status.HELD]
        found = {
            "status": self.status is Status.DISPUTED,
            "channel": len(channels) > 1,
            "day": any(not one.overlaps(other) for one in held for other in held),
        }
        return tuple(name for name, is_disputed in found.items() if is_disputed)

    @property
    def support(self) -> tuple[Support, ...]:
        """What is told of each facet, by how many claims and on whose word; the commonest first."""
        told: dict[tuple[str, str], list[str]] = {}
        for claim in self.claims:
            for key in _values(claim):
                told.setdefault(key, []).append(claim.authority)
        found = [
            Support(
                field=field, value=value, claims=len(voices), authorities=tuple(dict.fromkeys(filter(None, voices)))
            )
            for (field, value), voices in told.items()
        ]
        return tuple(sorted(found, key=lambda each: (each.field, -each.claims, each.value)))

    @property
    def label(self) -> str:
        """The participants, in words."""
        names = [participant.label for participant in self.participants]
        return " and ".join([", ".join(names[:-1]), names[-1]])


def _values(claim: Claim) -> Iterator[tuple[str, str]]:
    """What a claim tells, by field."""
    one = {
        "channel": claim.channel.value,
        "status": claim.status.value,
        "edtf": claim.window.edtf,
        "place": claim.place,
        "occasion": claim.occasion,
        "because_of": claim.because_of,
    }
    yield from ((field, value) for field, value in one.items() if value)
    yield from (("topic", topic) for topic in claim.topics)
