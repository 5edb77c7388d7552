"""A free mention: the tables first, then the grammar of titles for those whom the tables do not have."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extraction.resolving import resolve
from kg.world import Resolution, load_world

DAY = date(2020, 5, 5)


def asked(mention: str, *context: str) -> Resolution:
    return resolve(mention, world=load_world(), on=DAY, context=context)


def test_the_tables_are_asked_first() -> None:
    found = asked("Politburo Member and Foreign Minister Wang Yi")
    assert (found.name, found.country) == ("Wang Yi", "CHN")
    assert asked("his Turkish counterpart", "Sergei Lavrov").name == "Mevlüt Çavuşoğlu"


@pytest.mark.parametrize(
    ("mention", "name", "post", "country"),
    [
        ("Syrian foreign minister Omar Unknownman", "Omar Unknownman", "Syrian foreign minister", "SYR"),
        ("Prime Minister Jens Vestergaard of Denmark", "Jens Vestergaard", "Prime Minister", "DNK"),
        (
            "Politburo Member and Foreign Minister Li Xiaoming",
            "Li Xiaoming",
            "Politburo Member and Foreign Minister",
            "",
        ),
        ("President Mugabo of Rwanda", "Mugabo", "President", "RWA"),
        ("Special Envoy Ann Unknown", "Ann Unknown", "Special Envoy", ""),
    ],
)
def test_the_unknown_keep_name_office_and_state(mention: str, name: str, post: str, country: str) -> None:
    found = asked(mention)
    assert found.person is None
    assert (found.name, found.post, found.country) == (name, post, country)


def test_a_name_is_never_given_up_for_the_office_beside_it() -> None:
    assert asked("Karl Unbekannt, the Austrian finance minister").person is None
