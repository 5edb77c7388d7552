"""Offices: modifiers, a head and a tail, read off the tokens and put into a class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from kg.extraction.en.mentions.lexicon import Lexicon, Place
from kg.extraction.en.mentions.rules import TitleClass, place_rules, title_rules
from kg.extraction.en.mentions.tokens import Token

LONGEST_TITLE = 9
LONGEST_TAIL = 14


class Time(StrEnum):
    """Whether the office is held now."""

    NOW = ""
    PAST = "former"
    FUTURE = "elect"


@dataclass(frozen=True, slots=True)
class Title:
    """An office as written.

    Attributes:
        first: index of the first token, qualifiers included.
        last: index one past the last token.
        text: the office as written, without qualifiers and tail.
        name: class of `titles.yaml`, or empty.
        kinds: kinds of office of the world tables.
        says: word the tables' office should hold.
        countries: codes that the tail names ("of France").
        time: whether it is held now.
        plural: several persons hold it.
        family: a relative, no office.
        tail_start: index of the token where the tail begins, `last` where there is none.
    """

    first: int
    last: int
    text: str
    name: str
    kinds: frozenset[str]
    says: str
    countries: tuple[Place, ...]
    time: Time
    plural: bool
    family: bool
    tail_start: int


@dataclass(frozen=True, slots=True)
class _Tail:
    last: int
    words: tuple[str, ...]
    countries: tuple[Place, ...]


@lru_cache(maxsize=4096)
def classify(title: str) -> TitleClass | None:
    """The class of a folded title, or None where it names no office of the tables."""
    return next((rule for rule in title_rules().classes if rule.pattern.search(title)), None)


class TitleReader:
    """Reads offices in one text.

    Args:
        tokens: of the text.
        lexicon: look-ups.
    """

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        self.tokens, self.lexicon, self.rules = tokens, lexicon, title_rules()

    def read(self, at: int) -> Title | None:
        """The office that begins at token `at`, qualifiers included, or None."""
        start, time = self._qualifiers(at)
        head = self._head(start)
        if head is None:
            return None
        words, last, plural = head
        if last < len(self.tokens) and self.tokens[last].low in self.rules.future and self.tokens[last].text[0] != "-":
            time, last = Time.FUTURE, last + 1
        tail = self._tail(last, capital=self.tokens[last - 1].capital)
        rule = classify(" ".join((*words, *tail.words)))
        return Title(
            first=at,
            last=tail.last,
            text=self._text(start, tail.last),
            name=rule.name if rule else "",
            kinds=rule.kinds if rule else frozenset(),
            says=rule.says if rule else "",
            countries=tail.countries,
            time=time,
            plural=plural,
            family=words[-1] in self.rules.family,
            tail_start=last,
        )

    def _text(self, first: int, last: int) -> str:
        return " ".join(
            "".join(
                ("" if token.is_possessive or token.text in ",.)" else " ") + token.text
                for token in self.tokens[first:last]
            ).split()
        )

    def _qualifiers(self, at: int) -> tuple[int, Time]:
        time = Time.NOW
        while at < len(self.tokens) - 1:
            low = self.tokens[at].low
            if low in self.rules.former:
                time = Time.PAST
            elif low not in self.rules.qualifiers or self._head_length(at):
                break
            at += 1
            if self.tokens[at].text in {"-", ","} and at + 1 < len(self.tokens):
                at += 1
        return at, time

    def _head(self, at: int) -> tuple[tuple[str, ...], int, bool] | None:
        """Folded words in the singular, index past them, and whether they were plural."""
        length = self._head_length(at)
        if not length:
            return None
        words = [token.low for token in self.tokens[at : at + length]]
        split = " ".join(words).split()
        for size in (3, 2, 1):
            ending = " ".join(split[-size:])
            single = self.rules.plurals.get(ending) or (ending[:-1] if self._is_plural(ending) else "")
            if single:
                return (*split[:-size], *single.split()), at + length, True
        return tuple(split), at + length, False

    def _is_plural(self, ending: str) -> bool:
        return ending.endswith("s") and self._is_head(ending[:-1]) and not self._is_head(ending)

    def _is_head(self, words: str) -> bool:
        return words in self.rules.heads or words in self.rules.family or words in self.rules.compound_heads

    def _head_length(self, at: int) -> int:
        """Number of tokens of modifiers and head from `at`, 0 where there is no office."""
        best = 0
        for last in range(at + 1, min(at + LONGEST_TITLE, len(self.tokens)) + 1):
            token = self.tokens[last - 1]
            if last - 1 > at and (token.breaks or token.opens):
                break
            if self._ends_head(at, last):
                best = last - at
            if not self._may_modify(token, last - 1 == at):
                break
        return best

    def _ends_head(self, at: int, last: int) -> bool:
        words = " ".join(token.low for token in self.tokens[max(at, last - 3) : last]).split()
        if not self.tokens[last - 1].low:
            return False
        for size in (3, 2, 1):
            ending = " ".join(words[-size:])
            if len(words) >= size and (
                self._is_head(ending) or ending in self.rules.plurals or self._is_plural(ending)
            ):
                return True
        return False

    def _may_modify(self, token: Token, first: bool) -> bool:
        words = token.low.split()
        if not words:
            return token.is_possessive and not first
        known = self.rules.modifiers | self.rules.heads | (frozenset() if first else self.rules.portfolio)
        return (all(word in known for word in words) and token.low not in {"of", "and", "the", "with", "state"}) or (
            token.low in {"and", "of", "state"} and not first
        )

    def _tail(self, at: int, *, capital: bool) -> _Tail:
        """What follows the head: "of Foreign Affairs of France", "to the President for National Security Affairs"."""
        words: list[str] = []
        countries: list[Place] = []
        last = at
        while last < len(self.tokens) and self.tokens[last].low in {"of", "for", "to", "on", "from", "in"}:
            part = self._part(last, capital=capital)
            if part is None:
                break
            words += part.words
            countries += part.countries
            last = part.last
        return _Tail(last, tuple(words), tuple(countries))

    def _part(self, at: int, *, capital: bool) -> _Tail | None:
        """One preposition and its words; None where they are no part of an office."""
        link, words, j = self.tokens[at].low, [self.tokens[at].low], at + 1
        places: list[Place] = []
        end = at
        while j < min(at + LONGEST_TAIL, len(self.tokens)):
            token = self.tokens[j]
            if token.breaks or (token.opens and token.low not in {"republic"}):
                break
            place = self.lexicon.place(self.tokens, j)
            if place and (not self._is_person(j) or link == "of"):
                if link in {"to", "on", "in"} and not place.is_a("organisation", "capital", "name"):
                    break
                places.append(place)
                words += [word.low for word in self.tokens[j : place.last]]
                j = end = place.last
                if j < len(self.tokens) and self.tokens[j].is_possessive:
                    j += 1
                continue
            if not self._in_tail(token, capital=capital, opened=end > at):
                break
            words.append(token.low)
            j += 1
            if token.low not in {"of", "the", "and", "for", ","} and token.text != ",":
                end = j
        if end == at or (link in {"to", "on", "in"} and not self._may_link(link, at, end, places)):
            return None
        return _Tail(
            end,
            tuple(words),
            tuple(places) if link in {"of", "from", "in"} or not places else self._owners(link, places),
        )

    def _owners(self, link: str, places: Sequence[Place]) -> tuple[Place, ...]:
        """Places after "to" or "for" are where one is sent, and no owner, unless an office stands between."""
        return tuple(places) if link == "to" and len(places) == 1 and not places[0].is_a("name") else ()

    def _may_link(self, link: str, at: int, end: int, places: Sequence[Place]) -> bool:
        if link == "in":
            return bool(places) and end - at == 2 and places[0].is_a("capital")
        words = {token.low for token in self.tokens[at:end]}
        return (
            bool(places)
            or bool(words & (self.rules.heads | {"council", "court", "office", "administration"}))
            or link == "on"
        )

    def _in_tail(self, token: Token, *, capital: bool, opened: bool) -> bool:
        if token.text == ",":
            return opened and capital
        if token.low in {"of", "the", "and", "for"} or token.low in place_rules().constitution:
            return True
        known = all(
            word in self.rules.portfolio or word in self.rules.modifiers or word in self.rules.heads
            for word in token.low.split()
        )
        return bool(token.low) and known and (token.capital or not capital or not opened)

    def _is_person(self, at: int) -> bool:
        """Whether a place word is the beginning of a person's name: "Israel Katz"."""
        return any(
            self.lexicon.people(" ".join(token.text for token in self.tokens[at : at + size]))
            for size in (2, 3)
            if at + size <= len(self.tokens) and self.tokens[at + size - 1].capital
        )
