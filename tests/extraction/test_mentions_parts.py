"""The parts of mention detection, each alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import RuleError
from kg.extraction.en.mentions.gazetteer import Gazetteer, gazetteer_of
from kg.extraction.en.mentions.issuer import dateline_country, note_heading, official_country
from kg.extraction.en.mentions.names import NameReader
from kg.extraction.en.mentions.pairs import split_pairs
from kg.extraction.en.mentions.persons import alike
from kg.extraction.en.mentions.rules import TitleRules
from kg.extraction.en.mentions.titles import Time, TitleReader, classify
from kg.extraction.en.mentions.tokens import tokenize
from kg.extraction.rulebook import load_rules
from kg.world import load_world


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return gazetteer_of(load_world())


@given(st.text(max_size=80))
def test_tokens_are_slices_of_the_text(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert "".join(token.text for token in tokens) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Putin's U.S. trip", ["Putin", "'s", "U.S.", "trip"]),
        ("Lt. Gen. B.J. Habibie", ["Lt.", "Gen.", "B.J.", "Habibie"]),
        ("then-President-elect O’Neill", ["then", "-", "President", "-", "elect", "O’Neill"]),
        ("Santos' Kim Jong-un", ["Santos", "'", "Kim", "Jong-un"]),
        ("U.S.-Russia", ["U.S.", "-", "Russia"]),
    ],
)
def test_words_that_news_joins(text: str, words: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == words


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("president", "president"),
        ("vice president", "deputy_head"),
        ("prime minister", "head_of_government"),
        ("chancellor of the exchequer", "finance_minister"),
        ("minister for europe and foreign affairs", "foreign_minister"),
        ("secretary of state", "foreign_minister"),
        ("under secretary of state", "deputy_foreign_minister"),
        ("deputy foreign minister", "deputy_foreign_minister"),
        ("assistant to the president for national security affairs", "security_adviser"),
        ("press secretary", "spokesperson"),
        ("permanent representative to the united nations", "un_ambassador"),
        ("opposition leader", ""),
        ("business leader", ""),
    ],
)
def test_titles_fall_into_classes(title: str, name: str) -> None:
    assert classify(title).name == name


@pytest.mark.parametrize(
    ("text", "length", "time", "plural"),
    [
        ("Secretary of State and National Security Adviser X", 7, Time.NOW, False),
        ("former prime minister of Italy spoke", 5, Time.PAST, False),
        ("President-elect X", 3, Time.FUTURE, False),
        ("foreign ministers of India and Pakistan met", 6, Time.NOW, True),
        ("Chairman of the Joint Chiefs of Staff Mark X", 7, Time.NOW, False),
        ("Prime Minister and President X", 2, Time.NOW, False),
        ("Ambassador to Russia X", 3, Time.NOW, False),
        ("President to Russia", 1, Time.NOW, False),
    ],
)
def test_titles_end_where_they_end(gazetteer: Gazetteer, text: str, length: int, time: Time, plural: bool) -> None:
    title = TitleReader(tokenize(text), gazetteer).read(0)
    assert title is not None
    assert (title.last, title.time, title.plural) == (length, time, plural)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Joseph R. Biden, Jr. met", "Joseph R. Biden"),
        ("Mohammed bin Salman met", "Mohammed bin Salman"),
        ("Ursula von der Leyen met", "Ursula von der Leyen"),
        ("al-Sharaa met", "al-Sharaa"),
        ("Henry A. (Heinz Alfred) Kissinger met", "Henry A. Kissinger"),
        ("Blue Lagoon Services", None),
        ("Monday Putin", None),
        ("Hong Kong", None),
    ],
)
def test_names_have_a_shape(gazetteer: Gazetteer, text: str, name: str | None) -> None:
    found = NameReader(tokenize(text), gazetteer).read(0)
    assert (found.text if found else None) == name


def test_honorifics_tell_gender_and_end_before_the_name(gazetteer: Gazetteer) -> None:
    names = NameReader(tokenize("H.E. Mrs. Doe and Mr Major said"), gazetteer)
    assert names.honorific(0) == (2, "female")
    assert names.honorific(4) == (5, "male")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the Putin-Trump meeting", ["the", "Putin", "-", "Trump", "meeting"]),
        ("met Jean-Yves Le Drian", ["met", "Jean-Yves", "Le", "Drian"]),
        ("met Ben-Ami there", ["met", "Ben-Ami", "there"]),
    ],
)
def test_pairs_are_split_and_double_names_are_not(gazetteer: Gazetteer, text: str, words: list[str]) -> None:
    assert [token.text for token in split_pairs(tokenize(text), gazetteer)] == words


@pytest.mark.parametrize(
    ("issuer", "code"),
    [
        ("UK Government / Prime Minister's Office", "GBR"),
        ("United States / White House", "USA"),
        ("President of Russia (the Kremlin)", "RUS"),
        ("Ministry of External Affairs of India", "IND"),
        ("Holy See Press Office", "VAT"),
        ("Office of the Historian", "USA"),
        ("Russian News Agency", ""),
        ("Wire", ""),
    ],
)
def test_official_issuers_speak_for_their_state(gazetteer: Gazetteer, issuer: str, code: str) -> None:
    assert official_country(issuer, gazetteer) == code


def test_headings_of_notes(gazetteer: Gazetteer) -> None:
    note = note_heading("", "President Doe (Nigeria) in the United States: Met with him.", gazetteer)
    assert note is not None
    assert (note.visited, note.traveller, note.in_text) == ("USA", "NGA", True)
    assert note_heading("Jane Doe visits Japan", "She met him.", gazetteer) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [("ISLAMABAD, July 17: The", "PAK"), ("Paris, Monday 21 February", "FRA"), ("The talks, he said", "")],
)
def test_datelines(gazetteer: Gazetteer, text: str, code: str) -> None:
    assert dateline_country(text, gazetteer) == code


@pytest.mark.parametrize(
    ("one", "other", "same"), [("bill", "william", True), ("w", "warren", True), ("ann", "bob", False)]
)
def test_first_names_can_be_short(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is same


def test_a_rule_file_that_does_not_fit_is_named(tmp_path: Path) -> None:
    path = tmp_path / "titles.yaml"
    path.write_text("heads: president\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"titles\.yaml:1: field"):
        load_rules(path, TitleRules)
