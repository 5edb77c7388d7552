"""What has changed: ties gone silent, new ties, and who has risen or fallen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

from kg.model import Contact, Status
from kg.network.freshness import middle
from kg.network.ties import ContactTies


@dataclass(frozen=True, slots=True)
class Silence:
    """A tie that has gone silent.

    Attributes:
        one: label of the one.
        other: label of the other.
        contacts: how many contacts they had (held, with a date).
        last: last day on which there can have been one.
        days: how long it has been silent.
        usual: median days from one contact to the next.
    """

    one: str
    other: str
    contacts: int
    last: date
    days: int
    usual: float


@dataclass(frozen=True, slots=True)
class NewTie:
    """A tie that was not there before.

    Attributes:
        one: label of the one.
        other: label of the other.
        contacts: how many contacts they have had since.
        first: first day on which there can have been one.
    """

    one: str
    other: str
    contacts: int
    first: date


@dataclass(frozen=True, slots=True)
class RankChange:
    """How one node's rank changed; rank 1 is the highest, equal values share the better rank.

    Attributes:
        label: the node.
        before: rank before; None where it was not there.
        after: rank after; None where it is no longer there.
    """

    label: str
    before: int | None
    after: int | None


def silent(network: ContactTies, on: date, days: int = 365, least: int = 2) -> list[Silence]:
    """Ties whose last contact lies more than `days` days before a day, and more than twice their usual interval.

    Silence of the sources is not silence of the leaders: what nobody tells is not known.

    Args:
        network: the network; only held contacts with a date count.
        on: the day.
        days: least length of a silence.
        least: contacts that a tie must have had to count as one; an interval needs two.
    """
    told = {contact.id: contact for contact in network.contacts}
    quiet = [_silence(_labels(network, a, b), map(told.get, ids), on) for a, b, ids in network.edges(data="contacts")]
    kept = [s for s in quiet if s and s.contacts >= max(2, least) and s.days > max(days, 2 * s.usual)]
    return sorted(kept, key=lambda s: (-s.contacts, -s.days, s.one, s.other))


def _silence(names: tuple[str, str], told: Iterable[Contact | None], on: date) -> Silence | None:
    held = [contact for contact in told if contact and contact.status is Status.HELD]
    known = sorted(day for contact in held if (day := middle(contact)))
    ends = [contact.window.latest for contact in held if contact.window.latest]
    if not known:
        return None
    gaps = [(later - earlier).days for earlier, later in pairwise(known)]
    return Silence(*names, len(known), max(ends), (on - max(ends)).days, median(gaps) if gaps else 0)


def _labels(network: ContactTies, a: str, b: str) -> tuple[str, str]:
    one, other = sorted((network.nodes[a]["label"], network.nodes[b]["label"]))
    return one, other


def new_ties(network: ContactTies, since: date) -> list[NewTie]:
    """Ties all of whose dated contacts lie on a day or later, those with most contacts first.

    Args:
        network: the network.
        since: the day.
    """
    found = [
        NewTie(*_labels(network, a, b), len(tie["contacts"]), tie["first"])
        for a, b, tie in network.edges(data=True)
        if tie["first"] and tie["first"] >= since
    ]
    return sorted(found, key=lambda tie: (-tie.contacts, tie.first, tie.one, tie.other))


def rank_changes(
    before: ContactTies, after: ContactTies, measure: Callable[[ContactTies], Mapping[str, float]]
) -> list[RankChange]:
    """Who has risen or fallen from one network to another, the largest change first; newcomers and those gone last.

    Args:
        before: network of the earlier period.
        after: network of the later period; both cut from one network, so that keys agree.
        measure: a value of every node, the higher the better.
    """
    ranks = _ranks(measure(before)), _ranks(measure(after))
    label = dict(before.nodes(data="label")) | dict(after.nodes(data="label"))
    changes = [RankChange(label[key], ranks[0].get(key), ranks[1].get(key)) for key in sorted(label)]
    return sorted(changes, key=_by_size)


def _ranks(values: Mapping[str, float]) -> dict[str, int]:
    ordered = sorted(values.values(), reverse=True)
    first: dict[float, int] = {}
    for rank, value in enumerate(ordered, start=1):
        first.setdefault(value, rank)
    return {key: first[value] for key, value in values.items()}


def _by_size(change: RankChange) -> tuple[bool, int, int, str]:
    if change.before is None or change.after is None:
        return (True, 0, change.after or change.before or 0, change.label)
    return (False, -abs(change.before - change.after), change.after, change.label)
