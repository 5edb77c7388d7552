"""Offices: modifiers, a head and a tail, read off the tokens and put into a class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from kg.extraction.en.mentions.gazetteer import Gazetteer, Place
from kg.extraction.en.mentions.rules import TitleClass, title_rules
from kg.extraction.en.mentions.tails import Tail, TailReader
from kg.extraction.en.mentions.tokens import Token
from kg.world.names import fold

LONGEST_TITLE = 10
LONGEST_HEAD = 4
_REACH = 2 * LONGEST_TITLE


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
        name: class of `titles.yaml`, or empty.
        kinds: kinds of office of the world tables.
        says: words of which the tables' office holds one.
        head: last folded word of the office without its tail.
        countries: places that the tail names ("of France").
        country: code of the only state with such an office, or empty.
        time: whether it is held now.
        plural: several persons hold it.
        family: a relative, no office.
        tail_start: index of the token where the tail begins, `last` where there is none.
    """

    first: int
    last: int
    name: str
    kinds: frozenset[str]
    says: frozenset[str]
    head: str
    countries: tuple[Place, ...]
    country: str
    time: Time
    plural: bool
    family: bool
    tail_start: int

    def of_a_part(self) -> Title:
        """The office of a part of a state, which is none of the state's: "the premier of Ontario"."""
        return replace(self, name="", kinds=frozenset(), says=frozenset())

    def until(self, last: int) -> Title:
        """The same office with another end."""
        return replace(self, last=last)


@dataclass(frozen=True, slots=True)
class _Head:
    words: tuple[str, ...]
    last: int
    plural: bool


_UNCLASSED = TitleClass.model_validate({"name": "", "pattern": "", "kinds": ()})


@lru_cache(maxsize=4096)
def classify(title: str) -> TitleClass:
    """The class of a folded title; one without name and kinds where it names no office of the tables."""
    rules = (rule for rule in title_rules().classes if not rule.states)
    return next((rule for rule in rules if rule.pattern.search(title)), _UNCLASSED)


def in_state(title: Title, code: str, words: str) -> Title:
    """The office with the class that its words name in one state: India's foreign secretary is no minister.

    Args:
        title: the office.
        code: code of the state.
        words: the office as written.
    """
    rules = (rule for rule in title_rules().classes if code in rule.states)
    rule = next((rule for rule in rules if rule.pattern.search(fold(words))), None)
    return replace(title, name=rule.name, kinds=rule.kinds, says=rule.says) if rule else title


class TitleReader:
    """Reads offices in one text.

    Args:
        tokens: of the text.
        gazetteer: look-ups.
    """

    def __init__(self, tokens: Sequence[Token], gazetteer: Gazetteer) -> None:
        self.tokens, self.rules = tokens, title_rules()
        self.tails = TailReader(tokens, gazetteer)

    def read(self, at: int, *, owned: bool = False) -> Title | None:
        """The office that begins at token `at`, qualifiers included, or None.

        Args:
            at: index of the token.
            owned: a state stands before it.
        """
        if self.tokens[at].low.partition(" ")[0] not in self.rules.beginnings or not self._leads_to_head(at):
            return None
        start, time = self._qualifiers(at)
        head = self._head(start)
        if head is None:
            return None
        last = self._past_elect(head.last)
        time = Time.FUTURE if last > head.last else time
        tail = self.tails.read(last, head.words, capital=self.tokens[last - 1].capital, owned=owned)
        return self._title(at, last, time, head, tail)

    def _leads_to_head(self, at: int) -> bool:
        """Whether only words that can stand in an office lie between a token and the last word of one: cheap."""
        for token in self.tokens[at : at + _REACH]:
            low = token.low
            if low in self.rules.endings or " " in low:
                return True
            if low and low not in self.rules.inside:
                return False
        return False

    def _title(self, at: int, last: int, time: Time, head: _Head, tail: Tail) -> Title:
        rule = classify(" ".join((*head.words, *tail.words)))
        title = Title(
            first=at,
            last=tail.last,
            name=rule.name,
            kinds=rule.kinds,
            says=rule.says,
            head=self.rules.shortened.get(head.words[-1], head.words[-1]),
            countries=tail.places,
            country=rule.country,
            time=time,
            plural=head.plural,
            family=head.words[-1] in self.rules.family,
            tail_start=last,
        )
        return title.of_a_part() if any(place.part for place in tail.places) else title

    def led(self, title: Title, lead: Sequence[str]) -> Title:
        """The office with words before it that a state's name parts from it."""
        words = (token.low for token in self.tokens[title.first : title.last])
        rule = classify(" ".join((*lead, *words)))
        return replace(title, name=rule.name, kinds=rule.kinds, says=rule.says)

    def _past_elect(self, at: int) -> int:
        """Index past "-elect" or "designate", or `at`."""
        mark = at + (at < len(self.tokens) and self.tokens[at].text == "-")
        return mark + 1 if mark < len(self.tokens) and self.tokens[mark].low in self.rules.future else at

    def _qualifiers(self, at: int) -> tuple[int, Time]:
        time = Time.NOW
        while at < len(self.tokens) - 1:
            low = self.tokens[at].low
            if low in self.rules.former or low in self.rules.future:
                time = Time.PAST if low in self.rules.former else Time.FUTURE
            elif low not in self.rules.qualifiers or self._head_length(at):
                break
            at += 1
            at += self.tokens[at].text in {"-", ","} and at + 1 < len(self.tokens)
        return at, time

    def _head(self, at: int) -> _Head | None:
        length = self._head_length(at)
        if not length:
            return None
        words = " ".join(token.low for token in self.tokens[at : at + length]).split()
        for size in range(LONGEST_HEAD, 0, -1):
            single = self._singular(" ".join(words[-size:]))
            if single:
                return _Head((*words[:-size], *single.split()), at + length, plural=True)
        return _Head(tuple(words), at + length, plural=False)

    def _singular(self, ending: str) -> str:
        """The head of which this is the plural, or empty."""
        regular = ending.removesuffix("s")
        is_plural = regular != ending and self._is_head(regular) and not self._is_head(ending)
        return self.rules.plurals.get(ending) or (regular if is_plural else "")

    def _is_head(self, words: str) -> bool:
        return words in self.rules.heads or words in self.rules.family or words in self.rules.compound_heads

    def _head_length(self, at: int) -> int:
        """Number of tokens of modifiers and head from `at`, 0 where there is no office."""
        best = 0
        for last in range(at + 1, min(at + LONGEST_TITLE, len(self.tokens)) + 1):
            token = self.tokens[last - 1]
            if last - 1 > at and (token.breaks or token.opens):
                break
            if token.low in self.rules.styles_of_birth and at + best == last - 1 > at:
                break  # "Foreign Minister Prince Saud": the style of the name, no office
            if self._ends_head(at, last):
                best = last - at
            if not self._goes_on(at, last - 1, best):
                break
        return best

    def _goes_on(self, at: int, here: int, best: int) -> bool:
        """Whether the office can go on after the token `here`."""
        token = self.tokens[here]
        if token.low in {"of", "and"} or token.text == "&":
            around = " ".join(other.low for other in self.tokens[max(at, here - 1) : here + 2])
            linked = any(around in compound for compound in self.rules.linked_compounds)
            return linked or (token.low != "of" and self._chains(at, here, best))
        return self._may_modify(token, first=here == at) and self._is_compounded(here)

    def _is_compounded(self, here: int) -> bool:
        """Whether a word that is none of an office by itself stands in its compound: "under" in "under secretary"."""
        if self.tokens[here].low not in self.rules.bound:
            return True
        pairs = (" ".join(token.low for token in self.tokens[at : at + 2]) for at in (max(0, here - 1), here))
        return any(pair in compound for pair in pairs for compound in self.rules.compound_heads)

    def _ends_head(self, at: int, last: int) -> bool:
        low = self.tokens[last - 1].low
        if not low or low.rpartition(" ")[2] not in self.rules.endings or self._is_clock(self.tokens[last - 1]):
            return False
        words = " ".join(token.low for token in self.tokens[max(at, last - LONGEST_HEAD) : last]).split()
        endings = (" ".join(words[-size:]) for size in range(min(LONGEST_HEAD, len(words)), 0, -1))
        return any(self._is_head(ending) or self._singular(ending) for ending in endings)

    def _chains(self, at: int, here: int, best: int) -> bool:
        """Whether "and" joins two offices of one person: "Secretary of State and National Security Adviser"."""
        if here == at or at + best != here:
            return here > at
        definite = at > 0 and self.tokens[at - 1].low == "the"
        if definite or here + 1 >= len(self.tokens):
            return False
        right = self._head_length(here + 1)
        second = classify(" ".join(token.low for token in self.tokens[here + 1 : here + 1 + right])).name
        same_case = self.tokens[at].capital == self.tokens[here + 1].capital
        after = here + 1 + right
        shared_tail = after < len(self.tokens) and self.tokens[after].low == "of"
        several = self._singular(self.tokens[after - 1].low)
        return bool(right and same_case and not several) and (shared_tail or second not in self.rules.alone)

    def _is_clock(self, token: Token) -> bool:
        """Whether "pm" is a time of day, or the end of a station's name: only "PM" and "FM" are offices."""
        short = token.low.split()[-1].removesuffix("s")
        return short in {"pm", "fm"} and token.text.removesuffix("s") not in {"PM", "FM"}

    def _may_modify(self, token: Token, *, first: bool) -> bool:
        words = token.low.split()
        if not words:
            return token.is_possessive and not first
        known = self.rules.openers if first else self.rules.inner
        return all(word in known for word in words)
