"""Articles: one published text each."""

from __future__ import annotations

import unicodedata
from datetime import date

from pydantic import Field, field_validator

from kg.model.base import Value


def normalised(text: str) -> str:
    """NFC with LF line ends: the form in which all offsets count."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


class Article(Value):
    """One text that was published.

    Attributes:
        id: name of the article, unique within a collection; an IRI or any short string.
        title: headline, apart from the text; may be empty.
        text: body in NFC with LF line ends, done at construction. Offsets of evidence count code points in it.
        published: day of publication in the issuer's time zone (`date` in JSON); None where unknown.
        end_date: last day of the thing told, for notes on a visit that lasted (`published` is its first day).
        issuer: who published it (newspaper, agency, ministry).
        url: where it was published.
        language: BCP 47 tag.
        licence: licence of the text, as the collection states it.
        genre: kind of text, such as news or readout (`class` in JSON).
    """

    id: str = ""
    title: str = ""
    text: str
    published: date | None = Field(default=None, alias="date")
    end_date: date | None = None
    issuer: str = ""
    url: str = ""
    language: str = "en"
    licence: str = ""
    genre: str = Field(default="", alias="class")

    @field_validator("title", "text", "issuer")
    @classmethod
    def _normal_form(cls, value: str) -> str:
        return normalised(value)
