"""Mentions: the spans of an article that stand for someone, and the one each stands for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from kg.model import Kind, Via

if TYPE_CHECKING:
    from kg.world import World


class Form(StrEnum):
    """In which way a mention stands for its entity."""

    NAME = "name"
    OFFICE = "office"
    COUNTERPART = "counterpart"
    NATIONALITY = "nationality"
    STATE = "state"
    ORGANISATION = "organisation"
    METONYM = "metonym"


@dataclass(frozen=True, slots=True)
class Entity:
    """One referent within a document, the same object for all its mentions.

    Attributes:
        key: unique in the document.
        name: full name ("Vladimir Putin"); empty where the text gives only an office that nobody is known to hold.
        post: best office as written ("Russian President"), or empty.
        country: ISO 3166-1 alpha-3 code or the code of an organisation; empty where unknown.
        person: id of the person in the world tables, or empty.
        qid: Wikidata QID, or empty.
        kind: person, post, state or organisation.
        gender: male, female, or empty.
        family: the bare name by which the text calls the person.
        offices: kinds of office of the world tables that fit, from tenure on the day and from titles.
    """

    key: str
    name: str = ""
    post: str = ""
    country: str = ""
    person: str = ""
    qid: str = ""
    kind: Kind = Kind.PERSON
    gender: str = ""
    family: str = ""
    offices: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that stands for an entity.

    Attributes:
        start: first code point of the span, in the text given.
        end: one past its last code point.
        form: in which way it stands for the entity.
        entity: whom it stands for; None only for a counterpart whose antecedent is not known.
        post: office as written here.
        via: `role` where an office alone was resolved to a person.
        country: nationality as written, for counterparts ("his Turkish counterpart": TUR).
        possessor: "his", "her" or "their" where that stands before the office.
    """

    start: int
    end: int
    form: Form
    entity: Entity | None
    post: str = ""
    via: Via = Via.NAMED
    country: str = ""
    possessor: str = ""


@dataclass(frozen=True, slots=True)
class DocumentMentions:
    """The mentions of one article.

    Attributes:
        title: mentions in the title, sorted, none overlapping.
        text: mentions in the text, sorted, none overlapping.
        entities: everyone mentioned, in order of first mention.
        self_country: state or organisation of the issuer, empty where it is none's voice.
        is_note: whether the text is a note on a visit ("X in Oslo, Norway: Met with Y").
        speaker: whose doings a note without subject tells: the traveller, the visitor, or the issuer's head.
    """

    title: tuple[Mention, ...] = ()
    text: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    self_country: str = ""
    speaker: Entity | None = None
    is_note: bool = False


def within(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """The mentions that begin in a span.

    Args:
        mentions: those of one part of the article, sorted.
        start: first code point of the span.
        end: one past its last.
    """
    first = bisect_left(mentions, start, key=lambda mention: mention.start)
    return mentions[first : bisect_left(mentions, end, lo=first, key=lambda mention: mention.start)]


def find_mentions(
    text: str, *, title: str = "", day: date | None, issuer: str = "", world: World, language: str = "en"
) -> DocumentMentions:
    """Find who is mentioned.

    Args:
        text: the body, in NFC.
        title: the headline, in NFC.
        day: day of publication, for who held which office; None where unknown.
        issuer: who published it.
        world: people, tenures and countries.
        language: BCP 47 tag; its first part names the folder of `kg.extraction` that can read it.

    Returns:
        The mentions of title and text, and the entities behind them.
    """
    found: DocumentMentions = _reader(language).find_mentions(text, title=title, day=day, issuer=issuer, world=world)
    return found


def may_have_two_sides(
    text: str, *, title: str = "", day: date | None, issuer: str = "", world: World, language: str = "en"
) -> bool:
    """Whether a text may name two states or organisations, or people of two: cheap, for those that do not.

    Args:
        text: the body, in NFC.
        title: the headline, in NFC.
        day: day of publication; None where unknown.
        issuer: who published it; the state in whose voice it speaks is one side.
        world: people, tenures and countries.
        language: BCP 47 tag, as for `find_mentions`.

    Returns:
        False only where the words for places and the names of the tables tell of one side at most.
    """
    may: bool = _reader(language).may_have_two_sides(text, title=title, day=day, issuer=issuer, world=world)
    return may


def _reader(language: str) -> ModuleType:
    """The package that reads mentions in a language."""
    return import_module(f"kg.extraction.{language.partition('-')[0]}.mentions")
