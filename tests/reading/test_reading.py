"""Files, folders and standard input become articles."""

from __future__ import annotations

import io
import json
import sys
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model import Article
from kg.reading import read

TEXT = "Putin spoke with Trump on Monday.\n\nThey discussed Syria."


def articles(*sources: Path | str, **overrides: str) -> list[Article]:
    items = list(read(*sources, **overrides))  # type: ignore[arg-type]
    problems = [item for item in items if isinstance(item, InputError)]
    assert not problems, problems
    return [item for item in items if isinstance(item, Article)]


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_a_plain_text_keeps_its_first_line_and_has_no_title(tmp_path: Path) -> None:
    path = tmp_path / "call.txt"
    path.write_text("Putin calls Trump\n\n" + TEXT)
    [article] = articles(path)
    assert article == Article(id="call", text="Putin calls Trump\n\n" + TEXT)


def test_a_front_matter_gives_the_fields(tmp_path: Path) -> None:
    path = tmp_path / "call.md"
    path.write_text(f'---\ntitle: "No: 1984"\ndate: 2017-05-02\nissuer: no\nclass: readout\n---\n\n{TEXT}\n')
    [article] = articles(path)
    assert article == Article(
        id="call", title="No: 1984", published=date(2017, 5, 2), issuer="no", genre="readout", text=TEXT
    )


def test_markdown_without_a_front_matter_is_all_text(tmp_path: Path) -> None:
    path = tmp_path / "call.md"
    path.write_text(TEXT)
    assert articles(path)[0].text == TEXT


def test_a_front_matter_with_windows_line_ends_is_read(tmp_path: Path) -> None:
    path = tmp_path / "call.md"
    path.write_bytes(b"---\r\ndate: 2017-05-02\r\n---\r\nOne.\r\nTwo.\r\n")
    [article] = articles(path)
    assert (article.published, article.text) == (date(2017, 5, 2), "One.\nTwo.")


def test_json_lines_hold_an_article_a_line_and_may_hold_claims(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    rows = [{"text": TEXT, "date": None}, {"id": "b", "text": "B.", "class": "news", "claims": [{"any": 1}]}]
    path.write_text("\n\n".join(map(json.dumps, rows)))
    first, second = articles(path)
    assert (first.id, first.published) == ("many:1", None)
    assert (second.id, second.genre) == ("b", "news")


def test_a_folder_is_read_in_order_without_readmes_and_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "README.md", ".hidden.txt", ".git/x.txt", "picture.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    assert [article.id for article in articles(tmp_path)] == ["a/z", "b"]


def test_what_the_user_gives_stands_in_place_of_what_the_file_says(tmp_path: Path) -> None:
    path = tmp_path / "call.md"
    path.write_text(f"---\ntitle: Old\ndate: 2001-01-01\n---\n{TEXT}")
    [article] = articles(path, date="2017-05-02", title="New", url="https://example.org/1", issuer="Wire")
    assert (article.published, article.title) == (date(2017, 5, 2), "New")
    assert (article.url, article.issuer) == ("https://example.org/1", "Wire")


def test_the_same_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "call.txt"
    path.write_text(TEXT)
    assert len(articles(path, tmp_path, path)) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_say_what_they_are_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "call.txt"
    path.write_bytes("Erdoğan rencontre Orbán.".encode(encoding))
    assert articles(path)[0].text == "Erdoğan rencontre Orbán."


def test_right_to_left_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "call.txt"
    path.write_text("التقى السيسي بالملك عبد الله.", encoding="utf-8")
    assert articles(path)[0].text == "التقى السيسي بالملك عبد الله."


def test_five_megabytes_on_one_line_are_read(tmp_path: Path) -> None:
    long = "Putin spoke with Trump. " * 220_000
    (tmp_path / "long.txt").write_text(long)
    (tmp_path / "long.jsonl").write_text(json.dumps({"id": "line", "text": long}))
    assert {len(article.text) for article in articles(tmp_path)} == {len(long)}


def test_standard_input_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, TEXT.encode())
    assert articles("-", title="A call") == [Article(id="stdin", title="A call", text=TEXT)]


def test_standard_input_is_json_lines_where_it_begins_with_a_brace(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, b'\n {"text": "A."}\n{"id": "b", "text": "B."}\n')
    assert [article.id for article in articles("-")] == ["stdin:2", "b"]


def test_standard_input_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, TEXT.encode())
    articles("-")
    assert not sys.stdin.buffer.closed


LINES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


@given(title=LINES, text=LINES.filter(str.strip))
def test_json_lines_bring_back_any_text(tmp_path_factory: pytest.TempPathFactory, title: str, text: str) -> None:
    path = tmp_path_factory.mktemp("any") / "any.jsonl"
    path.write_text(json.dumps({"title": title, "text": text}), encoding="utf-8")
    [article] = articles(path)
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    assert article.text == unicodedata.normalize("NFC", lines)


@given(st.binary())
def test_any_bytes_give_an_article_or_an_error_of_one_line(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    folder = tmp_path_factory.mktemp("any")
    for suffix in (".txt", ".md", ".jsonl"):
        (folder / f"any{suffix}").write_bytes(data)
        items = list(read(folder / f"any{suffix}"))
        assert items
        assert all(isinstance(item, Article) or "\n" not in str(item) for item in items)
