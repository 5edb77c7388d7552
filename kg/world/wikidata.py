"""Wikidata's statements about office holders as rows of the tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from itertools import groupby

from kg.world.directory import Directory
from kg.world.names import GENERATIONS, fold
from kg.world.tables import SEPARATOR
from kg.world.types import Person

Solution = Mapping[str, str]
TableRow = dict[str, str]

PEOPLE_FIELDS = ("id", "name", "family", "called", "qid", "aliases", "gender", "source", "licence")
TENURE_FIELDS = (
    "person", "kind", "office", "office_aliases", "country", "first", "last", "seen", "confidence", "acting", "source",
    "licence",
)  # fmt: skip

_SOURCE = {"source": "wikidata", "licence": "CC0-1.0"}
_SUBJECT = re.compile(r"(VALUES \?subject \{)[^}]*\}")
_FIELD = re.compile(r"^# (subjects?): (.+)$", re.MULTILINE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LENGTHS = {"11": 10, "10": 7, "9": 4}
_ACTING = re.compile(r"acting|interim|caretaker|provisional|temporary", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Request:
    """One query about one country or organisation.

    Attributes:
        code: its code in the tables.
        query: the SPARQL.
        key: name of the query and Wikidata item, which tell it from all others.
    """

    code: str
    query: str
    key: str


def requests(world: Directory) -> tuple[Request, ...]:
    """Every request that the shipped queries make: of the countries of `world`, and of the organisations they name."""
    folder = files("kg.world") / "queries"
    texts = {entry.name.removesuffix(".rq"): entry.read_text(encoding="utf-8") for entry in folder.iterdir()}
    return tuple(request for name in sorted(texts) for request in _requests(name, texts[name], world))


def _requests(name: str, text: str, world: Directory) -> Iterator[Request]:
    for field, words in _FIELD.findall(text):
        items = [(country.code, country.qid) for country in world.countries.values() if country.qid]
        for code, item in items if field == "subjects" else [words.split()]:
            yield Request(code, _SUBJECT.sub(rf"\g<1> wd:{item} }}", text), f"{name} {item}")


def table_rows(
    solutions: Iterable[Solution], code: str, world: Directory, today: date
) -> tuple[list[TableRow], list[TableRow]]:
    """The rows of `people.csv` and of `tenures.csv` that an answer gives.

    A person of the tables keeps id and names, and gains Wikidata's; known is who has the same item, or has none and is
    the only one of that name with an office of that country. Statements without a name or a beginning are left out,
    and those that ended nobody knows when. An office that somebody else took up has ended, whether its end is noted or
    not.

    Args:
        solutions: the answer to one of the shipped queries.
        code: code of the country or organisation it is about.
        world: the tables.
        today: day on which offices without end were seen to run.
    """
    people: dict[str, TableRow] = {}
    tenures: list[TableRow] = []
    for told in _statements(solutions):
        if tenure := _tenure(told, code, today):
            known = _known(told[0], code, world)
            person = _person(told, known)
            people[person["id"]] = person
            tenures.append(tenure | {"person": person["id"]})
    _end_overtaken(tenures)
    known_to_end_or_run = [tenure for tenure in tenures if tenure["last"] or tenure["seen"]]
    return list(people.values()), known_to_end_or_run


def _statements(solutions: Iterable[Solution]) -> Iterator[list[Solution]]:
    """The solutions of each statement under each kind; several values of one property make several solutions."""

    def key(solution: Solution) -> tuple[str, str]:
        return solution["statement"], solution["kind"]

    usable = [each for each in solutions if each.get("name") and each.get("office") and _date(each, "start")]
    return (list(told) for _, told in groupby(sorted(usable, key=key), key=key))


def _tenure(told: Sequence[Solution], code: str, today: date) -> TableRow | None:
    first, last = _date(told[0], "start"), _date(told[0], "end") or _died(told[0])
    shared = min(len(first), len(last))
    if last[:shared] < first[:shared]:
        return None
    running = not last and "ended" not in told[0]
    acting = any(_ACTING.search(each.get("quality", "")) for each in told)
    return _SOURCE | {
        "kind": told[0]["kind"],
        "office": told[0]["office"],
        "office_aliases": "",
        "country": code,
        "first": first,
        "last": last,
        "seen": today.isoformat() if running else "",
        "confidence": "medium",
        "acting": "yes" if acting else "",
    }


def _date(solution: Solution, field: str) -> str:
    """A day, month or year, as far as it is known; empty for what is less than a year exact, or no date."""
    day = _DAY.match(solution.get(field, ""))
    return day[0][: _LENGTHS.get(solution.get(f"{field}Precision", ""), 0)] if day else ""


def _died(solution: Solution) -> str:
    """The day of death, which ends an office whose end nobody noted."""
    day = _DAY.match(solution.get("died", ""))
    return day[0] if day and "ended" not in solution else ""


def _end_overtaken(tenures: Iterable[TableRow]) -> None:
    """End each open tenure on the day on which somebody else took up the same office."""
    for tenure in tenures:
        later = [
            other["first"]
            for other in tenures
            if (other["kind"], other["office"]) == (tenure["kind"], tenure["office"])
            and other["first"] > tenure["first"]
            and other["person"] != tenure["person"]
        ]
        if later and not tenure["last"]:
            tenure.update(last=min(later), seen="", confidence="low")


def _known(solution: Solution, code: str, world: Directory) -> Person | None:
    item = _item(solution)
    if item in world.people:
        return world.people[item]
    bearers = (person for person in world.people_named(solution["name"]) if person.qid in ("", item))
    fitting = [p for p in bearers if p.qid or any(tenure.country == code for tenure in world.tenures_of(p.id))]
    return fitting[0] if len(fitting) == 1 else None


def _person(told: Sequence[Solution], known: Person | None) -> TableRow:
    item, name = _item(told[0]), told[0]["name"]
    person = known or Person(item, name, family=bare_name(name, [each.get("familyName", "") for each in told]))
    names = dict.fromkeys((*person.aliases, *(each.strip() for each in told[0].get("aliases", "").split(SEPARATOR))))
    told_gender = next((each["gender"] for each in told if each.get("gender") in ("male", "female")), "")
    return _SOURCE | {
        "id": person.id,
        "name": person.name,
        "family": person.family,
        "called": SEPARATOR.join(person.called),
        "qid": item,
        "aliases": SEPARATOR.join(alias for alias in names if " " in alias and alias != person.name),
        "gender": person.gender or told_gender,
    }


def _item(solution: Solution) -> str:
    return solution["person"].rpartition("/")[2]


def bare_name(name: str, families: Iterable[str]) -> str:
    """The name by which news calls somebody: Xi, Putin, Peña Nieto.

    Args:
        name: the whole name.
        families: family names as Wikidata has them. One that leads the name stands alone; from any other the name is
            taken to its end, so that what follows a first family name is kept. Without one it is the last word.
    """
    words = name.split()
    if len(words) > 1 and fold(words[-1]) in GENERATIONS:
        words = words[:-1]
    found = [place for family in families if (place := _place(family.split(), words))]
    if not found:
        return words[-1]
    first, end = min(found)
    return " ".join(words[:end] if first == 0 else words[first:])


def _place(part: Sequence[str], words: Sequence[str]) -> tuple[int, int] | None:
    """Where `part` begins and ends among the words, marks and case apart."""
    wanted, folded = [fold(word) for word in part], [fold(word) for word in words]
    starts = (start for start in range(len(folded)) if wanted and folded[start : start + len(wanted)] == wanted)
    start = next(starts, None)
    return None if start is None else (start, start + len(wanted))
