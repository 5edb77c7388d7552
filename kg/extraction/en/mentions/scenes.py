"""Which state an office is of whose own words name none: the only one, of those spoken of around it, that can be."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extraction.en.mentions.candidates import Candidate
from kg.extraction.en.mentions.dossiers import Dossier
from kg.extraction.en.mentions.naming import Naming
from kg.extraction.en.mentions.persons import own_kinds
from kg.extraction.en.mentions.rules import title_rules


class Scenes:
    """Finds the states of one document's offices.

    Args:
        naming: who is named in the document.
    """

    def __init__(self, naming: Naming) -> None:
        self._naming, self._discourse = naming, naming.discourse
        self._stateless: list[tuple[Candidate, Dossier, bool]] = []

    def note(self, code: str, candidate: Candidate) -> None:
        """Take note that a state is spoken of where a candidate stands; other codes are passed over."""
        home = self._naming.gazetteer.home_of(code)
        if home in self._naming.gazetteer.world.countries:
            self._discourse.place(home, candidate.position)

    def tell(self, dossier: Dossier, candidate: Candidate) -> None:
        """Give the holder of an office its state: the only one that its sentence, else the text so far, can mean.

        For offices within a state it is the one spoken of last.
        """
        title = candidate.title
        if dossier.country or title is None or title.family or candidate.owner:
            return
        states = self._discourse.states
        if title.head in title_rules().domestic:
            dossier.country = states[-1] if states else self._naming.setting.home
            return
        here = self._discourse.states_in(candidate.position.sentence)
        dossier.country = self._only(here, dossier, candidate) or self._only(states, dossier, candidate)
        if not dossier.country:
            self._stateless.append((candidate, dossier, not states))

    def settle(self) -> None:
        """Give those without a state the only one that the whole text can mean, else that of the dateline.

        Where no state had been spoken of before, the rest of the sentence comes first.
        """
        for candidate, dossier, is_first in self._stateless:
            home = (self._naming.setting.home,) if self._is_strong(candidate) else ()
            here = self._discourse.states_in(candidate.position.sentence) if is_first else ()
            for states in ({*here, *home}, self._discourse.states, home):
                dossier.country = dossier.country or self._only(states, dossier, candidate)

    def _only(self, states: Iterable[str], dossier: Dossier, candidate: Candidate) -> str:
        possible = [code for code in states if code and self._may_be_of(code, dossier, candidate)]
        if len(possible) != 1 or not self._is_near(possible[0], candidate):
            return ""
        return possible[0]

    def _is_near(self, code: str, candidate: Candidate) -> bool:
        return code == self._naming.setting.home or self._discourse.is_near(code, candidate.position.sentence)

    def _may_be_of(self, code: str, dossier: Dossier, candidate: Candidate) -> bool:
        """Whether nobody else is known to hold such an office of the state: of presidents each has one."""
        if not self._is_strong(candidate):
            return True
        others = (other for other in self._naming.dossiers.persons() if other is not dossier and other.country == code)
        held = any(other.offices & own_kinds(candidate.kinds) for other in others)
        return not held and not self._naming.who.is_filled(code, candidate.kinds)

    def _is_strong(self, candidate: Candidate) -> bool:
        """Whether the office is one of which each state has one."""
        return candidate.title is not None and candidate.title.name in title_rules().bare
