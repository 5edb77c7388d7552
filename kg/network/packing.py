"""Rows packed as columns, with each text of a column once: half the size of the rows as they are.

`data.js` unpacks them. A column is a list of its cells, or an object of one of three kinds:
- `values` and `of`: the cells are the values of these numbers;
- `sizes` and `items`: the cells are lists of so many items, one list after the other;
- `fields`: the cells are objects, and of each field there is a column.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any, TypeAlias

Column: TypeAlias = list[Any] | dict[str, Any]


def packed(cells: Sequence[Any]) -> Column:
    """The column of some cells.

    Args:
        cells: JSON values; objects of equal keys and lists are packed in their turn.
    """
    if _all_are(list, cells):
        return {"sizes": [len(cell) for cell in cells], "items": packed(list(chain.from_iterable(cells)))}
    if _all_are(dict, cells) and cells[0] and all(cell.keys() == cells[0].keys() for cell in cells):
        return {"fields": {name: packed([cell[name] for cell in cells]) for name in cells[0]}}
    return list(cells) if _all_are(int, cells) or _all_are(float, cells) else _numbered(cells)


def _all_are(kind: type, cells: Sequence[Any]) -> bool:
    return bool(cells) and all(type(cell) is kind for cell in cells)


def _numbered(cells: Sequence[Any]) -> Column:
    """Each value once, where that is shorter."""
    texts = [repr(cell) for cell in cells]
    values = dict(zip(texts, cells, strict=True))
    if 2 * len(values) >= len(cells):
        return list(cells)
    number = {text: place for place, text in enumerate(values)}
    return {"values": list(values.values()), "of": [number[text] for text in texts]}
