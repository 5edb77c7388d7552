"""Spellings of one name meet; different names do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.world.names import core, fold, name_keys, spelled, spelling, tokens


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("Binali Yıldırım", "binali yildirim"),
        ("Lech Wałęsa", "lech walesa"),
        ("Babacar N'Diaye", "babacar ndiaye"),
        ("Ban Ki-moon", "ban ki moon"),
        ("J.D. Vance", "jd vance"),
        ("Peña  Nieto ", "pena nieto"),
        ("Владимир Путин", "vladimir putin"),
    ],
)
def test_fold(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(codec="ascii"), max_size=40))
def test_case_never_matters(text: str) -> None:
    assert name_keys(text.upper()) == name_keys(text.lower())


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("King Charles III", ("charles", "iii")),
        ("President", ("president",)),
        ("John F. Kennedy", ("john", "kennedy")),
        ("Martin Luther King Jr.", ("martin", "luther", "king")),
        ("Sir Keir Starmer", ("keir", "starmer")),
        ("J. D. Vance", ("j", "d", "vance")),
    ],
)
def test_core_drops_titles_initials_and_generation(name: str, left: tuple[str, ...]) -> None:
    assert core(tokens(name)) == left


@given(st.lists(st.text(alphabet="abcdefgh", min_size=1, max_size=6), min_size=1, max_size=6).map(tuple))
def test_core_never_loses_the_whole_name(words: tuple[str, ...]) -> None:
    assert core(words)
    assert set(core(words)) <= set(words)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelenskyy", "Zelenskiy"),
        ("Muhammad", "Mohamed"),
        ("Schröder", "Schroeder"),
        ("Akayev", "Akaev"),
        ("Kocharyan", "Kocharian"),
        ("Abdullah", "Abdallah"),
        ("Sergey", "Sergei"),
    ],
)
def test_spellings_that_meet(one: str, other: str) -> None:
    assert spelling(fold(one)) == spelling(fold(other))


@pytest.mark.parametrize(
    ("one", "other"), [("Macron", "Marcon"), ("Putin", "Putina"), ("Li Qiang", "Li Keqiang"), ("Bush", "Busch")]
)
def test_spellings_that_stay_apart(one: str, other: str) -> None:
    assert spelled(one) != spelled(other)
