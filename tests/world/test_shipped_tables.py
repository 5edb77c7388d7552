"""The tables that ship: every row sourced, and facts that anyone can look up."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kg.world import World, load_world
from kg.world.coverage import coverage
from kg.world.names import fold

DATA = Path(__file__).parents[2] / "kg" / "world" / "data"
SOURCED = ("people.csv", "tenures.csv", "countries.csv", "organisations.csv", "occasions.csv", "titles.csv")
D = date.fromisoformat


def rows(table: str) -> Iterator[dict[str, str]]:
    with (DATA / table).open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


@pytest.fixture(scope="module")
def world() -> World:
    return load_world()


@pytest.mark.parametrize("table", SOURCED)
def test_every_row_states_source_and_licence(table: str) -> None:
    licences = {row["id"]: row["licence"] for row in rows("sources.csv")}
    for number, row in enumerate(rows(table), 2):
        assert row["source"] in licences, f"{table}:{number}"
        assert row["licence"].split(" AND ")[0] == licences[row["source"]], f"{table}:{number}"


@pytest.mark.parametrize(
    ("table", "key"),
    [("people.csv", "id"), ("countries.csv", "code"), ("organisations.csv", "code"), ("occasions.csv", "id")],
)
def test_keys_are_unique(table: str, key: str) -> None:
    keys = [row[key] for row in rows(table)]
    assert len(keys) == len(set(keys))


def test_every_person_holds_an_office_and_every_office_belongs_to_a_known_country(world: World) -> None:
    assert all(world.tenures_of(person) for person in world.people)
    assert {tenure.country for tenure in world.tenures} <= {*world.countries, *world.organisations}
    assert {occasion.country for occasion in world.occasions.values()} <= set(world.countries)


def test_names_carry_no_leavings_of_tables(world: World) -> None:
    odd = [person.name for person in world.people.values() if set(person.name) & set('()[]|;,"0123456789')]
    assert odd == []
    shouting = [
        p.name for p in world.people.values() if any(len(w) > 3 and w.isupper() and w.isalpha() for w in p.name.split())
    ]
    assert shouting == []


def test_no_office_begins_after_it_was_last_seen(world: World) -> None:
    assert [tenure for tenure in world.tenures if tenure.seen and tenure.first > tenure.seen] == []


def test_one_person_is_in_the_tables_once(world: World) -> None:
    namesakes = {"mohamed abdelaziz", "pedro sanchez"}  # of the Polisario and of Libya; of Spain and of Colombia
    names = Counter(fold(person.name) for person in world.people.values())
    assert {name for name, count in names.items() if count > 1} == namesakes


def test_the_tables_stay_small() -> None:
    assert sum((DATA / table).stat().st_size for table in ("people.csv", "tenures.csv")) < 4_000_000


@pytest.mark.parametrize(
    ("country", "day", "leader"),
    [
        ("USA", "2017-05-02", "Donald Trump"),
        ("USA", "1962-10-22", "John F. Kennedy"),
        ("USA", "1995-06-01", "Bill Clinton"),
        ("RUS", "2017-05-02", "Vladimir Putin"),
        ("RUS", "2009-05-02", "Dmitry Medvedev"),
        ("RUS", "1995-05-02", "Boris Yeltsin"),
        ("SUN", "1962-10-22", "Nikita Khrushchev"),
        ("SUN", "1987-12-08", "Mikhail Gorbachev"),
        ("CHN", "2017-05-02", "Xi Jinping"),
        ("CHN", "1998-05-02", "Jiang Zemin"),
        ("FRA", "2017-05-13", "François Hollande"),
        ("FRA", "2017-05-14", "Emmanuel Macron"),
        ("DEU", "2017-05-02", "Angela Merkel"),
        ("GBR", "2003-03-20", "Tony Blair"),
        ("GBR", "2022-09-07", "Liz Truss"),
        ("ITA", "1995-06-01", "Lamberto Dini"),
        ("JPN", "2013-09-05", "Shinzo Abe"),
        ("IND", "2001-07-15", "Atal Bihari Vajpayee"),
        ("TUR", "2005-05-02", "Recep Tayyip Erdoğan"),
        ("TUR", "2016-05-02", "Recep Tayyip Erdoğan"),
        ("LBY", "2009-09-23", "Muammar Gaddafi"),
        ("GEO", "2008-08-12", "Mikheil Saakashvili"),
        ("GEO", "2020-01-02", "Giorgi Gakharia"),
        ("PAK", "2000-03-25", "Pervez Musharraf"),
        ("PAK", "2004-05-02", "Pervez Musharraf"),
        ("PAK", "2009-05-02", "Yousaf Raza Gilani"),
        ("ETH", "1993-05-02", "Meles Zenawi"),
        ("ETH", "2000-05-02", "Meles Zenawi"),
        ("TUR", "2020-05-02", "Recep Tayyip Erdoğan"),
        ("UKR", "2014-03-15", "Oleksandr Turchynov"),
        ("UKR", "2022-02-24", "Volodymyr Zelenskyy"),
        ("SYR", "2015-05-02", "Bashar al-Assad"),
        ("SYR", "2025-06-01", "Ahmed al-Sharaa"),
        ("AUT", "2019-10-01", "Brigitte Bierlein"),
        ("EGY", "2012-08-01", "Mohamed Morsi"),
        ("IRN", "2007-09-24", "Mahmoud Ahmadinejad"),
        ("IRQ", "1990-08-02", "Saddam Hussein"),
        ("SAU", "1990-08-06", "Fahd bin Abdulaziz Al Saud"),
        ("SAU", "2017-09-11", "Salman bin Abdulaziz Al Saud"),
        ("KOR", "2018-04-27", "Moon Jae-in"),
        ("PRK", "2018-04-27", "Kim Jong-un"),
        ("PRK", "2000-06-13", "Kim Jong-il"),
        ("MEX", "2017-05-02", "Enrique Peña Nieto"),
        ("BRA", "2005-05-02", "Luiz Inácio Lula da Silva"),
        ("BRA", "2023-05-02", "Luiz Inácio Lula da Silva"),
        ("CUB", "1995-05-02", "Fidel Castro"),
        ("MYS", "2018-06-01", "Mahathir Mohamad"),
        ("TCD", "2015-05-02", "Idriss Déby"),
        ("TCD", "2022-05-02", "Mahamat Déby"),
        ("YUG", "1999-05-02", "Slobodan Milošević"),
        ("PSE", "1994-09-01", "Yasser Arafat"),
        ("IRL", "2019-05-02", "Leo Varadkar"),
        ("POL", "2006-01-15", "Kazimierz Marcinkiewicz"),
    ],
)
def test_leaders_of_the_day(world: World, country: str, day: str, leader: str) -> None:
    head = world.head(country, D(day))
    assert head is not None
    assert fold(world.people[head.person].name) == fold(leader)


@pytest.mark.parametrize(
    ("country", "kind", "day", "holder"),
    [
        ("USA", "foreign_minister", "2017-05-02", "Rex Tillerson"),
        ("USA", "foreign_minister", "1974-05-07", "Henry Kissinger"),
        ("USA", "national_security_adviser", "2022-05-02", "Jake Sullivan"),
        ("USA", "defence_minister", "2003-03-20", "Donald Rumsfeld"),
        ("RUS", "foreign_minister", "2017-05-02", "Sergei Lavrov"),
        ("RUS", "foreign_minister", "1997-05-02", "Yevgeny Primakov"),
        ("TUR", "foreign_minister", "2015-05-02", "Mevlüt Çavuşoğlu"),
        ("TUR", "head_of_government", "2003-01-15", "Abdullah Gül"),
        ("FRA", "foreign_minister", "2016-06-01", "Jean-Marc Ayrault"),
        ("FRA", "head_of_government", "2018-05-02", "Édouard Philippe"),
        ("CHN", "head_of_government", "2023-06-01", "Li Qiang"),
        ("CHN", "foreign_minister", "2017-05-02", "Wang Yi"),
        ("IRN", "foreign_minister", "2015-07-14", "Mohammad Javad Zarif"),
        ("IRQ", "foreign_minister", "1990-08-02", "Tariq Aziz"),
        ("UN", "organisation_head", "2017-05-02", "António Guterres"),
        ("UN", "organisation_head", "1991-01-13", "Javier Pérez de Cuéllar"),
        ("NATO", "organisation_head", "2017-05-02", "Jens Stoltenberg"),
        ("EU", "foreign_minister", "2015-07-14", "Federica Mogherini"),
        ("SAU", "crown_prince", "2018-05-02", "Mohammed bin Salman"),
        ("VAT", "head_of_state", "2017-05-24", "Pope Francis"),
    ],
)
def test_holders_of_the_day(world: World, country: str, kind: str, day: str, holder: str) -> None:
    held = world.holders(country, {kind}, D(day))
    assert held
    assert fold(world.people[held[0].person].name) == fold(holder)


@pytest.mark.parametrize(
    ("bare", "name"),
    [
        ("Xi", "Xi Jinping"),
        ("Putin", "Vladimir Putin"),
        ("Lula", "Luiz Inácio Lula da Silva"),
        ("bin Salman", "Mohammed bin Salman"),
        ("MBS", "Mohammed bin Salman"),
        ("Abe", "Shinzo Abe"),
        ("Peña Nieto", "Enrique Peña Nieto"),
        ("López Obrador", "Andrés Manuel López Obrador"),
        ("Sisi", "Abdel Fattah el-Sisi"),
        ("el-Sisi", "Abdel Fattah el-Sisi"),
        ("Assad", "Bashar al-Assad"),
        ("Zelensky", "Volodymyr Zelenskyy"),
        ("Suu Kyi", "Aung San Suu Kyi"),
        ("Moon", "Moon Jae-in"),
        ("Ban", "Ban Ki-moon"),
        ("von der Leyen", "Ursula von der Leyen"),
        ("de Gaulle", "Charles de Gaulle"),
        ("Widodo", "Joko Widodo"),
        ("Jokowi", "Joko Widodo"),
        ("Mahathir", "Mahathir Mohamad"),
        ("Abiy", "Abiy Ahmed"),
        ("Thaksin", "Thaksin Shinawatra"),
        ("Trong", "Nguyen Phu Trong"),
    ],
)
def test_bare_names_of_the_news(world: World, bare: str, name: str) -> None:
    assert name in {person.name for person in world.people_called(bare)}


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Donald J. Trump", "Donald Trump"),
        ("Hassan Ruhani", "Hassan Rouhani"),
        ("Mohammed bin Salman Al Saud", "Mohammed bin Salman"),
        ("King Salman", "Salman bin Abdulaziz Al Saud"),
        ("Volodymyr Zelenskiy", "Volodymyr Zelenskyy"),
        ("Sergey Lavrov", "Sergei Lavrov"),
        ("Kim Jong Un", "Kim Jong-un"),
        ("Ban Kimoon", "Ban Ki-moon"),
        ("Gerhard Schröder", "Gerhard Schroeder"),
        ("Queen Elizabeth", "Elizabeth II"),
        ("Muammar al-Qadhafi", "Muammar Gaddafi"),
    ],
)
def test_full_names_in_other_writing(world: World, written: str, name: str) -> None:
    assert [person.name for person in world.people_named(written)] == [name]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("George W. Bush", "George H. W. Bush"),
        ("Idriss Déby", "Mahamat Déby"),
        ("Li Keqiang", "Li Qiang"),
        ("Kim Jong-il", "Kim Yong-il"),
        ("Hamad bin Khalifa Al Thani", "Khalifa bin Hamad Al Thani"),
    ],
)
def test_people_who_are_easily_taken_for_one(world: World, one: str, other: str) -> None:
    assert not set(world.people_named(one)) & set(world.people_named(other))


def test_words_that_stand_for_states(world: World) -> None:
    expected = {
        "Russian": "RUS", "Kremlin": "RUS", "White House": "USA", "U.S.": "USA", "Downing Street": "GBR",
        "Élysée": "FRA", "Elysee": "FRA", "Quai d'Orsay": "FRA", "Blue House": "KOR", "Cheong Wa Dae": "KOR",
        "Zhongnanhai": "CHN", "Foggy Bottom": "USA", "Briton": "GBR", "Korean": "KOR", "North Korean": "PRK",
        "Congolese": "COD", "Dominican": "DOM", "Guinean": "GIN", "Georgia": "GEO", "Kiev": "UKR", "Soviet": "SUN",
        "Holy See": "VAT", "Kosovar": "XKX", "European Commission": "EU", "Security Council": "UN",
        "Arab League": "LAS", "No 10": "GBR",
        "Taliban": "TALIBAN", "Hezbollah": "HEZBOLLAH", "FARC": "FARC", "Houthi": "HOUTHIS", "Dutch": "NLD",
    }  # fmt: skip
    assert {word: world.country_of(word) for word in expected} == expected


@pytest.mark.parametrize(
    ("words", "day", "first", "city"),
    [
        ("APEC summit", "1993-11-18", "1993-11-19", "Seattle"),
        ("ASEAN summit", "2004-11-29", "2004-11-29", "Vientiane"),
        ("East Asia Summit", "2011-11-18", "2011-11-19", "Bali"),
        ("COP15", "2009-12-18", "2009-12-07", "Copenhagen"),
        ("EU-Russia summit", "2007-05-16", "2007-05-17", "Samara"),
        ("Arab summit", "2002-03-28", "2002-03-27", "Beirut"),
        ("Munich Security Conference", "2007-02-11", "2007-02-09", "Munich"),
        ("Davos", "2002-02-01", "2002-01-31", "New York"),
        ("UN General Assembly", "2009-09-24", "2009-09-23", "New York"),
        ("Madrid conference", "1991-11-01", "1991-10-30", "Madrid"),
    ],
)
def test_summits_of_the_day(world: World, words: str, day: str, first: str, city: str) -> None:
    found = world.occasion(words, on=D(day))
    assert found is not None
    assert (str(found.first), found.city) == (first, city)


@pytest.mark.parametrize(
    ("series", "begin"),
    [("G20", 2008), ("BRICS", 2009), ("APEC", 1993), ("COP", 1995), ("UNGA", 1990), ("WEF", 1994), ("SCO", 2001)],
)
def test_yearly_series_lack_only_what_was_not_held(world: World, series: str, begin: int) -> None:
    held = {occasion.first.year for occasion in world.editions(series)}
    dropped = {("APEC", 2019), ("COP", 2020), ("WEF", 2021)}
    assert {year for year in range(begin, 2026) if year not in held and (series, year) not in dropped} == set()


def test_hamburg_was_in_2017(world: World) -> None:
    by_city, by_day = world.occasion("G20", city="Hamburg"), world.occasion("G20 summit", on=D("2017-05-02"))
    assert by_city == by_day
    assert by_city is not None
    assert (by_city.first, by_city.last, by_city.country) == (D("2017-07-07"), D("2017-07-08"), "DEU")


def test_leaders_of_almost_all_countries_are_known(world: World) -> None:
    rows = {(row.kind, row.decade): row for row in coverage(world)}
    for decade in (2000, 2010, 2020):
        assert rows["head_of_state", decade].known > 0.96 * rows["head_of_state", decade].countries
        assert rows["foreign_minister", decade].known > 170
