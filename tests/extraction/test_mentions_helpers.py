"""Helpers of a principal, styles and letters around names, and offices that one person holds together."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extraction.en.mentions.gazetteer import gazetteer_of
from kg.extraction.en.mentions.names import NameReader
from kg.extraction.en.mentions.tokens import tokenize
from kg.extraction.mentions import DocumentMentions, find_mentions
from kg.model import Kind
from kg.world import World, load_world

DAY = date(2023, 6, 14)


@pytest.fixture(scope="module")
def world() -> World:
    return load_world()


def read(world: World, text: str, day: date = DAY) -> DocumentMentions:
    return find_mentions(text, title="", day=day, issuer="Wire", world=world)


def seen(found: DocumentMentions, text: str) -> dict[str, str]:
    """Span -> who, for persons and posts."""
    entities = ((text[m.start : m.end], m.entity) for m in found.text if m.entity)
    return {
        words: f"{entity.family or '(post)'}/{entity.country}"
        for words, entity in entities
        if entity.kind in {Kind.PERSON, Kind.POST}
    }


HELPERS = [
    ("John Doe, a close aide to Prime Minister Pedro Sánchez, came.",
     {"John Doe, a close aide to Prime Minister Pedro Sánchez": "Doe/ESP"}),
    ("Jane Doe, Foreign Policy Adviser to President Andrzej Duda of Poland, came.",
     {"Jane Doe, Foreign Policy Adviser to President Andrzej Duda of Poland": "Doe/POL"}),
    ("A special envoy of President Nana Akufo-Addo came.",
     {"A special envoy of President Nana Akufo-Addo": "(post)/GHA"}),
    ("The ambassador of President Duda came.", {"The ambassador of President Duda": "(post)/POL"}),
    ("An aide to Scholz and a spokesman for Macron came.", {}),
    ("Jane Doe, wife of President Andrzej Duda, came.", {"Jane Doe, wife of President Andrzej Duda": "Doe/POL"}),
    ("Special Representative of the Secretary-General Volker Perthes came.",
     {"Special Representative of the Secretary-General Volker Perthes": "Perthes/UN"}),
    ("Prime Minister Pedro Sánchez and President Duda came.",
     {"Prime Minister Pedro Sánchez": "Sánchez/ESP", "President Duda": "Duda/POL"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HELPERS, ids=[case[0][:40] for case in HELPERS])
def test_the_principal_is_part_of_the_helpers_mention(world: World, text: str, expected: dict[str, str]) -> None:
    assert seen(read(world, text), text) == expected


STYLED = [
    ("Rt Hon James Cleverly MP spoke.", {"Rt Hon James Cleverly MP": "Cleverly/GBR"}),
    ("Right Honourable Jane Doe, KC, spoke.", {"Right Honourable Jane Doe, KC": "Doe/"}),
    ("Jane Doe MSP spoke.", {"Jane Doe MSP": "Doe/"}),
    ("The Tánaiste, Micheál Martin TD, spoke.", {"The Tánaiste, Micheál Martin TD": "Martin/IRL"}),
    ("The Taoiseach spoke.", {"The Taoiseach": "Varadkar/IRL"}),
    ('President Ferdinand "Bongbong" Marcos Jr. spoke.', {'President Ferdinand "Bongbong" Marcos Jr.': "Marcos/PHL"}),
    ("President Marcos spoke. Marcos' call ended.", {"President Marcos": "Marcos/PHL", "Marcos": "Marcos/PHL"}),
]


@pytest.mark.parametrize(("text", "expected"), STYLED, ids=[case[0][:40] for case in STYLED])
def test_styles_and_letters_are_no_names(world: World, text: str, expected: dict[str, str]) -> None:
    assert seen(read(world, text), text) == expected


def test_a_nickname_in_quotes_does_not_make_the_son_his_father(world: World) -> None:
    found = read(world, 'President Ferdinand "Bongbong" Marcos Jr. spoke.')
    assert found.entities[0].name == "Bongbong Marcos"


def test_letters_after_a_name_belong_to_its_span(world: World) -> None:
    tokens = tokenize("Jane Doe, GCMG, KC, spoke")
    name = NameReader(tokens, gazetteer_of(world)).read(0)
    assert name is not None
    assert (name.text, tokens[name.last - 1].text) == ("Jane Doe", "KC")


TOGETHER = [
    ("African Union Chair and Comorian President Azali Assoumani came.", "Assoumani", "COM"),
    ("Deputy Prime Minister of Qatar and Defence Minister Khalid Al Attiyah came.", "Attiyah", "QAT"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "family", "country"), TOGETHER, ids=["union", "state"])
def test_two_offices_joined_before_one_name_are_one_persons(world: World, text: str, family: str, country: str) -> None:
    found = read(world, text)
    assert [(entity.family, entity.country) for entity in found.entities] == [(family, country)]


def test_a_city_behind_a_list_of_states_is_a_place(world: World) -> None:
    text = "They met the presidents of Ghana and Poland in Madrid."
    assert [mention.entity.country for mention in read(world, text).text if mention.entity] == ["GHA", "POL"]


def test_a_residence_is_no_person(world: World) -> None:
    found = read(world, "He met a special envoy from Ghana at the Presidential Villa.")
    assert not [entity for entity in found.entities if entity.kind is Kind.PERSON]


def test_foreign_secretaries_of_south_asia_are_no_ministers(world: World) -> None:
    text = "The foreign secretaries of India and Pakistan met. Britain's foreign secretary came."
    found = read(world, text, date(2014, 9, 2))
    assert [(entity.family, sorted(entity.offices)) for entity in found.entities] == [
        ("Singh", ["deputy_foreign_minister"]),
        ("Chaudhry", ["deputy_foreign_minister"]),
        ("Hammond", ["foreign_minister"]),
    ]


CONTRADICTING = [
    ("President Doe of the Maldives spoke.", date(2012, 3, 1), "Doe", ""),
    ("President Waheed of the Maldives spoke.", date(2011, 3, 1), "Waheed", ""),
    ("President Mohamed Doe of the Maldives spoke.", date(2011, 3, 1), "Doe", ""),
    ("Polish President Doda spoke.", DAY, "Doda", ""),
    ("Turkish President Demiral spoke.", date(1996, 3, 1), "Demiral", "Süleyman Demirel"),
]


@pytest.mark.parametrize(("text", "day", "family", "name"), CONTRADICTING, ids=[case[0][:30] for case in CONTRADICTING])
def test_a_written_name_is_never_another_person(world: World, text: str, day: date, family: str, name: str) -> None:
    entity = read(world, text, day).entities[0]
    assert (entity.family, entity.name if entity.person else "") == (family, name)


def test_kings_without_a_state_are_told_by_the_day(world: World) -> None:
    text = "His Majesty King Abdullah spoke."
    assert [read(world, text, date(year, 5, 2)).entities[0].country for year in (2007, 2019)] == ["", "JOR"]


def test_the_elect_stands_for_the_office_to_come(world: World) -> None:
    text = "Secretary-General-elect Guterres spoke. The secretary-general-elect left."
    found = read(world, text, date(2016, 11, 12))
    assert [(entity.family, entity.country) for entity in found.entities] == [("Guterres", "UN")]


def test_family_names_in_front_tell_no_gender(world: World) -> None:
    assert gazetteer_of(world).gender_of("wang") == ""
    assert gazetteer_of(world).gender_of("emmanuel") == "male"


@pytest.mark.parametrize(
    ("text", "name"),
    [("Prime Minister Sheikh Hasina", "Sheikh Hasina"), ("Mrs Hasina", "Sheikh Hasina"), ("Mr Hasina", "")],
)
def test_honorifics_contradict_a_gender_only_where_they_tell_one(world: World, text: str, name: str) -> None:
    entity = read(world, f"{text} spoke.").entities[0]
    assert (entity.name if entity.person else "") == name


def test_common_words_are_no_misspelt_leaders(world: World) -> None:
    assert not read(world, "They took that Route. Mass was said.", date(2018, 5, 2)).entities


def test_a_middle_name_does_not_take_a_title(world: World) -> None:
    found = read(world, "Robert Francis Prevost came after Pope Francis.", date(2025, 5, 8))
    assert [entity.name for entity in found.entities] == ["Leo XIV", "Francis"]


AT_HOME = [
    ("California Governor Jane Doe came.", "Doe", "USA"),
    ("Polish protesters met opposition leader Jane Doe.", "Doe", "POL"),
    ("A Ghanaian court heard former trade minister Jane Doe.", "Doe", "GHA"),
    ("Poland and Ghana agreed, says Mayor Jane Doe.", "Doe", "GHA"),
    ("Poland and Ghana agreed, says Trade Minister Jane Doe.", "Doe", ""),
]


@pytest.mark.parametrize(("text", "family", "country"), AT_HOME, ids=[case[0][:30] for case in AT_HOME])
def test_an_office_without_a_state_is_of_the_one_spoken_of(world: World, text: str, family: str, country: str) -> None:
    entity = next(entity for entity in read(world, text).entities if entity.kind is Kind.PERSON)
    assert (entity.family, entity.country) == (family, country)


def test_the_premier_of_a_province_leads_no_state(world: World) -> None:
    found = read(world, "Ontario Premier Jane Doe met the Canadian prime minister.")
    assert [entity.family for entity in found.entities] == ["Doe", "Trudeau"]
