"""Who is mentioned: one test for each kind of wording."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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


def test_groups_stand_for_their_states(world: World) -> None:
    text = "The Israeli and Hamas delegations met Russian and Ukrainian negotiators. The Senegalese government agreed."
    found = read(world, text)
    assert [(m.entity.country, m.entity.kind) for m in found.text if m.entity] == [
        ("ISR", Kind.STATE),
        ("HAMAS", Kind.ORGANISATION),
        ("RUS", Kind.STATE),
        ("UKR", Kind.STATE),
        ("SEN", Kind.STATE),
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


MORE = [
    ("Messrs. Ivanov and Powell spoke.", date(2002, 5, 7), {"Messrs. Ivanov": "Ivanov/RUS", "Powell": "Powell/USA"}),
    ("A Putin-Trump meeting is near.", DAY, {"Putin": "Putin/RUS", "Trump": "Trump/USA"}),
    (
        "It was a meeting of the U.S. counterpart Joe Biden.",
        date(2021, 5, 20),
        {"the U.S. counterpart Joe Biden": "Biden/USA"},
    ),
    (
        "The Russian president's press secretary Dmitry Peskov spoke.",
        DAY,
        {"The Russian president's press secretary Dmitry Peskov": "Peskov/RUS"},
    ),
    (
        "State Councilor and Foreign Minister Wang Yi spoke.",
        date(2022, 5, 2),
        {"State Councilor and Foreign Minister Wang Yi": "Wang/CHN"},
    ),
    (
        "Presidents Yamandu Orsi (Uruguay) and Santiago Peña (Paraguay) came.",
        date(2025, 7, 3),
        {"Presidents Yamandu Orsi (Uruguay)": "Orsi/URY", "Santiago Peña (Paraguay)": "Peña/PRY"},
    ),
    (
        "The Minister for Foreign Affairs of Japan Jane Doe spoke.",
        DAY,
        {"The Minister for Foreign Affairs of Japan Jane Doe": "Doe/JPN"},
    ),
    ("Netanyahu's media adviser, Jane Doe, spoke.", DAY, {"Netanyahu's media adviser, Jane Doe": "Doe/ISR"}),
    ("Lt. Gen. (retd.) Jane Doe spoke.", DAY, {"Lt. Gen. (retd.) Jane Doe": "Doe/"}),
    ('Lord John "Jack" Doe spoke.', DAY, {'Lord John "Jack" Doe': "Doe/"}),
    ("The foreign minister of a small country spoke to Lavrov.", DAY, {"Lavrov": "Lavrov/RUS"}),
    ("He ran for President of France.", DAY, {}),
    ("Ukraine's Pavlo Klimkin spoke.", DAY, {"Ukraine's Pavlo Klimkin": "Klimkin/UKR"}),
    (
        "President-elect Donald Trump came. The president-elect left; the U.S. president stayed.",
        date(2016, 12, 2),
        {
            "President-elect Donald Trump": "Trump/USA",
            "The president-elect": "Trump/USA",
            "the U.S. president": "Obama/USA",
        },
    ),
    ("Then-Secretary of State John Kerry spoke.", DAY, {"Then-Secretary of State John Kerry": "Kerry/USA"}),
    (
        "Hamas leader Khaled Mashal came; the Hamas leader left.",
        date(2012, 12, 8),
        {"Hamas leader Khaled Mashal": "Mashal/PSE", "the Hamas leader": "Mashal/PSE"},
    ),
    ("Nicolas Sarkozy spoke.", DAY, {"Nicolas Sarkozy": "Sarkozy/FRA"}),
    (
        "China spoke to Indonesia. President Soeharto left; the Indonesian president was tired.",
        date(1990, 8, 8),
        {"President Soeharto": "Soeharto/IDN", "the Indonesian president": "Soeharto/IDN"},
    ),
    (
        "Jane Doe, who is the Ghanaian foreign minister, spoke.",
        DAY,
        {"Jane Doe, who is the Ghanaian foreign minister": "Doe/GHA"},
    ),
    (
        "Vladimir Putin wrote to Parliament Speaker Jane Doe.",
        DAY,
        {"Vladimir Putin": "Putin/RUS", "Parliament Speaker Jane Doe": "Doe/RUS"},
    ),
    (
        "In May Theresa May spoke. May met Xi in May.",
        date(2018, 12, 1),
        {"Theresa May": "May/GBR", "May": "May/GBR", "Xi": "Xi/CHN"},
    ),
    (
        "Park Geun-hye of South Korea spoke; Ms Park left.",
        date(2015, 11, 29),
        {"Park Geun-hye of South Korea": "Park/KOR", "Ms Park": "Park/KOR"},
    ),
    ("At 4 P.M. it rained; at 5 pm it stopped.", DAY, {}),
    ("Johnson & Johnson closed; the Obama-Biden administration ended.", DAY, {}),
    (
        "The Office of the President of Russia thanked the Prime Minister of Japan for Norway's help.",
        DAY,
        {"the Prime Minister of Japan": "Abe/JPN"},
    ),
    (
        "Council President Charles Michel's Head of Cabinet Jane Doe spoke.",
        date(2021, 5, 2),
        {"Council President Charles Michel's Head of Cabinet Jane Doe": "Doe/EU"},
    ),
    (
        "Sergey Lavrov, the chief Russian diplomat, met the deputy Japanese foreign minister.",
        DAY,
        {
            "Sergey Lavrov, the chief Russian diplomat": "Lavrov/RUS",
            "the deputy Japanese foreign minister": "deputy Japanese foreign minister/JPN",
        },
    ),
    (
        "Trump met Kim and von der Leyen.",
        date(2019, 12, 30),
        {"Trump": "Trump/USA", "Kim": "Kim/PRK", "von der Leyen": "von der Leyen/EU"},
    ),
    ("They met Stubb.", date(2025, 8, 15), {"Stubb": "Stubb/FIN"}),
    ("Met with President Bush Jan. 13.", date(1990, 1, 12), {"President Bush": "Bush/USA"}),
    ("Jan Peter Balkenende spoke.", date(2004, 1, 12), {"Jan Peter Balkenende": "Balkenende/NLD"}),
    ("Iran's Zarif spoke.", DAY, {"Iran's Zarif": "Zarif/IRN"}),
    ("The Emir of Kuwait, Sheikh Sabah, spoke.", DAY, {"The Emir of Kuwait, Sheikh Sabah": "Sabah/KWT"}),
    (
        "German Chancellor & Party Chairwoman Angela Merkel spoke.",
        DAY,
        {"German Chancellor & Party Chairwoman Angela Merkel": "Merkel/DEU"},
    ),
    ("Former Israeli Prime Minister Olmert spoke.", DAY, {"Former Israeli Prime Minister Olmert": "Olmert/ISR"}),
]


@pytest.mark.parametrize(("text", "day", "expected"), MORE, ids=[case[0][:40] for case in MORE])
def test_wordings_of_real_news(world: World, text: str, day: date, expected: dict[str, str]) -> None:
    assert seen(read(world, text, day), text) == expected


def test_two_principals_are_two(world: World) -> None:
    issuer = "UK Government / Prime Minister's Office"
    found = read(world, "The Prime Minister and President Macron spoke.", date(2022, 8, 10), issuer=issuer)
    assert [label(mention) for mention in found.text] == ["Johnson/GBR", "Macron/FRA"]


def test_an_office_that_the_issuers_state_lacks_is_the_guests(world: World) -> None:
    text = "President Biden spoke with Prime Minister Boris Johnson. The President thanked the Prime Minister."
    found = read(world, text, date(2022, 4, 12), issuer="United States / White House")
    assert [label(mention) for mention in found.text] == ["Biden/USA", "Johnson/GBR", "Biden/USA", "Johnson/GBR"]


def test_a_foreign_minister_is_no_secretary_of_state(world: World) -> None:
    text = "Jake Sullivan met Turkish Foreign Minister Hakan Fidan. The Foreign Minister thanked him."
    found = read(world, text, date(2023, 8, 1), issuer="United States / White House")
    assert [label(mention) for mention in found.text] == ["Sullivan/USA", "Fidan/TUR", "Fidan/TUR"]


def test_the_georgian_is_a_person_and_the_georgian_army_is_not(world: World) -> None:
    text = "Mikheil Saakashvili came. The Georgian accepted. The Georgian army waited."
    found = read(world, text, date(2008, 8, 12))
    assert [(mention.form, label(mention)) for mention in found.text][:2] == [
        (Form.NAME, "Saakashvili/GEO"),
        (Form.NATIONALITY, "Saakashvili/GEO"),
    ]
    assert found.text[2].entity is not None
    assert found.text[2].entity.kind is Kind.STATE


def test_spouses_of_one_name_are_told_apart_by_title(world: World) -> None:
    text = "Bill Clinton and Hillary Clinton came. Mrs. Clinton spoke. President Clinton left."
    found = read(world, text, date(1999, 3, 1))
    keys = [mention.entity.key for mention in found.text if mention.entity]
    assert keys == [keys[0], keys[1], keys[1], keys[0]]
    assert keys[0] != keys[1]


def test_father_and_son_by_day(world: World) -> None:
    father = read(world, "President Bush spoke.", date(1991, 3, 1)).text[0].entity
    son = read(world, "President Bush spoke.", date(2004, 3, 1)).text[0].entity
    assert father is not None
    assert son is not None
    assert (father.name, son.name) == ("George H. W. Bush", "George W. Bush")


def test_a_last_name_resolves_before_its_full_name_stands(world: World) -> None:
    found = read(world, "Ms. Doe left early. Foreign Minister Jane Doe of Ghana had spoken.")
    assert [label(mention) for mention in found.text] == ["Doe/GHA", "Doe/GHA"]
    assert found.text[0].entity is found.text[1].entity


def test_the_visitor_of_a_note_has_the_country_in_brackets(world: World) -> None:
    text = "Prime Minister Doe (Nigeria) in the United States: Met with President Clinton."
    found = read(
        world, text, date(1999, 1, 5), "Prime Minister Doe visits the United States", "Office of the Historian"
    )
    assert found.speaker is not None
    assert (found.speaker.family, found.speaker.country) == ("Doe", "NGA")


def test_the_title_of_a_note_names_the_traveller(world: World) -> None:
    found = read(
        world, "Met with senior officials.", date(2003, 10, 17), "George W. Bush travels to Japan", "White House"
    )
    assert found.speaker is not None
    assert found.speaker.family == "Bush"


def test_a_release_speaks_for_the_head_of_its_state(world: World) -> None:
    found = read(world, "Nothing happened.", date(2021, 3, 30), issuer="President of Russia (the Kremlin)")
    assert found.speaker is not None
    assert (found.self_country, found.speaker.family) == ("RUS", "Putin")


WORDS = st.sampled_from(
    "President Putin's the Russian foreign minister and Angela Merkel of Germany , . ( ) Mr. J. “ ” ’s to Kyiv — "
    "U.S.-Russia former his counterpart bin al-Sharaa Jr. Foreign Ministers Queen O'Neill von der Leyen \n é".split(" ")
)


@given(st.lists(WORDS, max_size=25).map(" ".join), st.sampled_from([None, DAY]))
@settings(max_examples=100, deadline=None)
def test_mentions_are_sorted_disjoint_and_known(text: str, day: date | None) -> None:
    found = find_mentions(text, title=text, day=day, issuer="White House", world=load_world())
    for mentions in (found.title, found.text):
        assert all(mention.start < mention.end <= len(text) for mention in mentions)
        assert all(one.end <= other.start for one, other in pairwise(mentions))
        assert all(mention.entity is None or mention.entity in found.entities for mention in mentions)
        assert all(mention.entity or mention.form is Form.COUNTERPART for mention in mentions)
    assert len({entity.key for entity in found.entities}) == len(found.entities)
