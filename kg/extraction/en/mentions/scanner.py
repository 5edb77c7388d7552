"""The candidates of one text, in order, none overlapping."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction.en.mentions.candidates import Candidate
from kg.extraction.en.mentions.coordination import with_states_beside
from kg.extraction.en.mentions.gazetteer import Gazetteer
from kg.extraction.en.mentions.names import Name
from kg.extraction.en.mentions.offices import DETERMINERS, POSSESSORS, OfficeReader
from kg.extraction.en.mentions.pairs import split_pairs
from kg.extraction.en.mentions.places import PlaceReader
from kg.extraction.en.mentions.positions import START, Position
from kg.extraction.en.mentions.rules import name_rules, place_rules, title_rules
from kg.extraction.en.mentions.tokens import Token, tokenize
from kg.extraction.mentions import Form

_GENERIC = frozenset({"a", "an", "any", "each", "every", "some", "another", "one", "which", "what"})
_ARTICLES = frozenset({"the", "a", "an"})
_BODIES = frozenset({"office", "administration", "team", "residence", "government", "cabinet", "party", "secretariat"})


class Scanner:
    """Reads one text from left to right.

    Args:
        text: title or body.
        gazetteer: look-ups.
    """

    def __init__(self, text: str, gazetteer: Gazetteer) -> None:
        self.tokens: tuple[Token, ...] = split_pairs(tokenize(text), gazetteer)
        self.offices = OfficeReader(self.tokens, text, gazetteer)
        self.places = PlaceReader(self.offices)
        self.names = self.offices.names
        rules = title_rules()
        self._has_counterparts = any(token.low in rules.counterpart_openers for token in self.tokens)
        self._openers = DETERMINERS | POSSESSORS | rules.openers | rules.qualifiers | rules.former
        self._openers |= name_rules().particles

    def candidates(self, origin: Position = START) -> list[Candidate]:
        """All candidates, in order, their positions counted from `origin` on."""
        return with_states_beside(list(self._scanned(origin)), self.tokens)

    def _scanned(self, origin: Position) -> Iterator[Candidate]:
        read, last = 0, 0
        for at, token in enumerate(self.tokens):
            if at < read or not self._may_begin(token):
                continue
            found, read = self._at(at)
            for candidate in found:
                position = origin.after(self.tokens[last : candidate.first], self.tokens[candidate.first])
                yield replace(candidate, position=position)
                if not candidate.scene:
                    origin, last = position, candidate.last

    def _at(self, at: int) -> tuple[Sequence[Candidate], int]:
        """Candidates that begin at token `at`, and the index past what was read."""
        counterpart = self._counterpart(at)
        if counterpart:
            return [counterpart], counterpart.last
        offices = self._helper(at, self.offices.read(at))
        if offices:
            return self._kept(offices), offices[-1].last
        person = self._person(at)
        if person:
            return person
        place, end = self.places.read(at)
        if end > at:
            return self._owned_by_place(at, place, end) if place else ([self._scene(at)], end)
        return [], at + 1

    def _may_begin(self, token: Token) -> bool:
        """Whether a candidate can begin here: cheap, and true of one token in three."""
        return token.capital or token.low in self._openers or "-" in token.text

    def _helper(self, at: int, offices: list[Candidate]) -> list[Candidate]:
        """The helper's office with the principal's country: "the Russian president's press secretary"."""
        if len(offices) != 1 or not self.offices.possessive(offices[0].last):
            return offices
        principal = offices[0]
        helpers = self.offices.read(principal.last + 1, owned=True)
        if len(helpers) != 1 or helpers[0].country or not (principal.name or principal.country):
            return offices
        helper = replace(helpers[0], first=at, country=principal.country, determiner=principal.determiner)
        return [replace(helper, owner=principal if principal.name else None)]

    def _kept(self, offices: list[Candidate]) -> list[Candidate]:
        """The offices without those that stand for nobody: indefinite, or followed by a thing of theirs."""
        kept = (office for office in offices if office.form is Form.NAME or self._stands_alone(office))
        return [replace(office, form=Form.COUNTERPART) if self._is_fellow(office) else office for office in kept]

    def _is_general(self, office: Candidate) -> bool:
        """Whether nobody in particular holds it: "a minister", "the minister of a large state", "ran for President"."""
        taken = not office.determiner and self.offices.low(office.first - 1) in title_rules().becoming
        any_state = self.offices.low(office.last) == "of" and self.offices.low(office.last + 1) in _GENERIC
        in_body = self.offices.low(office.first - 1) == "of" and self.offices.low(office.first - 2) in _BODIES
        return office.determiner in {"a", "an"} or taken or any_state or in_body

    def _owns_body(self, last: int) -> bool:
        """Whether the word behind makes it something else: "the president's office", "Premier League"."""
        body = self.offices.possessive(last) and self.offices.low(last + 1) in _BODIES
        return body or self.offices.low(last) in name_rules().things

    def _is_fellow(self, office: Candidate) -> bool:
        """Whether it is an equal of the one before: "his fellow head of state"."""
        return (
            office.determiner in POSSESSORS and office.name is None and self.offices.low(office.first + 1) == "fellow"
        )

    def _stands_alone(self, office: Candidate) -> bool:
        title = office.title
        if title is None or self._owns_body(office.last):
            return False
        if self._is_general(office):
            return office.owner is not None and title.name == "envoy"
        if office.country or office.owner or office.determiner in POSSESSORS:
            return True
        first = self.tokens[office.first]
        short = first.text.isupper() and first.low in title_rules().shortened
        definite = office.determiner == "the" or short or (first.capital and not first.opens)
        anaphoric = office.determiner == "the" and title.name in title_rules().anaphoric
        return anaphoric or (definite and title.name in title_rules().bare)

    def _counterpart(self, at: int) -> Candidate | None:
        """A counterpart, with the name where one follows: "his Turkish counterpart"."""
        if not self._has_counterparts:
            return None
        determiner = self.offices.low(at)
        start = at + (determiner == "the" or determiner in POSSESSORS)
        place = self.offices.gazetteer.place(self.tokens, start) if start < len(self.tokens) else None
        j = place.last if place else start
        j += self.offices.possessive(j)
        length = self._counterpart_length(j)
        if not length or (start == at and place is None):
            return None
        last, country = j + length, place.code if place else ""
        candidate = Candidate(at, last, Form.COUNTERPART, country=country, determiner=determiner)
        if not country:
            candidate = self.offices.of_country(candidate)
        return self._counterpart_named(candidate)

    def _counterpart_length(self, at: int) -> int:
        if self.offices.low(at) not in title_rules().counterpart_openers:
            return 0
        for words in title_rules().counterpart_words:
            if all(self.offices.low(at + k) == word for k, word in enumerate(words)):
                return len(words)
        return 0

    def _counterpart_named(self, candidate: Candidate) -> Candidate:
        comma = self.offices.mark(candidate.last) == ","
        at, gender = self.names.honorific(candidate.last + comma)
        name = self.names.read(at, lenient=bool(gender)) if at < len(self.tokens) else None
        if name is None or (comma and name.is_single and not gender) or not self.offices.fits(name, candidate.country):
            return candidate
        return self.offices.completed(replace(candidate, last=name.last, name=name, gender=gender, introduced=True))

    def _person(self, at: int) -> tuple[list[Candidate], int] | None:
        """A name, with honorifics, or whoever belongs to a named person: "Putin's spokesman"."""
        if self.tokens[at].low in _ARTICLES or not self.names.may_begin(at):
            return None
        start, gender = self.names.honorific(at)
        honoured = start > at
        if not honoured and self.tokens[at].low in self.offices.gazetteer.never_first:
            return None
        name = self.names.read(start, lenient=honoured) if start < len(self.tokens) else None
        if name is None:
            return None
        if not name.people and self.places.gazetteer.place(self.tokens, at):
            return None
        if self._names_thing(name) or self.offices.words(at, name.last).casefold() in name_rules().places:
            return [], name.last
        owned = self._owned(at, name)
        if owned:
            return owned, owned[-1].last
        candidate = Candidate(
            at,
            name.last,
            Form.NAME,
            name=name,
            gender=gender,
            style=self.offices.low(start - 1) if honoured else "",
            introduced=honoured,
            opens=self.tokens[at].opens,
            attached=self._is_attached(at),
            placed=self.offices.low(at - 1) in place_rules().within,
        )
        candidate = self.offices.completed(candidate)
        return [candidate], candidate.last

    def _is_attached(self, at: int) -> bool:
        before = self.tokens[at - 1] if at else None
        return (
            before is not None and before.capital and before.is_word and not self.tokens[at].breaks and not before.opens
        )

    def _names_thing(self, name: Name) -> bool:
        """Whether the next word makes it the name of a thing: "Clinton Foundation", "Bush administration"."""
        after = name.last
        if after >= len(self.tokens) or self.tokens[after].breaks:
            return False
        if self.tokens[after].text == "&" or self.offices.mark(name.first - 1) == "&":
            return not name.people
        if self.tokens[after - 1].low in name_rules().things and not name.is_single:
            return not name.people
        return self.tokens[after].low in name_rules().things

    def _owned(self, at: int, name: Name) -> list[Candidate]:
        """Whoever belongs to a named person: "Putin's spokesman", "Macron's wife Brigitte", "Putin aide Jane Doe"."""
        if not (self.offices.possessive(name.last) or self._helps(name)):
            return []
        j = name.last + self.offices.possessive(name.last)
        length = self._counterpart_length(j + (self._place_length(j)))
        if length:
            last = j + self._place_length(j) + length
            place = self.offices.gazetteer.place(self.tokens, j)
            counterpart = Candidate(
                at, last, Form.COUNTERPART, country=place.code if place else "", owner=self._owner_of(name)
            )
            return [self._counterpart_named(counterpart)]
        offices = self.offices.read(j, owned=True) if self.offices.low(j) not in POSSESSORS else []
        if len(offices) != 1 or offices[0].title is None or offices[0].title.plural:
            return []
        return [replace(offices[0], first=at, owner=self._owner_of(name), determiner="")]

    def _helps(self, name: Name) -> bool:
        """Whether a helper's office stands right behind the name of somebody known, and a name behind that."""
        known = name.people or self.offices.gazetteer.called(name.text)
        after = name.last + 1
        helper = self.offices.low(name.last) in title_rules().helpers
        return bool(known) and helper and after < len(self.tokens) and self.tokens[after].capital

    def _owner_of(self, name: Name) -> Candidate:
        return Candidate(name.first, name.last, Form.NAME, name=name)

    def _scene(self, at: int) -> Candidate:
        """The state of a nationality or a place that stands for nobody."""
        start = at + (self.offices.low(at) in _ARTICLES)
        place = self.offices.gazetteer.place(self.tokens, start)
        last, code = (place.last, place.code) if place else (start + 1, "")
        return Candidate(start, last, Form.STATE, country=code, scene=True)

    def _place_length(self, at: int) -> int:
        place = self.offices.gazetteer.place(self.tokens, at) if at < len(self.tokens) else None
        return place.last - at if place else 0

    def _owned_by_place(self, at: int, place: Candidate, end: int) -> tuple[list[Candidate], int]:
        """A person after a state's possessive, as in "Ukraine's Dmytro Kuleba", or the place itself."""
        name = self.names.read(end + 1) if self.offices.possessive(end) else None
        country = self.offices.gazetteer.home_of(place.country)
        if name is None or not country or not self._belongs_to(name, country):
            return [place], end
        candidate = Candidate(at, name.last, Form.NAME, name=name, country=country, introduced=True)
        candidate = self.offices.completed(candidate)
        return [candidate], candidate.last

    def _belongs_to(self, name: Name, country: str) -> bool:
        """Whether a name after a state's possessive is a person of that state, and no thing of it."""
        if self._names_thing(name):
            return False
        gazetteer = self.offices.gazetteer
        known = name.people or (gazetteer.called(name.text) if name.is_single else ())
        if known:
            return self.offices.fits(replace(name, people=known), country)
        return not name.is_single and self.tokens[name.first].low in gazetteer.given_names
