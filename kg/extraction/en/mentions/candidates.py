"""Candidates: spans that may stand for someone, with everything that the words themselves say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kg.extraction.en.mentions.names import Name
from kg.extraction.en.mentions.positions import START, Position
from kg.extraction.en.mentions.rules import title_rules
from kg.extraction.en.mentions.titles import Time, Title
from kg.extraction.mentions import Form


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span of tokens that may stand for someone.

    Attributes:
        first: index of the first token.
        last: index one past the last token.
        form: in which way.
        name: name as written.
        title: office as written.
        post: the office's words, its country's among them.
        country: code of the state or organisation that the words name.
        gender: as honorifics tell it.
        style: folded honorific right before the name.
        determiner: folded "the", "his" ... in front.
        owner: whose spokesman, adviser, wife it is: a candidate for that person.
        introduced: the words around it tell that it is a person.
        opens: it begins a sentence, where a capital says nothing.
        attached: a capitalised word stands right before, so that a bare name may be part of a longer one.
        placed: a preposition of place stands right before.
        heading: it stands in the title of a text that has a body.
        beside: code of the country of a titled name that is joined to this one.
        position: sentence and clause in which it stands.
        scene: it stands for nobody, and only tells that a state is spoken of here: "a French court", "in Paris".
    """

    first: int
    last: int
    form: Form
    name: Name | None = None
    title: Title | None = None
    post: str = ""
    country: str = ""
    gender: str = ""
    style: str = ""
    determiner: str = ""
    owner: Candidate | None = None
    introduced: bool = False
    opens: bool = False
    attached: bool = False
    placed: bool = False
    beside: str = ""
    heading: bool = False
    position: Position = START
    scene: bool = False

    @property
    def kinds(self) -> frozenset[str]:
        """Kinds of office of the world tables that the title names, unless it is of the past."""
        return self.title.kinds if self.title and self.title.time is not Time.PAST else frozenset()

    @property
    def royal_name(self) -> str:
        """The bare name with "King" or the like before it, under which the tables may have it; or empty."""
        style = self.title.head if self.title else self.style
        return f"{style} {self.name.text}" if self.name and style in title_rules().royal else ""

    @property
    def is_titled_first(self) -> bool:
        """Whether an office stands before the name: without a country it is the speaker's own, as a rule."""
        if self.title is None or self.title.family:
            return False
        return self.name is None or self.title.first < self.name.first

    @property
    def time(self) -> Time:
        """Whether the office is held now."""
        return self.title.time if self.title else Time.NOW


class Owner(NamedTuple):
    """Whose office it is: words for states or organisations before an office.

    Attributes:
        last: index one past the last token, a possessive included.
        codes: of the states, several before a plural ("the Russian and Turkish presidents").
        starts: index of the words of each state.
        ends: index past the words of each state, in the same order.
        past: a word such as "former" stood before.
        lead: folded words of the office before the state ("the deputy Russian foreign minister").
        part: the words are a part or a city of the state, with offices of its own.
        vague: the words are a metonym that several states can share ("Foreign Office").
    """

    last: int
    codes: tuple[str, ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    past: bool = False
    vague: bool = False
    part: bool = False
    lead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """Names in a list: "Xi Jinping of China and Vladimir Putin of Russia".

    Attributes:
        names: the names.
        starts: index of the first token of each, honorifics included.
        ends: index past the last token of each, its country included.
        codes: country of each, or empty.
    """

    names: tuple[Name, ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    codes: tuple[str, ...] = ()
