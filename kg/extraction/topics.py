"""Topics: what a stretch of text speaks of, as concepts of the topic scheme and as countries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kg.extraction.en.topic_rules import TopicRules, load_topic_rules
from kg.extraction.phrases import PhraseHit, PhraseIndex, lowered
from kg.world import World
from kg.world.types import GeoTerm

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_REACH = 60
"""Code points read on either side of a country: room for five words."""


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
        self._rules = rules or load_topic_rules()
        self._topics = PhraseIndex(self._rules.phrases())
        self._cased = PhraseIndex(self._rules.cased_phrases(), cased=True)
        self._countries = PhraseIndex(_country_terms(world, self._rules), cased=True)
        self._near = {
            topic: PhraseIndex(dict.fromkeys(refinement.near, topic))
            for topic, refinement in self._rules.refinements.items()
        }

    def find(self, text: str, *, exclude: frozenset[str] = frozenset()) -> tuple[TopicHit, ...]:
        """The topics of `text`, in the order of their words.

        Args:
            text: what the participants discussed, in the article's words.
            exclude: codes of the participants' own countries, which are never topics.
        """
        countries = (hit for hit in self._subjects(text) if hit.topic.removeprefix("country:") not in exclude)
        hits = [*self._refined(text), *countries]
        return tuple(sorted(hits, key=lambda hit: (hit.start, hit.end, hit.topic)))

    def _refined(self, text: str) -> Iterator[TopicHit]:
        finer = {
            self._rules.refinements[topic].topic: topic for topic, near in self._near.items() if any(near.find(text))
        }
        for hit in self._words(text):
            yield replace(hit, topic=finer.get(hit.topic, hit.topic))

    def _words(self, text: str) -> Iterator[TopicHit]:
        for index in (self._topics, self._cased):
            for hit in index.find(text):
                for topic in hit.value:
                    yield TopicHit(topic, hit.start, hit.end)

    def _subjects(self, text: str) -> Iterator[TopicHit]:
        for hit in self._countries.find(text):
            if hit.value and self._is_subject(text, hit, hit.value):
                yield TopicHit(f"country:{hit.value.code}", hit.start, hit.end)

    def _is_subject(self, text: str, hit: PhraseHit[GeoTerm | None], term: GeoTerm) -> bool:
        before = _words_of(text[max(0, hit.start - _REACH) : hit.start])
        after = _words_of(text[hit.end : hit.end + _REACH])
        return not self._is_of_an_office(text[hit.end :], after) and self._reads_as_subject(term, before, after)

    def _is_of_an_office(self, rest: str, after: list[str]) -> bool:
        owned = after[1:3] if rest.startswith(("'s ", "’s ")) else after[:2]
        return bool(self._rules.countries.offices.intersection(owned))

    def _reads_as_subject(self, term: GeoTerm, before: list[str], after: list[str]) -> bool:
        cues = self._rules.countries
        before = [word for word in before if word not in cues.skipped]
        last = before[-1] if before else ""
        if term.sense == "name":
            return last not in cues.place_prepositions or not cues.head_forms.isdisjoint(before[-5:-1])
        if term.sense in ("metonym", "capital") and last in cues.subject_prepositions:
            return True
        is_people = term.sense == "demonym" and term.text.endswith("s")
        return is_people or not cues.head_forms.isdisjoint(after[:3])


def _country_terms(world: World, rules: TopicRules) -> Mapping[str, GeoTerm | None]:
    terms = {text: term if term.code in world.countries else None for text, term in world.geo.items()}
    further = {word: GeoTerm(word, code, "name") for code, words in rules.countries.words.items() for word in words}
    return terms | further | dict.fromkeys(rules.countries.not_countries)


def _words_of(text: str) -> list[str]:
    return [lowered(word) for word in _WORD.findall(text)]
