"""Whom a bare office means: somebody named before it, never the other side of its own sentence."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extraction.en.mentions.positions import Position
from kg.extraction.en.mentions.tokens import tokenize
from kg.extraction.mentions import DocumentMentions, find_mentions
from kg.world import World, load_world

DAY = date(2023, 6, 14)


@pytest.fixture(scope="module")
def world() -> World:
    return load_world()


def read(world: World, text: str, *, issuer: str = "Wire", title: str = "") -> DocumentMentions:
    return find_mentions(text, title=title, day=DAY, issuer=issuer, world=world)


def meant(found: DocumentMentions, text: str, words: str) -> str:
    """The family name behind the words, or empty."""
    start = text.index(words)
    return next((m.entity.family for m in found.text if m.start == start and m.entity), "")


BARE = [
    ("Pedro Sánchez landed in Oslo. The prime minister met Jonas Gahr Støre.", "The prime minister", "Sánchez"),
    ("Pedro Sánchez landed. The premier met Norwegian Prime Minister Jonas Gahr Støre.", "The premier", "Sánchez"),
    ("President Andrzej Duda flew out. He and Olaf Scholz spoke. The president left.", "The president", "Duda"),
    ("Annalena Baerbock spoke. The minister met her colleague Tanja Fajon.", "The minister", "Baerbock"),
    ("Annalena Baerbock spoke. The top diplomat met Tanja Fajon.", "The top diplomat", "Baerbock"),
    ("Trade Minister Jane Doe of Ghana came. The minister met Tanja Fajon.", "The minister", "Doe"),
    ("U.S. Ambassador Jane Doe met Olaf Scholz. The ambassador was glad.", "The ambassador", "Doe"),
    ("Qin Gang, the Chinese foreign minister, saw James Cleverly; the foreign secretary left.", "the foreign secretary",
     "Cleverly"),
    ("PM-designate Jane Doe of Ghana met President-elect Bola Tinubu. The president-elect left.", "The president-elect",
     "Tinubu"),
    ("Andrzej Duda met Gitanas Nausėda in Warsaw. The president then flew home.", "The president", "Duda"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "family"), BARE, ids=[case[0][:40] for case in BARE])
def test_a_bare_office_means_somebody_named_before(world: World, text: str, words: str, family: str) -> None:
    assert meant(read(world, text), text, words) == family


NOBODY = [
    ("The foreign minister also met Slovenian Foreign Minister Tanja Fajon.", "The foreign minister"),
    ("The president met Andrzej Duda. Andrzej Duda left.", "The president"),
    ("Andrzej Duda spoke to the president.", "the president"),
    ("Andrzej Duda and the president left.", "the president"),
    ("Pedro Sánchez spoke. The minister was silent.", "The minister"),
    ("The minister was silent.", "The minister"),
]


@pytest.mark.parametrize(("text", "words"), NOBODY, ids=[case[0][:40] for case in NOBODY])
def test_a_bare_office_means_nobody_of_its_own_clause(world: World, text: str, words: str) -> None:
    assert meant(read(world, text), text, words) == ""


def test_the_office_of_a_release_is_the_issuers(world: World) -> None:
    text = "The Foreign Minister met Slovenian Foreign Minister Tanja Fajon. The Foreign Minister thanked her."
    found = read(world, text, issuer="Ministry of Foreign Affairs of Estonia")
    assert [mention.entity.country for mention in found.text if mention.entity] == ["EST", "SVN", "EST"]


def test_an_office_that_the_issuers_state_calls_otherwise_is_the_guests(world: World) -> None:
    text = "The Prime Minister spoke to Chancellor Olaf Scholz. The Prime Minister and Chancellor agreed."
    found = read(world, text, issuer="UK Government / Prime Minister's Office")
    assert [mention.entity.family for mention in found.text if mention.entity] == ["Sunak", "Scholz", "Sunak", "Scholz"]


def test_short_heads_in_capitals_stand_alone(world: World) -> None:
    found = read(world, "PM spoke at 5 pm.", issuer="UK Government / Prime Minister's Office")
    assert [mention.entity.family for mention in found.text if mention.entity] == ["Sunak"]


def test_a_release_of_another_office_means_the_guest(world: World) -> None:
    text = "President Alar Karis met Prime Minister Petteri Orpo of Finland. The Prime Minister thanked him."
    found = read(world, text, issuer="Office of the President of Estonia")
    assert meant(found, text, "The Prime Minister") == "Orpo"


@pytest.mark.parametrize(
    ("between", "sentence", "clause"),
    [("met", 0, 0), ("and", 0, 0), (", and", 0, 0), ("left and", 0, 1), ("who met", 0, 1), ("left .", 1, 1)],
)
def test_positions_count_sentences_and_clauses(between: str, sentence: int, clause: int) -> None:
    here = Position().after(tokenize(between), tokenize("Duda")[0])
    assert here == Position(sentence, clause)
