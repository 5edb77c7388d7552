"""Cues: the words that say whether something is planned, proposed, cancelled, put off or denied."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.en.lexicon import StatusRules
from kg.extraction.en.syntax import children, clause_of, negated
from kg.extraction.frames import Mood
from kg.model import Status

ORDER = (Status.DENIED, Status.CANCELLED, Status.POSTPONED, Status.PLANNED, Status.PROPOSED)
UNDONE = (Status.CANCELLED, Status.POSTPONED, Status.DENIED)
OPEN = (Status.PLANNED, Status.PROPOSED)
_COPULAS = {"be", "stand", "remain", "seem"}
_OBJECTS = {"dobj", "nsubjpass"}


class Cues:
    """Looks words up in the status rules.

    Args:
        rules: `status.yaml`.
    """

    def __init__(self, rules: StatusRules) -> None:
        self._rules = rules

    def of(self, token: Token) -> Status | None:
        """What a word says of what it governs; a verb is read with its particle, a copula with its complement."""
        if (turned := self._particle(token)) is not None:
            return turned
        if token.pos_ == "ADJ" and token.lemma_.lower() in self._rules.open_adjectives:
            return Status.PROPOSED
        words = {token.lemma_.lower()}
        if token.lemma_ in _COPULAS:  # "is due in Tokyo", "stands cancelled", "is off"
            words = {child.lemma_.lower() for child in children(token, "acomp", "oprd", "attr")}
            words |= {child.lower_ for child in children(token, "acomp", "oprd")}
        return next((status for status in ORDER if words & self._rules.governors[status]), None)

    def _particle(self, verb: Token) -> Status | None:
        """ "Called off", "put back", "fell through"; some verbs say it alone ("collapsed")."""
        if verb.pos_ not in {"VERB", "AUX"}:
            return None
        behind = [child for child in children(verb, "prt", "advmod", "prep") if child.i == verb.i + 1]
        near = [*behind, *children(verb, "prt")]
        found = (self._rules.particles.get(f"{verb.lemma_} {child.lower_}") for child in near)
        return next(filter(None, found), None) or self._rules.particles.get(verb.lemma_)

    def copular(self, token: Token) -> bool:
        """Whether a verb only links its subject to a complement."""
        return token.lemma_ in _COPULAS

    def flipped(self, head: Token, status: Status) -> Mood:
        """The mood below a cue: the negation of a plan is a denial, and a plan that is itself undone is undone."""
        word = head.lower_
        if negated(head) or any(child.lower_ == "no" for child in head.children):
            return Mood(Status.DENIED if status in OPEN else None, reason="a negated cancellation", cue=word)
        if status in OPEN and (undone := self._undone(head)) is not None:
            return Mood(undone, cue=clause_of(head).lower_)  # "scrapped plans for", "turned down a request for"
        return Mood(status, status in OPEN, cue=word)

    def _undone(self, noun: Token) -> Status | None:
        if noun.pos_ != "NOUN" or noun.dep_ not in _OBJECTS:
            return None
        status = self.of(noun.head)
        return status if status in UNDONE else None
