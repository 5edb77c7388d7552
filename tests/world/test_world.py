"""Who held which office when, on a small world made for the purpose."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.world import Country, Occasion, Organisation, Person, Tenure, World
from kg.world.coverage import coverage
from kg.world.offices import OPEN_END

D = date.fromisoformat
PEOPLE = (
    Person("old", "Ann Old", aliases=("Anna B. Old",), family="Old"),
    Person("new", "Ben van Neu", family="van Neu", called=("Neu",)),
    Person("chief", "Jiang Xi", family="Jiang"),
    Person("twin", "Carl Old", family="Old"),
)
TENURES = (
    Tenure("old", "head_of_government", "Prime Minister", "AAA", D("2010-01-01"), D("2015-06-30"), confidence="high"),
    Tenure("new", "head_of_government", "Prime Minister", "AAA", D("2015-06-30"), None, seen=D("2024-01-31")),
    Tenure("old", "foreign_minister", "Foreign Minister", "AAA", D("2014-01-01"), D("2016-12-31")),
    Tenure("chief", "head_of_state", "President", "AAA", D("2000-01-01"), D("2020-12-31")),
    Tenure("twin", "head_of_government", "Premier", "AAA", D("2012-01-01"), D("2012-12-31"), confidence="low"),
    Tenure("chief", "head_of_state", "Emperor", "BBB", D("2000-01-01"), D("2020-12-31")),
)
WORLD = World(
    PEOPLE,
    TENURES,
    (
        Country("AAA", "Alland", names=("The Alls",), adjectives=("Allish",), demonyms=("Aller",), capital="Allton"),
        Country("BBB", "Beland", adjectives=("Allish",), metonyms=("Red House",), leader="head_of_state"),
        Country("SUN", "Soviet Union", adjectives=("Soviet",), capital="Allton"),
    ),
    (Organisation("ORG", "Great Organisation", aliases=("the Body",)),),
    (
        Occasion("G-2016", "G20", "G20 summit Allton 2016", D("2016-09-04"), D("2016-09-05"), "Allton", "AAA"),
        Occasion(
            "G-2017", "G20", "G20 summit Belton 2017", D("2017-07-07"), D("2017-07-08"), "Belton", "BBB", ("G20",)
        ),
    ),
)


def names(tenures: tuple[Tenure, ...]) -> list[str]:
    return [tenure.person for tenure in tenures]


def test_people_are_found_by_any_writing_of_the_whole_name() -> None:
    for name in ("Ann Old", "ANN OLD", "Anna Old", "Anna B. Old", "Dr Ann Old"):
        assert [person.id for person in WORLD.people_named(name)] == ["old"], name
    assert WORLD.people_named("Old") == ()


def test_people_are_called_by_family_name_and_several_may_share_it() -> None:
    assert {person.id for person in WORLD.people_called("old")} == {"old", "twin"}
    assert [person.id for person in WORLD.people_called("Van Neu")] == ["new"]
    assert [person.id for person in WORLD.people_called("Neu")] == ["new"]
    assert WORLD.people_called("Nobody") == ()


def test_offices_come_by_seniority_and_know_slack() -> None:
    assert [t.kind for t in WORLD.offices("old", D("2014-06-01"))] == ["head_of_government", "foreign_minister"]
    assert WORLD.offices("old", D("2017-01-15")) == ()
    assert [t.kind for t in WORLD.offices("old", D("2017-01-15"), slack_days=15)] == ["foreign_minister"]
    assert len(WORLD.offices("old", None)) == 2


def test_on_the_day_of_a_hand_over_the_later_start_comes_first() -> None:
    assert names(WORLD.holders("AAA", {"head_of_government"}, D("2015-06-30"))) == ["new", "old"]
    assert names(WORLD.holders("AAA", {"head_of_government"}, D("2015-06-29"))) == ["old"]


def test_the_better_known_of_two_claimants_comes_first() -> None:
    assert names(WORLD.holders("AAA", ("head_of_government",), D("2012-06-01"))) == ["old", "twin"]


def test_nobody_is_made_up() -> None:
    assert WORLD.holders("AAA", {"head_of_government"}, D("2009-12-31")) == ()
    assert WORLD.holders("AAA", {"defence_minister"}, D("2015-01-01")) == ()
    assert WORLD.holders("ZZZ", {"head_of_state"}, D("2015-01-01")) == ()
    long_after = D("2024-01-31") + OPEN_END + timedelta(days=1)
    assert WORLD.holders("AAA", {"head_of_government"}, long_after) == ()
    assert names(WORLD.holders("AAA", {"head_of_government"}, long_after - timedelta(days=1))) == ["new"]


def test_without_a_day_only_the_only_holder_ever_is_given() -> None:
    assert names(WORLD.holders("AAA", {"head_of_state"}, None)) == ["chief"]
    assert WORLD.holders("AAA", {"head_of_government"}, None) == ()


def test_the_leader_depends_on_the_country() -> None:
    heads = {code: WORLD.head(code, D("2014-01-01")) for code in ("AAA", "BBB", "ZZZ")}
    assert {code: head and head.office for code, head in heads.items()} == {
        "AAA": "Prime Minister",
        "BBB": "Emperor",
        "ZZZ": None,
    }


@given(st.dates(D("1990-01-01"), D("2030-12-31")), st.sampled_from(["AAA", "BBB"]))
def test_every_holder_could_hold_the_office_that_day(day: date, country: str) -> None:
    for tenure in WORLD.holders(country, {"head_of_government", "head_of_state"}, day):
        assert tenure.first <= day <= (tenure.last or D("2024-01-31") + OPEN_END)
        assert tenure in WORLD.offices(tenure.person, day)


def test_words_for_countries_and_organisations() -> None:
    senses = {
        text: (WORLD.geo[text].code, WORLD.geo[text].sense) for text in ("Alland", "The Alls", "Allton", "the Body")
    }
    assert senses == {
        "Alland": ("AAA", "name"),
        "The Alls": ("AAA", "name"),
        "Allton": ("AAA", "capital"),
        "the Body": ("ORG", "organisation"),
    }
    assert WORLD.country_of("Red House") == "BBB"
    assert WORLD.country_of("Allers") == "AAA"
    assert WORLD.country_of("nowhere") == ""
    assert {term.code for term in WORLD.senses("Allish")} == {"AAA", "BBB"}
    assert [term.code for term in WORLD.senses("Allton")] == ["AAA", "SUN"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"series_or_name": "G20", "on": D("2017-05-02")}, "G-2017"),
        ({"series_or_name": "G-20 summit", "on": D("2016-10-01")}, "G-2016"),
        ({"series_or_name": "the G20 summit", "city": "Belton"}, "G-2017"),
        ({"series_or_name": "G20", "year": 2016}, "G-2016"),
        ({"series_or_name": "G20 summit Belton 2017"}, "G-2017"),
        ({"series_or_name": "G20"}, None),
        ({"series_or_name": "G20", "on": D("2019-05-02")}, None),
        ({"series_or_name": "G20", "city": "Nowhere", "on": D("2017-05-02")}, None),
        ({"series_or_name": "G7", "on": D("2017-05-02")}, None),
    ],
)
def test_which_edition_of_a_summit_is_meant(asked: dict[str, object], found: str | None) -> None:
    occasion = WORLD.occasion(**asked)  # type: ignore[arg-type]
    assert (occasion.id if occasion else None) == found


def test_coverage_counts_countries_and_names_gaps() -> None:
    rows = {(row.kind, row.decade): row for row in coverage(WORLD, ("head_of_state", "head_of_government"), (2010,))}
    assert rows["head_of_state", 2010].countries == 2
    assert rows["head_of_state", 2010].known == 2
    assert rows["head_of_government", 2010].gaps == ("BBB",)
