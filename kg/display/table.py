"""A table as HTML for a notebook: every text is escaped, and the sentences behind a row can be opened."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import jinja2

MOST_ROWS = 50
"""So many rows are shown; a notebook that holds thousands is slow to open."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence that bears a row out.

    Attributes:
        text: the sentence, verbatim.
        trigger: the word of it that tells the contact; empty where none is known.
        source: who says so, and where.
    """

    text: str
    trigger: str
    source: str

    @property
    def around_trigger(self) -> tuple[str, str, str]:
        """What stands before the trigger, the trigger, and what follows it."""
        return self.text.partition(self.trigger) if self.trigger else (self.text, "", "")


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        cells: texts, by column.
        quotes: sentences behind it; they take a column of their own, after the cells.
    """

    cells: tuple[str, ...]
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        caption: what it holds, and how much of it.
        columns: headings.
        rows: all rows.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def html(self) -> str:
        """The first `MOST_ROWS` rows as an HTML table, without script and without links."""
        return _template().render(table=self, rows=self.rows[:MOST_ROWS])


@cache
def _template() -> jinja2.Template:
    loader = jinja2.PackageLoader("kg.display", "")
    environment = jinja2.Environment(
        loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("table.html.j2")
