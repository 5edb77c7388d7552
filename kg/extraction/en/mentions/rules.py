"""The rules for offices and names: their schema, and the files they lie in."""

from __future__ import annotations

import re
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator

from kg.extraction.rulebook import load_rules
from kg.model.base import Value


def _split(value: object) -> object:
    return frozenset(word.replace("-", " ") for word in value.split()) if isinstance(value, str) else value


Words = Annotated[frozenset[str], BeforeValidator(_split)]
"""A set of words, in YAML one string with blanks between them; a hyphen stands for a blank inside one of them."""


class TitleClass(Value):
    """Titles that name the same kinds of office.

    Attributes:
        name: what the class is called.
        pattern: regular expression over the folded title.
        kinds: kinds of office of the world tables; `leader` stands for whoever leads the state.
        says: words of which the office's title in the tables holds one, where several hold such an office.
        country: code of the only state that has the office, or empty.
        states: codes of the states in which alone the words name this class; empty where they do everywhere.
    """

    name: str
    pattern: re.Pattern[str]
    kinds: frozenset[str]
    says: Words = frozenset()
    country: str = ""
    states: Words = frozenset()


class Honorifics(Value):
    """Words before a name that tell no office, by the gender they tell."""

    neutral: Words
    male: Words
    female: Words


class TitleRules(Value):
    """`titles.yaml`: the words of offices. Its comments say what each field holds."""

    heads: Words
    compound_heads: frozenset[str]
    plurals: dict[str, str]
    shortened: dict[str, str]
    modifiers: Words
    portfolio: Words
    qualifiers: Words
    former: Words
    future: Words
    family: Words
    alone: frozenset[str]
    shared: frozenset[str]
    helping: frozenset[str]
    helpers: Words
    ranks: frozenset[str]
    collective: frozenset[str]
    loose: frozenset[str]
    royal: Words
    styles_of_birth: Words
    sent: Words
    unfinished: Words
    becoming: Words
    domestic: Words
    leading: Words
    joining: Words
    representing: frozenset[str]
    counterparts: frozenset[str]
    classes: tuple[TitleClass, ...]
    bare: frozenset[str]
    anaphoric: frozenset[str]
    general: Words
    honorifics: Honorifics
    styles: frozenset[str]
    style_nouns: frozenset[str]

    @cached_property
    def inner(self) -> frozenset[str]:
        """Words that may stand inside an office, before its last word."""
        compounds = {word for words in (*self.compound_heads, *self.plurals) for word in words.split()}
        return self.modifiers | self.heads | self.family | self.joining | compounds

    @cached_property
    def inside(self) -> frozenset[str]:
        """All words that may stand before the last word of an office, what qualifies it among them."""
        return self.inner | self.openers | self.qualifiers | self.former | self.future | {"of", "and"}

    @cached_property
    def bound(self) -> frozenset[str]:
        """Words of compound heads that are words of no other office."""
        compounds = {word for words in self.compound_heads for word in words.split()}
        return frozenset(compounds) - self.modifiers - self.heads - self.family - self.joining

    @cached_property
    def endings(self) -> frozenset[str]:
        """Last words of heads, in the singular and the plural: an office ends in no other word."""
        heads = {words.split()[-1] for words in (*self.heads, *self.family, *self.compound_heads, *self.plurals)}
        return frozenset(heads | {f"{head}s" for head in heads})

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """First words of offices, what qualifies them among them."""
        words = self.openers | self.endings | self.qualifiers | self.former | self.future
        return frozenset(word.split()[0] for word in words)

    @cached_property
    def counterpart_words(self) -> tuple[tuple[str, ...], ...]:
        """The words for a counterpart, each split."""
        return tuple(tuple(words.split()) for words in self.counterparts)

    @cached_property
    def counterpart_openers(self) -> frozenset[str]:
        """Words with which one of them begins."""
        return frozenset(words[0] for words in self.counterpart_words)

    @cached_property
    def before_owners(self) -> frozenset[str]:
        """Words that may stand before the state whose office it is: "the former Russian president"."""
        return self.qualifiers | self.former | self.future | self.leading

    @cached_property
    def linked_compounds(self) -> frozenset[str]:
        """Compound heads with "of" or "and" inside, in the singular and the plural."""
        return frozenset(words for words in (*self.compound_heads, *self.plurals) if {"of", "and"} & set(words.split()))

    @cached_property
    def openers(self) -> frozenset[str]:
        """Words with which an office may begin."""
        compounds = {words.split()[0] for words in (*self.compound_heads, *self.plurals)}
        return (self.modifiers | self.heads | self.family | compounds) - self.joining


class Genders(Value):
    """Given names that tell a gender."""

    female: Words
    male: Words


class NameRules(Value):
    """`names.yaml`: the shapes of names. Its comments say what each field holds."""

    particles: Words
    middles: Words
    suffixes: Words
    postnominals: Words
    nicknames: dict[str, str]
    family_first: Words
    stop: Words
    months: Words
    ambiguous: Words
    before_months: Words
    things: Words
    places: frozenset[str]
    genders: Genders
    common_given: Words
    common_family: Words


class PlaceRules(Value):
    """`places.yaml`: words about states. Its comments say what each field holds."""

    constitution: Words
    inside: Words
    speaking: Words
    within: Words
    bodies: Words
    nouns_of_persons: Words
    predicates: Words
    weak: Words
    weak_before: Words
    waters: Words
    shared_crown: Words
    homes: dict[str, str]
    provinces: dict[str, tuple[str, ...]]
    things: Words
    group_modifiers: Words
    participles: Words
    generic_owners: frozenset[str]
    followers: Words
    prominent: Words
    official: Words
    press: Words
    voices: dict[str, tuple[str, ...]]
    issuers: dict[str, str]


def _path(name: str) -> Path:
    return Path(str(files("kg.extraction.en"))) / "rules" / name


@cache
def title_rules() -> TitleRules:
    """The rules for offices."""
    rules: TitleRules = load_rules(_path("titles.yaml"), TitleRules)
    return rules


@cache
def name_rules() -> NameRules:
    """The rules for names."""
    rules: NameRules = load_rules(_path("names.yaml"), NameRules)
    return rules


@cache
def place_rules() -> PlaceRules:
    """The rules for words about states."""
    rules: PlaceRules = load_rules(_path("places.yaml"), PlaceRules)
    return rules
