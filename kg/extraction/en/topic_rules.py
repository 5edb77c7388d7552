"""The English words for topics, as a checked type."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from pydantic import Field

from kg.extraction.rulebook import load_rules
from kg.model.base import Value

Words = tuple[str, ...]


class TopicWords(Value):
    """The words that tell of one topic."""

    words: Words = ()
    cased: Words = ()


class Refinement(Value):
    """A topic that becomes another where certain words stand near it."""

    topic: str
    near: Words


class CountryCues(Value):
    """What makes a country a subject of discussion; `topics.yaml` explains the fields."""

    words: Mapping[str, Words]
    not_countries: Words
    heads: Words
    offices: frozenset[str]
    breaks: frozenset[str]
    place_prepositions: frozenset[str]
    subject_prepositions: frozenset[str]
    skipped: frozenset[str]

    @cached_property
    def head_forms(self) -> frozenset[str]:
        """The heads in singular and plural."""
        return frozenset(form for head in self.heads for form in numbers(head))


class TopicRules(Value):
    """`topics.yaml`."""

    topics: Mapping[str, TopicWords]
    false_friends: Mapping[str, Words]
    refinements: Mapping[str, Refinement] = Field(default_factory=dict)
    countries: CountryCues

    def phrases(self) -> dict[str, tuple[str, ...]]:
        """The topics of every phrase in both numbers; none for a false friend."""
        found: dict[str, tuple[str, ...]] = {}
        for topic, entry in self.topics.items():
            for form in dict.fromkeys(form for word in entry.words for form in numbers(word)):
                found[form] = (*found.get(form, ()), topic)
        friends = (word for words in self.false_friends.values() for word in words)
        return found | {form: () for word in friends for form in numbers(word)}

    def cased_phrases(self) -> dict[str, tuple[str, ...]]:
        """The topics of every phrase whose capitals matter."""
        return {word: (topic,) for topic, entry in self.topics.items() for word in entry.cased}


def numbers(phrase: str) -> tuple[str, str]:
    """A phrase and its plural: of the last word, by the regular rules of English."""
    if phrase.endswith("y") and phrase[-2:-1] not in "aeiou":
        return phrase, f"{phrase[:-1]}ies"
    return phrase, phrase + ("es" if phrase.endswith(("s", "x", "ch", "sh")) else "s")


def load_topic_rules() -> TopicRules:
    """The shipped English topic rules.

    Raises:
        RuleError: the file does not fit its schema.
    """
    return load_rules(Path(__file__).parent / "rules" / "topics.yaml", TopicRules)
