"""The verbs that work on a graph in a folder."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from kg.contact_graph import ContactGraph
from kg.errors import ModelError
from kg.extraction import Extractor
from kg.model import Article, Extraction
from kg.reading import read

Run = Callable[..., Any]
CALL_FILE = """---
title: Putin and Trump talk
date: 2017-05-02
---
Russian President Vladimir Putin and U.S. President Donald Trump spoke by telephone on Monday, according to the Kremlin.
"""
SECOND = """---
title: Ankara talks
date: 2018-05-02
---
Turkish President Recep Tayyip Erdogan met French President Emmanuel Macron in Ankara on Monday.
"""


@pytest.fixture(scope="session")
def ready(extractor: Extractor, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph with two contacts, made once."""
    folder = tmp_path_factory.mktemp("ready")
    (folder / "call.md").write_text(CALL_FILE, encoding="utf-8")
    (folder / "second.md").write_text(SECOND, encoding="utf-8")
    with ContactGraph.open(folder / "contacts.kg") as graph:
        graph.ingest(read(folder), extractor=extractor)
    return folder


@pytest.fixture
def filled(run: Run, ready: Path, tmp_path: Path) -> Path:
    """A copy of it, where the command runs."""
    shutil.copytree(ready, tmp_path, dirs_exist_ok=True)
    return tmp_path / "contacts.kg"


def rows(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_ingest_says_what_was_new_and_a_second_time_nothing_is(run: Run, filled: Path) -> None:
    result = run("ingest", "call.md", "second.md")
    assert (result.code, result.out) == (0, "")
    assert result.err.startswith("kg: contacts.kg: 0 new, 0 changed, 2 unchanged articles; the graph now holds")


def test_ingest_reads_again_what_is_there_when_told_to(
    run: Run, filled: Path, extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing_found(_: Extractor, articles: Iterable[Article]) -> Iterator[Extraction]:
        return (Extraction(article=article.id) for article in articles)

    monkeypatch.setattr(Extractor, "read_all", nothing_found)
    monkeypatch.setattr("kg.contact_graph._standard_extractor", lambda: extractor)
    assert "2 unchanged" in run("ingest", "call.md", "second.md").err
    assert "2 changed" in run("ingest", "call.md", "second.md", "--again").err


def test_ingest_without_a_language_model_says_so_in_one_line(
    run: Run, call: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> Extractor:
        raise ModelError("no English pipeline is installed (pip install 'kg-contacts[en]')")

    monkeypatch.setattr("kg.contact_graph._standard_extractor", missing)
    result = run("ingest", call)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("kg: no English pipeline is installed")
    assert result.err.count("\n") == 1


def test_ingest_skips_what_is_bad_and_keeps_the_rest(run: Run, filled: Path) -> None:
    Path("bad.md").write_text("---\ndate: never\n---\nx")
    Path("third.md").write_text(SECOND.replace("Ankara", "Istanbul"), encoding="utf-8")
    result = run("ingest", "bad.md", "third.md")
    assert result.code == 1
    assert "bad.md:2: field 'date'" in result.err
    assert "1 new" in result.err
    assert result.err.endswith("kg: skipped 1 of 2 inputs\n")


def test_the_store_may_be_named_by_the_environment(run: Run, filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(filled.parent.parent)
    monkeypatch.setenv("KG_STORE", str(filled))
    assert len(rows(run("contacts").out)) == 2


def test_contacts_are_printed_with_their_sentences(run: Run, filled: Path) -> None:
    [contact] = rows(run("contacts", "--between", "Putin", "Trump", "--channel", "phone", "--status", "held").out)
    assert contact["earliest"] == "2017-05-01"
    assert "spoke by telephone" in contact["claims"][0]["evidence"][0]["text"]
    assert contact["claims"][0]["article"] == "call"


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (["--since", "2018"], 1),
        (["--until", "2017-12"], 1),
        (["--since", "2017-05", "--until", "2017-05", "--surely"], 1),
        (["--since", "2017-05-02", "--until", "2017-12", "--surely"], 0),
        (["--with", "Macron", "--with", "Erdogan"], 1),
        (["--with", "Macron", "--with", "Putin"], 0),
        (["--channel", "phone", "--channel", "in_person"], 2),
        (["--country", "TUR"], 1),
        (["--country", "Turkey", "--country", "France"], 1),
        (["--topic", "country:SYR"], 0),
        (["--authority", "nobody"], 0),
    ],
)
def test_contacts_are_filtered(run: Run, filled: Path, filters: list[str], count: int) -> None:
    assert len(rows(run("contacts", *filters).out)) == count


def test_contacts_as_csv(run: Run, filled: Path) -> None:
    table = list(csv.DictReader(io.StringIO(run("contacts", "--format", "csv").out)))
    assert [row["channel"] for row in table] == ["phone", "in_person"]
    assert table[0]["articles"] == "call"
    assert run("contacts", "--format", "csv").out == run("export", "--format", "csv").out


def test_a_wrong_date_is_one_line(run: Run, filled: Path) -> None:
    result = run("contacts", "--since", "yesterday")
    assert (result.code, result.out) == (1, "")
    assert "'yesterday'" in result.err


def test_named_queries_are_listed_and_asked(run: Run, filled: Path) -> None:
    listed = rows(run("query", "--list").out)
    assert len(listed) >= 8
    assert {"name", "title", "description", "parameters"} <= set(listed[0])
    answer = rows(run("query", "who-spoke-with", "-p", "leader=Putin", "-p", "since=2017-01-01").out)
    assert [row["partner"] for row in answer] == ["Donald Trump"]


def test_sparql_comes_from_a_word_a_file_or_standard_input(run: Run, filled: Path) -> None:
    question = "SELECT (COUNT(?contact) AS ?n) WHERE { ?contact a kg:Contact }"
    Path("question.rq").write_text(question)
    asked = [run("query", question), run("query", "--file", "question.rq")]
    asked.append(run("query", "--file", "-", stdin=question.encode()))
    assert [rows(result.out) for result in asked] == [[{"n": "2"}]] * 3


def test_answers_in_the_formats_of_sparql(run: Run, filled: Path) -> None:
    def ask(form: str) -> str:
        return str(run("query", "who-spoke-with", "-p", "leader=Putin", "--format", form).out)

    assert json.loads(ask("json"))["results"]["bindings"][0]["partner"]["value"] == "Donald Trump"
    assert next(csv.DictReader(io.StringIO(ask("csv"))))["partner"] == "Donald Trump"
    assert ask("tsv").startswith("?partner\t")
    assert ElementTree.fromstring(ask("xml")).tag.endswith("sparql")
    assert "Donald Trump" in ask("table")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nonsense"], "there is no query 'nonsense'"),
        (["who-spoke-with"], "'leader' is missing"),
        (["who-spoke-with", "-p", "leader=Nobody"], "'Nobody'"),
        (["SELECT nonsense {"], "kg: "),
        (["SELECT * WHERE { SERVICE <http://localhost/> { ?s ?p ?o } }"], "SERVICE is refused"),
        (["INSERT DATA { <a:a> <a:b> <a:c> }"], "kg: "),
        (["--file", "none.rq"], "none.rq: No such file"),
    ],
)
def test_a_bad_question_is_one_line(run: Run, filled: Path, arguments: list[str], words: str) -> None:
    result = run("query", *arguments)
    assert (result.code, result.out) == (1, "")
    assert words in result.err
    assert result.err.count("\n") == 1


def test_view_writes_one_page_and_opens_it(run: Run, filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    result = run("view", "-o", "page.html", "--since", "2018", "--open")
    page = Path("page.html").resolve()
    assert result.err == "kg: page.html: 2 leaders, 1 ties\n"
    assert "Macron" in page.read_text(encoding="utf-8")
    assert "Putin" not in page.read_text(encoding="utf-8")
    assert opened == [page.as_uri()]


def test_stats_rank_the_leaders(run: Run, filled: Path) -> None:
    result = run("stats", "--top", "3")
    assert result.err == "kg: 2 contacts, 4 leaders, 2 pairs\n"
    assert [row["contacts"] for row in rows(result.out)] == [1, 1, 1]


@pytest.mark.parametrize("form", ["nq", "trig", "ttl", "jsonld", "jsonl", "csv", "ftm", "graphml", "gexf"])
def test_exports_are_the_same_in_a_file_and_on_stdout(run: Run, filled: Path, form: str) -> None:
    printed = run("export", "--format", form).out
    assert run("export", "--format", form, "-o", "export").code == 0
    assert Path("export").read_text(encoding="utf-8") == printed
    assert "Donald Trump" in printed


def test_exports_take_the_filters_of_contacts(run: Run, filled: Path) -> None:
    for filters in (["--with", "Macron"], ["--since", "2018", "--surely"], ["--country", "USA", "--status", "held"]):
        assert run("export", "--format", "csv", *filters).out == run("contacts", "--format", "csv", *filters).out
    part = run("export", "--format", "nq", "--with", "Macron").out
    assert "Macron" in part
    assert "Donald Trump" not in part


def test_parquet_goes_to_a_file_only(run: Run, filled: Path) -> None:
    pytest.importorskip("pyarrow")
    result = run("export", "--format", "parquet")
    assert (result.code, result.out) == (2, "")
    assert "name a file with -o" in result.err
    assert run("export", "--format", "parquet", "-o", "contacts.parquet").code == 0
    assert Path("contacts.parquet").read_bytes().startswith(b"PAR1")


@pytest.mark.parametrize("form", ["nq", "jsonl"])
def test_what_was_exported_is_imported(run: Run, filled: Path, form: str) -> None:
    run("export", "--format", form, "-o", f"all.{form}")
    result = run("import", f"all.{form}", "--store", "other.kg")
    assert (result.code, result.out) == (0, "")
    assert result.err.startswith("kg: other.kg: 2 new, 0 changed, 0 unchanged articles; the graph now holds 2 claims")
    assert run("contacts", "--store", "other.kg").out == run("contacts").out


def test_what_was_extracted_is_imported(run: Run, filled: Path) -> None:
    Path("claims.jsonl").write_text(run("extract", "call.md", "--format", "jsonl").out + "{}\n", encoding="utf-8")
    result = run("import", "claims.jsonl", "--store", "other.kg")
    assert result.code == 1
    assert "claims.jsonl:2: field 'id'" in result.err
    assert "1 new" in result.err
    assert run("import", "claims.jsonl", "--store", "strict.kg", "--strict").code == 1


def test_an_export_that_cannot_be_written_is_one_line(run: Run, filled: Path) -> None:
    result = run("export", "-o", "nowhere/export.nq")
    assert result.code == 1
    assert "No such file or directory" in result.err


def test_a_sound_graph_is_valid(run: Run, filled: Path) -> None:
    result = run("validate")
    assert (result.code, result.out, result.err) == (0, "", "kg: contacts.kg: 0 violations\n")


def test_an_unsound_graph_is_not(run: Run, filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.graph import Violation

    found = [Violation(article="call", focus="urn:x", path="", message="has no evidence")]
    monkeypatch.setattr(ContactGraph, "validate", lambda *_, **__: found)
    result = run("validate")
    assert result.code == 1
    assert rows(result.out)[0]["message"] == "has no evidence"


def foreign(folder: Path) -> str:
    folder.mkdir()
    (folder / "letter.txt").write_text("mine")
    return "a folder of other things"


def a_file(folder: Path) -> str:
    folder.write_text("mine")
    return "is a file"


def nothing(folder: Path) -> str:
    return "there is no store here"


@pytest.mark.parametrize("make", [foreign, a_file, nothing])
@pytest.mark.parametrize("verb", ["contacts", "stats", "export", "validate", "view"])
def test_what_is_no_store_is_one_line(run: Run, tmp_path: Path, make: Callable[[Path], str], verb: str) -> None:
    words = make(tmp_path / "other")
    result = run(verb, "--store", tmp_path / "other")
    assert (result.code, result.out) == (1, "")
    assert words in result.err
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("make", [foreign, a_file])
def test_nothing_is_written_into_what_is_no_store(
    run: Run, call: Path, tmp_path: Path, make: Callable[[Path], str]
) -> None:
    words = make(tmp_path / "other")
    result = run("ingest", call, "--store", tmp_path / "other")
    assert result.code == 1
    assert words in result.err


@pytest.fixture
def holder(filled: Path) -> Iterator[None]:
    """Another process that has the graph open for writing."""
    program = (
        "import sys; from kg.contact_graph import ContactGraph; graph = ContactGraph.open(sys.argv[1]);"
        "print('open', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", program, str(filled)]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"open\n"
        yield
        process.communicate()


@pytest.mark.usefixtures("holder")
def test_a_graph_that_another_process_writes_is_one_line(run: Run, call: Path) -> None:
    result = run("ingest", call)
    assert (result.code, result.out) == (1, "")
    assert "open elsewhere" in result.err
    assert result.err.count("\n") == 1
