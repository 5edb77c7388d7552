"""A progress bar on stderr for whatever takes more than a second; on a terminal only."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Item = TypeVar("Item")
_PATIENCE = 1.0
"""Seconds without a sign of life that nobody minds."""


def watched(items: Iterable[Item], label: str, total: int | None = None) -> Iterator[Item]:
    """The items as they come, counted on stderr once a second has passed.

    Args:
        items: what is worked through.
        label: what is being done, such as "Reading".
        total: how many items there are, where known.
    """
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed:,}"), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task(label, total=total)
    started = time.monotonic()
    try:
        for item in items:
            yield item
            bar.advance(task)
            if time.monotonic() - started > _PATIENCE and not bar.live.is_started:
                bar.start()
    finally:
        bar.stop()


@contextmanager
def busy(label: str) -> Iterator[None]:
    """A moving sign on stderr while something of unknown length is done."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(label):
        yield
