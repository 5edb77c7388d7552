"""The measures of a network as tables: one section a question, plain names, ready to print or to save."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import TypeAlias

from kg.network import measures
from kg.network.build import restricted
from kg.network.contact_network import ContactNetwork
from kg.network.measures import Circle, Interval
from kg.network.measures.activity import last_day
from kg.network.periods import Slice, Unit, slices
from kg.network.recency import HALF_LIFE
from kg.network.sides import confirmed_by_two_sides
from kg.network.views import find

Value: TypeAlias = str | int | float | bool | None
Record: TypeAlias = dict[str, Value]

SMALL = 300
"""Networks of up to so many nodes get bootstrap intervals unasked; of larger ones they take long."""
DRAWS = 100


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the network.

    Attributes:
        top: rows of a section, at most.
        half_life: days after which a contact counts half in `recent`.
        draws: of the bootstrap; None is `DRAWS` for networks of up to `SMALL` nodes, else 0.
        by: periods that `changes` and `new` compare.
        silence: days after which a tie is silent.
        ends: from whom to whom word is to get.
    """

    top: int = 20
    half_life: float = HALF_LIFE
    draws: int | None = None
    by: Unit = "year"
    silence: int = 365
    ends: tuple[str, str] | None = None

    def draws_of(self, network: ContactNetwork) -> int:
        """How many draws this network gets."""
        return self.draws if self.draws is not None else DRAWS if len(network) <= SMALL else 0


def overview(network: ContactNetwork, _: Question) -> list[Record]:
    """The whole in figures."""
    return [{"figure": name, "value": _plain(value)} for name, value in measures.stats(network).overview().items()]


def leaders(network: ContactNetwork, question: Question) -> list[Record]:
    """Activity and reach."""
    sure = _intervals(network, measures.activity, question)
    fresh = measures.recent_contacts(network, question.half_life)
    return [
        {
            "label": row.label,
            "country": row.country,
            "contacts": row.contacts,
            **_ends_of(sure.get(row.key)),
            "confirmed": row.confirmed,
            "reach": row.reach,
            "recent": fresh[row.key],
            "brokerage": row.brokerage,
            "circle": row.circle,
        }
        for row in measures.stats(network).standings
    ]


def pairs(network: ContactNetwork, question: Question) -> list[Record]:
    """Closeness of pairs."""
    draws = question.draws_of(network)
    sure = measures.pair_intervals(network, draws) if draws else {}
    return [
        {
            "one": row.pair.one,
            "other": row.pair.other,
            "contacts": row.pair.contacts,
            **_ends_of(sure.get(frozenset(row.keys))),
            "confirmed": row.confirmed,
            "recent": row.recent,
            "expected": row.expected,
            "ratio": row.ratio,
            "first": _plain(row.pair.first),
            "last": _plain(row.pair.last),
        }
        for row in measures.closeness(network, question.half_life)
    ]


def brokers(network: ContactNetwork, question: Question) -> list[Record]:
    """Brokerage, with the roles by region."""
    sure = _intervals(network, measures.brokerage, question)
    confirmed = measures.betweenness(restricted(network, confirmed_by_two_sides(network.contacts)))
    return [
        {
            "label": row.label,
            "brokerage": row.brokerage,
            **_ends_of(sure.get(row.key)),
            "top_ten": sure[row.key].top if row.key in sure else None,
            "confirmed": confirmed.get(row.key, 0.0),
            "constraint": row.constraint,
            "effective_size": row.effective_size,
            **asdict(row.roles),
        }
        for row in measures.brokers(network)
    ]


def circles(network: ContactNetwork, question: Question) -> list[Record]:
    """Circles, with how firmly they hang together."""
    found = measures.circles(network)
    draws = question.draws_of(network)
    firm = measures.cohesion(network, found, draws) if draws else {}
    label = network.nodes(data="label")
    return [
        {
            "circle": circle.number,
            "name": circle.name,
            "size": len(circle.members),
            "cohesion": firm.get(circle.number),
            "members": "; ".join(label[key] for key in circle.members),
        }
        for circle in found
    ]


def bridges(network: ContactNetwork, _: Question) -> list[Record]:
    """Ties without which the network falls apart."""
    return [asdict(bridge) for bridge in measures.bridges(network)]


def channels(network: ContactNetwork, _: Question) -> list[Record]:
    """Ties that alone join two circles."""
    found = measures.sole_channels(network, _circle_of(measures.circles(network)))
    return [
        {"one": one.one, "other": one.other, "contacts": one.contacts, "joins": one.groups[0], "with": one.groups[1]}
        for one in found
    ]


def silent(network: ContactNetwork, question: Question) -> list[Record]:
    """Ties gone silent, as of the last day known."""
    on = last_day(network)
    return [_row(silence) for silence in measures.silent(network, on, question.silence)] if on else []


def new(network: ContactNetwork, question: Question) -> list[Record]:
    """Ties that the last period with contacts brought."""
    told = _told(network, question)
    return [_row(tie) for tie in measures.new_ties(network, told[-1].period.first)] if told else []


def changes(network: ContactNetwork, question: Question) -> list[Record]:
    """Ranks by contacts in the last two periods with contacts."""
    told = _told(network, question)[-2:]
    if len(told) < 2:
        return []
    before, after = told
    found = measures.rank_changes(before.network, after.network, measures.activity)
    return [
        {"label": row.label, f"rank {before.period.name}": row.before, f"rank {after.period.name}": row.after}
        for row in found
    ]


def word(network: ContactNetwork, question: Question) -> list[Record]:
    """How word could get from one to another."""
    if question.ends is None:
        return []
    source, target = question.ends
    way = measures.word(network, find(network, source), find(network, target))
    if way is None:
        return []
    return [
        {
            "from": step.giver,
            "to": step.taker,
            "at_the_earliest": _plain(step.arrival),
            "channel": step.contact.channel.value,
            "contact": step.contact.id,
            "order": "certain" if way.certain else "possible",
        }
        for step in way.steps
    ]


SECTIONS: Mapping[str, Callable[[ContactNetwork, Question], list[Record]]] = MappingProxyType(
    {
        section.__name__: section
        for section in (overview, leaders, pairs, brokers, circles, bridges, channels, silent, new, changes, word)
    }
)


def report(network: ContactNetwork, sections: list[str], question: Question) -> dict[str, list[Record]]:
    """Sections of the report by name, each with its first rows.

    Args:
        network: what is measured.
        sections: names of `SECTIONS`.
        question: what is asked.

    Raises:
        QueryError: one of `question.ends` is nobody's name, or several people's.
    """
    asked = {name: partial(SECTIONS[name], network, question) for name in sections}
    return {name: rows() if name in ("overview", "word") else rows()[: question.top] for name, rows in asked.items()}


def _intervals(
    network: ContactNetwork, measure: Callable[..., Mapping[str, float]], question: Question
) -> dict[str, Interval]:
    draws = question.draws_of(network)
    return measures.intervals(network, measure, draws) if draws else {}


def _ends_of(interval: Interval | None) -> Record:
    return {"low": interval.low if interval else None, "high": interval.high if interval else None}


def _circle_of(found: list[Circle]) -> dict[str, str]:
    return {key: circle.name for circle in found for key in circle.members}


def _told(network: ContactNetwork, question: Question) -> list[Slice]:
    return [each for each in slices(network, question.by) if len(each.network)]


def _row(value: object) -> Record:
    return {name: _plain(item) for name, item in asdict(value).items()}  # type: ignore[call-overload]


def _plain(value: Value | date) -> Value:
    return value.isoformat() if isinstance(value, date) else value
