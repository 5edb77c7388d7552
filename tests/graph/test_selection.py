"""Windows that may only overlap, and countries by name."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.graph import Store
from kg.model import Window

FIRST = date(2017, 5, 1)
days = st.dates(date(2017, 4, 20), date(2017, 6, 10))


@pytest.fixture(scope="module")
def may(told) -> Store:
    """One contact on some day of May 2017."""
    article, claims = told[0]
    store = Store()
    store.put(article, [claims[0].model_copy(update={"window": Window.month(2017, 5)})])
    return store


@given(since=days, until=days)
def test_a_window_has_to_overlap_or_surely_to_lie_within(may: Store, since: date, until: date) -> None:
    overlapping = bool(may.contacts(since=since, until=until))
    within = bool(may.contacts(since=since, until=until, surely=True))
    assert overlapping == (since <= date(2017, 5, 31) and until >= FIRST)
    assert within == (since <= FIRST and until >= date(2017, 5, 31))


def test_an_undated_contact_is_surely_nowhere(store: Store) -> None:
    undated = {contact.id for contact in store.contacts() if not contact.window.is_known}
    assert undated
    assert not undated & {contact.id for contact in store.contacts(since="1900", until="2100", surely=True)}


@pytest.mark.parametrize("name", ["DEU", "Germany", "Federal Republic of Germany"])
def test_countries_go_by_name_or_code(store: Store, name: str) -> None:
    assert [one.label for one in store.contacts(country=name)] == [one.label for one in store.contacts(country="DEU")]
    assert store.contacts(country=name)


def test_a_country_that_is_none_is_told() -> None:
    with pytest.raises(QueryError, match="no country or organisation 'Atlantis'"):
        Store().contacts(country="Atlantis")
