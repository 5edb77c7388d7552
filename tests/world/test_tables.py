"""A bad table is refused with one line that says where and what."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.world import World

HEADERS = {
    "people.csv": "id,name,family,called,qid,aliases,gender,source,licence",
    "tenures.csv": "person,kind,office,office_aliases,country,first,last,seen,confidence,acting,source,licence",
    "countries.csv": "code,name,qid,names,adjectives,demonyms,capital,cities,metonyms,leader,led_before,continued_by,"
    "source,licence",
    "organisations.csv": "code,name,aliases,city,kind,source,licence",
    "occasions.csv": "id,series,name,aliases,first,last,city,country,status,source,licence",
}
PUTIN = "Q7747,Vladimir Putin,Putin,,Q7747,,male,curated,CC0-1.0"
TENURE = "Q7747,head_of_state,President,,RUS,2012-05-07,,2026-05,high,,curated,CC0-1.0"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, header in HEADERS.items():
        (tmp_path / name).write_text(header + "\n", encoding="utf-8")
    return tmp_path


def add(folder: Path, table: str, *rows: str) -> None:
    with (folder / table).open("a", encoding="utf-8") as stream:
        stream.writelines(row + "\n" for row in rows)


def test_a_good_folder_is_read(folder: Path) -> None:
    add(folder, "people.csv", PUTIN)
    add(folder, "tenures.csv", TENURE)
    world = World.from_folder(folder)
    assert [tenure.office for tenure in world.tenures_of("Q7747")] == ["President"]


def test_which_office_leads_a_country_depends_on_the_day(folder: Path) -> None:
    led = "1999-10-12 head_of_government|2008-08-18 head_of_state"
    add(folder, "countries.csv", f"PAK,Pakistan,Q843,,Pakistani,,Islamabad,,,head_of_government,{led},,curated,CC0-1.0")
    leader = World.from_folder(folder).countries["PAK"].leader_on
    days = [date(1999, 10, 11), date(1999, 10, 12), date(2008, 8, 17), date(2008, 8, 18), None]
    government, state = "head_of_government", "head_of_state"
    assert list(map(leader, days)) == [government, state, state, government, government]


@pytest.mark.parametrize("led", ["2008 head_of_state", "2008-08-18 king", "head_of_state"])
def test_a_bad_change_of_leading_office_is_refused(folder: Path, led: str) -> None:
    add(folder, "countries.csv", f"PAK,Pakistan,,,,,,,,head_of_government,{led},,curated,CC0-1.0")
    with pytest.raises(InputError, match="led_before"):
        World.from_folder(folder)


@pytest.mark.parametrize(
    ("row", "field", "problem"),
    [
        (TENURE.replace("2012-05-07", "2012-13"), "first", "'2012-13' is no date"),
        (TENURE.replace("2012-05-07", "7 May"), "first", "'7 May' is no date"),
        (TENURE.replace("2012-05-07,,2026-05", "2012-05-07,2011,"), "last", "before it begins on 2012-05-07"),
        (TENURE.replace("high", "sure"), "confidence", "'sure' is none of high, medium, low"),
        (TENURE.replace("head_of_state", "boss"), "kind", "'boss' is none of head_of_state"),
        (TENURE.replace("Q7747", "nobody"), "person", "'nobody' is not in people.csv"),
        (TENURE.replace(",President,", ",,"), "office", "is empty"),
    ],
)
def test_a_bad_tenure_names_file_line_and_field(folder: Path, row: str, field: str, problem: str) -> None:
    add(folder, "people.csv", PUTIN)
    add(folder, "tenures.csv", TENURE, row)
    with pytest.raises(InputError) as caught:
        World.from_folder(folder)
    assert caught.value.source.endswith("tenures.csv")
    assert (caught.value.line, caught.value.field) == (3, field)
    assert problem in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_row_of_the_wrong_length(folder: Path) -> None:
    add(folder, "people.csv", "Q1,Someone")
    with pytest.raises(InputError, match=r"people\.csv:2: the row has 2 fields and the header 9"):
        World.from_folder(folder)


def test_a_table_that_lacks_a_field(folder: Path) -> None:
    (folder / "people.csv").write_text("id,name\nQ1,Someone\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"people\.csv:2: field 'qid': the table lacks this field"):
        World.from_folder(folder)


def test_a_table_that_is_missing(folder: Path) -> None:
    (folder / "occasions.csv").unlink()
    with pytest.raises(InputError, match=r"occasions\.csv: there is no such table"):
        World.from_folder(folder)


def test_a_table_in_another_encoding(folder: Path) -> None:
    (folder / "people.csv").write_bytes(b"id,name\nQ1,Fran\xe7ois\n")
    with pytest.raises(InputError, match="not a CSV file in UTF-8"):
        World.from_folder(folder)


def test_quoted_commas_and_line_ends_keep_the_line_number(folder: Path) -> None:
    add(folder, "people.csv", PUTIN.replace("Vladimir Putin", '"Putin, Vladimir"'), "Q1,,Nobody,,,,,curated,CC0-1.0")
    with pytest.raises(InputError) as caught:
        World.from_folder(folder)
    assert (caught.value.line, caught.value.field) == (3, "name")


def test_a_copy_of_the_shipped_tables_reads_as_the_shipped_world(tmp_path: Path) -> None:
    shipped = Path(__file__).parents[2] / "kg" / "world" / "data"
    copy = shutil.copytree(shipped, tmp_path / "copy")
    assert len(World.from_folder(copy).people) > 10_000
