"""Discourse: who has been named so far, and where, for offices and bare nouns that mean somebody named before."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kg.extraction.en.mentions.dossiers import Dossier
from kg.extraction.en.mentions.positions import Position


class Discourse:
    """The persons of one document in the order in which they were named."""

    def __init__(self) -> None:
        self._recent: dict[Dossier, None] = {}
        self._told: list[tuple[Dossier, Position]] = []
        self._states: dict[str, None] = {}

    def place(self, code: str) -> None:
        """Take note that a state is spoken of here."""
        self._states.pop(code, None)
        self._states[code] = None

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
