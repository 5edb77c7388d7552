"""People, offices, summits and answers of the tables as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from kg.cli.printing import Row

if TYPE_CHECKING:
    from kg.world import NamedPeople, Occasion, Person, Resolution, Tenure, World
    from kg.world.coverage import Cover


def of_resolution(mention: str, found: Resolution) -> Iterator[Row]:
    """One row for the answer; in tables one more for everyone else who can be meant."""
    record = {
        "mention": mention,
        "person": _person(found.person) if found.person else None,
        "office": _office(found.tenure) if found.tenure else None,
        "name": found.name,
        "post": found.post,
        "country": found.country,
        "reason": found.reason,
        "certainty": found.certainty.value,
        "alternatives": [
            {"person": _person(other.person), "office": _office(other.tenure) if other.tenure else None,
             "reason": other.reason}
            for other in found.alternatives
        ],
    }  # fmt: skip
    others = "; ".join(f"{other.person.name}, {other.reason}" for other in found.alternatives)
    cells = {
        "who": found.person.name if found.person else f"{found.name or '-'} (unknown)",
        "id": found.person.id if found.person else "",
        "country": found.country,
        "certainty": found.certainty.value,
        "why": found.reason,
        "or": others,
    }
    yield Row(record, cells)


def of_people(world: World, name: str, on: date | None) -> Iterator[Row]:
    """One row for each person and office; in JSON each person with all offices."""
    known = world.people.get(name)
    people = (known,) if known else (*world.people_named(name), *world.people_called(name))
    for person in dict.fromkeys(people):
        held = world.offices(person.id, on) if on else world.tenures_of(person.id)
        if held or not on:
            record = {**_person(person), "offices": [_office(tenure) for tenure in held]}
            told = "; ".join(f"{tenure.office} ({tenure.country}) {_days(tenure)}" for tenure in held)
            cells = {"who": person.name, "id": person.id, "also": "; ".join(person.aliases[:4]), "offices": told}
            yield Row(record, cells)


def of_name(article: str, part: str, text: str, found: NamedPeople) -> Row:
    """A name in the title or text of an article, with all who bear it."""
    record = {
        "article": article, "part": part, "start": found.start, "end": found.end,
        "name": text[found.start : found.end], "whole": found.whole, "people": [one.id for one in found.people],
    }  # fmt: skip
    bearers = "; ".join(f"{one.name} ({one.id})" for one in found.people)
    return Row(record, {name: str(record[name]) for name in ("article", "part", "start", "name")} | {"who": bearers})


def of_occasions(found: Iterable[Occasion]) -> Iterator[Row]:
    """One row an edition."""
    for edition in found:
        record = _plain(asdict(edition))
        shown = ("name", "first", "last", "city", "country")
        yield Row(record, {name: str(record[name]) for name in shown})


def of_cover(cover: Cover) -> Row:
    """One kind of office in one decade."""
    record = _plain(asdict(cover))
    cells = {
        "office": cover.kind.replace("_", " "),
        "decade": f"{cover.decade}s",
        "known": f"{cover.known:.0f} of {cover.countries}",
        "gaps": " ".join(cover.gaps),
    }
    return Row(record, cells)


def _person(person: Person) -> dict[str, Any]:
    return _plain(asdict(person))


def _office(tenure: Tenure) -> dict[str, Any]:
    return _plain(asdict(tenure))


def _days(tenure: Tenure) -> str:
    return f"{tenure.first} to {tenure.last}" if tenure.last else f"since {tenure.first}"


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as JSON knows them."""
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}
