"""Who is who among the participants of many claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from kg.merging.offices import office_class
from kg.model import Claim, Kind, Participant
from kg.world.names import core, tokens

Holders = Callable[[Participant, date], str]
"""Who held the office of a participant that is named by post only, on a day: an identifier, or empty."""

_COLLECTIVE = frozenset({Kind.STATE, Kind.ORGANISATION})


def folded(name: str) -> str:
    """A name without case, diacritics, punctuation, honorifics and initials."""
    return " ".join(core(tokens(name)))


@dataclass(frozen=True, slots=True)
class Party:
    """A participant as merging sees it.

    Attributes:
        participant: the participant, with its identifier where another claim gives it.
        key: what it is known by; equal keys are the same participant.
        office: class of office and country, such as `foreign_minister|RUS`; empty where either is missing.
        named: false where only the office is known.
        holder: whether `key` identifies who held an office that stands alone.
    """

    participant: Participant
    key: str
    office: str
    named: bool
    holder: bool = False

    def has_key_of(self, other: Party) -> bool:
        """Whether both are known by the same key."""
        return self.key == other.key

    def agrees(self, other: Party) -> bool:
        """Whether both can be one: equal keys, or an office and someone who is named with it."""
        if self.key == other.key:
            return True
        if not self.office or self.office != other.office or (self.named and other.named):
            return False
        return not (self._is_identified and other._is_identified)

    @property
    def _is_identified(self) -> bool:
        return self.holder or bool(self.participant.id)


@dataclass(frozen=True, slots=True)
class Name:
    """A name that some claim uses.

    Attributes:
        words: its folded words.
        country: code of the country it is named with, or empty.
        id: identifier of the person, or empty.
    """

    words: str
    country: str
    id: str

    @property
    def key(self) -> str:
        """What a person of this name is known by, as long as no other name tells more."""
        return self.id or f"{self.words}|{self.country}"

    @property
    def index(self) -> frozenset[str]:
        """The words under which other names have to know of this one."""
        words = self.words.split()
        return frozenset({self.words, *words[:1], *words[-1:]})

    def can_be(self, other: Name) -> bool:
        """Whether no country speaks against it."""
        return not (self.country and other.country) or self.country == other.country


def names_of(claim: Claim) -> list[Name]:
    """The names of persons and offices that a claim uses."""
    return [_named(each) for each in claim.participants if each.name and each.kind not in _COLLECTIVE]


class Identities:
    """The names that claims use, so that each spelling leads to one participant.

    A name without identifier stands for the only person known under that name; a family name alone stands for the
    only full name of that country that begins or ends with it. Where there are several, it stands for itself. An
    office alone stands for whoever held it on the day.

    Args:
        claims: claims whose names are to be known; at least all that share a name with those asked for.
        names: further names to be known.
        holders: who held which office; nobody is known to where None.
    """

    def __init__(
        self, claims: Iterable[Claim] = (), *, names: Iterable[Name] = (), holders: Holders | None = None
    ) -> None:
        self._holders = holders
        self._by_words: dict[str, set[Name]] = defaultdict(set)
        self._parties: dict[tuple[Participant, date | None], Party] = {}
        for name in {*names, *(name for claim in claims for name in names_of(claim))}:
            for index in name.index:
                self._by_words[index].add(name)

    def party(self, participant: Participant, on: date | None = None) -> Party:
        """The participant by its best key.

        Args:
            participant: one of a claim.
            on: the day of which the claim speaks, so that an office alone is somebody.
        """
        alone = not (participant.name or participant.id)
        known = self._parties.get(key := (participant, on if alone else None))
        if known is None:
            known = self._parties[key] = self._party(participant, on)
        return known

    def _party(self, participant: Participant, on: date | None) -> Party:
        if participant.kind in _COLLECTIVE:
            key = participant.id or participant.country or folded(participant.label)
            return Party(participant, f"{participant.kind}:{key}", "", named=True)
        office = _office(participant)
        if participant.id or participant.name:
            key, known = self._person(_named(participant))
            return Party(participant.model_copy(update={"id": known}), key, office, named=True)
        if holder := self._holder(participant, on):
            return Party(participant, holder, office, named=False, holder=True)
        return Party(participant, office or f"{folded(participant.label)}|{participant.country}", office, named=False)

    def _holder(self, participant: Participant, on: date | None) -> str:
        if self._holders is None or on is None or not (participant.post and participant.country):
            return ""
        return self._holders(participant, on)

    def _person(self, name: Name) -> tuple[str, str]:
        """Key and identifier of a named person."""
        if name.id:
            return name.id, name.id
        known = {other for other in self._by_words.get(name.words, ()) if name.can_be(other)}
        same = {other for other in known if other.words == name.words}
        fuller = known - same if " " not in name.words else set()
        if identifier := _only(same, "id") or _only(fuller, "id"):
            return identifier, identifier
        return _only(fuller, "country") or _only(same, "country") or name.key, ""


def _named(participant: Participant) -> Name:
    return Name(folded(participant.name), participant.country, participant.id)


def _only(names: Iterable[Name], having: str) -> str:
    """The one key of the names that have an identifier, or a country; empty where there are none or several."""
    keys = {name.key for name in names if getattr(name, having)}
    return keys.pop() if len(keys) == 1 else ""


def _office(participant: Participant) -> str:
    if not (participant.post and participant.country):
        return ""
    return f"{office_class(' '.join(tokens(participant.post)))}|{participant.country}"
