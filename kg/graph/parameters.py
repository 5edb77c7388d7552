"""Parameters of named queries: words of people become terms of the graph, or a clear error."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from rdflib import Literal, URIRef
from rdflib.term import Identifier

from kg.errors import QueryError
from kg.graph.countries import country_named
from kg.graph.days import bounds
from kg.graph.namespaces import ARTICLE, CONTACT, minted, topic_iri, topic_of
from kg.graph.results import rows

if TYPE_CHECKING:
    from kg.graph.store import Store

_CONTACTS = "SELECT ?contact WHERE { ?contact a kg:Contact FILTER (STRSTARTS(STR(?contact), ?beginning)) }"
_TOPICS = "SELECT ?topic WHERE { ?topic skos:inScheme ?scheme VALUES ?scheme { kg:Topics kg:Countries } }"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a named query.

    Attributes:
        name: the variable that it binds.
        type: participant, authority, country, office, topic, contact, article, text, day-from, day-to or
            integer.
        required: whether the query makes no sense without it.
        default: value where none is given; empty: the variable stays free.
        description: in words.
    """

    name: str
    type: str
    required: bool
    default: str
    description: str

    def terms(self, store: Store, value: str) -> Sequence[Identifier]:
        """The terms that `value` stands for.

        Raises:
            QueryError: it is not of this type, or the graph does not know it.
        """
        try:
            return READERS[self.type](store, value)
        except QueryError as error:
            raise QueryError(f"parameter '{self.name}': {error}") from error


def _participants(store: Store, name: str) -> Sequence[Identifier]:
    return store.participants(name) or _unknown(f"nobody called '{name}' takes part in a contact of this graph")


def _authorities(store: Store, name: str) -> Sequence[Identifier]:
    return store.authorities(name) or _unknown(f"no claim of this graph is on the authority of '{name}'")


def _country(_: Store, value: str) -> Sequence[Identifier]:
    country = country_named(value)
    return [country] if country else _unknown(f"there is no country or organisation '{value}'")


def _office(store: Store, title: str) -> Sequence[Identifier]:
    return store.posts(title) or _unknown(f"nobody in this graph held an office called '{title}'")


def _unknown(problem: str) -> Sequence[Identifier]:
    raise QueryError(problem)


def _topic(store: Store, value: str) -> Sequence[Identifier]:
    known = {topic_of(URIRef(row["topic"])) for row in rows(store.query(_TOPICS))}
    if value in known:
        return [topic_iri(value)]
    near = get_close_matches(value, known, n=3)
    raise QueryError(f"'{value}' is not a topic" + (f" (did you mean {' or '.join(near)}?)" if near else ""))


def _contact(store: Store, value: str) -> Sequence[Identifier]:
    """By id or IRI, or by the beginning of either where only one contact has it."""
    wanted = value if value.startswith(CONTACT) else str(minted(CONTACT, value))
    found = [row["contact"] for row in rows(store.query(_CONTACTS, beginning=Literal(wanted)))]
    if wanted in found or len(found) == 1:
        return [URIRef(wanted if wanted in found else found[0])]
    if found:
        raise QueryError(f"{len(found)} contacts begin with '{value}' (give more of the id)")
    raise QueryError(f"there is no contact '{value}' (ids may change when claims are added: list the contacts again)")


def _article(store: Store, value: str) -> Sequence[Identifier]:
    iri = minted(ARTICLE, value)
    if not store.query("ASK { ?article a kg:Article }", article=iri).askAnswer:
        raise QueryError(f"there is no article '{value}' in this graph")
    return [iri]


def _text(_: Store, value: str) -> Sequence[Identifier]:
    return [Literal(value)]


def _first_day(_: Store, value: str) -> Sequence[Identifier]:
    return [Literal(bounds(value)[0])]


def _last_day(_: Store, value: str) -> Sequence[Identifier]:
    return [Literal(bounds(value)[1])]


def _integer(_: Store, value: str) -> Sequence[Identifier]:
    if not value.isdecimal():
        raise QueryError(f"'{value}' is not a whole number")
    return [Literal(int(value))]


READERS: Mapping[str, Callable[[Store, str], Sequence[Identifier]]] = {
    "participant": _participants,
    "authority": _authorities,
    "country": _country,
    "office": _office,
    "topic": _topic,
    "contact": _contact,
    "article": _article,
    "text": _text,
    "day-from": _first_day,
    "day-to": _last_day,
    "integer": _integer,
}
"""How each type of parameter is read."""
