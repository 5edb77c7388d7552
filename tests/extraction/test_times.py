"""Time expressions: what is found, and which days it means."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extraction.en.times import Tense, find_times, resolve

TUESDAY = date(2017, 5, 2)


@pytest.mark.parametrize(
    ("words", "tense", "edtf"),
    [
        ("on Tuesday", Tense.PAST, "2017-05-02"),
        ("on Monday", Tense.PAST, "2017-05-01"),
        ("July 7-8", Tense.FUTURE, "[2017-07-07..2017-07-08]"),
        ("in April", Tense.PAST, "2017-04"),
        ("last week", Tense.PAST, "[2017-04-24..2017-04-30]"),
    ],
)
def test_a_row_of_the_guidelines(words: str, tense: Tense, edtf: str) -> None:
    (expression,) = find_times(words)
    window = resolve(expression, published=TUESDAY, tense=tense)
    assert window is not None
    assert (window.edtf, window.date_text) == (edtf, words)
