"""`kg extract` and `kg explain`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

BAD = {
    "empty.txt": (b"", "is empty"),
    "binary.txt": (b"\x00\xff\x00\xfe\x80", "is binary"),
    "latin.txt": (b"Erdo\xf0an", "byte 0xF0 at position 4 is not UTF-8"),
    "broken.jsonl": (b'{"text": ', "broken.jsonl:1: broken JSON"),
    "field.jsonl": (b'{"text": "x", "colour": "red"}', "field 'colour': unknown field"),
    "nul.txt": (b"One\x00two", "NUL character"),
    "date.md": (b"---\ndate: 2017-02-30\n---\nx", "date.md:2: field 'date': there is no day '2017-02-30'"),
    "page.html": (b"<p>x</p>", "HTML is not read yet"),
}


def test_json_lines_are_one_article_a_line(run: Run, call: Path) -> None:
    result = run("extract", call)
    [line] = result.out.splitlines()
    row = json.loads(line)
    assert result.code == 0
    assert (row["id"], row["date"]) == ("call", "2017-05-02")
    [claim] = [claim for claim in row["claims"] if claim["evidence"][0].get("part") != "title"]
    assert {participant["name"] for participant in claim["participants"]} == {"Vladimir Putin", "Donald Trump"}
    assert (claim["channel"], claim["status"], claim["edtf"]) == ("phone", "held", "2017-05-01")
    evidence = claim["evidence"][0]
    text = call.read_text().split("---\n")[2].rstrip("\n")
    assert text[evidence["start"] : evidence["end"]] == evidence["text"]


def test_standard_input_takes_the_date_that_is_given(run: Run, call: Path) -> None:
    text = call.read_text().split("---\n")[2].encode()
    result = run("extract", "-", "--date", "2017-05-02", "--format", "csv", stdin=text)
    heading, *rows = result.out.splitlines()
    assert heading.startswith("article,when,who,how,status")
    assert any(row.startswith("stdin,2017-05-01,") and ",phone,held," in row for row in rows)


@pytest.mark.parametrize("name", BAD)
def test_a_bad_input_is_one_line_and_the_rest_goes_on(run: Run, call: Path, name: str) -> None:
    data, words = BAD[name]
    bad = call.parent / name
    bad.write_bytes(data)
    result = run("extract", bad, call)
    problem, *rest = result.err.splitlines()
    assert result.code == 1
    assert len(result.out.splitlines()) == 1
    assert problem.startswith(f"kg: {bad}")
    assert words in problem
    assert rest == ["kg: skipped 1 of 2 inputs"]


def test_strict_stops_at_the_first(run: Run, call: Path) -> None:
    (call.parent / "bad.txt").write_bytes(b"")
    result = run("extract", "--strict", call.parent / "bad.txt", call)
    assert (result.code, result.out) == (1, "")
    assert result.err == f"kg: {call.parent / 'bad.txt'}: the file is empty\n"


def test_an_article_without_a_date_is_read_and_noted(run: Run, call: Path) -> None:
    path = call.parent / "undated.txt"
    path.write_text("Vladimir Putin met Donald Trump in Helsinki.")
    result = run("extract", path)
    assert result.code == 0
    assert "1 article has no date of publication" in result.err


def test_right_to_left_text_is_printed_as_it_is(run: Run, call: Path) -> None:
    path = call.parent / "arabic.txt"
    path.write_text("التقى السيسي بالملك عبد الله.", encoding="utf-8")
    assert run("extract", path, "--date", "2017-05-02").code == 0


def test_an_unexpected_error_is_one_line_unless_debugged(run: Run, call: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("of a kind\nnobody thought of")

    monkeypatch.setattr("kg.extraction.Extractor.read_all", broken)
    result = run("extract", call)
    assert result.code == 1
    assert result.err.startswith("kg: internal error: RuntimeError: of a kind nobody thought of")
    assert result.err.count("\n") == 1
    with pytest.raises(RuntimeError):
        run("--debug", "extract", call)


def test_explain_shows_the_sentence_the_rule_and_the_words(run: Run, call: Path) -> None:
    result = run("explain", call)
    words = " ".join(result.out.replace("│", " ").split())
    assert result.code == 0
    assert "according to the Kremlin.”" in words
    assert "found by “spoke”" in words
    assert "how phone “telephone”" in words
    assert "status held told as done" in words
    assert "2017-05-01 “on Monday”" in words
    assert "on whose word Kremlin as the text names it" in words


def test_explain_says_what_was_rejected_and_why(run: Run, call: Path) -> None:
    path = call.parent / "none.txt"
    path.write_text("Vladimir Putin and Donald Trump would have met if the weather had been better.")
    result = run("explain", path, "--date", "2017-05-02")
    assert "no claim" in result.out
    assert "Looked at and rejected (1)" in result.out
    assert "“met”" in result.out


RULES = "verbs:\n  - {id: zoom, words: [zoom], channel: video, agent: [subject], partner: [with]}\n"


@pytest.fixture
def zoomed(tmp_path: Path) -> tuple[Path, Path]:
    """A file of rules, and an article that only it understands."""
    rules, article = tmp_path / "own.yaml", tmp_path / "zoom.txt"
    rules.write_text(RULES, encoding="utf-8")
    article.write_text("Emmanuel Macron zoomed with Angela Merkel.", encoding="utf-8")
    return rules, article


def test_rules_of_ones_own_are_given_by_option_or_by_the_environment(
    fresh_run: Run, zoomed: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    rules, article = zoomed
    given = "extract", article, "--date", "2019-04-10"
    assert json.loads(fresh_run(*given).out)["claims"] == []
    [claim] = json.loads(fresh_run(*given, "--rules", rules).out)["claims"]
    assert claim["rule"] == "verb.zoom"
    monkeypatch.setenv("KG_RULES", str(rules))
    assert "verb.zoom" in fresh_run("explain", article, "--date", "2019-04-10").out


def test_a_wrong_rule_is_one_line(fresh_run: Run, zoomed: tuple[Path, Path]) -> None:
    rules, article = zoomed
    rules.write_text(RULES.replace("channel", "chanel"), encoding="utf-8")
    result = fresh_run("extract", article, "--rules", rules)
    assert result.code == 1
    problem, *_ = result.err.splitlines()
    assert problem == "kg: own.yaml:2: field 'verbs.0.chanel': unknown field (did you mean 'channel'?)"


def test_several_processes_give_the_same_in_the_same_order(
    fresh_run: Run, zoomed: tuple[Path, Path], call: Path
) -> None:
    rules, article = zoomed
    bad, many = call.parent / "bad.txt", call.parent / "many.jsonl"
    bad.write_bytes(b"")
    many.write_text("".join(f'{{"id": "{n}", "text": "{article.read_text()}"}}\n' for n in range(80)), encoding="utf-8")
    given = "extract", call, bad, many, "--date", "2019-04-10", "--rules", rules
    alone, together = fresh_run(*given), fresh_run(*given, "--jobs", "2")
    assert together == alone
    assert (alone.code, len(alone.out.splitlines()), alone.out.count("verb.zoom")) == (1, 81, 80)
