"""Tokens for names and offices: words with their possessive marks, initials and hyphens kept apart or together."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.world.names import fold

_TOKEN = re.compile(
    r"[a-z]{2,}(?![\w'’ʻʼ‘`‑–-]|\.\w)"  # most words, told at once
    r"|(?:U\.S\.A|U\.S|U\.N|U\.K|U\.A\.E|D\.C|H\.E|a\.k\.a)\.?(?!\w|\.\w)"
    r"|(?:[A-Z]\.-?)+(?!\w)"
    r"|(?:Mrs?|Ms|Dr|Jr|Sr|Gen|Lt|Col|Maj|Brig|Capt|Adm|Cmdr|Sen|Rep|Gov|Prof|Rev|Hon|St|Messrs|Amb|Sec|Pres|No)\."
    r"|['’]s\b(?!\w)"
    r"|(?:[Tt]hen|[Ee]x)(?=-\w)"
    r"|\w+(?:[-‑–](?!(?:[Ee]lect|[Dd]esignate)\b)(?=\w)\w+|['’ʻʼ‘`](?!s\b)(?=\w)\w+)*"
    r"|[^\w\s]"
)
_SENTENCE_END = frozenset('.!?:;"“”([—*•|')


@lru_cache(maxsize=1 << 16)
def _shape(word: str) -> tuple[str, bool, bool]:
    """A token folded, whether it begins with a capital, and whether it begins with a letter or a digit."""
    return fold(word), word[0].isupper(), word[0].isalnum()


@lru_cache(maxsize=1 << 15)
def spelled(word: str) -> str:
    """A word of a place in the form in which its spellings meet: without full stops, with plain apostrophes."""
    return word.replace("’", "'").replace(".", "")


class Token(NamedTuple):
    """One token.

    Attributes:
        text: as written.
        start: first code point.
        end: one past the last.
        low: folded, for look-up.
        capital: begins with a capital letter.
        opens: first of a sentence or of a line, where a capital says nothing.
        breaks: a line ends before it.
    """

    text: str
    start: int
    end: int
    low: str
    capital: bool
    opens: bool
    breaks: bool

    @property
    def is_word(self) -> bool:
        """Whether it is more than a punctuation mark or a possessive."""
        return self.text[0].isalnum()

    @property
    def is_possessive(self) -> bool:
        """Whether it is the mark of a possessive."""
        return self.text in {"'s", "’s", "'", "’"}

    @property
    def shouts(self) -> bool:
        """Whether it is a word of four or more capitals."""
        return len(self.text) > 3 and self.text.isupper() and self.text.isalpha()


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of a text, in order."""
    tokens: list[Token] = []
    make = tuple.__new__
    end, opens = 0, True
    for match in _TOKEN.finditer(text):
        word = match[0]
        start, past = match.span()
        breaks = start > end and "\n" in text[end:start]
        end = past
        low, capital, alphanumeric = _shape(word)
        tokens.append(make(Token, (word, start, end, low, capital, opens or breaks, breaks)))
        opens = word in _SENTENCE_END or (opens and not alphanumeric)
    return tuple(tokens)
