"""Who is mentioned: one test for each kind of wording."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extraction.mentions import DocumentMentions, Form, Mention, find_mentions
from kg.model import Kind, Via
from kg.world import World, load_world

DAY = date(2017, 5, 2)


@pytest.fixture(scope="module")
def world() -> World:
    return load_world()


def read(world: World, text: str, day: date | None = DAY, title: str = "", issuer: str = "Wire") -> DocumentMentions:
    return find_mentions(text, title=title, day=day, issuer=issuer, world=world)


def seen(found: DocumentMentions, text: str) -> dict[str, str]:
    """Span -> who, for persons and posts."""
    return {
        text[mention.start : mention.end]: label(mention)
        for mention in found.text
        if mention.entity is None or mention.entity.kind in {Kind.PERSON, Kind.POST}
    }


def label(mention: Mention) -> str:
    entity = mention.entity
    return f"{entity.family or entity.post}/{entity.country}" if entity else f"?/{mention.country}"


CASES = [
    ("Chinese foreign minister Wang Yi spoke.", DAY, {"Chinese foreign minister Wang Yi": "Wang/CHN"}),
    ("Wang Yi, the Chinese foreign minister, spoke.", DAY, {"Wang Yi, the Chinese foreign minister": "Wang/CHN"}),
    ("Foreign Minister Sergey Lavrov spoke.", DAY, {"Foreign Minister Sergey Lavrov": "Lavrov/RUS"}),
    ("Minister of Mines Jane Doe of Ghana spoke.", DAY, {"Minister of Mines Jane Doe of Ghana": "Doe/GHA"}),
    ("The Russian foreign minister spoke.", DAY, {"The Russian foreign minister": "Lavrov/RUS"}),
    ("the U.S. Secretary of State spoke.", DAY, {"the U.S. Secretary of State": "Tillerson/USA"}),
    ("The French president spoke.", date(2021, 1, 2), {"The French president": "Macron/FRA"}),
    ("Germany's chancellor spoke.", DAY, {"Germany's chancellor": "Merkel/DEU"}),
    ("Japan's top diplomat spoke.", DAY, {"Japan's top diplomat": "Kishida/JPN"}),
    ("The Turkish leader spoke.", DAY, {"The Turkish leader": "Erdoğan/TUR"}),
    ("Yesterday Putin spoke.", DAY, {"Putin": "Putin/RUS"}),
    ("Vladimir V. Putin spoke.", DAY, {"Vladimir V. Putin": "Putin/RUS"}),
    (
        "Pope Francis met Crown Prince Mohammed bin Salman.",
        date(2018, 1, 1),
        {
            "Pope Francis": "Francis/VAT",
            "Crown Prince Mohammed bin Salman": "bin Salman/SAU",
        },
    ),
    (
        "UN Secretary-General António Guterres met EU foreign policy chief Federica Mogherini.",
        DAY,
        {
            "UN Secretary-General António Guterres": "Guterres/UN",
            "EU foreign policy chief Federica Mogherini": "Mogherini/EU",
        },
    ),
    (
        "The Russian and Turkish foreign ministers met.",
        DAY,
        {"The Russian": "Lavrov/RUS", "Turkish foreign ministers": "Çavuşoğlu/TUR"},
    ),
    (
        "The Presidents of Russia and the United States, Vladimir Putin and Donald Trump, spoke.",
        DAY,
        {
            "The Presidents of Russia and the United States, Vladimir Putin": "Putin/RUS",
            "Donald Trump": "Trump/USA",
        },
    ),
]


@pytest.mark.parametrize(("text", "day", "expected"), CASES, ids=[case[0][:40] for case in CASES])
def test_names_and_offices_resolve(world: World, text: str, day: date, expected: dict[str, str]) -> None:
    assert seen(read(world, text, day), text) == expected


def test_kings_of_one_name_are_told_apart(world: World) -> None:
    found = read(world, "King Abdullah II of Jordan met King Abdullah of Saudi Arabia.", date(2007, 5, 1))
    assert [entity.country for entity in found.entities] == ["JOR", "SAU"]
    assert all(entity.person for entity in found.entities)


def test_a_person_keeps_one_entity_under_all_names(world: World) -> None:
    text = "President Vladimir Putin met Angela Merkel. Mr. Putin smiled. The Russian leader left; Merkel stayed."
    found = read(world, text)
    assert len(found.entities) == 2
    assert [mention.entity.family for mention in found.text if mention.entity] == [
        "Putin",
        "Merkel",
        "Putin",
        "Putin",
        "Merkel",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Putin's spokesman spoke.",
        "The Kremlin spokesman spoke.",
        "The Russian deputy foreign minister spoke.",
        "The Russian ambassador spoke.",
        "Trump's adviser spoke.",
    ],
)
def test_a_helper_is_never_the_principal(world: World, text: str) -> None:
    found = read(world, text)
    assert [entity.kind for entity in found.entities] == [Kind.POST]
    assert not found.entities[0].person


def test_an_office_without_a_day_stays_a_post(world: World) -> None:
    found = read(world, "The French president spoke.", day=None)
    assert [(entity.kind, entity.name, entity.post, entity.country) for entity in found.entities] == [
        (Kind.POST, "", "French president", "FRA")
    ]


def test_well_known_names_need_no_day(world: World) -> None:
    found = read(world, "Putin called Trump. Vladimir Putin and Donald Trump agreed.", day=None)
    assert [(entity.name, entity.country) for entity in found.entities] == [
        ("Vladimir Putin", "RUS"),
        ("Donald Trump", "USA"),
    ]


def test_roles_say_that_they_are_roles(world: World) -> None:
    found = read(world, "The French president met Vladimir Putin.", date(2021, 1, 2))
    assert [mention.via for mention in found.text] == [Via.ROLE, Via.NAMED]
    assert found.text[0].post == "French president"


def test_the_prime_minister_of_a_release_is_the_issuers(world: World) -> None:
    issuer = "UK Government / Prime Minister's Office"
    found = read(world, "The Prime Minister spoke to President Macron.", date(2022, 10, 30), issuer=issuer)
    assert found.self_country == "GBR"
    assert [label(mention) for mention in found.text] == ["Sunak/GBR", "Macron/FRA"]


def test_the_prime_minister_of_a_newspaper_is_nobody(world: World) -> None:
    assert not read(world, "The Prime Minister spoke.", date(2022, 10, 30)).text


@pytest.mark.parametrize(
    "text",
    [
        "The Clinton Foundation closed.",
        "It was the Bush administration.",
        "He lives in Trump Tower.",
        "The president's office said so.",
        "They flew to Moscow on Monday in May.",
        "WASHINGTON, Feb 23 - Nothing happened.",
    ],
)
def test_things_are_no_persons(world: World, text: str) -> None:
    assert not [mention for mention in read(world, text).text if mention.form is not Form.STATE]


def test_counterpart_with_and_without_a_name(world: World) -> None:
    text = "Sergey Lavrov met his Turkish counterpart Mevlüt Çavuşoğlu, then his Polish counterpart."
    found = read(world, text)
    assert [(mention.form, label(mention)) for mention in found.text] == [
        (Form.NAME, "Lavrov/RUS"),
        (Form.NAME, "Çavuşoğlu/TUR"),
        (Form.COUNTERPART, "?/POL"),
    ]
    assert found.text[2].possessor == "his"


def test_states_capitals_and_metonyms(world: World) -> None:
    text = "Ankara and the Kremlin agreed; Russia and NATO met in Geneva and Moscow. U.S. envoys met the Taliban."
    found = read(world, text)
    assert [(text[m.start : m.end], m.form) for m in found.text] == [
        ("Ankara", Form.METONYM),
        ("the Kremlin", Form.METONYM),
        ("Russia", Form.STATE),
        ("NATO", Form.ORGANISATION),
        ("U.S. envoys", Form.STATE),
        ("the Taliban", Form.ORGANISATION),
    ]


def test_the_traveller_of_a_note_speaks(world: World) -> None:
    text = "George W. Bush (president) in Tokyo, Japan: Met with Prime Minister Koizumi."
    found = read(world, text, date(2003, 10, 17), "George W. Bush travels to Japan", "Office of the Historian")
    assert found.speaker is not None
    assert found.speaker.name == "George W. Bush"
    assert [label(mention) for mention in found.text if mention.form is Form.NAME] == [
        "Bush/USA",
        "Koizumi/JPN",
    ]
