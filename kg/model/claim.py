"""Claims: one telling of one contact, with the sentences that say so."""

from __future__ import annotations

import hashlib
import json
from enum import StrEnum
from typing import Any, Literal

from pydantic import Field, field_validator, model_serializer, model_validator

from kg.model.article import Article
from kg.model.base import Value
from kg.model.window import Window


class Channel(StrEnum):
    """By which means."""

    PHONE = "phone"
    VIDEO = "video"
    IN_PERSON = "in_person"
    LETTER = "letter"
    UNSPECIFIED = "unspecified"


class Status(StrEnum):
    """Whether it happened; `disputed` is for merged contacts only."""

    HELD = "held"
    PLANNED = "planned"
    PROPOSED = "proposed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    DENIED = "denied"
    DISPUTED = "disputed"


class Kind(StrEnum):
    """What a participant is. Persons and posts make the leader network, the others the network of parties."""

    PERSON = "person"
    POST = "post"
    STATE = "state"
    ORGANISATION = "organisation"


class Via(StrEnum):
    """How the text named a participant."""

    NAMED = ""
    ROLE = "role"
    GROUP = "group"
    IMPLIED = "implied"


class Participant(Value):
    """One who took part.

    Attributes:
        name: full name; empty where the text gives only an office that cannot be resolved.
        post: office as written.
        country: ISO 3166-1 alpha-3 code, or the code of an organisation (EU, UN, NATO).
        via: how the text named the participant.
        id: of the resolved person the Wikidata QID where known, else the id of the tables; empty where unknown.
        kind: person, post, state or organisation.
    """

    name: str = ""
    post: str = ""
    country: str = ""
    via: Via = Via.NAMED
    id: str = ""
    kind: Kind = Kind.PERSON

    @model_validator(mode="after")
    def _has_a_name(self) -> Participant:
        if not (self.name or self.post or self.country):
            raise ValueError("a participant has a name, a post or a country")
        return self

    @property
    def label(self) -> str:
        """The name, or else the office, or else the country."""
        return self.name or self.post or self.country


class Roles(Value):
    """Who did what in the contact, where the text says so.

    Each role holds names of participants (the mediator is none), each once and in alphabetical order; in JSON one name
    stands alone, several as a list.
    """

    initiator: tuple[str, ...] = ()
    host: tuple[str, ...] = ()
    visitor: tuple[str, ...] = ()
    mediator: tuple[str, ...] = ()

    @field_validator("*", mode="before")
    @classmethod
    def _one_or_many(cls, value: Any) -> Any:
        return ((value,) if value else ()) if isinstance(value, str) else value

    @field_validator("*")
    @classmethod
    def _each_once(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted(set(value) - {""}))

    @model_serializer
    def _only_the_known(self) -> dict[str, str | list[str]]:
        return {name: names[0] if len(names) == 1 else list(names) for name, names in self if names}


class Evidence(Value):
    """A verbatim span of an article.

    Attributes:
        start: first code point of the span.
        end: one past its last code point.
        text: the span itself.
        part: the part of the article that the offsets count in.
    """

    start: int = Field(ge=0)
    end: int = Field(ge=1)
    text: str = Field(min_length=1)
    part: Literal["text", "title"] = "text"

    @model_validator(mode="after")
    def _length_fits(self) -> Evidence:
        if self.end - self.start != len(self.text):
            raise ValueError(f"evidence of {len(self.text)} characters cannot span {self.start} to {self.end}")
        return self

    @classmethod
    def of(cls, article: Article, start: int, end: int, part: Literal["text", "title"] = "text") -> Evidence:
        """The span of `article` from `start` to `end`."""
        body = article.text if part == "text" else article.title
        return cls(start=start, end=end, text=body[start:end], part=part)

    @model_serializer
    def _json(self) -> dict[str, Any]:
        plain: dict[str, Any] = {"start": self.start, "end": self.end, "text": self.text}
        return plain | ({"part": self.part} if self.part != "text" else {})


_WINDOW_FIELDS = ("edtf", "earliest", "latest", "date_text", "inferred")


class Claim(Value):
    """One telling of one contact by one article on one authority.

    In JSON the window's fields stand beside the others, as the annotation guidelines have them.

    Attributes:
        article: id of the article that tells it; not part of the JSON, which stands under its article.
        participants: two or more.
        channel: by which means.
        status: whether it happened, as told.
        window: when.
        authority: on whose word, as the text names it; empty for the article's own voice.
        topics: ids of SKOS concepts of the topic scheme, or `country:XXX`; each once, in alphabetical order.
        place: city or venue.
        occasion: summit or visit at which it was held.
        because_of: what prompted it.
        roles: initiator, host, visitor, mediator.
        evidence: the sentences; the first one holds the trigger.
        rule: id of the rule that found it.
        trigger: the word of the first evidence sentence that tells the contact.
        confidence: probability, 0 to 1 in thousandths, that participants and status are as the text has them
            (docs/accuracy.md); None where nobody estimated it.
    """

    article: str = Field(default="", exclude=True)
    participants: tuple[Participant, ...] = Field(min_length=2)
    channel: Channel
    status: Status
    window: Window = Window()
    authority: str = ""
    topics: tuple[str, ...] = ()
    place: str = ""
    occasion: str = ""
    because_of: str = ""
    roles: Roles = Roles()
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    rule: str = ""
    trigger: str = ""
    confidence: float | None = Field(default=None, ge=0, le=1)

    @model_validator(mode="before")
    @classmethod
    def _gather_window(cls, data: Any) -> Any:
        if isinstance(data, dict) and "window" not in data:
            flat = {key: data[key] for key in _WINDOW_FIELDS if data.get(key) is not None}
            return {key: value for key, value in data.items() if key not in _WINDOW_FIELDS} | {"window": flat}
        return data

    @field_validator("topics")
    @classmethod
    def _each_once(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted(set(value) - {""}))

    @field_validator("confidence")
    @classmethod
    def _in_thousandths(cls, value: float | None) -> float | None:
        return value if value is None else round(value, 3)

    @model_validator(mode="after")
    def _not_disputed(self) -> Claim:
        if self.status is Status.DISPUTED:
            raise ValueError("'disputed' is a status of merged contacts, not of a claim")
        return self

    def to_json(self) -> dict[str, Any]:
        """The claim as JSON values, with the window's fields beside the others."""
        plain = self.model_dump(mode="json", by_alias=True)
        window: dict[str, Any] = plain.pop("window")
        head = {key: plain.pop(key) for key in ("participants", "channel", "status")}
        return head | window | plain

    def is_at_least(self, confidence: float) -> bool:
        """Whether it is right with this probability or more; an unknown one is at least 0 only."""
        return confidence <= 0 or (self.confidence is not None and self.confidence >= confidence)

    @property
    def id(self) -> str:
        """Twelve hexadecimal digits that stand for this telling: same article, same words, same reading.

        How sure the reading is is no part of it, so that pins outlive a new estimate.
        """
        told = {name: value for name, value in self.to_json().items() if name != "confidence"}
        telling = json.dumps([self.article, told], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(telling.encode()).hexdigest()[:12]
