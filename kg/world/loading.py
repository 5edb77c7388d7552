"""The tables of a world, row by row into their types."""

from __future__ import annotations

from collections.abc import Container, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import cast, get_args

from kg.world.offices import SENIORITY
from kg.world.tables import Row, read_table
from kg.world.types import Confidence, Country, Gender, Leader, Occasion, Organisation, OrganisationKind, Person, Tenure


def people(folder: Path) -> tuple[Person, ...]:
    """The people of `people.csv`."""
    return read_table(folder / "people.csv", person_of)


def tenures(folder: Path, people: Container[str]) -> tuple[Tenure, ...]:
    """The tenures of `tenures.csv`; each belongs to one of the `people`, known by id."""
    return read_table(folder / "tenures.csv", partial(tenure_of, people=people))


def countries(folder: Path) -> tuple[Country, ...]:
    """The countries of `countries.csv`."""
    return read_table(folder / "countries.csv", _country)


def organisations(folder: Path) -> tuple[Organisation, ...]:
    """The organisations of `organisations.csv`."""
    return read_table(folder / "organisations.csv", _organisation)


def occasions(folder: Path) -> tuple[Occasion, ...]:
    """The summits of `occasions.csv`."""
    return read_table(folder / "occasions.csv", _occasion)


def person_of(row: Row) -> Person:
    """The person of a row of `people.csv`."""
    return Person(
        id=row.text("id"),
        name=row.text("name"),
        qid=row.optional("qid"),
        aliases=row.several("aliases"),
        family=row.text("family"),
        called=row.several("called"),
        gender=cast("Gender", row.choice("gender", get_args(Gender))),
    )


def tenure_of(row: Row, people: Container[str]) -> Tenure:
    """The tenure of a row of `tenures.csv`, which must be of one of the `people`."""
    person = row.text("person")
    if person not in people:
        row.refuse("person", f"'{person}' is not in people.csv")
    first, last = row.first_day("first"), row.last_day("last")
    if last and last < first:
        row.refuse("last", f"the tenure ends on {last}, before it begins on {first}")
    return Tenure(
        person=person,
        kind=row.choice("kind", SENIORITY),
        office=row.text("office"),
        country=row.text("country"),
        first=first,
        last=last,
        office_aliases=row.several("office_aliases"),
        seen=row.last_day("seen"),
        confidence=cast("Confidence", row.choice("confidence", get_args(Confidence))),
        acting=row.choice("acting", ("", "yes")) == "yes",
        first_until=row.last_day("first") if row.is_partial("first") else None,
        last_from=row.first_day("last") if row.is_partial("last") else None,
    )


def _country(row: Row) -> Country:
    return Country(
        code=row.text("code"),
        name=row.text("name"),
        qid=row.optional("qid"),
        names=row.several("names"),
        adjectives=row.several("adjectives"),
        demonyms=row.several("demonyms"),
        capital=row.optional("capital"),
        cities=row.several("cities"),
        metonyms=row.several("metonyms"),
        leader=cast("Leader", row.choice("leader", get_args(Leader))),
        led_before=tuple(_led_before(row)),
        continued_by=row.optional("continued_by"),
    )


def _led_before(row: Row) -> Iterator[tuple[date, Leader]]:
    """Offices that led the country before a day, each written as day and kind."""
    for entry in row.several("led_before"):
        day, _, kind = entry.partition(" ")
        if kind not in get_args(Leader):
            row.refuse("led_before", f"'{entry}' is no day and office such as 2014-08-28 head_of_government")
        yield row.day("led_before", day), cast("Leader", kind)


def _organisation(row: Row) -> Organisation:
    return Organisation(
        code=row.text("code"),
        name=row.text("name"),
        aliases=row.several("aliases"),
        city=row.optional("city"),
        kind=cast("OrganisationKind", row.choice("kind", get_args(OrganisationKind))),
    )


def _occasion(row: Row) -> Occasion:
    first = row.first_day("first")
    return Occasion(
        id=row.text("id"),
        series=row.text("series"),
        name=row.text("name"),
        first=first,
        last=row.last_day("last") or first,
        city=row.optional("city"),
        country=row.text("country"),
        aliases=row.several("aliases"),
    )
