"""`kg stats`: the measures as tables, lines and files."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.cli.measuring import Section
from kg.contact_graph import ContactGraph
from kg.extraction import Extractor
from kg.network.report import SECTIONS
from kg.reading import read

Run = Callable[..., Any]
NOTES = {
    "2017-05-02": "Russian President Vladimir Putin and U.S. President Donald Trump spoke by telephone on Monday.",
    "2017-06-02": "Russian President Vladimir Putin met French President Emmanuel Macron in Paris on Monday.",
    "2018-06-12": "French President Emmanuel Macron met German Chancellor Angela Merkel in Berlin on Monday.",
}


@pytest.fixture(scope="session")
def chain(extractor: Extractor, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Trump, Putin, Macron and Merkel, each in contact with the next."""
    folder = tmp_path_factory.mktemp("chain")
    for day, text in NOTES.items():
        (folder / f"{day}.md").write_text(f"---\ntitle: Note\ndate: {day}\n---\n{text}\n", encoding="utf-8")
    with ContactGraph.open(folder / "contacts.kg") as graph:
        graph.ingest(read(folder), extractor=extractor)
    return folder


@pytest.fixture
def filled(chain: Path, tmp_path: Path, run: Run) -> Path:
    shutil.copytree(chain, tmp_path, dirs_exist_ok=True)
    return tmp_path / "contacts.kg"


def test_json_holds_every_part_but_word(run: Run, filled: Path) -> None:
    told = json.loads(run("stats", "--format", "json").out)
    assert list(told) == [name for name in SECTIONS if name != "word"]
    assert {row["figure"]: row["value"] for row in told["overview"]}["leaders"] == 4
    assert {row["label"]: row["reach"] for row in told["leaders"]}["Emmanuel Macron"] == 2


def test_the_command_knows_every_part_of_the_report() -> None:
    assert [section.value for section in Section] == list(SECTIONS)


def test_csv_holds_one_part(run: Run, filled: Path) -> None:
    told = list(csv.DictReader(io.StringIO(run("stats", "--section", "pairs", "--format", "csv").out)))
    assert (told[0]["one"], told[0]["other"], told[0]["contacts"]) == ("Angela Merkel", "Emmanuel Macron", "1")
    both = run("stats", "--section", "pairs", "--section", "leaders", "--format", "csv")
    assert both.code == 2
    assert "give one --section" in both.err


def test_lines_of_several_parts_say_which(run: Run, filled: Path) -> None:
    lines = run("stats", "--section", "pairs", "--section", "leaders", "--format", "jsonl").out.splitlines()
    assert {json.loads(line)["section"] for line in lines} == {"pairs", "leaders"}


def test_tables_have_headings(run: Run, filled: Path) -> None:
    told = run("stats", "--format", "table").out
    assert "Brokerage" in told
    assert "Ties gone silent" in told
    assert "effective size" in told


def test_word_says_over_whom(run: Run, filled: Path) -> None:
    rows = [json.loads(line) for line in run("stats", "--word", "Trump", "Merkel").out.splitlines()]
    assert [(row["from"], row["to"], row["order"]) for row in rows] == [
        ("Donald Trump", "Vladimir Putin", "certain"),
        ("Vladimir Putin", "Emmanuel Macron", "certain"),
        ("Emmanuel Macron", "Angela Merkel", "certain"),
    ]
    assert run("stats", "--word", "Merkel", "Trump").out == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--word", "Nobody", "Merkel"], "nobody in this network is called 'Nobody'"),
        (["--section", "word"], "--word A B"),
    ],
)
def test_a_question_that_cannot_be_answered_is_one_line(
    run: Run, filled: Path, arguments: list[str], said: str
) -> None:
    result = run("stats", *arguments)
    assert result.code != 0
    assert said in result.err
    assert result.err.count("\n") == 1


def test_without_draws_there_are_no_intervals(run: Run, filled: Path) -> None:
    def first(*more: str) -> dict[str, Any]:
        row: dict[str, Any] = json.loads(run("stats", *more).out.splitlines()[0])
        return row

    assert first("--draws", "0")["low"] is None
    assert first("--draws", "20")["low"] < first("--draws", "20")["high"]


def test_states_are_measured_too(run: Run, filled: Path) -> None:
    rows = [json.loads(line) for line in run("stats", "--actors", "states").out.splitlines()]
    assert {row["label"] for row in rows} == {"Russia", "United States", "France", "Germany"}


def test_only_what_two_sides_confirm(run: Run, filled: Path) -> None:
    result = run("stats", "--confirmed")
    assert (result.out, result.err) == ("", "kg: 0 contacts, 0 leaders, 0 pairs\n")
