"""Claims, contacts and answers as rows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from kg.cli.printing import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.exchange.flat import Articles
    from kg.graph import NamedQuery, Violation
    from kg.merging import Ambiguity
    from kg.model import Claim, Contact, Extraction, Participant, Window


def of_extraction(extraction: Extraction) -> Row:
    """One article with its claims."""
    return Row(extraction.to_json(), {"id": extraction.article, "claims": str(len(extraction.claims))})


def of_claims(extraction: Extraction) -> Iterator[Row]:
    """One row a claim."""
    for claim in extraction.claims:
        yield Row(
            {"article": extraction.article, **claim.to_json()},
            {"article": extraction.article, **_cells(claim), "authority": claim.authority},
        )


def of_contact(contact: Contact) -> Row:
    """One contact with the claims it rests on."""
    sources = "; ".join(dict.fromkeys(claim.article for claim in contact.claims))
    cells = {**_cells(contact), "on whose word": "; ".join(contact.authorities), "told in": sources}
    return Row(contact_record(contact), cells)


def of_flat_contact(contact: Contact, articles: Articles) -> Row:
    """One contact as `kg export --format csv` has it."""
    from kg.exchange.flat import cells

    return Row(contact_record(contact), cells(contact, articles))


def contact_record(contact: Contact) -> dict[str, Any]:
    """A contact as JSON values; each claim names its article."""
    plain: dict[str, Any] = contact.model_dump(mode="json")
    claims = [{"id": claim.id, "article": claim.article, **claim.to_json()} for claim in contact.claims]
    window: dict[str, Any] = plain.pop("window")
    support = [each.model_dump(mode="json") for each in contact.support]
    derived = {"confidence": contact.confidence, "disputed": list(contact.disputed), "support": support}
    return plain | window | derived | {"claims": claims}


def of_ambiguity(ambiguity: Ambiguity) -> Row:
    """Contacts that may be one, and why they were left apart."""
    record = {"contacts": list(ambiguity.contacts), "claims": list(ambiguity.claims), "reason": ambiguity.reason}
    return Row(record, {"contacts": "; ".join(ambiguity.contacts), "why apart": ambiguity.reason})


def of_named_query(query: NamedQuery) -> Row:
    """One named query with its parameters."""
    record = {
        "name": query.name,
        "title": query.title,
        "description": query.description,
        "parameters": {each.name: each.description for each in query.parameters},
        "required": [each.name for each in query.parameters if each.required],
        "columns": list(query.columns),
    }
    parameters = (f"{each.name}*" if each.required else each.name for each in query.parameters)
    return Row(record, {"name": query.name, "what": query.title, "parameters (* required)": ", ".join(parameters)})


def of_answer(row: Mapping[str, str]) -> Row:
    """One row of an answer; in a table, resources of ours by their key only."""
    return Row(row, {column: _key(value) for column, value in row.items()})


def _key(value: str) -> str:
    return unquote(re.sub(r"^https://w3id\.org/diplomatic-contacts/(?:id/\w+|topic|graph)/", "", value))


def of_violation(violation: Violation) -> Row:
    """One thing that breaks a rule."""
    record = {name: getattr(violation, name) for name in violation.__slots__}
    return of_answer(record)


def who(participants: tuple[Participant, ...]) -> str:
    """The participants with their countries, in a line."""
    return ", ".join(f"{one.label} ({one.country})" if one.country else one.label for one in participants)


def when(window: Window) -> str:
    """The days of a window, in a line."""
    if not window.is_known:
        return "undated"
    days = f"{window.earliest}" if window.days == 1 else f"{window.earliest} to {window.latest}"
    return f"{days} (inferred)" if window.inferred else days


def _cells(told: Claim | Contact) -> dict[str, str]:
    return {
        "when": when(told.window),
        "who": who(told.participants),
        "how": told.channel.value,
        "status": told.status.value,
        "topics": "; ".join(told.topics),
        "where": "; ".join(part for part in (told.place, told.occasion) if part),
        "sure": "" if told.confidence is None else f"{told.confidence:.2f}",
    }
