"""All names of the tables in a text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.world import Person, World, load_world

LI = Person(id="li", name="Li Keqiang", family="Li")
KIM = Person(id="kim", name="Kim Jong-un", family="Kim", aliases=("Kim Jong Un",))
OTHER_KIM = Person(id="kim-2", name="Kim Jong-il", family="Kim")
PENA = Person(id="pena", name="Santiago Peña", family="Peña")
WORLD = World((LI, KIM, OTHER_KIM, PENA))

Found = list[tuple[str, list[str], bool]]


def found(text: str, world: World = WORLD) -> Found:
    return [(text[one.start : one.end], [p.id for p in one.people], one.whole) for one in world.names_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Li Keqiang met Kim Jong Un.", [("Li Keqiang", ["li"], True), ("Kim Jong Un", ["kim"], True)]),
        ("Kim left.", [("Kim", ["kim", "kim-2"], False)]),
        ("Santiago Pena, or Peña", [("Santiago Pena", ["pena"], True), ("Peña", ["pena"], False)]),
        ("Kim Jong-un's", [("Kim Jong-un", ["kim"], True)]),
        ("Kim Jong-uncle", [("Kim", ["kim", "kim-2"], False)]),  # the longer one is no whole word
        ("Libya, KIM, kim and McKim", []),
        ("", []),
    ],
)
def test_the_longest_whole_words_in_order(text: str, expected: Found) -> None:
    assert found(text) == expected


def test_every_name_of_the_shipped_tables_is_found_as_written() -> None:
    world = load_world()
    for person in world.people.values():
        for name in (person.name, *person.aliases):
            (one,) = world.names_in(name)
            assert (one.start, one.end) == (0, len(name))
            assert person in one.people


def _pieces() -> Iterator[st.SearchStrategy[str]]:
    yield st.sampled_from(["Li", "Kim", "Kim Jong-un", "Peña", "Santiago Peña", "x"])
    yield st.text("KLim Jong-un Peña.,’é", max_size=6)


@given(st.lists(st.one_of(*_pieces())).map(" ".join))
def test_names_are_whole_words_in_order_and_never_overlap(text: str) -> None:
    names = list(WORLD.names_in(text))
    assert all(one.end <= other.start for one, other in pairwise(names))
    for one in names:
        around = text[max(0, one.start - 1) : one.start] + text[one.end : one.end + 1]
        assert not any(map(str.isalnum, around))
        assert one.people
