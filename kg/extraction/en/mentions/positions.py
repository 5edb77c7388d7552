"""Positions: in which sentence and clause a mention stands, told from the words between the mentions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extraction.en.mentions.tokens import Token

_SENTENCE_ENDS = frozenset(".!?")
_CLAUSE_OPENERS = frozenset(
    ", ; : and but or that who whom whose which when while after before as where because since if until then "
    "- – — said says".split()
)
_JOINTS = frozenset({",", "and", "&", "or"})


@dataclass(frozen=True, slots=True)
class Position:
    """Where a mention stands in its text; each part counts on through the whole text.

    Attributes:
        sentence: number of the sentence.
        clause: number of the clause, roughly: persons of one clause are different persons.
    """

    sentence: int = 0
    clause: int = 0

    @property
    def next_sentence(self) -> Position:
        """The position at the beginning of the sentence that follows."""
        return Position(self.sentence + 1, self.clause + 1)

    def after(self, between: Sequence[Token], following: Token) -> Position:
        """The position of a mention that begins with `following`, behind the tokens `between` it and the one before."""
        if following.breaks or any(_ends_sentence(token) for token in between):
            return self.next_sentence
        joined = all(token.text in _JOINTS for token in between)
        opened = not joined and any(token.low in _CLAUSE_OPENERS or token.text in _CLAUSE_OPENERS for token in between)
        return Position(self.sentence, self.clause + opened)


START = Position()
"""Where a text begins."""


def _ends_sentence(token: Token) -> bool:
    return token.breaks or token.text in _SENTENCE_ENDS
