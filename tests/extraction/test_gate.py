from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.en.inflection import forms
from kg.extraction.en.lexicon import load_lexicon
from kg.extraction.gate import Gate


def test_whole_words_only() -> None:
    gate = Gate(["met", "call"])
    assert gate.opens_for("They MET.")
    assert not gate.opens_for("A metal recall.")


@given(st.text())
def test_any_text_passes_or_not_without_a_crash(text: str) -> None:
    assert Gate(["met"]).opens_for(f"{text} met ")


def test_letters_that_grow_in_lower_case_do_not_shift_the_words() -> None:
    assert Gate(["met"]).opens_for("İİİ met")
    assert not Gate(["met"]).opens_for("İİİmetİ")


def test_forms() -> None:
    assert forms("meet") == {"meet", "meets", "met", "meeting"}
    assert {"telephone", "telephones", "telephoned", "telephoning"} == forms("telephone")
    assert "parleys" in forms("parley")


def test_the_shipped_gate_knows_the_triggers() -> None:
    gate = load_lexicon().contacts.gate
    assert all(gate.opens_for(word) for word in ("spoke", "meetings", "telephoned", "talks", "received", "wrote"))
    assert not gate.opens_for("The harvest was good and prices fell.")
