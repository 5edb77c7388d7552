"""The user's own people, names and offices, laid over the tables; what contradicts them is told and gives way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import cast, get_args

from kg.errors import InputError
from kg.world.directory import Directory
from kg.world.loading import person_of, tenure_of
from kg.world.names import fold
from kg.world.offices import SENIORITY, SEVERAL
from kg.world.tables import Row, read_table
from kg.world.types import Conflict, Gender, Person, Tenure

COLUMNS = (
    "name", "id", "family", "called", "aliases", "gender", "qid", "kind", "office", "office_aliases", "country",
    "first", "last", "seen", "acting",
)  # fmt: skip
"""Columns of a user's table, of which only the first is needed."""

_AGREE = timedelta(days=40)
"""By so much two accounts of one day may differ and still agree."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One row: a person, perhaps with an office, and where it stands."""

    person: Person
    tenure: Tenure | None
    path: Path
    line: int

    def conflict(self, problem: str) -> Conflict:
        return Conflict(str(self.path), self.line, problem)


def overlay(world: Directory, path: Path) -> tuple[Sequence[Person], Sequence[Tenure], Sequence[Conflict]]:
    """The people and tenures of a world with a user's rows laid over them.

    Args:
        world: the tables beneath.
        path: a table of the user's, or a folder of them (docs/data.md says which).

    Returns:
        People, tenures, and what contradicted the tables beneath.

    Raises:
        InputError: there is no such table, or a row does not fit; the message names file, line and field.
    """
    people, tenures = dict(world.people), _Tenures(world)
    conflicts: list[Conflict] = []
    for entry in _entries(world, path):
        known = people.get(entry.person.id)
        people[entry.person.id] = _merged(known, entry.person) if known else entry.person
        if entry.tenure:
            conflicts += [entry.conflict(problem) for problem in tenures.lay(entry.tenure)]
    return tuple(people.values()), tenures.all(), conflicts


class _Tenures:
    """Tenures by post, each new one in place of those that it contradicts."""

    def __init__(self, world: Directory) -> None:
        self._names = {person.id: person.name for person in world.people.values()}
        self._by_post: dict[tuple[str, str], list[Tenure]] = {}
        self._laid: set[Tenure] = set()
        for tenure in world.tenures:
            self._by_post.setdefault((tenure.country, tenure.kind), []).append(tenure)

    def all(self) -> tuple[Tenure, ...]:
        return tuple(tenure for held in self._by_post.values() for tenure in held)

    def lay(self, new: Tenure) -> Iterator[str]:
        """Take a tenure in; what it contradicts, in words."""
        held = self._by_post.setdefault((new.country, new.kind), [])
        kept: list[Tenure] = []
        for old in held:
            if not _rivals(old, new) or old in self._laid or not _overlap(old, new):
                kept.append(old)
                continue
            kept += [] if old.person == new.person else _cut(old, new)
            problem = self._problem(old, new)
            if problem:
                yield problem
        self._laid.add(new)
        held[:] = [*kept, new]

    def _problem(self, old: Tenure, new: Tenure) -> str:
        if old.person != new.person:
            days = (min(_end(old), _end(new)) - max(old.first, new.first)).days
            told = f"the tables have {self._names.get(old.person, old.person)} as {old.office} of {old.country}"
            return f"{told} from {old.first} to {old.last or 'now'}" if days > _AGREE.days else ""
        apart = max(abs(old.first - new.first), abs(_end(old) - _end(new)))
        return f"the tables date this from {old.first} to {old.last or 'now'}" if apart > _AGREE else ""


def _rivals(old: Tenure, new: Tenure) -> bool:
    """Whether only one of two tenures of a kind can be right; titles tell the bodies of an organisation apart."""
    if old.person == new.person:
        return True
    if new.kind == "organisation_head":
        return bool(_titles(old) & _titles(new))
    return new.kind not in SEVERAL


def _titles(tenure: Tenure) -> set[str]:
    return {fold(title) for title in (tenure.office, *tenure.office_aliases)}


def _overlap(one: Tenure, other: Tenure) -> bool:
    return one.first < _end(other) and other.first < _end(one)


def _end(tenure: Tenure) -> date:
    return tenure.last or date.max


def _cut(old: Tenure, new: Tenure) -> list[Tenure]:
    """What remains of a tenure outside another's days."""
    before = [replace(old, last=new.first, last_from=None, seen=None)] if old.first < new.first else []
    after = [replace(old, first=_end(new), first_until=None)] if _end(new) < _end(old) else []
    return before + after


def _merged(known: Person, new: Person) -> Person:
    """The person with further names."""
    aliases = dict.fromkeys((*known.aliases, *new.aliases, *({new.name} - {known.name})))
    called = dict.fromkeys((*known.called, *new.called, *({new.family} - {known.family, ""})))
    gender, qid = new.gender or known.gender, new.qid or known.qid
    return replace(known, aliases=tuple(aliases), called=tuple(called), gender=gender, qid=qid)


# --- reading ---


def _entries(world: Directory, path: Path) -> Iterator[_Entry]:
    if not path.is_dir():
        yield from _own_table(world, path)
        return
    tables = sorted(path.glob("*.csv"))
    if not tables:
        raise InputError("holds no table", source=str(path), remedy="give a .csv file, or a folder of them")
    yield from _copied(world, path)
    for table in tables:
        if table.name not in {"people.csv", "tenures.csv"}:
            yield from _own_table(world, table)


def _copied(world: Directory, folder: Path) -> Iterator[_Entry]:
    """The rows of `people.csv` and `tenures.csv`, which have the fields of the shipped tables."""
    path = folder / "people.csv"
    rows = read_table(path, lambda row: (row.line, person_of(row))) if path.exists() else ()
    people = {person.id: replace(person, id=_id_in(world, person)) for _, person in rows}
    yield from (_Entry(people[person.id], None, path, line) for line, person in rows)
    path = folder / "tenures.csv"
    known = {**world.people, **people}
    make = partial(tenure_of, people=known)
    held = read_table(path, lambda row: (row.line, make(row))) if path.exists() else ()
    for line, tenure in held:
        person = known[tenure.person]
        yield _Entry(person, replace(tenure, person=person.id), path, line)


def _id_in(world: Directory, person: Person) -> str:
    """The id by which the world knows this person, else the person's own."""
    if person.id in world.people:
        return person.id
    named = [other for other in world.people_named(person.name) if not (person.qid and other.qid)]
    same = [other for other in world.people.values() if person.qid and other.qid == person.qid] or named
    return same[0].id if len(same) == 1 else person.id


def _own_table(world: Directory, path: Path) -> Iterator[_Entry]:
    seen = _changed(path)
    yield from read_table(path, partial(_entry, world=world, seen=seen))


def _changed(path: Path) -> date:
    return datetime.fromtimestamp(path.stat().st_mtime).date() if path.exists() else date.min  # noqa: DTZ006  # the user's day


def _entry(row: Row, world: Directory, seen: date) -> _Entry:
    unknown = sorted(set(row.values) - set(COLUMNS))
    if unknown:
        row.refuse(unknown[0], f"there is no such column; there are {', '.join(COLUMNS)}")
    row.values = dict.fromkeys(COLUMNS, "") | row.values
    person = _person(row, world)
    return _Entry(person, _tenure(row, world, person, seen), row.path, row.line)


def _person(row: Row, world: Directory) -> Person:
    name, words = row.text("name"), row.text("name").split()
    known = _known(row, world)
    return Person(
        id=row.optional("id") or (known.id if known else fold(name).replace(" ", "-")),
        name=name,
        qid=row.optional("qid"),
        aliases=row.several("aliases"),
        family=row.optional("family") or (known.family if known else words[-1]),
        called=row.several("called"),
        gender=cast("Gender", row.choice("gender", get_args(Gender))),
    )


def _known(row: Row, world: Directory) -> Person | None:
    """The person of the tables that a row means."""
    if row.optional("id"):
        return world.people.get(row.optional("id"))
    named = world.people_named(row.text("name"))
    here = [one for one in named if row.optional("country") in {held.country for held in world.tenures_of(one.id)}]
    people = here if len(named) > 1 else named
    if len(people) > 1 or (named and not people):
        ids = ", ".join(person.id for person in named)
        row.refuse("name", f"{len(named)} people of the tables bear this name; give the id of one ({ids}) or a new one")
    return people[0] if people else None


def _tenure(row: Row, world: Directory, person: Person, seen: date) -> Tenure | None:
    """The office of a row; None where it tells only names."""
    if not any(row.optional(field) for field in ("kind", "office", "country", "first", "last")):
        return None
    country = row.text("country")
    if country not in world.countries and country not in world.organisations:
        row.refuse(
            "country", f"'{country}' is the code of no country or organisation; countries have ISO alpha-3 codes"
        )
    row.choice("kind", SENIORITY)
    row.values |= {"person": person.id, "confidence": "high"}
    row.values["seen"] = row.values["seen"] or ("" if row.values["last"] else f"{max(seen, row.first_day('first'))}")
    return tenure_of(row, {person.id})


def report(conflicts: Iterable[Conflict], most: int = 20) -> Iterator[str]:
    """The conflicts in lines, the later ones only counted."""
    told = list(conflicts)
    yield from map(str, told[:most])
    if len(told) > most:
        yield f"and {len(told) - most} more contradictions of the tables"
