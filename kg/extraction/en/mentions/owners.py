"""Owners of offices: the words for states before an office, as in "the Russian and Turkish presidents"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.en.mentions.candidates import Owner
from kg.extraction.en.mentions.gazetteer import Place
from kg.extraction.en.mentions.rules import place_rules, title_rules

if TYPE_CHECKING:
    from kg.extraction.en.mentions.offices import OfficeReader


class OwnerReader:
    """Reads owners in one text.

    Args:
        offices: reader of the same text.
    """

    def __init__(self, offices: OfficeReader) -> None:
        self.offices, self.tokens, self.gazetteer = offices, offices.tokens, offices.gazetteer

    def read(self, at: int) -> Owner:
        """The states from token `at` on; `last` is `at` where there are none."""
        if not self._may_begin(at):
            return Owner(at)
        begin, lead, past = self._led(at)
        if self.offices.low(begin) in place_rules().generic_owners and self.offices.possessive(begin + 1):
            return Owner(begin + 2, past=past)
        part = self._part(begin)
        places = [part] if part else self._listed(begin)
        if not places:
            return Owner(at)
        return Owner(
            last=self._past_possessive(places[-1]),
            codes=tuple(place.code for place in places),
            starts=tuple(place.first for place in places),
            ends=tuple(place.last for place in places),
            past=past,
            vague=len(places) == 1 and places[0].senses[0].sense == "metonym",
            lead=lead,
            part=part is not None,
        )

    def _may_begin(self, at: int) -> bool:
        """Whether an owner can begin here: cheap."""
        if at >= len(self.tokens) or self.tokens[at].capital:
            return at < len(self.tokens)
        low = self.tokens[at].low
        return low in title_rules().before_owners or low in place_rules().generic_owners

    def _led(self, at: int) -> tuple[int, tuple[str, ...], bool]:
        """Index of the first state, the words of the office before it, and whether "former" is among the words."""
        rules = title_rules()
        lead: list[str] = []
        past = False
        while self._qualifies(at):
            past = past or self.offices.low(at) in rules.former
            lead += [self.offices.low(at)] if self.offices.low(at) in rules.leading else []
            at += 1
            at += self.offices.mark(at) == "-"
        return at, tuple(lead), past

    def _qualifies(self, at: int) -> bool:
        rules = title_rules()
        return self.offices.low(at) in rules.before_owners and not self._place(at)

    def _listed(self, at: int) -> list[Place]:
        """The states of a list that begins at token `at`."""
        places: list[Place] = []
        while (place := self._place(at)) is not None:
            places.append(place)
            at = self._past_possessive(place)
            if self.offices.mark(at) not in {",", "and", "&"}:
                break
            at += 1 + (self.offices.mark(at) == "," and self.offices.low(at + 1) == "and")
        return places

    def _past_possessive(self, place: Place) -> int:
        """Index past the possessive, or the abbreviation in brackets: "Republic of Korea (ROK) President"."""
        marks = [self.offices.mark(place.last), self.offices.mark(place.last + 2)]
        if marks == ["(", ")"] and self.offices.mark(place.last + 1).isupper():
            return place.last + 3
        return place.last + self.offices.possessive(place.last)

    def _place(self, at: int) -> Place | None:
        return self.gazetteer.place(self.tokens, at) if at < len(self.tokens) else None

    def _part(self, at: int) -> Place | None:
        return self.gazetteer.part(self.tokens, at) if at < len(self.tokens) else None
