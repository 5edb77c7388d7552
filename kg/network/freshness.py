"""How old a contact is, and what it counts for as it grows older."""

from __future__ import annotations

from datetime import date

from kg.model import Contact

HALF_LIFE = 180
"""Days after which a contact counts half."""


def freshness(contact: Contact, on: date, half_life: float) -> float:
    """What one contact counts on a day: 1 on its own day, halved every `half_life` days; 0 before it or undated."""
    day = middle(contact)
    if day is None or day > on:
        return 0.0
    return float(0.5 ** ((on - day).days / half_life))


def middle(contact: Contact) -> date | None:
    """The middle day of the contact's window (the earlier of two); None where no date is told."""
    first, last = contact.window.earliest, contact.window.latest
    return first + (last - first) // 2 if first and last else None
