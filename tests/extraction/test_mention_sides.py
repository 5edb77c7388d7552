"""Which texts are worth reading: those that may name two sides."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extraction.mentions import may_have_two_sides
from kg.world import World, load_world

DAY = date(2023, 6, 14)
FILLER = " The budget for roads and bridges grows by a tenth, and the work begins in spring." * 8
OFFICIAL = "United States / White House"


@pytest.fixture(scope="module")
def world() -> World:
    return load_world()


def may(world: World, text: str, *, issuer: str = "Wire", title: str = "") -> bool:
    return may_have_two_sides(f"{text}{FILLER}", title=title, issuer=issuer, day=DAY, world=world)


@pytest.mark.parametrize(
    "text",
    [
        "The President met the Norwegian delegation.",
        "The President called Emmanuel Macron.",
        "The President called Macron.",
        "The President wrote to the Pope.",
        "The President met the U.N. envoy.",
        "The President met the Palestinians.",
        "The President met Côte d’Ivoire's minister.",
        "The FBI director met the President of Ghana.",
    ],
)
def test_a_second_side_opens_an_official_text(world: World, text: str) -> None:
    assert may(world, text, issuer=OFFICIAL)


@pytest.mark.parametrize(
    "text",
    [
        "President Biden met Vice President Harris in Ohio.",
        "The United States and the American people met.",
        "Jane Doe met John Smythe.",
        "The germany met.",
    ],
)
def test_one_side_opens_no_official_text(world: World, text: str) -> None:
    assert not may(world, text, issuer=OFFICIAL)


def test_a_newspaper_needs_both(world: World) -> None:
    assert not may(world, "The French minister met Macron.")
    assert may(world, "The French minister met Scholz.")
    assert may(world, "The minister met Scholz.", title="French minister in talks")


def test_one_who_left_office_long_ago_is_no_side_by_a_bare_name(world: World) -> None:
    assert not may(world, "The President spoke of Gorbachev.", issuer=OFFICIAL)
    assert may(world, "The President spoke of Mikhail Gorbachev.", issuer=OFFICIAL)


def test_short_texts_are_read(world: World) -> None:
    assert may_have_two_sides("Met with him.", title="", issuer=OFFICIAL, day=DAY, world=world)
