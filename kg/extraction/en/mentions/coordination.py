"""Coordination: titled names joined to one whose state is told are of that state as well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extraction.en.mentions.candidates import Candidate
from kg.extraction.en.mentions.rules import title_rules
from kg.extraction.en.mentions.tokens import Token


def with_states_beside(candidates: Sequence[Candidate], tokens: Sequence[Token]) -> list[Candidate]:
    """The candidates of one text, those without a state with that of the one they are joined to.

    Args:
        candidates: in order.
        tokens: of the text.
    """
    joined = list(candidates)
    for here in range(1, len(joined)):
        if _joint(joined[here - 1], joined[here], tokens):
            joined[here] = _beside(joined[here], joined[here - 1])
    for here in range(len(joined) - 1, 0, -1):
        if _joint(joined[here - 1], joined[here], tokens) and _tells_behind(joined[here]):
            joined[here - 1] = _beside(joined[here - 1], joined[here])
    return joined


def _joint(one: Candidate, other: Candidate, tokens: Sequence[Token]) -> bool:
    """Whether two titled names stand side by side and can be of one state: of presidents each has one.

    A comma is enough only where the second is one of those who come along.
    """
    if one.title is None or other.title is None or one.title.name == other.title.name in title_rules().bare:
        return False
    between = [token.low or token.text for token in tokens[one.last : other.first]]
    return between in (["and"], [",", "and"]) or (between == [","] and other.title.name not in title_rules().alone)


def _tells_behind(candidate: Candidate) -> bool:
    """Whether the state stands behind the name, where it can belong to all of a list: "of Switzerland"."""
    return candidate.name is not None and candidate.last > candidate.name.last and not _is_behind(candidate)


def _is_behind(candidate: Candidate) -> bool:
    """Whether the office itself stands behind the name."""
    return bool(candidate.title and candidate.name and candidate.title.first > candidate.name.first)


def _beside(candidate: Candidate, other: Candidate) -> Candidate:
    code = other.country or other.beside
    return candidate if candidate.country or candidate.beside else replace(candidate, beside=code)
