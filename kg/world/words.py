"""A mention's words, the names of states and organisations among them recognised."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.world.names import fold
from kg.world.types import GeoTerm

_WORD = re.compile(r"(?:[A-Z]\.){2,}|\w[\w.’'ʼ`-]*|[,()]")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_QUALIFIED = re.compile(r"^(then|ex|former|vice)-(?=\w)|-(elect|designate)$", re.IGNORECASE)
_BODIES = frozenset({"commission", "council", "parliament", "assembly", "service", "secretariat", "court"})
_LONGEST = 10
_SHORTEST_FOLDED = 4
"""Letters from which a name of a state is recognised in lower case: "us" is no state."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or the several words of a state's name.

    Attributes:
        text: as written, without the mark of a possessive.
        low: folded.
        term: what it stands for, if it names a state or organisation.
        owns: a possessive mark was behind it.
    """

    text: str
    low: str
    term: GeoTerm | None = None
    owns: bool = False

    @property
    def is_mark(self) -> bool:
        """Whether it is a comma or bracket."""
        return not self.low

    @property
    def code(self) -> str:
        """Code of the state or organisation, or empty."""
        return self.term.code if self.term else ""

    @property
    def is_seat(self) -> bool:
        """Whether it names a palace, ministry, capital or body that stands for the whole."""
        if self.term is None:
            return False
        body = self.term.sense == "organisation" and bool(_BODIES & set(self.low.split()))
        return body or self.term.sense in {"metonym", "capital"}


class Gazetteer:
    """Recognises states and organisations among words.

    Args:
        geo: what each text stands for, as written.
    """

    def __init__(self, geo: Mapping[str, GeoTerm]) -> None:
        self._written = {_plain(text): term for text, term in geo.items()}
        folded = ((fold(text), term) for text, term in geo.items())
        self._folded = {low: term for low, term in reversed(list(folded)) if len(low) >= _SHORTEST_FOLDED}
        self.cut = lru_cache(maxsize=1 << 15)(self._cut)

    def _cut(self, text: str) -> tuple[Word, ...]:
        """The words of a text, each state's name as one."""
        tokens, words, at = tokens_of(text), list[Word](), 0
        while at < len(tokens):
            word, at = self._word(tokens, at)
            words.append(word)
        return tuple(words)

    def _word(self, tokens: Sequence[str], at: int) -> tuple[Word, int]:
        for last in range(min(at + _LONGEST, len(tokens)), at if tokens[at] != "the" else at + _LONGEST, -1):
            text, owns = without_possessive(" ".join(tokens[at:last]).replace(" ,", ","))
            term = self.term(text)
            if term:
                return Word(text, fold(text), term, owns), last
        text, owns = without_possessive(tokens[at])
        return Word(text, fold(text), None, owns), at + 1

    def term(self, text: str) -> GeoTerm | None:
        """What a text stands for, whatever its dots and, for longer names, its case."""
        plural = self._written.get(_plain(text[:-1])) if text.endswith("s") else None
        nation = plural if plural and plural.sense in {"adjective", "demonym"} else None
        return self._written.get(_plain(text)) or self._folded.get(fold(text)) or nation


def tokens_of(text: str) -> list[str]:
    """Words, commas and brackets; "president-elect" and "ex-president" in two."""
    found: list[str] = []
    for token in _WORD.findall(text.replace("“", " ").replace("”", " ").replace('"', " ")):
        parts = _QUALIFIED.sub(lambda match: f" {match[1] or match[2]} ", token).split()
        found += [part if re.fullmatch(r"(?:\w\.)+", part) else part.rstrip(".-") for part in parts]
    return found


def without_possessive(text: str) -> tuple[str, bool]:
    """A text without the mark of a possessive, and whether it had one."""
    plain = _POSSESSIVE.sub("", text)
    return plain, plain != text


def _plain(text: str) -> str:
    return text.replace(".", "").replace("’", "'").removeprefix("the ").removeprefix("The ")
