"""Whose office it is where its words name no state: the only state, of those spoken of around it, that can be meant."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extraction.mentions import find_mentions
from kg.world import World, load_world

DAY = date(2023, 6, 14)


@pytest.fixture(scope="module")
def world() -> World:
    return load_world()


def state_of(world: World, family: str, text: str, *, issuer: str = "Wire") -> str:
    found = find_mentions(text, day=DAY, issuer=issuer, world=world)
    return next(entity.country for entity in found.entities if entity.family == family)


TOLD = [
    ("the sentence so far", "Ghana has recalled its team, Trade Minister Ama Testova said.", "GHA"),
    ("a court", "A Peruvian court summoned Justice Minister Ana Testova.", "PER"),
    ("the city", "In Oslo, Finance Minister Kari Testova told reporters so.", "NOR"),
    ("the text", "Ghana mourns. Trade Minister Ama Testova wept.", "GHA"),
    ("the text behind", "Trade Minister Ama Testova wept. The country, Ghana, mourns.", "GHA"),
    ("a party's state", "The Houthis mourn Trade Minister Ali Testova.", "YEM"),
    (
        "the one not taken",
        "US Defense Secretary Lloyd Austin flew to Togo, where Defence Minister Ann Testova met him.",
        "TGO",
    ),
    ("a governor's state", "Governor Jane Testova of Ohio spoke.", "USA"),
    ("a body of a state", "FBI director Jane Testova spoke.", "USA"),
    ("a body behind", "Jane Testova, the deputy commander of the Quds Force, spoke.", "IRN"),
    ("a full name with its letters", "Republic of Korea (ROK) Trade Minister Park Testova spoke.", "KOR"),
    ("of all", "Trade Minister Ama Testova and Justice Minister Kofi Doe of Ghana spoke.", "GHA"),
    ("of those who come along", "Ghanaian Trade Minister Kofi Doe, Ambassador Ama Testova and others came.", "GHA"),
    ("of several members", "Members of the Presidency of Bosnia and Herzegovina Jane Testova and Ann Doe came.", "BIH"),
]


@pytest.mark.parametrize(("text", "code"), [case[1:] for case in TOLD], ids=[case[0] for case in TOLD])
def test_an_office_without_a_state_is_of_the_one_spoken_of(world: World, text: str, code: str) -> None:
    assert state_of(world, "Testova", text) == code


UNTOLD = [
    ("two states", "Ghana and Togo agreed, Trade Minister Ama Testova said."),
    ("somebody else's office", "In Berlin, Chancellor Karl Testova was received with honours."),
    ("far off", f"{3 * 'Mr Doe sat. '}Ghana won. {4 * 'Mr Doe sat. '}Trade Minister Ama Testova wept."),
]


@pytest.mark.parametrize("text", [case[1] for case in UNTOLD], ids=[case[0] for case in UNTOLD])
def test_no_state_is_guessed(world: World, text: str) -> None:
    assert state_of(world, "Testova", text) == ""


def test_another_president_is_none_of_the_issuers(world: World) -> None:
    text = "President Biden spoke today with President Luisa Testova."
    assert state_of(world, "Testova", text, issuer="United States / White House") == ""
    assert state_of(world, "Testova", f"{text} Both praised Peru.", issuer="United States / White House") == ""
    text = "President Biden and President Luisa Testova spoke today about Honduras."
    assert state_of(world, "Biden", text, issuer="United States / White House") == "USA"


def test_a_minister_whom_nobody_knows_is_the_issuers(world: World) -> None:
    text = "Science Minister Ann Testova met Olaf Scholz."
    assert state_of(world, "Testova", text, issuer="Government of New Zealand") == "NZL"
