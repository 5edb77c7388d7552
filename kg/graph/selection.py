"""Choosing contacts by what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from rdflib import Literal, URIRef

from kg.errors import QueryError
from kg.graph.agents import country_iri
from kg.graph.countries import country_named
from kg.graph.database import Database
from kg.graph.days import bounds
from kg.graph.names import authorities_named, participants_named
from kg.graph.namespaces import CHANNELS, STATUSES, topic_iri
from kg.graph.sparql import rows
from kg.model import Channel, Status

Words = str | Iterable[str] | None
_CODE = re.compile("[A-Z]+")
Code = TypeVar("Code", bound=StrEnum)

_QUERY = """
SELECT ?contact WHERE {{
{conditions}
  GRAPH graph:contacts {{ ?contact a kg:Contact OPTIONAL {{ ?contact kg:earliest ?earliest }} }}
}} GROUP BY ?contact ?earliest ORDER BY (!BOUND(?earliest)) ?earliest ?contact
"""


@dataclass(frozen=True, slots=True)
class Selection:
    """Conditions that a contact has to fit, all of them; see `Store.contacts` for their meaning."""

    between: tuple[str, ...]
    country: tuple[str, ...]
    channel: tuple[Channel, ...]
    status: tuple[Status, ...]
    topic: tuple[str, ...]
    authority: tuple[str, ...]
    since: date | None
    until: date | None
    surely: bool
    min_confidence: float

    @classmethod
    def of(  # noqa: PLR0913  # one condition each
        cls, *, between: Words, country: Words, channel: Words, status: Words, topic: Words, authority: Words,
        since: date | str | None, until: date | str | None, surely: bool,
        min_confidence: float,
    ) -> Selection:  # fmt: skip
        """The conditions as people give them.

        Raises:
            QueryError: a date, channel, status or probability that is none.
        """
        if not 0 <= min_confidence <= 1:
            raise QueryError(f"{min_confidence} is no probability (give a number from 0 to 1)")
        return cls(
            between=_several(between),
            country=_several(country),
            channel=tuple(_code(Channel, word) for word in _several(channel)),
            status=tuple(_code(Status, word) for word in _several(status)),
            topic=_several(topic),
            authority=_several(authority),
            since=bounds(since)[0] if since else None,
            until=bounds(until)[1] if until else None,
            surely=surely,
            min_confidence=min_confidence,
        )

    def matches(self, database: Database) -> list[URIRef]:
        """The contacts that fit, by earliest day, the undated last."""
        query = _QUERY.format(conditions="\n".join(self._conditions(database)))
        return [URIRef(contact.value) for (contact,) in rows(database, query)]

    def _conditions(self, database: Database) -> Iterator[str]:
        for number, name in enumerate(self.between):
            link = "kg:participant|kg:participantPost|kg:party"
            yield _one_of(f"party{number}", link, participants_named(database, name))
        for number in range(1, len(self.between)):
            yield from (f"  FILTER (?party{number} != ?party{other})" for other in range(number))
        for number, code in enumerate(self.country):
            yield _one_of(f"country{number}", "kg:participation/kg:country", [_country(code)])
        if self.channel:
            yield _one_of("channel", "kg:channel", [CHANNELS[channel] for channel in self.channel])
        if self.status:
            yield _one_of("status", "kg:status", [STATUSES[status] for status in self.status])
        if self.topic:
            yield _one_of("topic", "kg:topic/skos:broader*", [topic_iri(topic) for topic in self.topic])
        if self.authority:
            found = [iri for name in self.authority for iri in authorities_named(database, name)]
            yield _one_of("authority", "^kg:about/kg:attributedTo", found)
        if self.min_confidence > 0:
            yield f"  ?contact kg:confidence ?confidence FILTER (?confidence >= {self.min_confidence:f})"
        yield from self._days()

    def _days(self) -> Iterator[str]:
        if self.since:
            day = "kg:earliest" if self.surely else "kg:latest"
            yield f"  ?contact {day} ?begin FILTER (?begin >= {Literal(self.since).n3()})"
        if self.until:
            day = "kg:latest" if self.surely else "kg:earliest"
            yield f"  ?contact {day} ?end FILTER (?end <= {Literal(self.until).n3()})"


def _one_of(variable: str, path: str, values: Sequence[URIRef]) -> str:
    """A condition that holds for any of the values; none of them never holds."""
    return f"  VALUES ?{variable} {{ {' '.join(value.n3() for value in values)} }} ?contact {path} ?{variable} ."


def _country(name: str) -> URIRef:
    """By code at once; by name from the tables."""
    country = country_iri(name) if _CODE.fullmatch(name) else country_named(name)
    if country is None:
        raise QueryError(
            f"there is no country or organisation '{name}' (give its English name or its code, such as TUR)"
        )
    return country


def _several(words: Words) -> tuple[str, ...]:
    return tuple(word for word in ((words,) if isinstance(words, str) else words or ()) if word)


def _code(kind: type[Code], word: str) -> Code:
    try:
        return kind(word)
    except ValueError as error:
        raise QueryError(f"'{word}' is not a {kind.__name__.lower()} (one of {', '.join(kind)})") from error
