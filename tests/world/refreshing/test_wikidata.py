"""Wikidata's statements become rows of the tables."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.world import Person, Tenure, World
from kg.world.wikidata import bare_name, table_rows

TODAY = date(2026, 8, 1)
CHIEF = {"kind": "head_of_state", "office": "Chief", "startPrecision": "11", "endPrecision": "11"}


def told(statement: str, person: str, name: str, start: str, **more: str) -> dict[str, str]:
    return CHIEF | {"statement": statement, "person": f"http://x/{person}", "name": name, "start": f"{start}T0"} | more


@pytest.mark.parametrize(
    ("name", "families", "expected"),
    [
        ("Xi Jinping", ["Xi"], "Xi"),
        ("Vladimir Putin", ["Putin"], "Putin"),
        ("Enrique Peña Nieto", ["Peña", "Nieto"], "Peña Nieto"),
        ("Jean-Yves Le Drian", ["Le Drian"], "Le Drian"),
        ("Van Rompuy Herman", ["Van Rompuy"], "Van Rompuy"),
        ("Recep Tayyip Erdoğan", ["Erdogan"], "Erdoğan"),
        ("Ferdinand Marcos Jr.", [], "Marcos"),
        ("Sukarno", [""], "Sukarno"),
    ],
)
def test_bare_names(name: str, families: list[str], expected: str) -> None:
    assert bare_name(name, families) == expected


@given(st.text(min_size=1).filter(lambda name: not name.isspace() and bool(name.split())), st.lists(st.text()))
def test_a_bare_name_is_made_of_words_of_the_name(name: str, families: list[str]) -> None:
    bare = bare_name(name, families).split()
    assert bare
    assert set(bare) <= set(name.split())


def test_several_solutions_of_one_statement_are_one_tenure() -> None:
    twice = [told("s1", "Q1", "Ana Paz Sol", "2001-02-03", familyName=each) for each in ("Sol", "Paz")]
    people, tenures = table_rows(reversed(twice), "FRA", World(), TODAY)
    assert len(tenures) == 1
    assert people[0]["family"] == "Paz Sol"


def test_an_open_tenure_that_another_took_up_has_ended() -> None:
    answer = [told("s1", "Q1", "Ana Sol", "2001-02-03"), told("s2", "Q2", "Bo Luz", "2005-06-07")]
    _, tenures = table_rows(answer, "FRA", World(), TODAY)
    assert [(row["person"], row["last"], row["seen"], row["confidence"]) for row in tenures] == [
        ("Q1", "2005-06-07", "", "low"),
        ("Q2", "", "2026-08-01", "medium"),
    ]


def test_a_tenure_that_ended_nobody_knows_when_is_left_out() -> None:
    answer = [told("s1", "Q1", "Ana Sol", "2001-02-03", ended="_:unknown")]
    assert table_rows(answer, "FRA", World(), TODAY)[1] == []
    answer.append(told("s2", "Q2", "Bo Luz", "2005-06-07"))
    assert [row["last"] for row in table_rows(answer, "FRA", World(), TODAY)[1]] == ["2005-06-07", ""]


@pytest.mark.parametrize(
    ("qid", "country", "expected"),
    [("", "FRA", "ana-sol"), ("Q1", "DEU", "ana-sol"), ("Q77", "FRA", "Q1"), ("", "DEU", "Q1")],
)
def test_a_person_of_the_tables_is_known_by_item_or_by_name_and_country(qid: str, country: str, expected: str) -> None:
    held = Tenure("ana-sol", "other", "Aide", country, date(1999, 1, 1), None)
    world = World([Person("ana-sol", "Ana Sol", qid=qid, family="Sol", called=("Anita",))], [held])
    (person,), (tenure,) = table_rows([told("s1", "Q1", "Ana Sol", "2001-02-03")], "FRA", world, TODAY)
    assert (person["id"], tenure["person"]) == (expected, expected)
    assert person["qid"] == "Q1"
    assert person["called"] == ("Anita" if expected == "ana-sol" else "")


@pytest.mark.parametrize("lacking", ["name", "office", "start", "startPrecision"])
def test_statements_that_say_too_little_are_left_out(lacking: str) -> None:
    solution = told("s1", "Q1", "Ana Sol", "2001-02-03")
    assert table_rows([{k: v for k, v in solution.items() if k != lacking}], "FRA", World(), TODAY) == ([], [])
