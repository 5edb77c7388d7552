"""The flat table, read back with the standard library, pandas and pyarrow."""

from __future__ import annotations

import csv
import sys
from datetime import date
from pathlib import Path

import pytest

from kg.contact_graph import ContactGraph
from kg.errors import LibraryError
from kg.exchange.flat import COLUMNS, cells
from kg.exchange.frame import to_dataframe, write_parquet

NAMES = [column.name for column in COLUMNS]


@pytest.fixture
def table(graph: ContactGraph, tmp_path: Path) -> Path:
    graph.export(tmp_path / "contacts.csv", "csv")
    return tmp_path / "contacts.csv"


def test_csv_is_one_contact_a_line(graph: ContactGraph, table: Path) -> None:
    lines = table.read_text(encoding="utf-8").splitlines()
    assert lines[0].split(",") == NAMES
    assert len(lines) == 1 + len(graph.contacts()) == 5


def test_csv_reads_back_with_pandas(table: Path) -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_csv(table, parse_dates=["earliest", "latest"], keep_default_na=False, na_values={"claims": ""})
    call = frame[frame.channel == "phone"].iloc[0]
    assert call["participants"] == "Angela Merkel; Vladimir Putin"
    assert call["participant_ids"].split("; ") == ["Q567", "Q7747"]
    assert call["sentence"] == 'They spoke; "at length", said the Kremlin – тепло.'
    assert call["issuers"] == "Wire"
    assert frame.earliest.max() == pandas.Timestamp("2017-05-09")
    assert list(frame.claims) == [1, 1, 1, 1]


def test_lists_line_up_and_semicolons_stay_apart(graph: ContactGraph, table: Path) -> None:
    with table.open(encoding="utf-8", newline="") as stream:
        letter = next(row for row in csv.DictReader(stream) if row["channel"] == "letter")
    columns = ("participants", "participant_ids", "participant_countries", "participant_kinds")
    names, ids, countries, kinds = (letter[name].split("; ") for name in columns)
    assert dict(zip(names, zip(ids, countries, kinds, strict=True), strict=True)) == {
        "Angela Merkel": ("Q567", "DEU", "person"),
        "the Turkish foreign minister": ("", "TUR", "person"),
    }
    contact = graph.contacts(channel="phone")[0]
    assert cells(contact.model_copy(update={"topics": ("a;b", "c")}))["topics"] == "a,b; c"


def test_an_empty_table_has_its_heading(tmp_path: Path) -> None:
    ContactGraph().export(tmp_path / "none.csv", "csv")
    assert (tmp_path / "none.csv").read_text().strip().split(",") == NAMES


def test_data_frames_have_days_numbers_and_lists(graph: ContactGraph) -> None:
    pandas = pytest.importorskip("pandas")
    frame = graph.to_dataframe()
    assert list(frame.columns) == NAMES
    assert frame[frame.earliest >= "2017-05-02"].status.tolist() == ["denied"]
    assert frame.explode("participants").participants.value_counts()["Angela Merkel"] == 3
    assert frame.latest.isna().sum() == 1
    assert len(graph.to_dataframe(status="denied")) == 1
    assert pandas.api.types.is_datetime64_any_dtype(ContactGraph().to_dataframe().earliest)


def test_parquet_reads_back_with_its_types(graph: ContactGraph, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    graph.export(tmp_path / "contacts.parquet", "parquet")
    table = parquet.read_table(tmp_path / "contacts.parquet")
    assert table.column_names == NAMES
    assert table.schema.field("channel").metadata[b"meaning"].startswith(b"phone, video")
    visit = next(row for row in table.to_pylist() if row["place"] == "Sochi")
    assert (visit["earliest"], visit["latest"]) == (date(2017, 5, 1), date(2017, 5, 31))
    assert visit["topics"] == ["ceasefire", "country:SYR"]
    assert (visit["host"], visit["inferred"], visit["claims"]) == (["Vladimir Putin"], False, 1)
    assert visit["first_published"] == date(2017, 6, 1)


@pytest.mark.parametrize(
    ("library", "extra", "use"),
    [
        ("pandas", "notebook", lambda _: to_dataframe([])),
        ("pyarrow", "parquet", lambda path: write_parquet([], path)),
    ],
)
def test_a_missing_library_is_told_with_what_brings_it(library, extra, use, monkeypatch, tmp_path) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(
        LibraryError, match=rf"need {library}, which is missing \(pip install 'kg-contacts\[{extra}\]'\)"
    ):
        use(tmp_path / "file")
