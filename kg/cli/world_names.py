"""`kg world names`: whom of the tables articles name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from kg.cli import options
from kg.cli.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.cli.inputs import Inputs
    from kg.cli.printing import Row
    from kg.world import World


def names(
    context: typer.Context,
    sources: options.Sources,
    format: options.Rows = None,  # noqa: A002  # the option's name
    strict: options.Strict = False,
) -> int:
    """List every name of the tables that stands in articles, with all who bear it."""
    from kg.cli.inputs import Inputs
    from kg.cli.printing import chosen, emit
    from kg.reading import read

    inputs = Inputs(read(*sources), strict)
    session: Session = context.obj
    emit(_rows(inputs, session.tables()), chosen(format))
    return 1 if inputs.skipped else 0


def _rows(inputs: Inputs, tables: World) -> Iterator[Row]:
    from kg.cli.world_rows import of_name

    for article in inputs:
        for part, text in (("title", article.title), ("text", article.text)):
            yield from (of_name(article.id, part, text, found) for found in tables.names_in(text))
