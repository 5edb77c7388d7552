"""A date known to the month or the year keeps both of its bounds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.world import loading

HEADER = "person,kind,office,office_aliases,country,first,last,seen,confidence,acting,source,licence\n"


@pytest.mark.parametrize(
    ("first", "last", "begins", "ends"),
    [
        ("2017-05-14", "2022-05-13", (date(2017, 5, 14), None), (None, date(2022, 5, 13))),
        ("2016-02", "2020", (date(2016, 2, 1), date(2016, 2, 29)), (date(2020, 1, 1), date(2020, 12, 31))),
        ("2016", "", (date(2016, 1, 1), date(2016, 12, 31)), (None, None)),
    ],
)
def test_bounds_of_a_tenure(tmp_path: Path, first: str, last: str, begins: object, ends: object) -> None:
    row = f"Q1,head_of_state,President,,FRA,{first},{last},,high,,curated,CC0-1.0\n"
    (tmp_path / "tenures.csv").write_text(HEADER + row, encoding="utf-8")
    (tenure,) = loading.tenures(tmp_path, {"Q1"})
    assert (tenure.first, tenure.first_until) == begins
    assert (tenure.last_from, tenure.last) == ends
