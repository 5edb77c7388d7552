"""Batches of a stream that may break off: what came before the break is still worked on."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")


def batches(items: Iterable[Item], size: int) -> Iterator[tuple[Item, ...]]:
    """The items in groups, the last one perhaps smaller; where the stream raises, after a group of what came before.

    Args:
        items: the stream.
        size: how many items make a group.
    """
    group: list[Item] = []
    try:
        for item in items:
            group.append(item)
            if len(group) == size:
                yield tuple(group)
                group = []
    except Exception:
        if group:
            yield tuple(group)
        raise
    if group:
        yield tuple(group)


def ahead(items: Iterable[Item], number: int) -> Iterator[Item]:
    """The items, read so far ahead of whoever takes them; where the stream raises, after all that came before.

    Args:
        items: the stream.
        number: how many items are read ahead.
    """
    waiting: deque[Item] = deque()
    try:
        for item in items:
            waiting.append(item)
            if len(waiting) > number:
                yield waiting.popleft()
    except Exception:
        yield from waiting
        raise
    yield from waiting
