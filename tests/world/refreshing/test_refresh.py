"""A copy of the facts from a real SPARQL server, through whatever goes wrong on the way."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.world import World, load_world, loading
from kg.world.endpoint import Endpoint, EndpointError, EndpointRefusedError, Patience
from kg.world.refresh import JOURNAL, Refreshed, refresh
from kg.world.wikidata import requests

HASTY = Patience(attempts=4, timeout=0.5, first_wait=0.02, longest_wait=5, pause=0)
TODAY = date(2026, 8, 1)

pytestmark = pytest.mark.xdist_group("sparql-server")


def run(url: str, folder: Path, *codes: str, patience: Patience = HASTY, world: World | None = None, **options):
    with Endpoint(url, patience) as endpoint:
        return refresh(endpoint, folder, world or load_world(), codes, today=TODAY, **options)


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / table).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def held(folder: Path, country: str) -> set[tuple[str, ...]]:
    fields = ("person", "kind", "first", "last", "seen", "confidence", "acting")
    return {tuple(row[f] for f in fields) for row in rows(folder, "tenures.csv") if row["country"] == country}


# ------------------------------------------------------------ what is written
def test_offices_as_far_as_their_days_are_known(sparql_url: str, tmp_path: Path) -> None:
    assert run(sparql_url, tmp_path, "FRA", world=World(countries=load_world().countries.values())) == Refreshed(
        4, 4, {}
    )
    assert held(tmp_path, "FRA") == {
        ("Q3052772", "head_of_state", "2017-05-14", "", "2026-08-01", "medium", ""),
        ("Q157", "head_of_state", "2012-05-15", "2017-05-14", "", "medium", ""),
        ("Q9000000101", "foreign_minister", "2017-05-17", "2022-05-20", "", "medium", ""),
        ("Q9000000102", "defence_minister", "2017-06", "2022", "", "medium", ""),
    }


def test_acting_died_unknown_and_impossible(sparql_url: str, tmp_path: Path) -> None:
    """Brazil's president heads the government too, so that every tenure stands under both kinds."""
    run(sparql_url, tmp_path, "BRA", world=World(countries=load_world().countries.values()))
    assert {row[:1] + row[2:] for row in held(tmp_path, "BRA")} == {
        ("Q9000000103", "2016-05-12", "2016-08-31", "", "medium", "yes"),
        ("Q9000000106", "2001", "2016-05-12", "", "low", ""),
        ("Q9000000107", "2020", "2021-05-05", "", "medium", ""),
    }
    assert {row[1] for row in held(tmp_path, "BRA")} == {"head_of_state", "head_of_government"}


def test_people_of_the_tables_keep_their_id_and_gain_what_wikidata_knows(sparql_url: str, tmp_path: Path) -> None:
    run(sparql_url, tmp_path, "FRA", "UN")
    people = {row["id"]: row for row in rows(tmp_path, "people.csv")}
    assert people["francois-hollande"]["qid"] == "Q157"
    assert people["Q3052772"]["family"] == "Macron"
    assert "Emmanuel Jean-Michel Frédéric Macron" in people["Q3052772"]["aliases"].split("|")
    parly = next(row for row in people.values() if row["name"] == "Florence Parly")
    assert (parly["gender"], parly["family"]) == ("female", "Parly")
    assert {row["kind"] for row in rows(tmp_path, "tenures.csv") if row["country"] == "UN"} == {"organisation_head"}


def test_every_row_has_its_source_and_reads_as_a_table(sparql_url: str, tmp_path: Path) -> None:
    run(sparql_url, tmp_path, "FRA", "BRA", "UN")
    people = loading.people(tmp_path)
    assert loading.tenures(tmp_path, {person.id for person in people})
    told = rows(tmp_path, "people.csv") + rows(tmp_path, "tenures.csv")
    assert {(row["source"], row["licence"]) for row in told} == {("wikidata", "CC0-1.0")}


def test_rows_of_other_countries_stay_and_those_of_the_country_are_replaced(sparql_url: str, tmp_path: Path) -> None:
    run(sparql_url, tmp_path, "FRA", "BRA")
    before = held(tmp_path, "BRA")
    tenures = (tmp_path / "tenures.csv").read_text(encoding="utf-8")
    (tmp_path / "tenures.csv").write_text(tenures.replace("2012-05-15", "2011-05-15"), encoding="utf-8")
    run(sparql_url, tmp_path, "FRA")
    assert held(tmp_path, "BRA") == before
    assert {row[2] for row in held(tmp_path, "FRA")} == {"2017-05-14", "2012-05-15", "2017-05-17", "2017-06"}


def test_one_country_a_request_and_a_polite_one(proxy, tmp_path: Path) -> None:
    run(proxy.url, tmp_path, "FRA", "BRA", patience=Patience(pause=0.2))
    (first, headers, at), (second, _, later) = proxy.queries
    assert "VALUES ?subject { wd:Q142 }" in first + second
    assert "VALUES ?subject { wd:Q155 }" in first + second
    assert headers["user-agent"].startswith("kg-contacts/")
    assert headers["accept"] == "application/sparql-results+json"
    assert later - at >= 0.2


def test_every_country_with_an_item_is_asked_about_and_every_organisation_is_known() -> None:
    world = load_world()
    asked = {request.code for request in requests(world)}
    assert {country.code for country in world.countries.values() if country.qid} <= asked
    assert asked <= {*world.countries, *world.organisations}
    keys = [request.key for request in requests(world)]
    assert len(keys) == len(set(keys))


# ------------------------------------------------------------ what goes wrong
@pytest.mark.parametrize(
    "faults",
    [["429"], ["500", "502"], ["503 0"], ["half"], ["truncated"], ["reset"], ["hang 1"], ["504", "half", "reset"]],
    ids=" ".join,
)
def test_what_passes_is_waited_for(proxy, tmp_path: Path, faults: list[str]) -> None:
    proxy.faults = list(faults)
    assert run(proxy.url, tmp_path, "FRA").tenures == 4
    assert len(proxy.queries) == len(faults) + 1
    assert len({query for query, _, _ in proxy.queries}) == 1


@pytest.mark.parametrize(("fault", "least"), [("429 1", 1.0), ("503 date", 0.9)])
def test_the_server_says_how_long_to_wait(proxy, tmp_path: Path, fault: str, least: float) -> None:
    proxy.faults = [fault]
    run(proxy.url, tmp_path, "FRA")
    (_, _, first), (_, _, second) = proxy.queries
    assert least <= second - first < 3


def test_waits_double(proxy) -> None:
    proxy.faults = ["500"] * 3
    told: list[str] = []
    with Endpoint(proxy.url, Patience(first_wait=0.1, pause=0), told.append) as endpoint:
        endpoint.select("SELECT ?x { VALUES ?x { 1 } }")
    times = [at for _, _, at in proxy.queries]
    gaps = [later - earlier for earlier, later in pairwise(times)]
    assert [gap >= least for gap, least in zip(gaps, (0.1, 0.2, 0.4), strict=True)] == [True] * 3
    assert told[0] == "the server says 500 Internal Server Error; asking again in 0 s"


def test_a_server_that_wants_long_rest_is_left_alone(proxy) -> None:
    proxy.faults = ["429 3600"]
    with Endpoint(proxy.url, HASTY) as endpoint, pytest.raises(EndpointError, match="asks for 3600 s of rest"):
        endpoint.select("SELECT ?x { VALUES ?x { 1 } }")
    assert len(proxy.queries) == 1


def test_one_country_without_answer_does_not_stop_the_others(proxy, tmp_path: Path) -> None:
    run(proxy.url, tmp_path, "FRA", "BRA")
    former = held(tmp_path, "BRA"), held(tmp_path, "FRA")
    proxy.faults = ["500"] * HASTY.attempts
    done = run(proxy.url, tmp_path, "FRA", "BRA")
    (code,) = done.failures
    assert "500 Internal Server Error, 4 times in a row" in done.failures[code]
    assert (held(tmp_path, "BRA"), held(tmp_path, "FRA")) == former
    asked = len(proxy.queries)
    assert run(proxy.url, tmp_path, "FRA", "BRA", resume=True).failures == {}
    assert len(proxy.queries) == asked + 1
    assert not (tmp_path / JOURNAL).exists()


def test_an_endpoint_that_is_down_is_given_up(proxy, tmp_path: Path) -> None:
    proxy.faults = ["500"] * 100
    with pytest.raises(EndpointError, match="go on later with --resume"):
        run(proxy.url, tmp_path)
    assert len(proxy.queries) == 3 * HASTY.attempts
    assert not (tmp_path / "tenures.csv").exists()


def test_nobody_listens(tmp_path: Path) -> None:
    with pytest.raises(EndpointError, match="the connection failed"):
        run("http://127.0.0.1:9/query", tmp_path)


@pytest.mark.parametrize(("fault", "problem"), [("404", "404 Not Found: <html>busy</html>"), ("403", "403 Forbidden")])
def test_a_refusal_is_not_argued_with(proxy, tmp_path: Path, fault: str, problem: str) -> None:
    proxy.faults = [fault]
    with pytest.raises(EndpointRefusedError, match=problem):
        run(proxy.url, tmp_path, "FRA")
    assert len(proxy.queries) == 1


def test_the_server_reads_our_queries_and_refuses_others(sparql_url: str) -> None:
    with Endpoint(sparql_url, HASTY) as endpoint, pytest.raises(EndpointRefusedError, match="400"):
        endpoint.select("SELECT ?x {")


@pytest.mark.parametrize("address", ["query.wikidata.org/sparql", "file:///etc/hosts", "https://", ""])
def test_what_is_no_address_is_told(address: str) -> None:
    with pytest.raises(InputError, match="is no address of an endpoint"):
        Endpoint(address)


def test_codes_that_nothing_asks_about_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no query asks about FRANCE"):
        run("http://127.0.0.1:9/query", tmp_path, "FRANCE", "FRA")


# ------------------------------------------------------------ what is cut short
class _CrashError(Exception):
    """The process ends here."""


def crash_after(number: int):
    def watch(waiting: Sequence):
        yield from waiting[:number]
        raise _CrashError

    return watch


def test_a_run_that_crashed_goes_on_where_it_was(proxy, tmp_path: Path) -> None:
    with pytest.raises(_CrashError):
        run(proxy.url, tmp_path, "FRA", "BRA", "UN", watch=crash_after(2))
    assert not (tmp_path / "tenures.csv").exists()
    assert run(proxy.url, tmp_path, "FRA", "BRA", "UN", resume=True).failures == {}
    assert len(proxy.queries) == 3
    assert {row["country"] for row in rows(tmp_path, "tenures.csv")} == {"FRA", "BRA", "UN"}
    whole = tmp_path / "at-once"
    run(proxy.url, whole, "FRA", "BRA", "UN")
    for table in ("people.csv", "tenures.csv"):
        assert (tmp_path / table).read_bytes() == (whole / table).read_bytes()


def test_what_a_crash_left_half_written_is_asked_again(proxy, tmp_path: Path) -> None:
    with pytest.raises(_CrashError):
        run(proxy.url, tmp_path, "FRA", "BRA", watch=crash_after(1))
    with (tmp_path / JOURNAL).open("a", encoding="utf-8") as stream:
        stream.write('{"key": "office-holders Q1')
    run(proxy.url, tmp_path, "FRA", "BRA", resume=True)
    assert len(proxy.queries) == 2
    assert {row["country"] for row in rows(tmp_path, "tenures.csv")} == {"FRA", "BRA"}


def test_an_unfinished_run_is_never_thrown_away(proxy, tmp_path: Path) -> None:
    with pytest.raises(_CrashError):
        run(proxy.url, tmp_path, "FRA", "BRA", watch=crash_after(1))
    with pytest.raises(InputError, match=r"refresh\.jsonl: a refresh was cut short here \(go on with --resume"):
        run(proxy.url, tmp_path, "FRA", "BRA")
    with pytest.raises(InputError, match="is of another run"):
        run(proxy.url, tmp_path, "FRA", resume=True)
    assert len((tmp_path / JOURNAL).read_text(encoding="utf-8").splitlines()) == 2


def test_a_damaged_journal_names_its_line(proxy, tmp_path: Path) -> None:
    with pytest.raises(_CrashError):
        run(proxy.url, tmp_path, "FRA", "BRA", watch=crash_after(1))
    lines = (tmp_path / JOURNAL).read_text(encoding="utf-8").splitlines()
    (tmp_path / JOURNAL).write_text("\n".join([lines[0], "[]", json.dumps({"key": 1}), ""]), encoding="utf-8")
    with pytest.raises(InputError, match=r"refresh\.jsonl:2: is damaged"):
        run(proxy.url, tmp_path, "FRA", "BRA", resume=True)


def test_tables_are_whole_or_as_before(proxy, tmp_path: Path) -> None:
    run(proxy.url, tmp_path, "FRA")
    before = (tmp_path / "people.csv").read_bytes()
    (tmp_path / ".people.csv.new").mkdir()  # stands for a disk that takes no more
    with pytest.raises(OSError, match=r"people\.csv\.new"):
        run(proxy.url, tmp_path, "BRA")
    assert (tmp_path / "people.csv").read_bytes() == before
    (tmp_path / ".people.csv.new").rmdir()
    run(proxy.url, tmp_path, "BRA", resume=True)
    assert len(proxy.queries) == 2
    assert {row["country"] for row in rows(tmp_path, "tenures.csv")} == {"FRA", "BRA"}
