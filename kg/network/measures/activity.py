"""Who is active, and how close pairs are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kg.network.freshness import HALF_LIFE, freshness
from kg.network.measures.betweenness import betweenness
from kg.network.measures.circles import partition
from kg.network.sides import confirmed_by_two_sides
from kg.network.ties import ContactTies


@dataclass(frozen=True, slots=True)
class Pair:
    """Two who had contact.

    Attributes:
        one: label of the one.
        other: label of the other.
        contacts: how many contacts they had.
        first: first day known.
        last: last day known.
    """

    one: str
    other: str
    contacts: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Closeness:
    """How close a pair is.

    Attributes:
        pair: the two, with all their contacts.
        keys: their nodes, in the same order.
        confirmed: contacts that two sides tell of.
        recent: contacts as of the last day known in the network, each halved every `HALF_LIFE` days.
        expected: contacts that they would have if everyone's contacts fell on partners by how active these are.
        ratio: contacts by expected: above 1, they seek each other more than their activity alone makes likely.
    """

    pair: Pair
    keys: tuple[str, str]
    confirmed: int
    recent: float
    expected: float
    ratio: float


@dataclass(frozen=True, slots=True)
class Standing:
    """One node's place in the network.

    Attributes:
        key: the node.
        label: the leader, office or party.
        country: code of the country or organisation.
        contacts: how many contacts it took part in.
        reach: with how many others.
        brokerage: share of shortest ways between others that lead through it, 0 to 1 (`betweenness`).
        circle: number of the circle it belongs to; 1 is the largest.
        confirmed: contacts of it that two sides tell of.
    """

    key: str
    label: str
    country: str
    contacts: int
    reach: int
    brokerage: float
    circle: int
    confirmed: int


@dataclass(frozen=True, slots=True)
class Stats:
    """The network in figures.

    Attributes:
        contacts: how many contacts.
        confirmed: how many of them two sides tell of.
        leaders: how many nodes.
        pairs: how many edges.
        circles: how many groups that have more contact among themselves than with others (`circles`).
        first: first day known.
        last: last day known.
        standings: one row a node, most contacts first.
    """

    contacts: int
    confirmed: int
    leaders: int
    pairs: int
    circles: int
    first: date | None
    last: date | None
    standings: tuple[Standing, ...]

    def overview(self) -> dict[str, int | date | None]:
        """The figures of the whole, by plain name."""
        names = ("contacts", "confirmed", "leaders", "pairs", "circles", "first", "last")
        return {name: getattr(self, name) for name in names}


def most_active_pairs(network: ContactTies, n: int = 10) -> list[Pair]:
    """The `n` pairs with most contacts, most first."""
    pairs = [_pair(network, a, b) for a, b in network.edges()]
    return sorted(pairs, key=lambda pair: (-pair.contacts, pair.one, pair.other))[:n]


def closeness(network: ContactTies, half_life: float = HALF_LIFE) -> list[Closeness]:
    """Every pair, most contacts first.

    `expected` is the configuration model's s_i s_j / 2W, with s the sum of weights at a node and W that of all
    (M. E. J. Newman, Modularity and community structure in networks, PNAS 103 (2006)).

    Args:
        network: the network.
        half_life: days after which a contact counts half in `recent`.
    """
    fresh = _freshness(network, half_life)
    sure = {contact.id for contact in confirmed_by_two_sides(network.contacts)}
    strength = dict(network.degree(weight="weight"))
    rows = [_closeness(network, (a, b), sure, fresh, strength) for a, b in network.edges()]
    return sorted(rows, key=lambda row: (-row.pair.contacts, -row.ratio, row.pair.one, row.pair.other))


def recent_contacts(network: ContactTies, half_life: float = HALF_LIFE) -> dict[str, float]:
    """Contacts of every node as of the last day known, each halved every `half_life` days; the undated count 0."""
    fresh = _freshness(network, half_life)
    counts = dict.fromkeys(network, 0.0)
    for contact in network.contacts:
        for key in network.members(contact):
            counts[key] += fresh[contact.id]
    return counts


def stats(network: ContactTies, brokerage: Mapping[str, float] | None = None) -> Stats:
    """The figures of `network`; the same in every run.

    Args:
        network: the network.
        brokerage: `betweenness` of every node, where it is known already.
    """
    groups = partition(network)
    sure = confirmed_by_two_sides(network.contacts)
    standings = _standings(network, groups, _taking_part(network, {one.id for one in sure}), brokerage)
    days = [day for _, _, edge in network.edges(data=True) for day in (edge["first"], edge["last"]) if day]
    return Stats(
        contacts=len(network.contacts),
        confirmed=len(sure),
        leaders=network.number_of_nodes(),
        pairs=network.number_of_edges(),
        circles=len(groups),
        first=min(days, default=None),
        last=max(days, default=None),
        standings=tuple(sorted(standings, key=lambda row: (-row.contacts, -row.reach, row.label, row.key))),
    )


def last_day(network: ContactTies) -> date | None:
    """The last day of which the network knows; None where no date is told."""
    return max((edge["last"] for _, _, edge in network.edges(data=True) if edge["last"]), default=None)


def _freshness(network: ContactTies, half_life: float) -> dict[str, float]:
    """What each contact counts on the last day known, by its id."""
    on = last_day(network) or date.max
    return {contact.id: freshness(contact, on, half_life) for contact in network.contacts}


def _standings(
    network: ContactTies, groups: list[set[str]], sure: Mapping[str, int], known: Mapping[str, float] | None
) -> list[Standing]:
    circle = {key: number for number, group in enumerate(groups, start=1) for key in group}
    brokerage = betweenness(network) if known is None else known
    return [
        Standing(
            key=key,
            label=data["label"],
            country=data["country"],
            contacts=data["contacts"],
            reach=network.degree(key),
            brokerage=brokerage[key],
            circle=circle[key],
            confirmed=sure.get(key, 0),
        )
        for key, data in network.nodes(data=True)
    ]


def _taking_part(network: ContactTies, contacts: set[str]) -> dict[str, int]:
    """In how many of some contacts everyone took part."""
    counts: dict[str, int] = {}
    for contact in network.contacts:
        if contact.id in contacts:
            for key in network.members(contact):
                counts[key] = counts.get(key, 0) + 1
    return counts


def _ends(network: ContactTies, a: str, b: str) -> tuple[str, str]:
    one, other = sorted((a, b), key=lambda key: (network.nodes[key]["label"], key))
    return one, other


def _pair(network: ContactTies, a: str, b: str) -> Pair:
    one, other = (network.nodes[key]["label"] for key in _ends(network, a, b))
    tie = network.edges[a, b]
    return Pair(one, other, len(tie["contacts"]), tie["first"], tie["last"])


def _closeness(
    network: ContactTies,
    ends: tuple[str, str],
    sure: set[str],
    fresh: Mapping[str, float],
    strength: Mapping[str, float],
) -> Closeness:
    a, b = _ends(network, *ends)
    tie = network.edges[a, b]
    expected = strength[a] * strength[b] / sum(strength.values())  # the sum is 2W
    return Closeness(
        pair=_pair(network, a, b),
        keys=(a, b),
        confirmed=len(sure & set(tie["contacts"])),
        recent=sum(fresh[contact] for contact in tie["contacts"]),
        expected=expected,
        ratio=tie["weight"] / expected,
    )
