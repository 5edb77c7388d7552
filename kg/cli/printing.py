"""Rows to stdout, as a table for people or in a form for programs."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, TextIO

from kg.cli.options import Format

_PLAIN_WIDTH = 160
"""Columns of a table that does not go to a terminal."""


class Row(NamedTuple):
    """One thing to print.

    Attributes:
        record: the whole of it, for JSON.
        cells: what fits into a table, by heading.
    """

    record: Mapping[str, Any]
    cells: Mapping[str, str]


def chosen(format: Format | None) -> Format:  # noqa: A002  # the option's name
    """The format asked for; otherwise a table on a terminal and JSON Lines in a pipe."""
    return format or (Format.TABLE if sys.stdout.isatty() else Format.JSONL)


def emit(rows: Iterable[Row], format: Format, stream: TextIO | None = None) -> None:  # noqa: A002
    """Print the rows; JSON Lines and CSV one by one as they come.

    Args:
        rows: what to print.
        format: how.
        stream: where to; standard output where None, and always for tables.
    """
    out = stream or sys.stdout
    match format:
        case Format.JSONL:
            for row in rows:
                out.write(_json(row.record) + "\n")
        case Format.JSON:
            out.write(_json([row.record for row in rows], indent=2) + "\n")
        case Format.CSV | Format.TSV:
            _emit_separated(rows, "," if format is Format.CSV else "\t", out)
        case Format.TABLE:
            print_table([row.cells for row in rows])


def _json(value: Any, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)


def _emit_separated(rows: Iterable[Row], separator: str, out: TextIO) -> None:
    writer: csv.DictWriter[str] | None = None
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(out, list(row.cells), delimiter=separator, lineterminator="\n")
            writer.writeheader()
        writer.writerow({name: visible(value) for name, value in row.cells.items()})


def print_table(rows: list[Mapping[str, str]], title: str = "") -> None:
    """A table for people; nothing in a cell can steer the terminal."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    if not rows:
        sys.stderr.write("kg: nothing found\n")
        return
    table = Table(*rows[0], box=SIMPLE_HEAD, title=title or None, title_justify="left", pad_edge=False)
    for row in rows:
        table.add_row(*(Text(visible(value)) for value in row.values()))
    console().print(table)


def console() -> Any:
    """A rich console on stdout that takes texts literally."""
    from rich.console import Console

    width = None if sys.stdout.isatty() else _PLAIN_WIDTH
    return Console(file=sys.stdout, width=width, markup=False, highlight=False, emoji=False)


def visible(text: str) -> str:
    """The text on one line, without characters that steer a terminal."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
