"""Lists of contacts and of claims that show themselves as tables in a notebook; elsewhere they are lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, Self, SupportsIndex, TypeVar, overload

from kg.display.table import Quote, Row, Table
from kg.model import Claim, Contact
from kg.network.topics import topic_in_words
from kg.network.wording import in_words

Item = TypeVar("Item")


class _Shown(list[Item], Generic[Item]):
    """A list that knows itself as a table; a slice of it does too."""

    @overload
    def __getitem__(self, at: SupportsIndex) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> Self: ...
    def __getitem__(self, at: SupportsIndex | slice) -> Item | Self:
        found = super().__getitem__(at)
        return type(self)(found) if isinstance(found, list) else found

    def _table(self) -> Table:
        raise NotImplementedError

    def _repr_html_(self) -> str:
        return self._table().html()


class Contacts(_Shown[Contact]):
    """Contacts; as a table one a row, with every sentence that tells of it."""

    def _table(self) -> Table:
        columns = ("when", "who", "how", "did it happen", "about", "on whose word", "articles", "evidence")
        return Table(_count(self, "contact"), columns, tuple(map(_contact_row, self)))


class Claims(_Shown[Claim]):
    """Claims; as a table one a row, with the sentences quoted."""

    def _table(self) -> Table:
        columns = ("when", "who", "how", "did it happen", "about", "on whose word", "evidence")
        return Table(_count(self, "claim"), columns, tuple(map(_claim_row, self)))


def _count(items: list[Item], name: str) -> str:
    return f"{len(items)} {name}{'' if len(items) == 1 else 's'}"


def _contact_row(contact: Contact) -> Row:
    voices = ", ".join(dict.fromkeys(map(_voice, contact.claims)))
    articles = len({claim.article for claim in contact.claims})
    quotes = tuple(quote for claim in contact.claims for quote in _quotes(claim))
    return Row((*_facets(contact), voices, str(articles)), quotes)


def _claim_row(claim: Claim) -> Row:
    return Row((*_facets(claim), _voice(claim)), tuple(_quotes(claim)))


def _voice(claim: Claim) -> str:
    return claim.authority or "own voice"


def _facets(told: Claim | Contact) -> tuple[str, ...]:
    who = ", ".join(participant.label for participant in told.participants)
    topics = ", ".join(map(topic_in_words, told.topics))
    when = in_words(told.window) + (" (inferred)" if told.window.inferred else "")
    return (when, who, told.channel.value.replace("_", " "), told.status.value, topics)


def _quotes(claim: Claim) -> Iterator[Quote]:
    source = ", ".join(filter(None, (_voice(claim), claim.article)))
    for number, evidence in enumerate(claim.evidence):
        yield Quote(evidence.text, claim.trigger if number == 0 else "", source)
