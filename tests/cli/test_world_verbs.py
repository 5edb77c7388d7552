"""`kg world`, and `--world` before the verbs that read articles."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
OWN = """name,kind,office,country,first,last,called
Jane Roe,foreign_minister,Foreign Minister,FRA,2017-01-01,2017-12-31,JR
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "extra.csv"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_who_holds_an_office_on_a_day(run: Run) -> None:
    done = run("world", "who", "Russian foreign minister", "--on", "2017-05-02", "--format", "json")
    (found,) = json.loads(done.out)
    assert done.code == 0
    assert (found["person"]["name"], found["office"]["country"], found["certainty"]) == (
        "Sergei Lavrov", "RUS", "by_office",
    )  # fmt: skip
    assert "2004-03-09" in found["reason"]


def test_a_table_for_people_names_the_person_and_the_reason(run: Run) -> None:
    done = run("world", "who", "President Bush", "--on", "1991-02-01", "--format", "table")
    assert "George H. W. Bush" in done.out
    assert "George W. Bush" in done.out  # who else can be meant


def test_a_counterpart_needs_who_came_before(run: Run) -> None:
    words = ("world", "who", "his Turkish counterpart", "--on", "2017-05-02", "--format", "json")
    assert json.loads(run(*words).out)[0]["person"] is None
    (found,) = json.loads(run(*words, "--before", "Sergei Lavrov").out)
    assert found["person"]["name"] == "Mevlüt Çavuşoğlu"


def test_the_unknown_keep_name_office_and_state(run: Run) -> None:
    done = run("world", "who", "Syrian foreign minister Omar Unknownman", "--on", "2020-05-02", "--format", "json")
    (found,) = json.loads(done.out)
    assert (found["person"], found["name"], found["country"]) == (None, "Omar Unknownman", "SYR")
    assert found["post"] == "Syrian foreign minister"


def test_a_person_by_name_or_by_id_with_the_offices_of_a_day(run: Run) -> None:
    everyone = json.loads(run("world", "person", "Putin", "--format", "json").out)
    assert [person["id"] for person in everyone] == ["Q7747"]
    (then,) = json.loads(run("world", "person", "Q7747", "--on", "2010-01-01", "--format", "json").out)
    assert [office["kind"] for office in then["offices"]] == ["head_of_government"]


def test_a_summit_by_year_by_day_or_every_edition(run: Run) -> None:
    (found,) = json.loads(run("world", "occasion", "G20", "--year", "2017", "--format", "json").out)
    assert (found["city"], found["first"]) == ("Hamburg", "2017-07-07")
    assert json.loads(run("world", "occasion", "G20", "--on", "2017-08-01", "--format", "json").out) == [found]
    editions = [one["first"] for one in json.loads(run("world", "occasion", "G20", "--format", "json").out)]
    assert len(editions) > 10
    assert editions == sorted(editions)


def test_coverage_names_its_gaps(run: Run) -> None:
    rows = json.loads(run("world", "coverage", "--format", "json").out)
    assert {row["kind"] for row in rows} >= {"head_of_state", "foreign_minister"}
    assert all(row["known"] <= row["countries"] for row in rows)
    assert any(row["gaps"] for row in rows)


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("who", "Putin", "--on", "2017-13-02"), "there is no day '2017-13-02'"),
        (("who",), "MENTION"),
        (("occasion", "G20", "--year", "soon"), "'--year'"),
    ],
)
def test_wrong_usage_is_one_line(run: Run, words: tuple[str, ...], problem: str) -> None:
    done = run("world", *words)
    assert done.code == 2
    assert problem in done.err
    assert done.err.count("\n") == 1


def test_own_people_are_found_and_contradictions_told_with_file_and_line(run: Run, own: Path) -> None:
    done = run("--world", own, "world", "who", "the French foreign minister", "--on", "2017-06-02", "--format", "json")
    assert json.loads(done.out)[0]["person"]["id"] == "jane-roe"
    assert f"kg: {own}:2: the tables have Jean-Yves Le Drian as Foreign Minister of FRA" in done.err


def test_the_variable_names_own_people_too(run: Run, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_WORLD", str(own))
    done = run("world", "who", "JR", "--on", "2017-06-02", "--format", "json")
    assert json.loads(done.out)[0]["name"] == "Jane Roe"


def test_a_table_that_is_not_there_is_an_error_of_one_line(run: Run, tmp_path: Path) -> None:
    done = run("--world", tmp_path / "none.csv", "world", "who", "Putin")
    assert done.code == 1
    assert done.err.count("\n") == 1
    assert "none.csv: there is no such table" in done.err


def test_the_verbs_that_read_articles_use_own_people(run: Run, call: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("name,state\nJane Roe,FRA\n", encoding="utf-8")
    for verb in ("extract", "explain", "ingest", "demo"):
        done = run("--world", bad, verb, *([] if verb == "demo" else [call]))
        assert done.code == 1, verb
        assert "bad.csv:2: field 'state': there is no such column" in done.err, verb


def test_names_of_the_tables_in_articles(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("Sergei Lavrov met JR and Nobody Known.", encoding="utf-8")
    own = tmp_path / "extra.csv"
    own.write_text(OWN, encoding="utf-8")
    lavrov, roe = map(json.loads, run("--world", own, "world", "names", path).out.splitlines())
    assert (lavrov["name"], lavrov["start"], lavrov["whole"]) == ("Sergei Lavrov", 0, True)
    assert (roe["name"], roe["start"], roe["whole"], roe["people"]) == ("JR", 18, False, ["jane-roe"])
