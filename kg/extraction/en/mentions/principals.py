"""Principals: the person to whom a helper's office belongs, as in "an adviser to Prime Minister Meloni"."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from kg.extraction.en.mentions.candidates import Candidate
from kg.extraction.en.mentions.rules import title_rules
from kg.extraction.en.mentions.titles import Title
from kg.extraction.mentions import Form

if TYPE_CHECKING:
    from kg.extraction.en.mentions.offices import OfficeReader

_LINKS = frozenset({"to", "of", "for"})

MaybeTitle = TypeVar("MaybeTitle", Title, "Title | None")


class PrincipalReader:
    """Reads principals in one text.

    Args:
        offices: reader of the same text.
    """

    def __init__(self, offices: OfficeReader) -> None:
        self.offices = offices

    def taken(self, title: MaybeTitle) -> tuple[MaybeTitle, Candidate | None]:
        """The office with its principal as its end, and the principal; the office as it is where it has none."""
        if title is None or title.name not in title_rules().helping:
            return title, None
        for link in range(title.tail_start, title.last + 1):
            principal = self._at(link + 1, title) if self.offices.low(link) in _LINKS else None
            if principal:
                return title.until(principal.last), principal
        return title, None

    def _at(self, at: int, title: Title) -> Candidate | None:
        titled = self.offices.read(at)
        if len(titled) == 1:
            named = titled[0].name is not None and titled[0].form is Form.NAME
            return titled[0] if named and self._is_principal(titled[0]) else None
        return self._named(at) if not titled and title.last == title.tail_start else None

    def _is_principal(self, titled: Candidate) -> bool:
        """Whether the name is of the office next to it: "aide to the President of Ghana Doe" may name the aide."""
        if titled.determiner != "the":
            return True
        gazetteer = self.offices.gazetteer
        people = titled.name.people or gazetteer.called(titled.name.text) if titled.name else ()
        held = (tenure.kind for person in people for tenure in gazetteer.world.tenures_of(person.id))
        return bool(titled.kinds.intersection(held))

    def _named(self, at: int) -> Candidate | None:
        """A principal by name alone: "an aide to Macron"."""
        offices = self.offices
        if at >= len(offices.tokens) or offices.gazetteer.place(offices.tokens, at):
            return None
        start, gender = offices.names.honorific(at)
        name = offices.names.read(start, lenient=start > at)
        if name is None or not (start > at or name.people or offices.gazetteer.called(name.text)):
            return None
        introduced = start > at
        person = Candidate(at, name.last, Form.NAME, name=name, gender=gender, introduced=introduced)
        return offices.of_country(person)
