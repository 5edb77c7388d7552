"""Tails of offices: "of Foreign Affairs of France", "to the President for National Security Affairs"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.extraction.en.mentions.gazetteer import Gazetteer, Place
from kg.extraction.en.mentions.rules import place_rules, title_rules
from kg.extraction.en.mentions.tokens import Token

LONGEST_TAIL = 14
_LINKS = frozenset({"of", "for", "to", "on", "from", "in"})
_JOINTS = frozenset({"of", "the", "and", "for"})


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows the head of an office.

    Attributes:
        last: index one past the last token.
        words: folded words.
        places: states and organisations that own the office.
    """

    last: int
    words: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()


@dataclass(slots=True)
class _Part:
    """One preposition and its words, while they are read."""

    link: str
    end: int
    words: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    owners: list[Place] = field(default_factory=list)
    joined: bool = False


class TailReader:
    """Reads the tails of offices in one text.

    Args:
        tokens: of the text.
        gazetteer: look-ups.
    """

    def __init__(self, tokens: Sequence[Token], gazetteer: Gazetteer) -> None:
        self.tokens, self.gazetteer, self.rules = tokens, gazetteer, title_rules()

    def read(self, at: int, head: Sequence[str], *, capital: bool, owned: bool = False) -> Tail:
        """The tail that begins at token `at`; an empty one where there is none.

        Args:
            at: index of the token.
            head: folded words of the office before it.
            capital: the head is written with a capital, so that its tail is too.
            owned: a state stands before it, so that a city behind it is where somebody was.
        """
        sent = head[-1] in self.rules.sent
        words: list[str] = []
        places: list[Place] = []
        last = at
        links = _LINKS - {"in"} if owned and not sent else _LINKS
        while last < len(self.tokens) and self.tokens[last].low in links and not self.tokens[last].breaks:
            part = self._part(last, capital=capital, sent=sent)
            if part is None or (places and part.link == "in"):
                break
            words += part.words
            places += self._owners(part)
            last = part.end
        return Tail(last, tuple(words), tuple(places))

    def _part(self, at: int, *, capital: bool, sent: bool) -> _Part | None:
        link = self.tokens[at].low
        if link in {"to", "on"} and not sent:
            return None
        part = _Part(link, at, [link])
        here = at + 1
        while here < min(at + LONGEST_TAIL, len(self.tokens)) and not self.tokens[here].breaks:
            place = self._place(here)
            if place:
                here = self._take_place(part, place)
            elif self._fits(part, here, capital=capital):
                here = self._take_word(part, here)
            else:
                break
        return part if part.end > at and self._is_whole(part, at, sent=sent) else None

    def _place(self, at: int) -> Place | None:
        """The place at a token, or the part of a state, unless it begins a person's name: "Israel Katz"."""
        place = self.gazetteer.place(self.tokens, at) or self.gazetteer.part(self.tokens, at)
        if place is None or self.tokens[at].opens:
            return None
        ends = (at + size for size in (2, 3) if at + size <= len(self.tokens) and self.tokens[at + size - 1].capital)
        person = any(self.gazetteer.people(" ".join(token.text for token in self.tokens[at:end])) for end in ends)
        return None if person else place

    def _take_place(self, part: _Part, place: Place) -> int:
        part.places.append(place)
        if "of" in part.words[-2:] and part.words[-2:] != ["of", "and"]:
            part.owners.append(place)
        part.words += [token.low for token in self.tokens[place.first : place.last]]
        possessive = (
            place.last < len(self.tokens)
            and len(self.tokens[place.last].text) > 1
            and self.tokens[place.last].is_possessive
        )
        part.end = part.end if possessive else place.last  # "head of Ukraine's office" is none of Ukraine
        return place.last + possessive

    def _take_word(self, part: _Part, at: int) -> int:
        token = self.tokens[at]
        part.words.append(token.low)
        part.joined = part.joined or token.text in {",", "and"}
        if token.low and token.low not in _JOINTS and token.low not in self.rules.unfinished:
            part.end = at + 1
        return at + 1

    def _fits(self, part: _Part, at: int, *, capital: bool) -> bool:
        """Whether the word at a token can belong to the tail."""
        token = self.tokens[at]
        after = at + 1 if at + 1 < len(self.tokens) else at
        if token.text == ",":
            return self._lists(part, after, capital=capital)
        if token.opens:
            return False
        if token.low in {"at", "in"} or token.low in self.rules.styles_of_birth:
            return False
        if token.low in _JOINTS or token.low in place_rules().constitution:
            joins = {"and": True, "for": False}.get(token.low)
            return not part.places or joins is None or joins == self._place_after(after)
        if not token.low or (part.joined and any(word in self.rules.heads for word in token.low.split())):
            return False
        known = all(word in self.rules.inner or word in self.rules.portfolio for word in token.low.split())
        first = len(part.words) == 1 or part.words[-1] == "the" or bool(part.places)
        return known and (token.capital or not capital or first)

    def _lists(self, part: _Part, after: int, *, capital: bool) -> bool:
        """Whether a comma goes on with the tail: in a list of states, or of capitalised portfolios."""
        if part.places:
            return self._place_after(after)
        token = self.tokens[after]
        portfolio = token.capital and token.low in self.rules.portfolio and token.low not in self.rules.heads
        return capital and len(part.words) > 1 and portfolio

    def _place_after(self, at: int) -> bool:
        skipped = at + (self.tokens[at].low == "and" and at + 1 < len(self.tokens))
        skipped += self.tokens[skipped].low == "the" and skipped + 1 < len(self.tokens)
        return self._place(skipped) is not None

    def _is_whole(self, part: _Part, at: int, *, sent: bool) -> bool:
        if part.link == "in":
            return len(part.places) == 1 and part.end - at == 2 and part.places[0].is_a("capital")
        if part.link == "from":
            return bool(part.places)
        if part.link == "for" and part.places and part.places[0].first <= at + 2:
            return sent
        return not (part.link == "to" and part.places and part.places[0].senses[0].sense == "capital")

    def _owners(self, part: _Part) -> list[Place]:
        """The states whose office it is: not those after "for" and "on", nor where one is sent to."""
        office = part.link == "to" and any(word in self.rules.heads for word in part.words)
        return part.places if part.link in {"of", "from", "in"} or office else part.owners
