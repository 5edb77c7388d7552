"""The English rule files, as checked types."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import Field

from kg.extraction.en.inflection import forms
from kg.extraction.gate import Gate
from kg.extraction.rulebook import load_rules
from kg.extraction.screening import Screen
from kg.model import Channel, Status
from kg.model.base import Value

Role = Literal["initiator", "host", "visitor"]
Words = tuple[str, ...]
_FOLDER = Path(__file__).parent / "rules"
_Value = TypeVar("_Value", bound=Value)


class ContactRule(Value):
    """One way of telling a contact; `contacts.yaml` explains the fields."""

    id: str
    words: Words
    channel: Channel
    agent: Words
    partner: Words
    joint: Words = ()
    roles: Mapping[Literal["agent", "partner"], Role] = Field(default_factory=dict)
    pairwise: bool = False
    personal: bool = False
    means: Mapping[str, Channel] = Field(default_factory=dict)
    unless: Words = ()
    needs: Words = ()
    status: Status | None = None


class NoContact(Value):
    """Words before or after a contact noun that make it something else."""

    before: Words
    after: Words
    clause: frozenset[str]


class Habitual(Value):
    """Words that turn a contact into a habit."""

    verbs: Words
    adverbs: Words
    adjectives: Words


class ContactRules(Value):
    """`contacts.yaml`."""

    verbs: tuple[ContactRule, ...]
    nouns: tuple[ContactRule, ...]
    light_verbs: frozenset[str]
    channel_words: Mapping[Channel, Words]
    not_contacts: NoContact
    openings: frozenset[str]
    occasions: frozenset[str]
    habitual: Habitual

    @cached_property
    def by_verb(self) -> dict[str, tuple[ContactRule, ...]]:
        """Verb rules by lemma."""
        return _by_word(self.verbs)

    @cached_property
    def by_noun(self) -> dict[str, tuple[ContactRule, ...]]:
        """Noun rules by lemma."""
        return _by_word(self.nouns)

    @cached_property
    def by_id(self) -> dict[str, ContactRule]:
        """All rules by `kind.id`, as claims name them."""
        return {f"verb.{rule.id}": rule for rule in self.verbs} | {f"noun.{rule.id}": rule for rule in self.nouns}

    @cached_property
    def gate(self) -> Gate:
        """Lets through what holds any form of any trigger, with the words that its rule needs beside it."""
        company: dict[str, frozenset[str]] = {}
        for rule in (*self.verbs, *self.nouns):
            needed = frozenset(form for word in rule.means for form in forms(word)) or frozenset(rule.needs)
            for form in (form for word in rule.words for form in forms(word)):
                known = company.get(form, needed)
                company[form] = known | needed if known and needed else frozenset()
        return Gate(company, company)

    @cached_property
    def noun_gate(self) -> Gate:
        """Lets through what holds a contact noun, which can point back at a contact without naming anybody."""
        return Gate(form for rule in self.nouns for word in rule.words for form in forms(word))


class StatusRules(Value):
    """`status.yaml`."""

    governors: Mapping[Status, frozenset[str]]
    particles: Mapping[str, Status]
    adjectives: Mapping[Status, frozenset[str]]
    prepositions: Mapping[Status, frozenset[str]]
    modals: Mapping[str, frozenset[str]]
    reporting: frozenset[str]
    open_adjectives: frozenset[str]
    dated_is_planned: frozenset[str]
    motion: frozenset[str]
    appeals: frozenset[str]
    doing: frozenset[str]
    departing: frozenset[str]
    describing: frozenset[str]
    hypothetical_markers: frozenset[str]


class Pronouns(Value):
    """Pronouns by gender and number."""

    male: frozenset[str]
    female: frozenset[str]
    plural: frozenset[str]
    first: frozenset[str]


class ReferentRules(Value):
    """`referents.yaml`."""

    pronouns: Pronouns
    groups: Mapping[str, str]
    determiners: frozenset[str]
    offices: Mapping[str, frozenset[str]]
    counterparts: frozenset[str]
    singles: frozenset[str]
    states: frozenset[str]
    delegates: frozenset[str]
    fighters: frozenset[str]
    delegation: frozenset[str]
    led_by: frozenset[str]

    @cached_property
    def gate(self) -> Gate:
        """Lets through what holds a word that can stand for participants named elsewhere."""
        pronouns = self.pronouns.male | self.pronouns.female | self.pronouns.plural
        nouns = {*self.groups, *self.counterparts, *self.states, *self.delegates}
        return Gate({*pronouns, *(form for noun in nouns for form in forms(noun))})


class Lexicon(Value):
    """All that the frame reader and the rules know of English words."""

    contacts: ContactRules
    status: StatusRules
    referents: ReferentRules

    @cached_property
    def pronouns(self) -> dict[str, str]:
        """The gender that each pronoun of one person shows."""
        words = self.referents.pronouns
        return dict.fromkeys(words.male, "male") | dict.fromkeys(words.female, "female")

    @cached_property
    def screen(self) -> Screen:
        """Chooses the sentences that are worth a parse."""
        return Screen(self.contacts.gate, self.contacts.noun_gate, self.referents.gate)


def _by_word(rules: tuple[ContactRule, ...]) -> dict[str, tuple[ContactRule, ...]]:
    words = dict.fromkeys(word for rule in rules for word in rule.words)
    return {word: tuple(rule for rule in rules if word in rule.words) for word in words}


def _load(name: str, schema: type[_Value]) -> _Value:
    return load_rules(_FOLDER / f"{name}.yaml", schema)


@cache
def load_lexicon() -> Lexicon:
    """The shipped English rules.

    Raises:
        RuleError: a rule file does not fit its schema.
    """
    return Lexicon(
        contacts=_load("contacts", ContactRules),
        status=_load("status", StatusRules),
        referents=_load("referents", ReferentRules),
    )
