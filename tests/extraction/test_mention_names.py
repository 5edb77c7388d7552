"""Where names behind a title begin and end."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extraction.mentions import find_mentions
from kg.world import World, load_world


@pytest.fixture(scope="module")
def world() -> World:
    return load_world()


NAMES = [
    ("Commission president Ute von der Testova met Olaf Scholz.", "Ute von der Testova"),
    ("The minister, Trade Minister Israel Testmann, met Olaf Scholz.", "Israel Testmann"),
    ("Portuguese trade minister João Montenegro met Olaf Scholz.", "João Montenegro"),
    ("Congolese Trade Minister Ann Kayik Wagner met Olaf Scholz.", "Ann Kayik Wagner"),
    ("Somali trade minister Hassan Sheikh Testov met Olaf Scholz.", "Hassan Sheikh Testov"),
    ("The Liberal Party under leader Ann Testova met Olaf Scholz.", "Ann Testova"),
    ("Gordon Testov, Hungary's trade minister since April, met Olaf Scholz.", "Gordon Testov"),
]


@pytest.mark.parametrize(("text", "name"), NAMES, ids=[case[1] for case in NAMES])
def test_names_are_whole(world: World, text: str, name: str) -> None:
    found = find_mentions(text, day=date(2023, 6, 14), issuer="Wire", world=world)
    assert found.entities[0].name == name


POSTS = [
    ("The Liberal Party under leader Ann Testova left.", "leader"),
    ("Under Secretary of State Ann Testova left.", "Under Secretary of State"),
    ("Gordon Testov, Hungary's trade minister since April, left.", "Hungary's trade minister"),
    ("General Ann Testova, the chief of the Pakistani army, left.", "chief of the Pakistani army"),
    ("Supreme Court justice Ann Testova left.", "Supreme Court justice"),
]


@pytest.mark.parametrize(("text", "post"), POSTS, ids=[case[1] for case in POSTS])
def test_offices_are_whole(world: World, text: str, post: str) -> None:
    found = find_mentions(text, day=date(2023, 6, 14), issuer="Wire", world=world)
    assert found.entities[0].post == post
