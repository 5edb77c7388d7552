"""Which claims tell of one contact: nearest first, never two that conflict, and what is in doubt stays apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from kg.merging.grouping import Grouping
from kg.merging.pins import Rulings
from kg.merging.relation import Fit, conflict, distance, fit, same_day, speaks_against, strength, suggested
from kg.merging.telling import Order, Telling

Pair = tuple[Telling, Telling]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Tellings that may be one contact and are kept apart.

    Attributes:
        tellings: the one in doubt, then those with which it might go.
        reason: why it was not decided, in words.
    """

    tellings: tuple[Telling, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Clustering:
    """The tellings of each contact, and what is in doubt."""

    clusters: list[list[Telling]]
    doubts: list[Doubt]


def cluster(tellings: Sequence[Telling], rulings: Rulings) -> Clustering:
    """The tellings of each contact.

    Complete-link agglomeration over the suggested pairs, the nearest first, ties by the tellings' own order: the
    result depends on what is told only, never on the order of `tellings`. A telling that might as well go with either
    of two that conflict goes with neither.

    Args:
        tellings: at least all that are linked with one another.
        rulings: what the user has pinned.
    """
    linked = links(tellings)
    grouping = Grouping(tellings, rulings)
    joined, torn = _decided(linked, rulings)
    for one, other in sorted(joined, key=lambda pair: (*distance(*pair), pair[0].order, pair[1].order)):
        grouping.join(one, other)
    clusters = [sorted(members, key=_order) for members in grouping.groups()]
    doubts = [*torn, *(Doubt(pair, _SOME_ONLY) for pair in sorted(linked.doubtful, key=_pair_order))]
    return Clustering(
        sorted(clusters, key=lambda members: members[0].order),
        [doubt for doubt in doubts if not grouping.settles(doubt.tellings[0], doubt.tellings[1:])],
    )


_SOME_ONLY = "one telling names only some of those whom the other names, and does not say that there were others"


@dataclass(frozen=True, slots=True)
class Links:
    """Pairs of tellings, each in its own order, that have to be looked at together.

    Attributes:
        likely: pairs that suggest one contact.
        doubtful: pairs of which it cannot be told.
    """

    likely: frozenset[Pair]
    doubtful: frozenset[Pair]


def links(tellings: Iterable[Telling]) -> Links:
    """All links between tellings; candidates come from blocks, never from all pairs."""
    likely: set[Pair] = set()
    doubtful: set[Pair] = set()
    for one, other in _candidates(tellings):
        if not suggested(one, other) or speaks_against(one, other):
            continue
        match fit(one, other):
            case Fit.ALL:
                likely.add((one, other))
            case Fit.MOST if one.is_open or other.is_open or same_day(one, other):
                likely.add((one, other))
            case Fit.SOME if same_day(one, other):
                doubtful.add((one, other))
    return Links(frozenset(likely), frozenset(doubtful))


def _candidates(tellings: Iterable[Telling]) -> set[Pair]:
    blocks: dict[str, list[Telling]] = defaultdict(list)
    for telling in sorted(tellings, key=_order):
        for key in telling.blocks():
            blocks[key].append(telling)
    return {pair for block in blocks.values() if len(block) > 1 for pair in combinations(block, 2)}


def _decided(linked: Links, rulings: Rulings) -> tuple[set[Pair], list[Doubt]]:
    """The likely pairs without those of a telling that might go with either of two that conflict."""
    partners: dict[Telling, list[Telling]] = defaultdict(list)
    for one, other in linked.likely:
        if not rulings.apart(one.id, other.id):
            partners[one].append(other)
            partners[other].append(one)
    conflicts = _Conflicts()
    torn = {telling: rivals for telling, found in partners.items() if (rivals := _rivals(telling, found, conflicts))}
    kept = {
        (one, other)
        for one, other in linked.likely
        if other not in torn.get(one, ()) and one not in torn.get(other, ())
    }
    doubts = [
        Doubt((telling, *sorted(rivals, key=_order)), "it fits two contacts equally well that cannot be one")
        for telling, rivals in sorted(torn.items(), key=lambda item: item[0].order)
    ]
    return kept, doubts


class _Conflicts:
    """Which tellings conflict, each pair looked at once: what is told a thousand times shares its best partners."""

    def __init__(self) -> None:
        self._compared: dict[Telling, set[Telling]] = defaultdict(set)
        self._conflicting: dict[Telling, set[Telling]] = defaultdict(set)

    def among(self, tellings: set[Telling]) -> set[Telling]:
        """Those that conflict with another of them."""
        for one in tellings:
            for other in tellings - self._compared[one] - {one}:
                self._compare(one, other)
        return {one for one in tellings if not self._conflicting[one].isdisjoint(tellings)}

    def _compare(self, one: Telling, other: Telling) -> None:
        self._compared[one].add(other)
        self._compared[other].add(one)
        if conflict(one, other):
            self._conflicting[one].add(other)
            self._conflicting[other].add(one)


def _rivals(telling: Telling, partners: Sequence[Telling], conflicts: _Conflicts) -> set[Telling]:
    """Those of the best partners that conflict with one another."""
    if len(partners) < 2 or _all_alike([telling, *partners]):
        return set()
    strengths = {partner: strength(telling, partner) for partner in partners}
    best = min(strengths.values())
    return conflicts.among({partner for partner in partners if strengths[partner] == best})


def _all_alike(tellings: Sequence[Telling]) -> bool:
    """Whether nothing can conflict: the same people, one channel, windows with a day in common, other articles."""
    first = tellings[0]
    return (
        len({telling.claim.article for telling in tellings}) == len(tellings)
        and all(each.keys == first.keys and each.claim.channel is first.claim.channel for each in tellings)
        and all(each.window == first.window and each.window.is_known for each in tellings)
    )


def _order(telling: Telling) -> Order:
    return telling.order


def _pair_order(pair: Pair) -> tuple[Order, Order]:
    return pair[0].order, pair[1].order


def neighbours(telling: Telling, others: Iterable[Telling]) -> Iterator[Telling]:
    """Those of `others` that have to be looked at together with `telling`."""
    for other in others:
        if other is not telling and _are_linked(telling, other):
            yield other


def _are_linked(one: Telling, other: Telling) -> bool:
    return suggested(one, other) and not speaks_against(one, other) and fit(one, other) is not Fit.NOT
