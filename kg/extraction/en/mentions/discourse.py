"""Discourse: who has been named so far, and where, for offices and bare nouns that mean somebody named before."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kg.extraction.en.mentions.dossiers import Dossier
from kg.extraction.en.mentions.positions import Position

_OPENING = 2
"""Number of the last sentence, the title among them, of those that tell what a text is about."""
_NEAR = 3
"""Sentences that mention anybody, from one in which a state is spoken of to one that can mean it."""


class Discourse:
    """The persons of one document in the order in which they were named."""

    def __init__(self) -> None:
        self._recent: dict[Dossier, None] = {}
        self._told: list[tuple[Dossier, Position]] = []
        self._states: dict[str, None] = {}
        self._scenes: list[tuple[str, int]] = []

    def place(self, code: str, position: Position) -> None:
        """Take note that a state is spoken of here."""
        self._states.pop(code, None)
        self._states[code] = None
        self._scenes.append((code, position.sentence))

    def is_near(self, code: str, sentence: int) -> bool:
        """Whether a state is spoken of where a text begins, or not far from a sentence."""
        near = (place for spoken, place in self._scenes if spoken == code)
        return any(place <= _OPENING or abs(place - sentence) <= _NEAR for place in near)

    def states_in(self, sentence: int) -> tuple[str, ...]:
        """Codes of the states spoken of in a sentence so far, in order."""
        return tuple(dict.fromkeys(code for code, place in self._scenes if place == sentence))

    @property
    def states(self) -> tuple[str, ...]:
        """Codes of the states spoken of so far, the last one at the end."""
        return tuple(self._states)

    def tell(self, dossier: Dossier, position: Position) -> None:
        """Take note that somebody is named here."""
        self._recent.pop(dossier, None)
        self._recent[dossier] = None
        self._told.append((dossier, position))

    def recent(self) -> Iterator[Dossier]:
        """Everyone named so far, the last first."""
        return reversed(self._recent)

    @property
    def latest(self) -> Dossier | None:
        """The person named last."""
        return next(self.recent(), None)

    def named_in_clause(self, position: Position) -> list[Dossier]:
        """Who has been named in a clause so far."""
        return [dossier for dossier, place in self._told if place == position]

    def subject(self, among: Collection[Dossier]) -> Dossier | None:
        """Of several, the one whom a sentence begins with: the last such sentence counts."""
        firsts: dict[int, Dossier] = {}
        for dossier, place in self._told:
            firsts.setdefault(place.sentence, dossier)
        return next((dossier for dossier in reversed(firsts.values()) if dossier in among), None)
