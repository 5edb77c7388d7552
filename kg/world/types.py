"""The world as rows: people, tenures, countries, organisations, occasions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Gender = Literal["", "male", "female"]
Confidence = Literal["high", "medium", "low"]
Leader = Literal["head_of_state", "head_of_government"]
OrganisationKind = Literal["international", "armed", "breakaway"]
Sense = Literal["name", "adjective", "demonym", "capital", "metonym", "organisation"]


@dataclass(frozen=True, slots=True)
class Person:
    """One who held, or holds, an office.

    Attributes:
        id: stable key of the table (the Wikidata QID where known, else a slug).
        name: common full name, in the order in which news writes it.
        qid: Wikidata QID, or empty.
        aliases: further spellings of the whole name.
        family: bare name by which news calls the person ("Xi", "Putin", "bin Salman").
        called: further bare names ("Peña", "Lula", "Jokowi").
        gender: male or female where it is certain, or empty.
    """

    id: str
    name: str
    qid: str = ""
    aliases: tuple[str, ...] = ()
    family: str = ""
    called: tuple[str, ...] = ()
    gender: Gender = ""


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one post between two dates; dates known to a month or a year are spans.

    Attributes:
        person: id of the person.
        kind: kind of office (head_of_state, head_of_government, foreign_minister ...).
        office: title of the office.
        office_aliases: the office as news writes it.
        country: ISO 3166-1 alpha-3 code, or the code of an organisation.
        first: first day on which the tenure can have begun.
        last: last day on which it can have ended; None while it runs or where the end is unknown.
        seen: day on which a tenure without end is last known to have run; None where it has an end.
        confidence: high, medium or low, as the source says.
        acting: whether the holder was acting or interim.
        first_until: last day on which it can have begun; None where the beginning is known to the day.
        last_from: first day on which it can have ended; None where the end is known to the day, or there is none.
    """

    person: str
    kind: str
    office: str
    country: str
    first: date
    last: date | None
    office_aliases: tuple[str, ...] = ()
    seen: date | None = None
    confidence: Confidence = "medium"
    acting: bool = False
    first_until: date | None = None
    last_from: date | None = None


@dataclass(frozen=True, slots=True)
class Country:
    """A state, or a territory that news treats as one.

    Attributes:
        code: ISO 3166-1 alpha-3 (XKX Kosovo; SUN, DDR, YUG, CSK, SCG for states that are gone).
        name: short English name.
        qid: Wikidata QID.
        names: all English names, the short one included.
        adjectives: "Russian"; demonyms are among them where they differ in form ("Dane").
        demonyms: "a Russian".
        capital: English name of the capital.
        cities: other spellings of the capital, and other seats of government ("Kiev", "Abidjan").
        metonyms: names that stand for the government ("Kremlin", "Blue House").
        leader: which office counts as the country's leader today.
        led_before: which office counted so before which day, in order.
        continued_by: code of the state of today that stands for one that is gone, where there is one: Russia for the
            Soviet Union, Germany for East Germany (ISO 3166-3).
    """

    code: str
    name: str
    qid: str = ""
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: str = ""
    cities: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    leader: Leader = "head_of_government"
    led_before: tuple[tuple[date, Leader], ...] = ()
    continued_by: str = ""

    def leader_on(self, on: date | None) -> Leader:
        """Which office counts as the country's leader on a day; today's without one."""
        return next((kind for until, kind in self.led_before if on and on < until), self.leader)


@dataclass(frozen=True, slots=True)
class Organisation:
    """An international organisation or armed party that takes part in contacts.

    Attributes:
        code: short name, such as NATO; one code for all bodies of one organisation.
        name: English name in full.
        aliases: further names, bodies and metonyms ("European Commission").
        city: seat, or empty.
        kind: international organisation, armed party, or breakaway state.
    """

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    city: str = ""
    kind: OrganisationKind = "international"


@dataclass(frozen=True, slots=True)
class Occasion:
    """A summit: where it was and on which days.

    Attributes:
        id: key such as G20-2017.
        series: key of the series, such as G20.
        name: name in full.
        aliases: as news writes it ("Hamburg G20 summit").
        first: first day.
        last: last day.
        city: host city.
        country: code of the host country.
    """

    id: str
    series: str
    name: str
    first: date
    last: date
    city: str = ""
    country: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GeoTerm:
    """A word that stands for a country or an organisation.

    Attributes:
        text: the word as written.
        code: code of the country or organisation.
        sense: what kind of word it is.
    """

    text: str
    code: str
    sense: Sense


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something in the user's tables that the tables beneath say otherwise; the user's word counts.

    Attributes:
        source: the user's file.
        line: line in it, from 1.
        problem: what contradicts what.
    """

    source: str
    line: int
    problem: str

    def __str__(self) -> str:
        return f"{self.source}:{self.line}: {self.problem}"
