"""Topics are found by their words, countries by the wording around them."""

from __future__ import annotations

import json
import os
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph
from rdflib.namespace import SKOS

from kg.extraction.en.topic_rules import load_topic_rules, numbers
from kg.extraction.phrases import PhraseIndex, lowered
from kg.extraction.topics import TopicFinder
from kg.resources import shipped
from kg.world import World, load_world
from kg.world.types import Country

WORLD = World(
    countries=[
        Country("FRA", "France", adjectives=("French",), capital="Paris", metonyms=("Elysee",)),
        Country("PRK", "North Korea", adjectives=("North Korean",), capital="Pyongyang"),
        Country("KOR", "South Korea", names=("Korea",), adjectives=("South Korean", "Korean"), capital="Seoul"),
        Country("SYR", "Syria", adjectives=("Syrian",), demonyms=("Syrian",), capital="Damascus"),
        Country("UKR", "Ukraine", adjectives=("Ukrainian",), capital="Kyiv"),
        Country("TUR", "Turkey", adjectives=("Turkish",), capital="Ankara"),
        Country("USA", "United States", names=("US", "America"), adjectives=("American",), capital="Washington"),
    ]
)


@pytest.fixture(scope="module")
def finder() -> TopicFinder:
    return TopicFinder(WORLD)


def topics(finder: TopicFinder, text: str, exclude: frozenset[str] = frozenset()) -> set[str]:
    return {hit.topic for hit in finder.find(text, exclude=exclude)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trade and energy", {"trade", "energy"}),
        ("TARIFFS on cars", {"trade"}),
        ("the fight against terrorism", {"counter-terrorism"}),
        ("counter-terrorism and arms control", {"counter-terrorism", "arms-control"}),
        ("their nuclear programmes", {"nuclear"}),
        ("a cessation of hostilities", {"ceasefire"}),
        ("a cessation\nof hostilities", {"ceasefire"}),
        ("refugees and asylum-seekers", {"migration"}),
        ("people-to-people contacts", {"education-culture"}),
        ("how to end the war", {"peace-process"}),
        ("a possible end to the invasion", {"peace-process"}),
        ("the invasion", {"armed-conflict"}),
        ("his condolences over the flood", {"condolences", "disaster-relief"}),
        ("her condolences after the bombing of a market", {"terrorism-attack-condolence"}),
        ("her condolences in connection with the terrorist attack", {"terrorism-attack-condolence"}),
        ("the rights of AI", {"artificial-intelligence", "technology"}),
        ("food security", {"food-security"}),
        ("energy security", {"energy"}),
    ],
)
def test_words_tell_topics(finder: TopicFinder, text: str, expected: set[str]) -> None:
    assert topics(finder, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "an oil painting",
        "a climate of fear",
        "they traded barbs",
        "to trade barbs in public",
        "tear gas",
        "the Security Council",
        "the national security adviser",
        "the defence minister",
        "Democratic senators",
        "the First World War",
        "with open arms",
        "a conflict of interest",
        "his health",
        "the department of energy",
        "ai weiwei",
        "gassed",
        "warm words",
        "",
    ],
)
def test_false_friends_tell_nothing(finder: TopicFinder, text: str) -> None:
    assert topics(finder, text) == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("the Syrian crisis", "SYR"),
        ("the situation in Syria", "SYR"),
        ("the situation in eastern Ukraine", "UKR"),
        ("the fight against terrorism in Syria", "SYR"),
        ("the situation around North Korea", "PRK"),
        ("the Korean peninsula", "PRK"),
        ("sanctions on Pyongyang", "PRK"),
        ("Syria", "SYR"),
        ("Turkey's role", "TUR"),
        ("On Monday, Syria was discussed", "SYR"),
        ("Ukraine’s defence", "UKR"),
        ("safe zones for the Syrians", "SYR"),
    ],
)
def test_countries_that_are_subjects(finder: TopicFinder, text: str, code: str) -> None:
    assert {topic for topic in topics(finder, text) if topic.startswith("country:")} == {f"country:{code}"}


@pytest.mark.parametrize(
    "text",
    [
        "the French president",
        "Ukraine's foreign minister",
        "Ukraine’s new foreign minister",
        "the US secretary of state",
        "over dinner in France",
        "after landing at Ankara",
        "in Paris, France",
        "Latin America",
        "a roast turkey",
        "a French dinner",
        "meeting us soon",
    ],
)
def test_countries_that_are_none(finder: TopicFinder, text: str) -> None:
    assert topics(finder, text) == set()


def test_a_list_of_countries_is_read_as_its_first(finder: TopicFinder) -> None:
    assert topics(finder, "talks in France, Turkey and Ukraine") == set()
    assert topics(finder, "on Syria, Turkey and Ukraine") == {"country:SYR", "country:TUR", "country:UKR"}


def test_the_participants_own_countries_are_left_out(finder: TopicFinder) -> None:
    text = "the crises in Syria and Ukraine"
    assert topics(finder, text, frozenset({"UKR"})) == {"country:SYR"}


def test_hits_tell_where_the_words_stand(finder: TopicFinder) -> None:
    text = "İstanbul: “trade”, then Syria"
    assert [text[hit.start : hit.end] for hit in finder.find(text)] == ["trade", "Syria"]


def test_every_topic_has_words_and_every_word_a_topic() -> None:
    scheme = Graph().parse(shipped("ontology") / "topics.ttl")
    concepts = {str(concept).rsplit("/", 1)[1] for concept in scheme.subjects(SKOS.broader)}
    assert set(load_topic_rules().topics) == concepts


def test_every_word_of_the_lexicon_tells_its_topic(finder: TopicFinder) -> None:
    rules = load_topic_rules()
    for phrase, expected in (rules.phrases() | rules.cased_phrases()).items():
        found = {hit.topic for hit in finder.find(phrase) if not hit.topic.startswith("country:")}
        assert set(expected) <= found, phrase


def test_no_false_friend_tells_a_topic(finder: TopicFinder) -> None:
    for words in load_topic_rules().false_friends.values():
        assert {word: found for word in words if (found := topics(finder, word))} == {}


@pytest.mark.parametrize(
    ("word", "plural"), [("treaty", "treaties"), ("clash", "clashes"), ("crisis", "crises"), ("day", "days")]
)
def test_plurals(word: str, plural: str) -> None:
    assert numbers(word) == (word, plural)


def gold_topics() -> set[str]:
    shared = Path(os.environ.get("KG_SHARED", Path(__file__).parents[3] / "shared"))
    files = sorted((shared / "gold").glob("*_dev.jsonl"))
    if not files:
        pytest.skip("the annotated articles are not beside the checkout (set KG_SHARED)")
    lines = (json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines())
    return {topic for article in lines for claim in article["claims"] for topic in claim["topics"]}


def test_every_annotated_topic_can_be_told() -> None:
    known = set(load_topic_rules().topics) | {f"country:{code}" for code in load_world().countries}
    assert gold_topics() - known == set()


@given(
    st.lists(st.text("ab -'’\n", min_size=1, max_size=5), min_size=1, max_size=6), st.text("abİA -’'\n", max_size=40)
)
def test_phrases_never_overlap_and_stand_where_they_are_found(phrases: list[str], text: str) -> None:
    hits = list(PhraseIndex({phrase: phrase for phrase in phrases}).find(text))
    assert all(one.end <= other.start for one, other in pairwise(hits))
    for hit in hits:
        assert alike(text[hit.start : hit.end]) == alike(hit.value)


@given(st.text())
def test_lower_case_keeps_every_code_point_in_place(text: str) -> None:
    assert len(lowered(text)) == len(text)


def alike(text: str) -> str:
    return lowered(text).replace("-", " ").replace("\n", " ").replace("’", "'")
