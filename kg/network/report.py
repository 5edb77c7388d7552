"""The measures of a network as tables: one section a question, plain names, ready to print or to save."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TypeAlias

from kg.network import measures
from kg.network.build import restricted
from kg.network.contact_network import ContactNetwork
from kg.network.freshness import HALF_LIFE
from kg.network.measures import Circle, Interval, Stats
from kg.network.measures.activity import last_day
from kg.network.periods import Slice, Unit, slices
from kg.network.sides import confirmed_by_two_sides
from kg.network.views import find

Value: TypeAlias = str | int | float | bool | None
Record: TypeAlias = dict[str, Value]

SMALL = 300
"""Networks of up to so many nodes get bootstrap intervals unasked; of larger ones they take long."""
DRAWS = 100
PERIODS = 8
"""Circles are followed through so many."""
_WHOLE = frozenset({"overview", "word"})
"""Sections that are never cut."""
FIGURES: Mapping[str, Callable[..., Mapping[str, float]]] = MappingProxyType(
    {
        "contacts": measures.activity,
        "reach": measures.reach,
        "brokerage": measures.brokerage,
        "effective size": measures.effective_size,
    }
)
"""Figures that have a value, be it 0, for whoever is drawn or not: constraint has none for those without partners."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the network.

    Attributes:
        top: rows of a section, at most.
        half_life: days after which a contact counts half in `recent`.
        draws: of the bootstrap; None is `DRAWS` for networks of up to `SMALL` nodes, else 0.
        by: periods that `stories`, `changes` and `new` compare.
        silence: days after which a tie is silent.
        ends: from whom to whom word is to get.
    """

    top: int = 20
    half_life: float = HALF_LIFE
    draws: int | None = None
    by: Unit = "year"
    silence: int = 365
    ends: tuple[str, str] | None = None


@dataclass(frozen=True)
class Asked:
    """A question to a network, with what several parts need.

    Attributes:
        network: what is measured.
        question: what is asked.
    """

    network: ContactNetwork
    question: Question

    @cached_property
    def brokerage(self) -> Mapping[str, float]:
        """Betweenness of every node: it takes longest, so that it is counted once."""
        return measures.betweenness(self.network)

    @cached_property
    def stats(self) -> Stats:
        """The figures of the whole and of every node."""
        return measures.stats(self.network, self.brokerage)

    @cached_property
    def sure_brokerage(self) -> Mapping[str, Interval]:
        """Its intervals, if there are draws."""
        return _intervals(self, measures.brokerage)

    @cached_property
    def confirmed(self) -> ContactNetwork:
        """The network of what two sides tell of."""
        return restricted(self.network, confirmed_by_two_sides(self.network.contacts))

    @cached_property
    def circles(self) -> list[Circle]:
        """The circles of the whole."""
        return measures.circles(self.network)

    @cached_property
    def told(self) -> list[Slice]:
        """The periods with contacts."""
        return [each for each in slices(self.network, self.question.by) if len(each.network)]

    @property
    def draws(self) -> int:
        """How many draws the network gets."""
        usual = DRAWS if len(self.network) <= SMALL else 0
        return usual if self.question.draws is None else self.question.draws


def overview(asked: Asked) -> list[Record]:
    """The whole in figures."""
    return [{"figure": name, "value": _plain(value)} for name, value in asked.stats.overview().items()]


def leaders(asked: Asked) -> list[Record]:
    """Activity and reach."""
    sure = _intervals(asked, measures.activity)
    fresh = measures.recent_contacts(asked.network, asked.question.half_life)
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
        for row in asked.stats.standings
    ]


def pairs(asked: Asked) -> list[Record]:
    """Closeness of pairs."""
    draws = asked.draws
    sure = measures.pair_intervals(asked.network, draws) if draws else {}
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
        for row in measures.closeness(asked.network, asked.question.half_life)
    ]


def brokers(asked: Asked) -> list[Record]:
    """Brokerage, with the roles by region."""
    sure = asked.sure_brokerage
    confirmed = measures.betweenness(asked.confirmed)
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
        for row in measures.brokers(asked.network, asked.brokerage)
    ]


def sureness(asked: Asked) -> list[Record]:
    """Every figure of every leader: between which values it lies, and what two sides confirm of it."""
    sure = {
        name: asked.sure_brokerage if measure is measures.brokerage else _intervals(asked, measure)
        for name, measure in FIGURES.items()
    }
    values = {name: measure(asked.network) for name, measure in FIGURES.items()}
    confirmed = {name: measure(asked.confirmed) for name, measure in FIGURES.items()}
    return [
        {
            "label": row.label,
            "figure": name,
            "value": values[name][row.key],
            **_ends_of(sure[name].get(row.key)),
            "confirmed": confirmed[name].get(row.key, 0),
        }
        for row in asked.stats.standings
        for name in FIGURES
    ]


def circles(asked: Asked) -> list[Record]:
    """Circles, with how firmly they hang together."""
    found = asked.circles
    draws = asked.draws
    firm = measures.cohesion(asked.network, found, draws) if draws else {}
    label = asked.network.nodes(data="label")
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


def stories(asked: Asked) -> list[Record]:
    """Circles through the last periods with contacts: how many members each had."""
    told = asked.told[-PERIODS:]
    names = [each.period.name for each in told]
    return [
        {"circle": story.name}
        | {name: len(stage.members) if stage else None for name, stage in zip(names, story.stages, strict=True)}
        for story in measures.stories([measures.circles(each.network) for each in told])
    ]


def bridges(asked: Asked) -> list[Record]:
    """Ties without which the network falls apart."""
    return [asdict(bridge) for bridge in measures.bridges(asked.network)]


def channels(asked: Asked) -> list[Record]:
    """Ties that alone join two circles."""
    found = measures.sole_channels(asked.network, _circle_of(asked.circles))
    return [
        {"one": one.one, "other": one.other, "contacts": one.contacts, "joins": one.groups[0], "with": one.groups[1]}
        for one in found
    ]


def silent(asked: Asked) -> list[Record]:
    """Ties gone silent, as of the last day known."""
    on = last_day(asked.network)
    return [_row(silence) for silence in measures.silent(asked.network, on, asked.question.silence)] if on else []


def new(asked: Asked) -> list[Record]:
    """Ties that the last period with contacts brought."""
    if not asked.told:
        return []
    return [_row(tie) for tie in measures.new_ties(asked.network, asked.told[-1].period.first)]


def changes(asked: Asked) -> list[Record]:
    """Ranks by contacts in the last two periods with contacts."""
    told = asked.told[-2:]
    if len(told) < 2:
        return []
    before, after = told
    found = measures.rank_changes(before.network, after.network, measures.activity)
    return [
        {"label": row.label, f"rank {before.period.name}": row.before, f"rank {after.period.name}": row.after}
        for row in found
    ]


def word(asked: Asked) -> list[Record]:
    """How word could get from one to another."""
    if asked.question.ends is None:
        return []
    source, target = asked.question.ends
    way = measures.word(asked.network, find(asked.network, source), find(asked.network, target))
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


SECTIONS: Mapping[str, Callable[[Asked], list[Record]]] = MappingProxyType(
    {
        section.__name__: section
        for section in (
            overview,
            leaders,
            pairs,
            brokers,
            sureness,
            circles,
            stories,
            bridges,
            channels,
            silent,
            new,
            changes,
            word,
        )
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
    asked = Asked(network, question)
    rows = {name: SECTIONS[name](asked) for name in sections}
    return {name: told if name in _WHOLE else told[: question.top] for name, told in rows.items()}


def _intervals(asked: Asked, measure: Callable[..., Mapping[str, float]]) -> Mapping[str, Interval]:
    return measures.intervals(asked.network, measure, asked.draws) if asked.draws else {}


def _ends_of(interval: Interval | None) -> Record:
    return {"low": interval.low if interval else None, "high": interval.high if interval else None}


def _circle_of(found: list[Circle]) -> dict[str, str]:
    return {key: circle.name for circle in found for key in circle.members}


def _row(value: object) -> Record:
    return {name: _plain(item) for name, item in asdict(value).items()}  # type: ignore[call-overload]


def _plain(value: Value | date) -> Value:
    return value.isoformat() if isinstance(value, date) else value
