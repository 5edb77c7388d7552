"""Ties that fade: recent contacts count more than old ones."""

from __future__ import annotations

from datetime import date

from kg.network.build import restricted
from kg.network.contact_network import ContactNetwork
from kg.network.freshness import HALF_LIFE, freshness


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
