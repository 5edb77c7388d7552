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
    ("Somali Prime Minister Xamso Mohammed Testov met Olaf Scholz.", "Xamso Mohammed Testov"),
    ("Judge John Paul Testov met Olaf Scholz.", "John Paul Testov"),
    ("Ann Testova Image: a photograph. Judge Ann Testova met Olaf Scholz.", "Ann Testova"),
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
    ("Minister of Trade Prince Ali Testov left.", "Minister of Trade"),
    ("Trade Minister Prince Ali Testov left.", "Trade Minister"),
    ("Head of Ukraine's presidential office Ann Testova left.", "Head of Ukraine's presidential office"),
    ("The assistant on publicity to the President, Ann Testova, left.", "assistant on publicity to the President"),
]


@pytest.mark.parametrize(("text", "post"), POSTS, ids=[case[1] for case in POSTS])
def test_offices_are_whole(world: World, text: str, post: str) -> None:
    found = find_mentions(text, day=date(2023, 6, 14), issuer="Wire", world=world)
    assert found.entities[0].post == post


SPANS = [
    ("Dominican President Luis Abinader Testado left.", "Dominican President Luis Abinader Testado"),
    ("On Monday Emmanuel Macron Foundation staff left.", ""),
    ("Putin aide Ann Testova left.", "Putin aide Ann Testova"),
    ("Putin adviser left.", "Putin"),
]


@pytest.mark.parametrize(("text", "span"), SPANS, ids=[case[0] for case in SPANS])
def test_spans_hold_all_that_tells_of_one_person(world: World, text: str, span: str) -> None:
    found = find_mentions(text, day=date(2023, 6, 14), issuer="Wire", world=world)
    assert [text[m.start : m.end] for m in found.text] == ([span] if span else [])


PAST = [
    ("President Clinton brokered a deal.", "Bill Clinton", "USA"),
    ("Prime Minister Thatcher wrote a letter.", "Margaret Thatcher", "GBR"),
    ("President Obama wrote a letter.", "Barack Obama", "USA"),
    ("Ghanaian President Rawlings wrote a letter.", "Jerry Rawlings", "GHA"),
    ("Chancellor Unknowner wrote a letter.", "Unknowner", ""),
    ("President Gorbachev wrote a letter.", "Mikhail Gorbachev", "SUN"),
]


@pytest.mark.parametrize(("text", "name", "code"), PAST, ids=[case[1] for case in PAST])
def test_an_office_with_a_name_can_be_of_the_past(world: World, text: str, name: str, code: str) -> None:
    entity = find_mentions(text, day=date(2023, 6, 14), issuer="Wire", world=world).entities[0]
    assert (entity.name, entity.country) == (name, code)


def test_a_member_of_parliament_is_no_foreign_leader_of_that_name(world: World) -> None:
    found = find_mentions("Representative Scholz voted.", day=date(2023, 6, 14), issuer="White House", world=world)
    assert (found.entities[0].person, found.entities[0].country) == ("", "USA")


def test_the_head_of_a_states_diplomacy_is_its_foreign_minister(world: World) -> None:
    text = "The head of France's diplomacy wrote a letter. The head of France's oil company wrote one."
    found = find_mentions(text, day=date(2023, 6, 14), issuer="Wire", world=world)
    people = [m.entity.name for m in found.text if m.entity and m.entity.person]
    assert people == ["Catherine Colonna"]
