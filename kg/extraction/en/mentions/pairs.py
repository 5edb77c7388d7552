"""Pairs: "Putin-Trump meeting" names two persons with one hyphenated word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extraction.en.mentions.gazetteer import Gazetteer
from kg.extraction.en.mentions.rules import name_rules
from kg.extraction.en.mentions.tokens import Token
from kg.world.names import fold

_PAIR = re.compile(r"^([A-ZÀ-Þ]\w+)([-‑–])([A-ZÀ-Þ]\w+)$")


def split_pairs(tokens: Sequence[Token], gazetteer: Gazetteer) -> tuple[Token, ...]:
    """The tokens, each pair of names as three of them."""
    return tuple(part for at in range(len(tokens)) for part in _parts(tokens, at, gazetteer))


def _parts(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> Iterator[Token]:
    token = tokens[at]
    match = _PAIR.match(token.text) if token.capital else None
    if match is None or not _is_pair(match[1], match[3], gazetteer) or _is_inside_name(tokens, at, gazetteer):
        yield token
        return
    for part in (1, 2, 3):
        start, end = token.start + match.start(part), token.start + match.end(part)
        yield Token(
            match[part], start, end, fold(match[part]), part != 2, token.opens and part == 1, token.breaks and part == 1
        )


def _is_pair(one: str, other: str, gazetteer: Gazetteer) -> bool:
    """Whether both halves are bare names or states, and the whole is nobody's name."""
    whole = gazetteer.called(f"{one}-{other}")
    if gazetteer.is_place(f"{one}-{other}"):
        return False
    return not whole and all(gazetteer.called(half) or gazetteer.is_place(half) for half in (one, other))


def _is_inside_name(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> bool:
    """Whether the words around make the hyphenated word a part of one person's name: "Jean-Yves Le Drian"."""
    before = tokens[at - 1] if at and not tokens[at].opens else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and after.low in name_rules().things:
        return True
    given = before is not None and before.low in gazetteer.given_names and before.capital
    return given or (after is not None and after.capital and after.low not in name_rules().stop)
