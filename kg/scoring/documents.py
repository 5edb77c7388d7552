"""What is scored: annotated or predicted documents, read from JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.model.article import normalised
from kg.reading.json_lines import objects
from kg.reading.place import Place


class Level(StrEnum):
    """Which claims are scored: those of persons and posts alone, or those with a state or an organisation."""

    LEADERS = "leaders"
    PARTIES = "parties"


@dataclass(frozen=True, slots=True)
class Party:
    """A participant, as far as scoring asks."""

    name: str = ""
    post: str = ""
    country: str = ""
    id: str = ""
    kind: str = "person"

    @property
    def is_impersonal(self) -> bool:
        """Whether it is a state or an organisation."""
        return self.kind in {"state", "organisation"}


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim, as far as scoring asks.

    Attributes:
        parties: who took part.
        channel: by which means.
        status: whether it happened.
        window: first and last day, where the text itself gives them (an inferred window counts as none).
        topics: what it was about.
        authority: on whose word.
        quotes: its evidence.
    """

    parties: tuple[Party, ...]
    channel: str
    status: str
    window: tuple[date, date] | None = None
    topics: frozenset[str] = frozenset()
    authority: str = ""
    quotes: tuple[str, ...] = ()

    @property
    def level(self) -> Level:
        """The level that it belongs to."""
        return Level.PARTIES if any(party.is_impersonal for party in self.parties) else Level.LEADERS

    def __str__(self) -> str:
        who = " + ".join(f"{party.name or party.post} ({party.country})" for party in self.parties)
        return f"{who} {self.status}"


@dataclass(frozen=True, slots=True)
class Document:
    """One document with its claims.

    Attributes:
        id: what pairs the annotated document with the predicted one.
        genre: class of the document, by which figures are given.
        body: title and text, which evidence must quote; empty in predictions.
        tellings: its claims.
    """

    id: str
    genre: str = "all"
    body: str = ""
    tellings: tuple[Telling, ...] = ()


def documents(path: str | Path) -> Iterator[Document]:
    """The documents of a JSON Lines file: `{"id", "class", "title", "text", "claims": [...]}` a line.

    The claims have the fields of the annotation guidelines, section 9.

    Raises:
        InputError: the file is missing, or a line does not hold such a document.
    """
    try:
        with Path(path).open("rb") as stream:
            yield from _of_lines(objects(stream, str(path)))
    except OSError as error:
        raise Place(str(path)).error(f"cannot be read: {error.strerror}") from None


def _of_lines(lines: Iterator[tuple[Place, dict[str, Any]] | InputError]) -> Iterator[Document]:
    for line in lines:
        if isinstance(line, InputError):
            raise line
        place, row = line
        try:
            yield document(row)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            problem = f"is no document with claims ({type(error).__name__}: {error})"
            raise place.error(problem, field="claims", remedy="see the annotation guidelines, section 9") from None


def document(row: Mapping[str, Any]) -> Document:
    """One line of a gold file or of `kg extract --format jsonl`."""
    title, text = row.get("title") or "", normalised(row.get("text") or "")
    return Document(
        id=row["id"],
        genre=row.get("class", "all"),
        body=f"{normalised(title)}\n{text}",
        tellings=tuple(_telling(claim, text) for claim in row["claims"]),
    )


def _telling(row: Mapping[str, Any], text: str) -> Telling:
    return Telling(
        parties=tuple(_party(participant) for participant in row["participants"]),
        channel=row["channel"],
        status=row["status"],
        window=_window(row),
        topics=frozenset(row.get("topics") or ()),
        authority=row.get("authority") or "",
        quotes=tuple(_quote(evidence, text) for evidence in row.get("evidence") or ()),
    )


def _party(row: Mapping[str, Any]) -> Party:
    name, post, country, qid, kind = (row.get(field) or "" for field in ("name", "post", "country", "id", "kind"))
    return Party(name, post, country, qid, kind or "person")


def _window(row: Mapping[str, Any]) -> tuple[date, date] | None:
    earliest, latest = row.get("earliest"), row.get("latest")
    if row.get("inferred") or not (earliest and latest):
        return None
    return date.fromisoformat(earliest), date.fromisoformat(latest)


def _quote(evidence: str | Mapping[str, Any] | list[int], text: str) -> str:
    """Evidence stands as a string, as an object with its text, or as two offsets."""
    if isinstance(evidence, list):
        start, end = evidence
        return text[start:end]
    return normalised(evidence if isinstance(evidence, str) else evidence["text"])
