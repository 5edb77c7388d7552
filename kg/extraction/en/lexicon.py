"""The English rule files, as checked types."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import Field, model_validator

from kg.extraction.en.inflection import forms
from kg.extraction.gate import Gate
from kg.extraction.rulebook import load_rules
from kg.extraction.screening import Screen
from kg.model import Channel, Status
from kg.model.base import Value

Role = Literal["initiator", "host", "visitor"]
Slot = Literal[
    "subject",
    "object",
    "poss",
    "compound",
    "given",
    "with",
    "to",
    "by",
    "from",
    "between",
    "among",
    "opposite",
    "on",
    "of",
    "during",
    "owner",
    "light",
    "dative",
]
Slots = tuple[Slot, ...]
Words = tuple[str, ...]
CLASSED = frozenset({"governors", "adjectives", "prepositions", "modals"})
"""Sections of `status.yaml` that hold classes of cues."""
_TELLS = " => "
_FOLDER = Path(__file__).parent / "rules"
_Value = TypeVar("_Value", bound=Value)


class Example(Value):
    """A sentence that a rule finds; in YAML "Macron met Putin. => Macron, Putin; in_person; held".

    Attributes:
        text: the sentence.
        who: last names of those who take part.
        channel: by which means.
        status: whether it happened.
    """

    text: str
    who: Words
    channel: Channel
    status: Status

    @model_validator(mode="before")
    @classmethod
    def _of_words(cls, data: Any) -> Any:
        if not isinstance(data, str):
            return data
        text, _, told = data.partition(_TELLS)
        parts = [part.strip() for part in told.split(";")]
        if len(parts) != 3:
            raise ValueError('an example is written "sentence => who, who; channel; status"')
        return {"text": text, "who": re.split(r", *", parts[0]), "channel": parts[1], "status": parts[2]}


class CueExample(Value):
    """A sentence with a cue; in YAML "Macron will meet Putin. => planned", or "=> none" where it makes no claim.

    Attributes:
        text: the sentence.
        status: whether it happened; None where it tells no contact.
    """

    text: str
    status: Status | None

    @model_validator(mode="before")
    @classmethod
    def _of_words(cls, data: Any) -> Any:
        if not isinstance(data, str):
            return data
        text, arrow, status = data.partition(_TELLS)
        if not arrow:
            raise ValueError('an example is written "sentence => status"')
        return {"text": text, "status": None if status.strip() == "none" else status.strip()}


class ContactRule(Value):
    """One way of telling a contact; `contacts.yaml` explains the fields."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    words: Words = Field(min_length=1)
    channel: Channel
    agent: Slots
    partner: Slots
    joint: Slots = ()
    roles: Mapping[Literal["agent", "partner"], Role] = Field(default_factory=dict)
    pairwise: bool = False
    personal: bool = False
    matter: bool = False
    measure: bool = False
    means: Mapping[str, Channel] = Field(default_factory=dict)
    unless: Words = ()
    needs: Words = ()
    status: Status | None = None
    examples: tuple[Example, ...] = ()
    counterexamples: Words = ()


class NoContact(Value):
    """Words before or after a contact noun that make it something else."""

    before: Words
    after: Words
    clause: frozenset[str]


class Habitual(Value):
    """Words that turn a contact into a habit."""

    verbs: Words
    keeping: Words
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
    itineraries: frozenset[str]
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
    possibilities: frozenset[str]
    examples: Mapping[str, tuple[CueExample, ...]] = Field(default_factory=dict)

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes of cues: "reporting", "governors.denied" ..."""
        fields = {name: getattr(self, name) for name in type(self).model_fields if name != "examples"}
        parts = [f"{name}.{part}" for name in CLASSED for part in fields[name]]
        return (*parts, *(fields.keys() - CLASSED))


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
    holders: frozenset[str]
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
