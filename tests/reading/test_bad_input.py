"""What cannot be read is one error each, naming file, line and field; the rest goes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Article
from kg.reading import read
from kg.reading.decoding import LIMIT

GOOD = "Putin spoke with Trump."
FRONT = "---\ntitle: A\ndate: 2017-05-02\n"

BAD = {
    # name: (file, bytes, line, field, words of the message)
    "empty": ("a.txt", b"", None, "", "is empty"),
    "blank": ("a.txt", b" \n\n", None, "", "is empty"),
    "empty lines": ("a.jsonl", b"\n\n", None, "", "is empty"),
    "binary": ("a.txt", b"\x7fELF\x02\x00\x00\xff\xfe\x00", None, "", "is binary"),
    "pdf": ("a.txt", b"%PDF-1.7\n...", None, "", "is a PDF"),
    "latin-1": ("a.txt", b"Fine.\nErdo\xf0an", 2, "", "byte 0xF0 at position 10 is not UTF-8"),
    "odd utf-16": ("a.txt", b"\xff\xfea\x00\x00", None, "", "not valid UTF-16"),
    "nul": ("a.txt", b"One.\nT\x00wo.", 2, "", "NUL"),
    "html in text": ("a.txt", b"<!DOCTYPE html><html><p>x</p></html>", None, "", "HTML is not read yet"),
    "html": ("a.html", b"<p>x</p>", None, "", "HTML is not read yet"),
    "json": ("a.json", b"{}", None, "", ".jsonl"),
    "word": ("a.docx", b"PK", None, "", "not read yet"),
    "broken json": ("a.jsonl", b'{"text": "x"', 1, "", "broken JSON"),
    "deep json": ("a.jsonl", b"[" * 200_000, 1, "", "broken JSON"),
    "long number": ("a.jsonl", b'{"text": ' + b"1" * 5000 + b"}", 1, "", "broken JSON"),
    "json list": ("a.jsonl", b"[1]", 1, "", "no JSON object"),
    "json latin-1": ("a.jsonl", b'{"text": "\xe9"}', 1, "", "0xE9"),
    "json utf-16": ("a.jsonl", '{"text": "x"}'.encode("utf-16"), 1, "", "UTF-16"),
    "unknown field": ("a.jsonl", b'{"text": "x", "dates": "2017-05-02"}', 1, "dates", "did you mean 'date'"),
    "no text": ("a.jsonl", b'{"title": "x"}', 1, "text", "has no text"),
    "text a number": ("a.jsonl", b'{"text": 5}', 1, "text", "must be text, not a number"),
    "date a number": ("a.jsonl", b'{"text": "x", "date": 0}', 1, "date", "must be text"),
    "date a year": ("a.jsonl", b'{"text": "x", "date": "2017"}', 1, "date", "YYYY-MM-DD"),
    "no such day": ("a.jsonl", b'{"text": "x", "date": "2017-02-30"}', 1, "date", "no day '2017-02-30'"),
    "nul in json": ("a.jsonl", b'{"text": "x\\u0000"}', 1, "text", "NUL"),
    "surrogate": ("a.jsonl", b'{"title": "\\ud83d", "text": "x"}', 1, "title", "half a character"),
    "front matter open": ("a.md", f"{FRONT}\n{GOOD}".encode(), 1, "", "not closed"),
    "front matter date": ("a.md", b"---\ntitle: A\ndate: 2 May 2017\n---\nx", 3, "date", "'2 May 2017' is not a day"),
    "front matter day": ("a.md", b"---\ndate: 2017-02-30\n---\nx", 2, "date", "no day"),
    "front matter field": ("a.md", f"{FRONT}licens: x\n---\nx".encode(), 4, "licens", "did you mean 'licence'"),
    "front matter colon": ("a.md", b"---\ntitle: A: B\n---\nx", 2, "", "not YAML"),
    "front matter list": ("a.md", b"---\n- a\n---\nx", 2, "", "no list of fields"),
    "front matter nested": ("a.md", b"---\ntitle: [a, b]\n---\nx", 2, "title", "must be text on one line"),
    "front matter twice": ("a.md", b"---\ntitle: A\ntitle: B\n---\nx", 3, "title", "twice"),
    "front matter text": ("a.md", b"---\ntext: A\n---\nx", 2, "text", "below the front matter"),
    "front matter alone": ("a.md", f"{FRONT}---\n".encode(), None, "text", "has no text"),
}


@pytest.mark.parametrize("case", BAD)
def test_each_bad_input_is_one_error_and_the_rest_goes_on(tmp_path: Path, case: str) -> None:
    name, data, line, field, words = BAD[case]
    bad, good = tmp_path / name, tmp_path / "good.txt"
    bad.write_bytes(data)
    good.write_text(GOOD)
    error, article = read(bad, good)
    assert isinstance(error, InputError)
    assert (error.source, error.line, error.field) == (str(bad), line, field)
    assert words in str(error)
    assert "\n" not in str(error)
    assert isinstance(article, Article)


def only_error(*sources: Path) -> InputError:
    [error] = read(*sources)
    assert isinstance(error, InputError)
    return error


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert str(only_error(tmp_path / "none.txt")) == f"{tmp_path / 'none.txt'}: there is no such file"


def test_a_folder_without_articles_is_named(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("x")
    assert "holds no article" in str(only_error(tmp_path))


def test_an_unreadable_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "cannot be read: Permission denied" in str(only_error(tmp_path / "a.txt"))


def test_a_text_over_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * (LIMIT + 1))
    assert "longer than 20 MB" in str(only_error(tmp_path / "a.txt"))


def test_a_line_over_the_limit_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "' + b"x" * LIMIT + b'"}\n{"text": "B."}\n')
    error, article = read(path)
    assert isinstance(error, InputError)
    assert error.line == 1
    assert isinstance(article, Article)
    assert article.id == "a:2"


def test_an_id_that_comes_twice_names_both_places(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps({"id": "same", "text": text}) for text in ("A.", "B.")))
    _, error = read(path)
    assert isinstance(error, InputError)
    assert (error.line, error.field) == (2, "id")
    assert f"from {path}:1" in str(error)


def test_a_wrong_date_of_the_user_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    [error] = read(tmp_path / "a.txt", date="yesterday")
    assert isinstance(error, InputError)
    assert error.field == "date"
