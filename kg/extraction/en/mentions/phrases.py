"""Phrases: spans that may stand for someone, with everything that the words themselves say."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extraction.en.mentions.names import Name
from kg.extraction.en.mentions.titles import Time, Title
from kg.extraction.mentions import Form


@dataclass(frozen=True, slots=True)
class Phrase:
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
        determiner: folded "the", "his" ... in front.
        owner: whose spokesman, adviser, wife it is.
        introduced: the words around it tell that it is a person.
        opens: it begins a sentence with a capital that says nothing.
    """

    first: int
    last: int
    form: Form
    name: Name | None = None
    title: Title | None = None
    post: str = ""
    country: str = ""
    gender: str = ""
    determiner: str = ""
    owner: Name | None = None
    introduced: bool = False
    opens: bool = False

    @property
    def kinds(self) -> frozenset[str]:
        """Kinds of office of the world tables that the title names."""
        return self.title.kinds if self.title else frozenset()

    @property
    def time(self) -> Time:
        """Whether the office is held now."""
        return self.title.time if self.title else Time.NOW


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose office it is: words for a state or organisation before an office.

    Attributes:
        last: index one past the last token, a possessive included.
        codes: of the states, several before a plural ("the Russian and Turkish presidents").
        ends: index past the words of each state, in the same order.
        starts: index of the words of each state.
        past: a word such as "former" stood before.
    """

    last: int
    codes: tuple[str, ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    past: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """Names in a list: "Xi Jinping of China and Vladimir Putin of Russia"."""

    last: int
    names: tuple[Name, ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    codes: tuple[str, ...] = field(default=())
