from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.network.packing import packed


def unpacked(column):
    """The cells again, as `data.js` unpacks them."""
    if isinstance(column, list):
        return column
    if "of" in column:
        return [column["values"][number] for number in column["of"]]
    if "sizes" in column:
        items = iter(unpacked(column["items"]))
        return [[next(items) for _ in range(size)] for size in column["sizes"]]
    fields = {name: unpacked(cells) for name, cells in column["fields"].items()}
    return [dict(zip(fields, row, strict=True)) for row in zip(*fields.values(), strict=True)]


cells = st.recursive(
    st.text(max_size=3) | st.integers(0, 3) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("ab"), inner),
    max_leaves=12,
)


@given(st.lists(cells, max_size=12))
def test_what_is_packed_comes_out_as_it_was(rows):
    assert json.dumps(unpacked(packed(rows))) == json.dumps(rows)


def test_rows_become_columns_with_each_text_once():
    rows = [{"who": ["Ann", "Bob"], "channel": "phone", "day": day} for day in range(4)]
    assert packed(rows) == {
        "fields": {
            "who": {"sizes": [2, 2, 2, 2], "items": {"values": ["Ann", "Bob"], "of": [0, 1] * 4}},
            "channel": {"values": ["phone"], "of": [0, 0, 0, 0]},
            "day": [0, 1, 2, 3],
        }
    }


@pytest.mark.parametrize("rows", [[], [""], [{}], [[]], ["a", "b"]])
def test_the_smallest_columns_come_out_as_they_were(rows):
    assert unpacked(packed(rows)) == rows
