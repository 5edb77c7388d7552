"""Tokens for names and offices: words with their possessive marks, initials and hyphens kept apart or together."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.world.names import fold

_TOKEN = re.compile(
    r"(?:U\.S\.A|U\.S|U\.N|U\.K|U\.A\.E|D\.C|H\.E|a\.k\.a)\.?(?!\w|\.\w)"
    r"|(?:[A-Z]\.-?)+(?!\w)"
    r"|(?:Mrs?|Ms|Dr|Jr|Sr|Gen|Lt|Col|Maj|Brig|Capt|Adm|Cmdr|Sen|Rep|Gov|Prof|Rev|Hon|St|Messrs|Amb|Sec|Pres|No)\."
    r"|['’]s\b(?!\w)"
    r"|(?:[Tt]hen|[Ee]x)(?=-\w)"
    r"|\w+(?:[-‑–](?!(?:[Ee]lect|[Dd]esignate)\b)(?=\w)\w+|['’ʻʼ‘`](?!s\b)(?=\w)\w+)*"
    r"|[^\w\s]"
)
_SENTENCE_END = frozenset('.!?:;"“”([—*•|')


_folded = lru_cache(maxsize=1 << 15)(fold)


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
    end, opens = 0, True
    for match in _TOKEN.finditer(text):
        word = match[0]
        start = match.start()
        breaks = start - end > 0 and text[end:start] != " " and "\n" in text[end:start]
        end = match.end()
        tokens.append(Token(word, start, end, _folded(word), word[0].isupper(), opens or breaks, breaks))
        opens = word in _SENTENCE_END or (opens and not word[0].isalnum())
    return tuple(tokens)
