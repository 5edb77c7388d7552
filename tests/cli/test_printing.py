"""Rows on stdout: tables for people, JSON and CSV for programs."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from kg.cli.options import Format
from kg.cli.printing import Row, chosen, emit, visible
from kg.cli.rows import contact_record, of_claims, of_contact, of_extraction, when
from kg.model import Article, Claim, Contact, Evidence, Extraction, Participant, Window

ARTICLE = Article(id="a", text="Putin called Trump.", published=date(2017, 5, 2))
CLAIM = Claim(
    article="a",
    participants=(Participant(name="Vladimir Putin", country="RUS"), Participant(name="Donald Trump", country="USA")),
    channel="phone",
    status="held",
    window=Window.within(date(2017, 5, 1), date(2017, 5, 2), inferred=True),
    topics=("country:SYR", "trade"),
    authority="Kremlin",
    evidence=(Evidence.of(ARTICLE, 0, 19),),
)
CONTACT = Contact(
    id="c1", participants=CLAIM.participants, channel="phone", status="held", window=CLAIM.window, claims=(CLAIM, CLAIM)
)
ROWS = [Row({"who": ["Orbán"], "n": 1}, {"who": "Orbán, \x1b[31mred", "n": "1"})]


def printed(capsys: pytest.CaptureFixture[str], format: Format, rows: list[Row] = ROWS) -> str:  # noqa: A002
    emit(rows, format)
    return capsys.readouterr().out


def test_json_lines_hold_the_whole_record(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, Format.JSONL) == '{"who": ["Orbán"], "n": 1}\n'


def test_json_is_one_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(printed(capsys, Format.JSON)) == [ROWS[0].record]
    assert json.loads(printed(capsys, Format.JSON, [])) == []


@pytest.mark.parametrize(("format", "separator"), [(Format.CSV, ","), (Format.TSV, "\t")])
def test_csv_has_a_heading_and_quotes(capsys: pytest.CaptureFixture[str], format: Format, separator: str) -> None:  # noqa: A002
    rows = list(csv.reader(io.StringIO(printed(capsys, format)), delimiter=separator))
    assert rows == [["who", "n"], ["Orbán, [31mred", "1"]]


def test_a_table_cannot_be_steered_by_what_it_shows(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, Format.TABLE)
    assert "Orbán, [31mred" in out
    assert "\x1b" not in out


def test_an_empty_table_says_so_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    emit([], Format.TABLE)
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "kg: nothing found\n")


def test_in_a_pipe_the_format_is_json_lines() -> None:
    assert chosen(None) is Format.JSONL
    assert chosen(Format.CSV) is Format.CSV


def test_marks_that_turn_the_direction_of_writing_are_not_printed() -> None:
    assert visible("a\u202eb\x07\nc") == "a b c"


def test_windows_in_words() -> None:
    assert when(Window()) == "undated"
    assert when(Window.day(date(2017, 5, 2))) == "2017-05-02"
    assert when(CLAIM.window) == "2017-05-01 to 2017-05-02 (inferred)"


def test_an_extraction_is_one_row_or_one_row_a_claim() -> None:
    extraction = Extraction(article="a", published=ARTICLE.published, claims=(CLAIM, CLAIM))
    assert of_extraction(extraction).record == extraction.to_json()
    first, _ = of_claims(extraction)
    assert first.record == {"article": "a", **CLAIM.to_json()}
    assert first.cells["who"] == "Vladimir Putin (RUS), Donald Trump (USA)"
    assert first.cells["topics"] == "country:SYR; trade"


def test_a_contact_carries_its_claims_with_their_articles() -> None:
    record = contact_record(CONTACT)
    assert (record["earliest"], record["edtf"]) == ("2017-05-01", "[2017-05-01..2017-05-02]")
    assert [claim["article"] for claim in record["claims"]] == ["a", "a"]
    assert record["claims"][0]["evidence"][0]["text"] == "Putin called Trump."
    assert of_contact(CONTACT).cells["told in"] == "a"
    json.dumps(record)
