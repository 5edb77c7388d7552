"""Who is who among the participants of many claims, without asking the world tables again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.merging.offices import office_class
from kg.model import Claim, Kind, Participant
from kg.world.names import core, tokens

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
    """

    participant: Participant
    key: str
    office: str
    named: bool

    def agrees(self, other: Party) -> bool:
        """Whether both can be one: equal keys, or an office and someone who is named with it."""
        if self.key == other.key:
            return True
        return bool(self.office) and self.office == other.office and not (self.named and other.named)


@dataclass(frozen=True, slots=True)
class _Name:
    words: str
    country: str
    id: str

    @property
    def key(self) -> str:
        return self.id or f"{self.words}|{self.country}"

    def can_be(self, other: _Name) -> bool:
        """Whether no country speaks against it."""
        return not (self.country and other.country) or self.country == other.country


class Identities:
    """The names that a set of claims uses, so that each spelling leads to one participant.

    A name without identifier stands for the only person known under that name; a family name alone stands for the
    only full name of that country that begins or ends with it. Where there are several, it stands for itself.

    Args:
        claims: all claims that are to be merged.
    """

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._by_words: dict[str, set[_Name]] = defaultdict(set)
        for claim in claims:
            for participant in claim.participants:
                if participant.name and participant.kind not in _COLLECTIVE:
                    self._learn(_named(participant))

    def _learn(self, name: _Name) -> None:
        words = name.words.split()
        for index in {name.words, *words[:1], *words[-1:]}:
            self._by_words[index].add(name)

    def party(self, participant: Participant) -> Party:
        """The participant by its best key."""
        if participant.kind in _COLLECTIVE:
            key = participant.id or participant.country or folded(participant.label)
            return Party(participant, f"{participant.kind}:{key}", "", named=True)
        office = _office(participant)
        if participant.id or participant.name:
            key, known = self._person(_named(participant))
            return Party(participant.model_copy(update={"id": known}), key, office, named=True)
        return Party(participant, office or f"{folded(participant.label)}|{participant.country}", office, named=False)

    def _person(self, name: _Name) -> tuple[str, str]:
        """Key and identifier of a named person."""
        if name.id:
            return name.id, name.id
        known = {other for other in self._by_words[name.words] if name.can_be(other)}
        same = {other for other in known if other.words == name.words}
        fuller = known - same if " " not in name.words else set()
        if identifier := _only(same, "id") or _only(fuller, "id"):
            return identifier, identifier
        return _only(fuller, "country") or _only(same, "country") or name.key, ""


def _named(participant: Participant) -> _Name:
    return _Name(folded(participant.name), participant.country, participant.id)


def _only(names: Iterable[_Name], having: str) -> str:
    """The one key of the names that have an identifier, or a country; empty where there are none or several."""
    keys = {name.key for name in names if getattr(name, having)}
    return keys.pop() if len(keys) == 1 else ""


def _office(participant: Participant) -> str:
    if not (participant.post and participant.country):
        return ""
    return f"{office_class(' '.join(tokens(participant.post)))}|{participant.country}"
