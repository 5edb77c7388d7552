"""Topics: what a stretch of text speaks of, as concepts of the topic scheme and as countries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extraction.country_subjects import CountrySubjects
from kg.extraction.en.topic_rules import TopicRules, load_topic_rules
from kg.extraction.phrases import PhraseHit, PhraseIndex
from kg.world import World

_NEAR = 80
"""Code points within which a word refines a topic: about half a sentence."""


@dataclass(frozen=True, slots=True)
class TopicHit:
    """A place where a text speaks of a topic.

    Attributes:
        topic: id of a concept of the topic scheme, or `country:XXX`.
        start: first code point in the text given.
        end: one past the last code point.
    """

    topic: str
    start: int
    end: int


class TopicFinder:
    """Finds topics by their words.

    A country counts where the wording makes it a subject: "the Syrian crisis", "the situation in Ukraine",
    "sanctions on Pyongyang"; not "the French president" or "in Geneva".

    Args:
        world: knows the words for countries.
        rules: the words for topics; the shipped ones if left out.
    """

    def __init__(self, world: World, rules: TopicRules | None = None) -> None:
        rules = rules or load_topic_rules()
        self._countries = CountrySubjects(world, rules.countries)
        self._indexes = PhraseIndex(rules.phrases()), PhraseIndex(rules.cased_phrases(), cased=True)
        self._refinements = tuple(
            (refinement.topic, finer, PhraseIndex(dict.fromkeys(refinement.near, finer)))
            for finer, refinement in rules.refinements.items()
        )

    def find(self, text: str, *, exclude: frozenset[str] = frozenset()) -> tuple[TopicHit, ...]:
        """The topics of `text`, in the order of their words.

        Args:
            text: what the participants discussed, in the article's words.
            exclude: codes of the participants' own countries, which are never topics.
        """
        countries = (
            TopicHit(f"country:{hit.value}", hit.start, hit.end)
            for hit in self._countries.find(text)
            if hit.value not in exclude
        )
        hits = [*self._words(text), *countries]
        return tuple(sorted(hits, key=lambda hit: (hit.start, hit.end, hit.topic)))

    def _words(self, text: str) -> Iterator[TopicHit]:
        cues = [(topic, hit) for topic, _, index in self._refinements for hit in index.find(text)]
        for index in self._indexes:
            for hit in index.find(text):
                for topic in hit.value:
                    yield TopicHit(_refined(topic, hit, cues), hit.start, hit.end)


def _refined(topic: str, at: PhraseHit[tuple[str, ...]], cues: list[tuple[str, PhraseHit[str]]]) -> str:
    near = (cue.value for of, cue in cues if of == topic and cue.start < at.end + _NEAR and cue.end > at.start - _NEAR)
    return next(near, topic)
