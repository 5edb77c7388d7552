"""States, organisations, metonyms and nationalities as those who act: "Ankara", "the Kremlin", "the Georgian"."""

from __future__ import annotations

from kg.extraction.en.mentions.candidates import Candidate
from kg.extraction.en.mentions.gazetteer import Place
from kg.extraction.en.mentions.offices import OfficeReader
from kg.extraction.en.mentions.rules import PlaceRules, place_rules
from kg.extraction.mentions import Form

_FORMS = {"name": Form.STATE, "organisation": Form.ORGANISATION, "metonym": Form.METONYM, "capital": Form.METONYM}


class PlaceReader:
    """Reads the places of one text.

    Args:
        offices: reader of the same text.
    """

    def __init__(self, offices: OfficeReader) -> None:
        self.offices, self.tokens, self.gazetteer = offices, offices.tokens, offices.gazetteer
        self.rules: PlaceRules = place_rules()

    def read(self, at: int) -> tuple[Candidate | None, int]:
        """What a place at token `at` stands for, if anything, and the index past it; `at` where there is no place."""
        article = self.offices.low(at) in {"the", "a", "an"}
        start = at + article
        place = self.gazetteer.place(self.tokens, start) if start < len(self.tokens) else None
        if place is None or self._is_thing(place):
            return None, at if place is None else place.last
        if self.offices.low(at) == "the" and self._is_person(place):
            return Candidate(at, place.last, Form.NATIONALITY, country=place.code, determiner="the"), place.last
        group = self._group(at, place)
        if group:
            return group, group.last
        return self._party(at, start, place), place.last

    def _is_thing(self, place: Place) -> bool:
        """Whether the word is part of another name: "Sea of Japan", "China Daily"."""
        before = self.offices.low(place.first - 1)
        after = self.offices.mark(place.last)
        waters = before == "of" and self.offices.low(place.first - 2) in self.rules.waters
        if waters or (after == "$" and self.tokens[place.last].start == self.tokens[place.last - 1].end):
            return True
        return (
            place.is_a("name", "capital")
            and not self.tokens[place.last - 1].breaks
            and self.offices.low(place.last) in self.rules.things
            and after[:1].isupper()
        )

    def _is_person(self, place: Place) -> bool:
        word = self.tokens[place.last - 1].low
        if place.last - place.first > 2 or not (
            word in self.rules.nouns_of_persons and place.is_a("adjective", "demonym")
        ):
            return False
        after = self.offices.low(place.last)
        mark = self.offices.mark(place.last)
        past = after.endswith("ed") and after not in self.rules.participles
        joined = after == "and" and self.offices.low(place.last + 1) in self.rules.followers
        return joined or mark in {"", ",", ".", ";", "'s", "’s", ")", "—"} or after in self.rules.predicates or past

    def _group(self, at: int, place: Place) -> Candidate | None:
        """The state as a party: "Turkish officials", "the Israeli and Hamas delegations", "Russia's government"."""
        alone = place.last + self.offices.possessive(place.last)
        shared = self._past_others(alone)
        body = self._body(shared)
        if body is None:
            return None
        form = Form.ORGANISATION if place.is_a("organisation") else Form.STATE
        post = self.offices.words(place.first if shared == alone else shared, body + 1)
        return Candidate(at, body + 1 if shared == alone else place.last, form, post=post, country=place.code)

    def _past_others(self, at: int) -> int:
        """Index past the other places of a list that goes on at token `at`."""
        while self.offices.mark(at) in {",", "and"} and self._place_length(at + 1):
            at += 1 + self._place_length(at + 1)
        return at

    def _body(self, at: int) -> int | None:
        """Index of the word for a body or a group, behind the words that may stand before it."""
        here = at
        while self.offices.low(here) in self.rules.group_modifiers:
            here += 1
        here -= self.offices.low(here) not in self.rules.bodies
        return here if here >= at and self.offices.low(here) in self.rules.bodies else None

    def _party(self, at: int, start: int, place: Place) -> Candidate | None:
        sense = place.senses[0].sense
        if sense in {"adjective", "demonym"}:
            plural = self.tokens[place.last - 1].low.endswith("s") and place.is_a("demonym")
            return Candidate(at, place.last, Form.STATE, country=place.code) if plural else None
        article = self.offices.low(at) if start > at else ""
        if article in {"a", "an"} or (sense == "capital" and (article or self._is_named_thing(place))):
            return None
        if sense in {"capital", "metonym"} and self._is_location(at, place):
            return None
        return Candidate(at, place.last, _FORMS[sense], country=place.code)

    def _is_named_thing(self, place: Place) -> bool:
        """Whether a capital is only the beginning of a name, or a name of a person as well: "Rome Statute", "Nice"."""
        after = place.last < len(self.tokens) and self.tokens[place.last].capital and not self.tokens[place.last].breaks
        return after or self.tokens[place.first].low in self.rules.weak

    def _is_location(self, at: int, place: Place) -> bool:
        """Whether a capital or a palace is where something is, and no government."""
        listed = place.first == at  # "on Monday, the Kremlin said": with its article a palace goes on no list
        before = self._before_list(at) if listed else at - 1
        spoken_to = self.offices.low(before) == "to" and self.offices.low(before - 1) in self.rules.speaking
        inside = self.offices.low(before) in self.rules.inside and not spoken_to
        closing = {",", "-", "–", "—"} | ({":"} if place.senses[0].sense == "capital" else set())
        dateline = (at == 0 or self.tokens[at].breaks) and self.offices.mark(place.last) in closing
        after = place.last + 1
        nested = self.offices.mark(place.last) == "," and after < len(self.tokens)
        return inside or dateline or (nested and self._names_state(after))

    def _before_list(self, at: int) -> int:
        """Index of the word before a list of capitalised words: of "in" for Moscow in "in Geneva and Moscow"."""
        before = at - 1
        while before > 0 and self.offices.mark(before) in {"and", ","} and self.tokens[before - 1].capital:
            before -= 2
        return before

    def _names_state(self, at: int) -> bool:
        place = self.gazetteer.place(self.tokens, at)
        return place is not None and place.senses[0].sense == "name"

    def _place_length(self, at: int) -> int:
        place = self.gazetteer.place(self.tokens, at) if at < len(self.tokens) else None
        return place.last - place.first if place else 0
