"""A copy of the facts about office holders on the user's side, brought up to date from a SPARQL endpoint."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kg.errors import InputError
from kg.world.endpoint import Endpoint, EndpointError, EndpointRefusedError
from kg.world.journal import Journal
from kg.world.tables import read_table
from kg.world.wikidata import PEOPLE_FIELDS, TENURE_FIELDS, Request, TableRow, requests, table_rows
from kg.world.world import World

JOURNAL = "refresh.jsonl"
"""File in the folder that holds the answers of a run which is not done."""

_HOPELESS = 3
"""So many requests without answer in a row, and the endpoint is taken to be down."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh did.

    Attributes:
        people: people in the folder's `people.csv` now.
        tenures: tenures in its `tenures.csv` now.
        failures: why there was no answer, by the code of the country or organisation; their former rows stay.
    """

    people: int
    tenures: int
    failures: dict[str, str]


def refresh(
    endpoint: Endpoint,
    folder: Path,
    world: World,
    codes: Collection[str] = (),
    *,
    resume: bool = False,
    today: date | None = None,
    watch: Callable[[Sequence[Request]], Iterable[Request]] = iter,
) -> Refreshed:
    """Ask the shipped queries of an endpoint, and write what it says as `people.csv` and `tenures.csv`.

    Each answer is kept in a journal at once. The tables are replaced at the end, each in one step; rows of countries
    and organisations that were not asked about, or gave no answer, stay as they were.

    Args:
        endpoint: where to ask; Wikidata, or whatever has its data model.
        folder: folder of the copy; made where missing.
        world: the tables whose people are looked for first.
        codes: countries and organisations to ask about; all where empty.
        resume: go on where a run was cut short, or had no answer for some.
        today: day on which offices without end were seen to run.
        watch: is given the requests and gives them back one by one, to show progress.

    Raises:
        InputError: a code is unknown or not asked about, or the folder holds an unfinished run.
        EndpointError: the endpoint refuses the queries, or is down; what was answered is kept for `resume`.
    """
    wanted = _wanted(requests(world), codes)
    with Journal(folder / JOURNAL, {"endpoint": endpoint.url, "codes": sorted(codes)}, resume=resume) as journal:
        waiting = [request for request in wanted if request.key not in journal.answers]
        failures = _ask(endpoint, watch(waiting), journal, world, today or date.today())  # noqa: DTZ011  # the user's day
        unanswered = {request.code for request in wanted if request.key not in journal.answers}
        written = _write_tables(folder, journal.answers.values(), {request.code for request in wanted} - unanswered)
        if not failures:
            journal.remove()
    return Refreshed(*written, failures)


def _wanted(known: Sequence[Request], codes: Collection[str]) -> Sequence[Request]:
    unknown = sorted(set(codes) - {request.code for request in known})
    if unknown:
        raise InputError(
            f"no query asks about {', '.join(unknown)}", remedy="countries have ISO 3166-1 alpha-3 codes, such as FRA"
        )
    return [request for request in known if not codes or request.code in codes]


def _ask(endpoint: Endpoint, waiting: Iterable[Request], journal: Journal, world: World, today: date) -> dict[str, str]:
    """Why there was no answer, by code; all others are in the journal."""
    failures: dict[str, str] = {}
    in_a_row = 0
    for request in waiting:
        try:
            people, tenures = table_rows(endpoint.select(request.query), request.code, world, today)
        except EndpointRefusedError:
            raise
        except EndpointError as error:
            failures[request.code] = str(error)
            in_a_row += 1
            if in_a_row == _HOPELESS:
                raise EndpointError(f"{error}; go on later with --resume") from error
        else:
            journal.add(request.key, {"code": request.code, "people": people, "tenures": tenures})
            in_a_row = 0
    return failures


def _write_tables(
    folder: Path, answers: Iterable[dict[str, list[TableRow]]], fresh: Collection[str]
) -> tuple[int, int]:
    told = list(answers)
    old = [row for row in _rows(folder / "tenures.csv") if row["country"] not in fresh]
    tenures = old + [row for answer in told for row in answer["tenures"] if row["country"] in fresh]
    people = {row["id"]: row for row in _rows(folder / "people.csv")}
    people |= {row["id"]: row for answer in told for row in answer["people"]}
    held = {row["person"] for row in tenures}
    rows = [people[key] for key in sorted(held)]
    _replace(folder / "people.csv", PEOPLE_FIELDS, rows)
    _replace(folder / "tenures.csv", TENURE_FIELDS, sorted(tenures, key=lambda row: [row[f] for f in TENURE_FIELDS]))
    return len(rows), len(tenures)


def _rows(path: Path) -> Sequence[TableRow]:
    return read_table(path, lambda row: row.values) if path.exists() else ()


def _replace(path: Path, fields: Sequence[str], rows: Iterable[TableRow]) -> None:
    """Write the table beside the old one, then put it in its place: there is never half a table."""
    text = io.StringIO()
    writer = csv.DictWriter(text, fields, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    draft = path.with_name(f".{path.name}.new")
    with draft.open("w", encoding="utf-8", newline="") as stream:
        stream.write(text.getvalue())
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(path)
