"""The flat table: one contact a row, each column documented once, for CSV, data frames and Parquet alike."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal, TextIO

from kg.graph.contact_rdf import contact_iri
from kg.model import Article, Contact

Kind = Literal["text", "texts", "day", "flag", "count", "share"]
Value = str | tuple[str, ...] | date | bool | int | float | None
Articles = Mapping[str, Article]

NO_ARTICLES: Articles = MappingProxyType({})
SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the flat table.

    Attributes:
        name: heading.
        kind: text, texts (a list of them), day, flag, count or share (0 to 1).
        meaning: in words, for the documentation.
        value: what a contact has in it, given the articles that are known.
    """

    name: str
    kind: Kind
    meaning: str
    value: Callable[[Contact, Articles], Value]


def _published(contact: Contact, articles: Articles) -> list[date]:
    told = [articles[claim.article] for claim in contact.claims if claim.article in articles]
    return [article.published for article in told if article.published]


def _each_once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


COLUMNS: tuple[Column, ...] = (
    Column("id", "text", "name of the contact within the graph", lambda c, _: c.id),
    Column("iri", "text", "its IRI in the RDF exports", lambda c, _: str(contact_iri(c))),
    Column("earliest", "day", "first day on which it can have been; or empty", lambda c, _: c.window.earliest),
    Column("latest", "day", "last day on which it can have been", lambda c, _: c.window.latest),
    Column("edtf", "text", "the window as EDTF (ISO 8601-2)", lambda c, _: c.window.edtf),
    Column(
        "inferred", "flag", "true where the window follows from the day of publication", lambda c, _: c.window.inferred
    ),
    Column(
        "participants", "texts", "who took part: name, or else office, or else country",
        lambda c, _: tuple(one.label for one in c.participants),
    ),
    Column(
        "participant_ids", "texts", "id of each participant, in the same order: Wikidata's where known; or empty",
        lambda c, _: tuple(one.id for one in c.participants),
    ),
    Column(
        "participant_countries", "texts", "ISO 3166-1 alpha-3 code, or code of an organisation, in the same order",
        lambda c, _: tuple(one.country for one in c.participants),
    ),
    Column(
        "participant_kinds", "texts", "person, post, state or organisation, in the same order",
        lambda c, _: tuple(one.kind.value for one in c.participants),
    ),
    Column("channel", "text", "phone, video, in_person, letter or unspecified", lambda c, _: c.channel.value),
    Column(
        "status", "text", "held, planned, proposed, postponed, cancelled, denied or disputed",
        lambda c, _: c.status.value,
    ),
    Column("topics", "texts", "what was discussed, on anybody's word: codes of topics", lambda c, _: c.topics),
    Column("place", "text", "city or venue, as told", lambda c, _: c.place),
    Column("occasion", "text", "summit or visit at which it was, as told", lambda c, _: c.occasion),
    Column("because_of", "text", "what prompted it, as told", lambda c, _: c.because_of),
    Column("initiator", "texts", "who took the initiative", lambda c, _: c.roles.initiator),
    Column("host", "texts", "who received", lambda c, _: c.roles.host),
    Column("visitor", "texts", "who came", lambda c, _: c.roles.visitor),
    Column("mediator", "texts", "who mediated", lambda c, _: c.roles.mediator),
    Column(
        "confidence", "share", "probability that participants and status are right; empty where nobody estimated it",
        lambda c, _: c.confidence,
    ),
    Column("authorities", "texts", "on whose word; an article's own voice is left out", lambda c, _: c.authorities),
    Column("claims", "count", "how many claims it rests on", lambda c, _: len(c.claims)),
    Column(
        "articles", "texts", "ids of the articles that tell of it",
        lambda c, _: _each_once(claim.article for claim in c.claims),
    ),
    Column(
        "issuers", "texts", "who published these articles",
        lambda c, known: _each_once(known[claim.article].issuer for claim in c.claims if claim.article in known),
    ),
    Column(
        "first_published", "day", "day of the first article that tells of it",
        lambda c, known: min(_published(c, known), default=None),
    ),
    Column(
        "sentence", "text", "the sentence that tells it, of the first claim",
        lambda c, _: c.claims[0].evidence[0].text,
    ),
)  # fmt: skip
"""The columns in their order."""


def record(contact: Contact, articles: Articles = NO_ARTICLES) -> dict[str, Value]:
    """A contact as typed values by column.

    Args:
        contact: the contact.
        articles: the articles by id, for issuers and days of publication.
    """
    return {column.name: column.value(contact, articles) for column in COLUMNS}


def cells(contact: Contact, articles: Articles = NO_ARTICLES) -> dict[str, str]:
    """A contact as text by column, nothing over more than one line.

    Lists are joined with "; " (a semicolon within an item becomes a comma), days are ISO 8601, flags true or false.
    """
    return {name: _text(value) for name, value in record(contact, articles).items()}


def _text(value: Value) -> str:
    if isinstance(value, tuple):
        return SEPARATOR.join(_line(item).replace(";", ",") for item in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else _line(str(value))


def _line(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def write_csv(contacts: Iterable[Contact], stream: TextIO, articles: Articles = NO_ARTICLES) -> None:
    """Write contacts as CSV (RFC 4180, UTF-8, lines end in LF): the names of the columns, then one contact a line."""
    writer = csv.DictWriter(stream, [column.name for column in COLUMNS], lineterminator="\n")
    writer.writeheader()
    writer.writerows(cells(contact, articles) for contact in contacts)
