"""How word could get from one to another: paths along which time does not run backwards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from heapq import heappop, heappush
from itertools import pairwise, starmap

from kg.model import Contact, Status
from kg.network.actors import Members
from kg.network.ties import ContactTies


@dataclass(frozen=True, slots=True)
class Step:
    """Word passes on.

    Attributes:
        giver: label of who has it.
        taker: label of who gets it.
        contact: at which contact.
        arrival: earliest day on which the taker can have it.
    """

    giver: str
    taker: str
    contact: Contact
    arrival: date


@dataclass(frozen=True, slots=True)
class WordPath:
    """The quickest way of word from one to another.

    Attributes:
        steps: in order.
        certain: whether the contacts came one after the other for certain; false where windows overlap or are the
            same day, so that they can have come in another order.
    """

    steps: tuple[Step, ...]
    certain: bool

    @property
    def arrival(self) -> date:
        """Earliest day on which the word can be there."""
        return self.steps[-1].arrival


def word(network: ContactTies, source: str, target: str, since: date = date.min) -> WordPath | None:
    """How word could get from one to another: the way that arrives first; of several, the one of fewest steps.

    Only contacts told as held pass word, to all who took part in them, on some day of their window; those without a
    date pass none. It is a question of what was possible: who told whom what is not known.

    Source: D. Kempe, J. Kleinberg, A. Kumar, Connectivity and inference problems for temporal networks, Journal of
    Computer and System Sciences 64 (2002); P. Holme, J. Saramäki, Temporal networks, Physics Reports 519 (2012).

    Args:
        network: the network.
        source: key of who has the word.
        target: key of who is to have it.
        since: day from which the source has it.

    Returns:
        None where no way leads there, or both are the same.
    """
    came = _spread(network, source, target, since)
    steps: list[Step] = []
    key = target
    while key in came:
        key, step = came[key]
        steps.append(step)
    steps.reverse()
    return WordPath(tuple(steps), all(starmap(_surely_before, pairwise(steps)))) if steps else None


def _spread(network: ContactTies, source: str, target: str, since: date) -> dict[str, tuple[str, Step]]:
    """From whom everyone had the word first, until the target has it (Dijkstra, by arrival and number of steps)."""
    meetings = _meetings(network)
    came: dict[str, tuple[str, Step]] = {}
    best, settled = {source: (since, 0)}, set[str]()
    queue = [(since, 0, source)]
    while queue and target not in settled:
        day, steps, giver = heappop(queue)
        if giver in settled:
            continue
        settled.add(giver)
        for taker, contact, arrival in _onward(meetings[giver], giver, day):
            if taker not in best or (arrival, steps + 1) < best[taker]:
                best[taker] = (arrival, steps + 1)
                came[taker] = giver, Step(_label(network, giver), _label(network, taker), contact, arrival)
                heappush(queue, (arrival, steps + 1, taker))
    return came


def _meetings(network: ContactTies) -> dict[str, list[tuple[Contact, Members]]]:
    """The contacts that can pass word, by everyone who took part."""
    meetings: dict[str, list[tuple[Contact, Members]]] = defaultdict(list)
    for contact in network.contacts:
        if contact.status is Status.HELD and contact.window.is_known:
            members = network.graph["members"][contact.id]
            for key in members:
                meetings[key].append((contact, members))
    return meetings


def _onward(meetings: list[tuple[Contact, Members]], giver: str, day: date) -> Iterator[tuple[str, Contact, date]]:
    for contact, members in meetings:
        first, last = contact.window.earliest, contact.window.latest
        if first and last and last >= day:
            yield from ((taker, contact, max(first, day)) for taker in members if taker != giver)


def _label(network: ContactTies, key: str) -> str:
    return str(network.nodes[key]["label"])


def _surely_before(one: Step, other: Step) -> bool:
    last, first = one.contact.window.latest, other.contact.window.earliest
    return bool(one.contact.id == other.contact.id or (last and first and last < first))
