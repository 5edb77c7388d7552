"""The world as rows: people, tenures, countries, organisations, occasions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Gender = Literal["", "male", "female"]


@dataclass(frozen=True, slots=True)
class Person:
    """One who held, or holds, an office.

    Attributes:
        id: stable key of the table (the Wikidata QID where known, else a slug).
        name: common full name, in the order in which news writes it.
        qid: Wikidata QID, or empty.
        aliases: further spellings of the whole name.
        family: family name by which news calls the person ("Xi", "Lula", "bin Salman").
        gender: as stated in sources, or empty.
    """

    id: str
    name: str
    qid: str = ""
    aliases: tuple[str, ...] = ()
    family: str = ""
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
        confidence: high, medium or low, as the source says.
        acting: whether the holder was acting or interim.
    """

    person: str
    kind: str
    office: str
    country: str
    first: date
    last: date | None
    office_aliases: tuple[str, ...] = ()
    confidence: str = "medium"
    acting: bool = False


@dataclass(frozen=True, slots=True)
class Country:
    """A state, or a territory that news treats as one.

    Attributes:
        code: ISO 3166-1 alpha-3 (XKX Kosovo; SUN, DDR, YUG, CSK for states that are gone).
        name: short English name.
        qid: Wikidata QID.
        names: all English names, the short one included.
        adjectives: "Russian"; demonyms are among them where they differ in form ("Dane").
        demonyms: "a Russian".
        capital: English name of the capital.
        metonyms: names that stand for the government ("Kremlin", "Blue House").
    """

    code: str
    name: str
    qid: str = ""
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: str = ""
    metonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Organisation:
    """An international organisation or armed party that takes part in contacts."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    city: str = ""


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
