"""How well a clustering fits a gold one: B-cubed and pairwise precision, recall and F1."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision and recall of a clustering, each from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def b_cubed(gold: Iterable[Collection[Item]], found: Iterable[Collection[Item]]) -> Agreement:
    """B-cubed (Bagga and Baldwin 1998): how pure the cluster of each item is, and how complete, on average.

    Args:
        gold: the true clusters; together they hold every item once.
        found: the clusters to measure, over the same items.
    """
    truth, guess = _cluster_of(gold), _cluster_of(found)
    shared = {item: len(truth[item] & guess[item]) for item in truth}
    count = max(len(truth), 1)
    return Agreement(
        precision=sum(shared[item] / len(guess[item]) for item in truth) / count,
        recall=sum(shared[item] / len(truth[item]) for item in truth) / count,
    )


def pairwise(gold: Iterable[Collection[Item]], found: Iterable[Collection[Item]]) -> Agreement:
    """Of the pairs of items put together, how many belong together, and the other way round."""
    truth, guess = _pairs(gold), _pairs(found)
    right = len(truth & guess)
    return Agreement(right / len(guess) if guess else 1.0, right / len(truth) if truth else 1.0)


def _cluster_of(clusters: Iterable[Collection[Item]]) -> dict[Item, frozenset[Item]]:
    return {item: members for cluster in clusters for members in [frozenset(cluster)] for item in members}


def _pairs(clusters: Iterable[Collection[Item]]) -> set[frozenset[Item]]:
    return {frozenset(pair) for cluster in clusters for pair in combinations(cluster, 2)}
