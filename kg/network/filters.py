"""Choosing contacts: plain functions from contacts to contacts."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar

from kg.errors import QueryError
from kg.model import Channel, Contact, Status
from kg.world.names import fold

Choice = TypeVar("Choice", Channel, Status)


def select(
    contacts: Iterable[Contact],
    *,
    since: date | str | None = None,
    until: date | str | None = None,
    topic: str | None = None,
    channel: Channel | str | None = None,
    status: Status | str | None = None,
    authority: str | None = None,
    country: str | None = None,
) -> list[Contact]:
    """The contacts that fit every condition given.

    Args:
        contacts: to choose from.
        since: first day, month ("2017-05") or year ("2017"); a contact fits if it can have been on that day or later.
        until: last day, month or year; a contact fits if it can have been on that day or earlier.
        topic: id of a topic, such as "trade" or "country:SYR".
        channel: by which means.
        status: whether it happened.
        authority: on whose word ("Kremlin"); a leading "the" does not count.
        country: code of a country or organisation, such as RUS or EU, that took part.

    Raises:
        QueryError: `since` or `until` is no date, or `channel` or `status` no value of theirs.
    """
    conditions: tuple[tuple[Callable[[Iterable[Contact], Any], list[Contact]], Any], ...] = (
        (after, since),
        (before, until),
        (about, topic),
        (by_channel, channel),
        (with_status, status),
        (told_by, authority),
        (with_country, country),
    )
    chosen = list(contacts)
    for fitting, wanted in conditions:
        if wanted is not None:
            chosen = fitting(chosen, wanted)
    return chosen


def after(contacts: Iterable[Contact], since: date | str) -> list[Contact]:
    """Contacts that can have been on `since` or later; those without a date are left out."""
    day = _bounds(since)[0]
    return [contact for contact in contacts if contact.window.latest and contact.window.latest >= day]


def before(contacts: Iterable[Contact], until: date | str) -> list[Contact]:
    """Contacts that can have been on `until` or earlier; those without a date are left out."""
    day = _bounds(until)[1]
    return [contact for contact in contacts if contact.window.earliest and contact.window.earliest <= day]


def about(contacts: Iterable[Contact], topic: str) -> list[Contact]:
    """Contacts of which any side says that `topic` was discussed."""
    wanted = topic.casefold()
    return [contact for contact in contacts if wanted in {known.casefold() for known in contact.topics}]


def by_channel(contacts: Iterable[Contact], channel: Channel | str) -> list[Contact]:
    """Contacts by one means."""
    wanted = _member(Channel, channel)
    return [contact for contact in contacts if contact.channel is wanted]


def with_status(contacts: Iterable[Contact], status: Status | str) -> list[Contact]:
    """Contacts of one status."""
    wanted = _member(Status, status)
    return [contact for contact in contacts if contact.status is wanted]


def told_by(contacts: Iterable[Contact], authority: str) -> list[Contact]:
    """Contacts that `authority` tells of."""
    wanted = voice(authority)
    return [contact for contact in contacts if wanted in {voice(known) for known in contact.authorities}]


def with_country(contacts: Iterable[Contact], country: str) -> list[Contact]:
    """Contacts in which someone of `country` took part."""
    wanted = country.casefold()
    return [contact for contact in contacts if wanted in {one.country.casefold() for one in contact.participants}]


def voice(authority: str) -> str:
    """An authority without its article and in small letters, so that "The Kremlin" and "Kremlin" are one voice."""
    return fold(authority).removeprefix("the ")


def _bounds(when: date | str) -> tuple[date, date]:
    if isinstance(when, date):
        return when, when
    written = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", when)
    try:
        if written:
            return _span(*(int(part) for part in written.groups() if part))
    except ValueError:
        pass  # a month or day that no calendar has is no more a date than other text
    raise QueryError(f"'{when}' is not a day, month or year (write 2017-05-02, 2017-05 or 2017)")


def _span(year: int, month: int | None = None, day: int | None = None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def _member(choices: type[Choice], value: str) -> Choice:
    try:
        return choices(value)
    except ValueError as error:
        known = ", ".join(choice.value for choice in choices)
        raise QueryError(f"'{value}' is not a {choices.__name__.lower()} (choose one of {known})") from error
