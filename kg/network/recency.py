"""Ties that fade: recent contacts count more than old ones."""

from __future__ import annotations

from datetime import date

from kg.model import Contact
from kg.network.build import restricted
from kg.network.contact_network import ContactNetwork

HALF_LIFE = 180
"""Days after which a contact counts half."""


def recent(network: ContactNetwork, on: date, half_life: float = HALF_LIFE) -> ContactNetwork:
    """The network as of a day, with weights that fade: a contact `half_life` days old counts half, then a quarter.

    Contacts after that day and contacts without a date are left out. A contact whose day is not known exactly is as
    old as the middle of its window. `contacts`, counts and dates stay as they are; only `weight` becomes a fraction.

    Args:
        network: the network.
        on: the day.
        half_life: in days, more than 0 (exponential decay).

    Raises:
        ValueError: `half_life` is 0 or less.
    """
    if half_life <= 0:
        raise ValueError(f"a half-life of {half_life} days is none: give more than 0")
    fresh = {contact.id: freshness(contact, on, half_life) for contact in network.contacts}
    faded = restricted(network, [contact for contact in network.contacts if fresh[contact.id] > 0])
    for _, _, tie in faded.edges(data=True):
        tie["weight"] = sum(fresh[contact] for contact in tie["contacts"])
    return faded


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
