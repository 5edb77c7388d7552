"""Groups of tellings that grow by joining, within what is pinned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.merging.pins import Rulings
from kg.merging.relation import conflict
from kg.merging.telling import Telling


class Grouping:
    """Parts that have grown by complete link, and groups of parts that the user has pinned as one contact.

    Args:
        tellings: each begins as a part of its own.
        rulings: what is pinned.
    """

    def __init__(self, tellings: Sequence[Telling], rulings: Rulings) -> None:
        self._rulings = rulings
        self._part = {telling: [telling] for telling in tellings}
        by_head: dict[str, list[Telling]] = defaultdict(list)
        for telling in tellings:
            by_head[rulings.head(telling.id)].append(telling)
        self._group = {telling: members for members in by_head.values() for telling in members}

    def join(self, one: Telling, other: Telling) -> None:
        """Make one part of two, where no two of their tellings conflict and no pin forbids it."""
        left, right = self._part[one], self._part[other]
        if left is right or any(conflict(a, b) for a in left for b in right) or self._is_forbidden(one, other):
            return
        left.extend(right)
        for member in right:
            self._part[member] = left
        self._unite(one, other)

    def _is_forbidden(self, one: Telling, other: Telling) -> bool:
        left, right = self._group[one], self._group[other]
        return left is not right and any(self._rulings.apart(a.id, b.id) for a in left for b in right)

    def _unite(self, one: Telling, other: Telling) -> None:
        left, right = self._group[one], self._group[other]
        if left is not right:
            left.extend(right)
            for member in right:
                self._group[member] = left

    def groups(self) -> Iterable[list[Telling]]:
        """The tellings of each contact."""
        return {id(members): members for members in self._group.values()}.values()

    def settles(self, telling: Telling, others: Iterable[Telling]) -> bool:
        """Whether nothing is left in doubt: it is with all of the others after all, or pinned as different."""
        return all(
            self._group[telling] is self._group[other] or self._rulings.apart(telling.id, other.id) for other in others
        )
