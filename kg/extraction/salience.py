"""Salience: who is in focus at a place of an article, for pronouns.

A simple form of centering (Grosz, Joshi and Weinstein 1995): recent mentions weigh more, the first of a
sentence, mostly its subject, weighs most, and a pronoun carries the focus on.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from kg.extraction.frames import Sentence
from kg.extraction.mentions import Entity, Mention

_LOOK_BACK = 5  # sentences
_DECAY = 0.5
_FIRST = 0.8
_PRONOUN = 0.4


@dataclass(frozen=True, slots=True)
class Link:
    """One place of a sentence that means somebody.

    Attributes:
        start: first code point.
        end: one past the last one.
        entity: who is meant.
        pronoun: whether by a pronoun.
    """

    start: int
    end: int
    entity: Entity
    pronoun: bool


class Salience:
    """Who is in focus where.

    Args:
        sentences: all sentences in order of reading.
        mentions: the persons mentioned in each, by part and index.
        pronouns: the gender that each pronoun of one person shows.
    """

    def __init__(
        self,
        sentences: Sequence[Sentence],
        mentions: Mapping[tuple[str, int], Sequence[Mention]],
        pronouns: Mapping[str, str],
    ) -> None:
        self._sentences = sentences
        self._place = {(sentence.part, sentence.index): at for at, sentence in enumerate(sentences)}
        self._chain: list[list[Link]] = []
        pattern = re.compile(rf"\b(?:{'|'.join(sorted(pronouns, key=len, reverse=True))})\b", re.IGNORECASE)
        for sentence in sentences:
            self._chain.append([])
            self._read(sentence, mentions[sentence.part, sentence.index], pattern, pronouns)

    def _read(
        self, sentence: Sentence, mentions: Sequence[Mention], pattern: re.Pattern[str], pronouns: Mapping[str, str]
    ) -> None:
        """Note the mentions of a sentence and whom its pronouns stand for, from left to right."""
        inside = [(m.start, m.end) for m in mentions]
        at = sentence.start
        found = [(at + p.start(), at + p.end(), pronouns[p[0].lower()]) for p in pattern.finditer(sentence.text)]
        named = [(mention.start, mention.end, mention.entity) for mention in mentions if mention.entity]
        events: list[tuple[int, int, Entity | str]] = [*named, *(f for f in found if not _covered(f[0], inside))]
        for start, end, who in sorted(events, key=lambda event: event[0]):
            entity = self.most_salient(sentence, start, who) if isinstance(who, str) else who
            if entity is not None:
                self._chain[-1].append(Link(start, end, entity, isinstance(who, str)))

    def chain(self, sentence: Sentence) -> Sequence[Link]:
        """Who is meant in a sentence, from left to right."""
        return self._chain[self._place[sentence.part, sentence.index]]

    def ranked(self, sentence: Sentence, before: int) -> list[Entity]:
        """Everyone in focus before a place, the most salient first."""
        weights: defaultdict[Entity, float] = defaultdict(float)
        at = self._place[sentence.part, sentence.index]
        for distance in range(min(_LOOK_BACK, at) + 1):
            chain = self._chain[at - distance]
            inside: dict[Entity, float] = {}
            for order, link in enumerate(chain):
                if distance or link.start < before:
                    weight = 1 + _FIRST * (order == 0) + _PRONOUN * link.pronoun
                    inside[link.entity] = max(weight, inside.get(link.entity, 0))
            for entity, weight in inside.items():
                weights[entity] += _DECAY**distance * weight
        return sorted(weights, key=lambda entity: -weights[entity])

    def most_salient(
        self,
        sentence: Sentence,
        before: int,
        gender: str,
        banned: Collection[str] = (),
        avoided: Collection[str] = (),
    ) -> Entity | None:
        """The one in focus before a place.

        Args:
            sentence: the sentence of the place.
            before: code point of the place.
            gender: male or female, or empty for either; those of unknown gender can be meant by both.
            banned: keys of entities that cannot be meant.
            avoided: states whose people are meant only where nobody else fits.
        """
        fitting = [e for e in self.ranked(sentence, before) if e.key not in banned and _fits(e, gender)]
        return next((e for e in fitting if e.country not in avoided), next(iter(fitting), None))


def _fits(entity: Entity, gender: str) -> bool:
    return not gender or entity.gender in {"", gender}


def _covered(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)
