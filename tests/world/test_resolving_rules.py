"""The rules of resolution one by one, on a small world made for the purpose."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.world import Certainty, Country, Organisation, Person, Reading, Tenure, Time, World, load_world

D = date.fromisoformat
PEOPLE = (
    Person("elder", "Carl Oak", family="Oak"),
    Person("younger", "Dan Oak", family="Oak"),
    Person("elm", "Recep Ömer Elm", family="Elm", called=("ROE",), aliases=("R. O. Elm",)),
    Person("ash", "Ash Ki-min", family="Ash"),
    Person("fir", "Ann Fir", family="Fir"),
    Person("pine", "Ivo Pine", family="Pine"),
    Person("queen", "Queen Mary II", family="Mary", aliases=("Mary II",)),
    Person("yew", "Tom Yew", family="Yew"),
    Person("lime", "Liz Lime", family="Lime"),
    Person("beech", "Max Beech", family="Beech"),
    Person("place", "Lou Nortown", family="Nortown"),
)
TENURES = (
    Tenure("elder", "head_of_state", "President", "NOR", D("1990-01-01"), D("1994-01-01")),
    Tenure("elder", "head_of_government", "President", "NOR", D("1990-01-01"), D("1994-01-01")),
    Tenure("younger", "head_of_state", "President", "NOR", D("2002-01-01"), D("2010-01-01")),
    Tenure("younger", "head_of_government", "President", "NOR", D("2002-01-01"), D("2010-01-01")),
    Tenure("elm", "head_of_government", "Prime Minister", "SUD", D("2000-01-01"), D("2012-01-01")),
    Tenure("queen", "head_of_state", "Queen", "SUD", D("1980-01-01"), D("2020-01-01")),
    Tenure("queen", "head_of_state", "Queen", "ISL", D("1980-01-01"), D("2020-01-01")),
    Tenure("ash", "foreign_minister", "Minister of Foreign Affairs", "SUD", D("2005-01-01"), D("2009-01-01")),
    Tenure("fir", "foreign_minister", "Secretary of State", "NOR", D("2004-01-01"), D("2009-01-01"), ("top diplomat",)),
    Tenure("pine", "spokesperson", "Old Palace spokesman", "NOR", D("2004-01-01"), D("2009-01-01")),
    Tenure("yew", "organisation_head", "Secretary-General of the League", "LEA", D("2004-01-01"), D("2009-01-01")),
    Tenure("yew", "head_of_state", "President", "NOR", D("2010-01-01"), D("2014-01-01")),
    Tenure("lime", "ambassador", "Ambassador to Sudonia", "NOR", D("2004-01-01"), D("2009-01-01")),
    Tenure("beech", "ambassador", "Ambassador to Norvia", "SUD", D("1991-01-01"), D("1992-01-01")),
    Tenure("place", "head_of_state", "President", "SUD2", D("2004-01-01"), D("2009-01-01")),
)
WORLD = World(
    PEOPLE,
    TENURES,
    (
        Country(
            "NOR",
            "Norvia",
            adjectives=("Norvian",),
            capital="Nortown",
            metonyms=("Old Palace",),
            leader="head_of_state",
        ),
        Country("SUD", "Sudonia", adjectives=("Sudonian",), demonyms=("Sudonian",), capital="Sudtown"),
        Country("ISL", "Isle", adjectives=("Islish",)),
        Country("SUD2", "Second Sudonia", leader="head_of_state"),
    ),
    (Organisation("LEA", "League", aliases=("League of States",)),),
)
DAY = D("2006-06-01")


def who(mention: str, on: date | None = DAY, *context: str, country: str = "", issuer: str = "") -> str:
    found = WORLD.resolve(mention, on=on, context=context, country=country, issuer=issuer)
    return found.person.id if found.person else ""


@pytest.mark.parametrize(
    "name",
    [
        "Recep Ömer Elm",
        "RECEP OMER ELM",
        "Elm Recep Ömer",
        "Recep Elm",
        "R. O. Elm",
        "Mr Recep Elm",
        "Recep T. Ömer Elm",
    ],
)
def test_a_whole_name_however_it_is_written(name: str) -> None:
    assert who(name) == "elm"
    assert WORLD.resolve(name, on=DAY).certainty is Certainty.EXACT


def test_a_name_much_alike_needs_an_office_that_fits() -> None:
    assert who("Prime Minister Recep Long Elm") == "elm"
    assert who("Doctor of Laws Rob Elm", D("2019-01-01")) == ""


def test_the_day_tells_namesakes_apart() -> None:
    assert who("President Oak", D("1991-06-01")) == "elder"
    assert who("President Oak") == "younger"
    assert who("Oak") == "younger"
    assert [other.person.id for other in WORLD.resolve("President Oak", on=DAY).alternatives] == ["elder"]
    assert who("Oak", None) == ""


def test_former_elect_and_the_title_kept_for_life() -> None:
    assert who("former President Oak", D("1997-01-01")) == "elder"
    assert who("ex-President Carl Oak") == "elder"
    assert who("former President Oak", D("2011-01-01")) == "younger"
    assert who("President Oak", D("1997-01-01")) == "elder"
    assert who("president-elect Yew", D("2009-12-01")) == "yew"
    assert who("the Norvian president-elect", D("2009-12-01")) == "yew"
    assert who("the Norvian president-elect", D("2008-01-01")) == ""
    assert who("the former Norvian president", D("2001-01-01")) == "elder"
    assert who("the former Norvian president", D("2013-01-01")) == ""


def test_new_is_whoever_took_the_office_just_before_the_day_or_soon_after() -> None:
    assert who("the Norvian president", D("2009-12-01")) == "younger"
    assert who("the new Norvian president", D("2009-12-01")) == "yew"
    assert who("Norvia's newly elected president", D("2009-12-01")) == "yew"
    assert who("the new Norvian president", D("2010-02-01")) == "yew"
    assert who("the new Norvian president", D("2002-10-01")) == "younger"
    assert who("the new Norvian president", DAY) == ""  # he has been there for years


def test_an_office_of_whoever_is_named_before_it() -> None:
    assert who("Elm's foreign minister") == "ash"
    assert who("Recep Elm's minister of foreign affairs") == "ash"
    assert who("Nobody's foreign minister") == ""
    assert who("President Oak's") == "younger"


def test_an_honorific_tells_women_from_men() -> None:
    world = World(
        (Person("he", "Al Fig", family="Fig", gender="male"), Person("she", "Bo Fig", family="Fig", gender="female")),
        (
            Tenure("he", "head_of_state", "President", "NOR", D("1993-01-01"), D("2001-01-01")),
            Tenure("she", "foreign_minister", "Secretary of State", "NOR", D("2009-01-01"), D("2013-01-01")),
        ),
        WORLD.countries.values(),
    )
    days = {"Mr Fig": "2010-01-01", "Mrs. Fig": "2010-01-01", "Mrs Fig": "1995-01-01", "Fig": "1995-01-01"}
    found = {words: world.resolve(words, on=D(day)).person for words, day in days.items()}
    expected = {"Mr Fig": "he", "Mrs. Fig": "she", "Mrs Fig": None, "Fig": "he"}
    assert {words: person.id if person else None for words, person in found.items()} == expected


def test_a_title_that_is_another_s_is_no_match() -> None:
    assert who("Foreign Minister Elm") == ""
    assert who("Prime Minister Fir") == ""
    assert who("Ambassador Fir") == ""
    assert who("Secretary Fir") == "fir"


def test_the_only_head_of_a_name_is_meant_by_another_head_s_title() -> None:
    assert who("President Elm") == "elm"
    assert who("President Fir") == ""


@pytest.mark.parametrize(
    ("mention", "person"),
    [
        ("the Norvian president", "younger"),
        ("Norvia's president", "younger"),
        ("president of Norvia", "younger"),
        ("norvian leader", "younger"),
        ("Sudonia's leader", "elm"),
        ("the Sudonian prime minister", "elm"),
        ("the Sudonian premier", "elm"),
        ("Sudonian foreign minister", "ash"),
        ("Sudonia's top diplomat", "ash"),
        ("Norvian Secretary of State", "fir"),
        ("the Queen of Sudonia", "queen"),
        ("the Islish monarch", "queen"),
        ("the League chief", "yew"),
        ("Secretary-General of the League of States", "yew"),
        ("Old Palace spokeswoman", "pine"),
        ("the Old Palace leader", "younger"),
        ("Norvian ambassador to Sudonia", "lime"),
    ],
)
def test_an_office_of_the_day(mention: str, person: str) -> None:
    found = WORLD.resolve(mention, on=DAY)
    assert who(mention) == person
    assert found.certainty is Certainty.BY_OFFICE
    assert found.tenure is not None


@pytest.mark.parametrize(
    "mention",
    [
        "a Norvian president", "the president", "the Norvian king", "the Norvian prime minister of health",
        "Norvia", "the Old Palace", "Nortown", "the talks", "", "...", "Bob Nobody", "Nobody",
        "the president of Nowhere",
    ],
)  # fmt: skip
def test_nobody_is_better_than_the_wrong_one(mention: str) -> None:
    assert who(mention) == ""


def test_what_the_unknown_are_called_is_kept() -> None:
    found = WORLD.resolve("Norvian Foreign Minister Bob Nobody", on=DAY)
    assert (found.person, found.name, found.post, found.country) == (
        None, "Bob Nobody", "Norvian Foreign Minister", "NOR",
    )  # fmt: skip


def test_a_counterpart_holds_the_same_office_in_the_other_state() -> None:
    assert who("her Sudonian counterpart", DAY, "Ann Fir") == "ash"
    assert who("his Norvian counterpart", DAY, "the Sudonian foreign minister") == "fir"
    assert who("Fir's Sudonian counterpart") == "ash"
    assert who("his Sudonian counterpart", DAY, "President Oak") == "elm"  # leaders meet leaders
    assert who("his Sudonian counterpart") == ""
    assert who("his Sudonian counterpart, Ash Ki-min", DAY, "Ann Fir") == "ash"


def test_state_and_context_and_issuer_stand_in_for_the_state_not_named() -> None:
    assert who("the president", country="NOR") == "younger"
    assert who("the president", issuer="Norvian Ministry") == "younger"
    assert who("his foreign minister", DAY, "Prime Minister Elm") == "ash"
    assert who("the country's foreign minister", DAY, "Ann Fir") == "fir"


def test_the_context_names_whom_a_bare_name_means() -> None:
    assert who("Oak", D("2006-06-01"), "Carl Oak, the former president") == "elder"
    assert who("Pine", DAY, "Norvian spokesman Ivo Pine") == "pine"


def test_a_monarch_of_several_states_stands_for_the_one_with_most_offices() -> None:
    found = WORLD.resolve("Mary II", on=DAY)
    assert (found.person and found.person.id, found.country) == ("queen", "SUD")
    assert who("Mary IV") == ""


def test_long_after_a_lesser_office_it_is_a_namesake() -> None:
    assert who("Max Beech", D("1993-01-01")) == "beech"
    assert who("Max Beech") == ""
    assert who("Max Beech", country="SUD") == "beech"
    assert who("Sudonia's Max Beech") == "beech"


def test_a_last_name_that_is_a_place_follows_a_title() -> None:
    assert who("President Nortown") == "place"


def test_several_are_told_as_alternatives() -> None:
    found = WORLD.resolve("the leaders of Norvia and Sudonia", on=DAY)
    assert found.person is None
    assert {other.person.id for other in found.alternatives} == {"younger", "elm"}


def test_a_mention_may_be_given_in_parts() -> None:
    assert WORLD.resolve(Reading(name="Oak", title="president", codes=("NOR",)), on=DAY).person == PEOPLE[1]
    former = Reading(name="Oak", title="president", time=Time.FORMER)
    assert WORLD.resolve(former, on=D("1997-01-01")).person == PEOPLE[0]


WORDS = st.sampled_from(
    "the former President Prime Minister of Oak Elm Norvia Norvian 's his counterpart and , ( ) - elect Nortown".split()
)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=8).map(" ".join) | st.text(max_size=40), st.dates() | st.none())
def test_any_words_get_an_answer_with_a_reason(mention: str, on: date | None) -> None:
    found = WORLD.resolve(mention, on=on, context=["Ann Fir"])
    assert found.reason
    assert (found.person is None) == (found.certainty is Certainty.UNKNOWN)


@pytest.mark.parametrize("case", [str.lower, str.upper])
def test_case_does_not_matter_for_names(case: object) -> None:
    assert callable(case)
    found = load_world().resolve(case("Vladimir Putin"), on=D("2017-05-02"))
    assert found.person is not None
    assert found.person.name == "Vladimir Putin"
