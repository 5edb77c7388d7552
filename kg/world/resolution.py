"""What a mention turns out to mean: the types of the question and of the answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from kg.world.types import Gender, Person, Tenure


class Certainty(StrEnum):
    """On what an answer rests."""

    EXACT = "exact"
    BY_OFFICE = "by_office"
    BY_LAST_NAME = "by_last_name"
    UNKNOWN = "unknown"


class Time(StrEnum):
    """When the office named is held, seen from the day of the text."""

    NOW = "now"
    FORMER = "former"
    ELECT = "elect"
    ACTING = "acting"


@dataclass(frozen=True, slots=True)
class Reading:
    """A mention taken apart.

    Attributes:
        name: the person's name as written, or empty.
        title: the words of the office, those of its state among them ("US ambassador to Moscow"), or empty.
        time: when the office is held.
        codes: states and organisations that the words name, those whose office it can be before others.
        counterpart: the words stand for one of the same office elsewhere ("his Turkish counterpart").
        possessed: "his", "its", "the country's" stands before the office.
        plural: several persons are meant.
        indefinite: "a", "an", "some" stands before: nobody in particular is meant.
        antecedent: whose counterpart or minister it is, where the words name that ("Lavrov's Turkish counterpart").
        gender: what an honorific before the name tells ("Mrs", "Sir"), or empty.
        fresh: the words call the holder new: the office was taken not long ago, or will be soon.
    """

    name: str = ""
    title: str = ""
    time: Time = Time.NOW
    codes: tuple[str, ...] = ()
    counterpart: bool = False
    possessed: bool = False
    plural: bool = False
    indefinite: bool = False
    antecedent: str = ""
    gender: Gender = ""
    fresh: bool = False


class Alternative(NamedTuple):
    """Someone else who can be meant.

    Attributes:
        person: who.
        tenure: the office by which; None where it is the name alone.
        reason: why, in words for people.
    """

    person: Person
    tenure: Tenure | None
    reason: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """Whom a mention means on a day.

    Attributes:
        person: who; None where nobody, or no one in particular, is known to be meant.
        tenure: the office held on the day that fits the words best; None where none does.
        name: full name of the person, else the name as written.
        post: office as written, or empty.
        country: code of the state or organisation for which the person stands or which the words name.
        reason: why, in words for people.
        certainty: on what the answer rests.
        alternatives: others who can be meant.
    """

    person: Person | None
    tenure: Tenure | None
    name: str
    post: str
    country: str
    reason: str
    certainty: Certainty
    alternatives: tuple[Alternative, ...] = ()
