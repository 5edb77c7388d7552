"""Which claims tell of one contact: nearest first, and never two that conflict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from kg.merging.telling import NARROW_DAYS, SAME_NEWS_DAYS, Order, Telling, conflict, distance, suggested

Pair = tuple[Telling, Telling]


def clusters(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """The tellings of each contact.

    Complete-link agglomeration over the suggested pairs, the nearest first, ties by the tellings' own order: the
    result depends on what is told only, never on the order of `tellings`.
    """
    pairs = {pair for block in _blocks(tellings) for pair in _near(block) if suggested(*pair) and not conflict(*pair)}
    group = {telling: [telling] for telling in tellings}
    for one, other in sorted(pairs, key=lambda pair: (*distance(*pair), pair[0].order, pair[1].order)):
        _join(group, one, other)
    distinct = {id(members): sorted(members, key=_order) for members in group.values()}
    return sorted(distinct.values(), key=lambda members: members[0].order)


def _order(telling: Telling) -> Order:
    return telling.order


def _join(group: dict[Telling, list[Telling]], one: Telling, other: Telling) -> None:
    left, right = group[one], group[other]
    if left is right or any(conflict(a, b) for a in left for b in right):
        return
    left.extend(right)
    for member in right:
        group[member] = left


def _blocks(tellings: Iterable[Telling]) -> Iterator[list[Telling]]:
    blocks: dict[tuple[str, ...], list[Telling]] = defaultdict(list)
    for telling in tellings:
        for key in telling.blocks():
            blocks[key].append(telling)
    return (sorted(block, key=_order) for block in blocks.values() if len(block) > 1)


def _near(block: Sequence[Telling]) -> Iterator[Pair]:
    """Pairs of one article, of windows close in time, or undated and published close in time."""
    by_article: dict[str, list[Telling]] = defaultdict(list)
    for telling in block:
        by_article[telling.claim.article].append(telling)
    for members in by_article.values():
        yield from combinations(members, 2)
    yield from _sweep((each for each in block if each.is_narrow), lambda each: each.window.earliest, NARROW_DAYS)
    undated = (each for each in block if not each.window.is_known)
    yield from _sweep(undated, lambda each: each.published, SAME_NEWS_DAYS)


def _sweep(tellings: Iterable[Telling], day: Callable[[Telling], date | None], reach: int) -> Iterator[Pair]:
    """Pairs at most `reach` days apart, each in its own order."""
    dated = sorted(((found, each.order, each) for each in tellings if (found := day(each))), key=lambda item: item[:2])
    for index, (first, _, one) in enumerate(dated):
        for later, _, other in dated[index + 1 :]:
            if later > first + timedelta(days=reach):
                break
            yield (one, other) if one.order < other.order else (other, one)
