"""The command as a process of its own."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg import __version__

ROOT = Path(__file__).parents[2]


def kg(*arguments: str, stdin: str = "", cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "kg", *arguments]
    return subprocess.run(
        command, input=stdin, capture_output=True, text=True, cwd=cwd, env=environment, timeout=60, check=False
    )


def test_help_names_every_verb_and_answers_at_once() -> None:
    started = time.monotonic()
    result = kg("--help")
    seconds = time.monotonic() - started
    assert result.returncode == 0
    for verb in "demo extract ingest contacts query view stats export validate explain score".split():
        assert f" {verb} " in result.stdout
    assert seconds < 2, "generous: it takes a fifth of a second on an idle machine"


def test_help_imports_nothing_heavy() -> None:
    program = (
        "import sys; from kg.cli import main; code = main(['--help']);"
        "heavy = {'spacy', 'rdflib', 'networkx', 'pydantic', 'pyoxigraph'} & set(sys.modules);"
        "sys.exit(f'imported {heavy}' if heavy else code)"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=False)
    assert (result.returncode, result.stderr) == (0, "")


def test_version() -> None:
    assert kg("--version").stdout == f"kg {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nonsense"], "nonsense"),
        (["extract"], "Missing argument"),
        (["contacts", "--channel", "fax"], "'fax' is not one of phone"),
        (["contacts", "--colour", "red"], "No such option"),
        (["query"], "give the name of a query"),
        (["query", "most-active-pairs", "-p", "n"], "'n' is not NAME=VALUE"),
        (["view", "--level", "all-of-them"], "is not one of 'leaders'"),
        (["score", "gold.jsonl", "--level", "x"], "is not one of leaders"),
        (["export", "--format", "docx"], "docx"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(arguments: list[str], words: str) -> None:
    result = kg(*arguments)
    assert result.returncode == 2
    assert result.stdout == ""
    assert result.stderr.startswith("kg: ")
    assert words in result.stderr
    assert result.stderr.count("\n") == 1


def test_from_a_text_on_standard_input_to_its_contact(tmp_path: Path) -> None:
    text = "Turkish President Recep Tayyip Erdogan met French President Emmanuel Macron in Ankara on Monday."
    ingested = kg("ingest", "-", "--date", "2018-05-02", "--title", "Talks", stdin=text, cwd=tmp_path)
    assert (ingested.returncode, ingested.stdout) == (0, "")
    assert "1 new" in ingested.stderr
    listed = kg("contacts", "--format", "csv", cwd=tmp_path)
    assert (listed.returncode, listed.stderr) == (0, "")
    (row,) = csv.DictReader(listed.stdout.splitlines())
    assert (row["edtf"], row["channel"], row["status"]) == ("2018-04-30", "in_person", "held")
    assert row["participants"] == "Recep Tayyip Erdoğan; Emmanuel Macron"


@pytest.mark.parametrize("arguments", [["query", "--list"], ["--version"]])
def test_a_reader_that_stops_reading_ends_the_command_quietly(arguments: list[str]) -> None:
    command = [sys.executable, "-m", "kg", *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1
