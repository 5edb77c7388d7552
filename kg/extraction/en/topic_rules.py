"""The English words for topics, as a checked type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    no_plural: Words

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

    def phrases(self) -> dict[str, Words]:
        """The topics of every phrase in both numbers; none for a false friend."""
        friends = (word for words in self.false_friends.values() for word in words)
        found = _by_word(
            (form, topic) for topic, of in self.topics.items() for word in of.words for form in numbers(word)
        )
        return found | {form: () for word in friends for form in numbers(word)}

    def cased_phrases(self) -> dict[str, Words]:
        """The topics of every phrase whose capitals matter."""
        return _by_word((word, topic) for topic, of in self.topics.items() for word in of.cased)


def _by_word(pairs: Iterable[tuple[str, str]]) -> dict[str, Words]:
    found: dict[str, dict[str, None]] = {}
    for word, topic in pairs:
        found.setdefault(word, {})[topic] = None
    return {word: tuple(topics) for word, topics in found.items()}


def numbers(phrase: str) -> tuple[str, str]:
    """A phrase and its plural: of the last word, by the regular rules of English."""
    if phrase.endswith("y") and phrase[-2:-1] not in "aeiou":
        return phrase, f"{phrase[:-1]}ies"
    if phrase.endswith("sis"):
        return phrase, f"{phrase[:-2]}es"
    return phrase, phrase + ("es" if phrase.endswith(("s", "x", "ch", "sh")) else "s")


def load_topic_rules() -> TopicRules:
    """The shipped English topic rules.

    Raises:
        RuleError: the file does not fit its schema.
    """
    rules: TopicRules = load_rules(Path(__file__).parent / "rules" / "topics.yaml", TopicRules)
    return rules
