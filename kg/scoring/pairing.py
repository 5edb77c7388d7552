"""Which predicted claim answers which annotated one."""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

from kg.scoring.documents import Telling
from kg.scoring.equality import same_parties, words


class Pairing(NamedTuple):
    """The claims of one document, paired off.

    Attributes:
        pairs: annotated and predicted, of the same contact.
        missed: annotated claims that nothing answers.
        extra: predicted claims that answer nothing.
    """

    pairs: tuple[tuple[Telling, Telling], ...]
    missed: tuple[Telling, ...]
    extra: tuple[Telling, ...]


def pair_off(gold: tuple[Telling, ...], predicted: tuple[Telling, ...]) -> Pairing:
    """Pairs one to one, closest first; only claims of the same participants in overlapping windows pair."""
    options = sorted(
        (-closeness(one, other), i, j)
        for (i, one), (j, other) in product(enumerate(gold), enumerate(predicted))
        if _compatible(one, other)
    )
    chosen: dict[int, int] = {}
    for _, i, j in options:
        if i not in chosen and j not in chosen.values():
            chosen[i] = j
    return Pairing(
        pairs=tuple((gold[i], predicted[j]) for i, j in chosen.items()),
        missed=tuple(claim for i, claim in enumerate(gold) if i not in chosen),
        extra=tuple(claim for j, claim in enumerate(predicted) if j not in chosen.values()),
    )


def closeness(gold: Telling, predicted: Telling) -> int:
    """How well two claims agree: status counts most, then channel and date, then the authority."""
    same_authority = bool(gold.authority) and words(gold.authority) == words(predicted.authority)
    same_channel = gold.channel == predicted.channel
    return 4 * (gold.status == predicted.status) + 2 * same_channel + 2 * date_fits(gold, predicted) + same_authority


def date_fits(gold: Telling, predicted: Telling) -> bool:
    """Whether the windows overlap and the predicted one is at most twice as wide; a gold one may be lacking."""
    if gold.window is None:
        return True
    if predicted.window is None or not _overlap(gold, predicted):
        return False
    (first, last), (earliest, latest) = gold.window, predicted.window
    return (latest - earliest).days + 1 <= 2 * ((last - first).days + 1)


def _compatible(gold: Telling, predicted: Telling) -> bool:
    return _overlap(gold, predicted) and same_parties(gold.parties, predicted.parties)


def _overlap(gold: Telling, predicted: Telling) -> bool:
    if gold.window is None or predicted.window is None:
        return True
    return predicted.window[0] <= gold.window[1] and gold.window[0] <= predicted.window[1]
