"""Users' own rules: laid over the shipped ones, and refused with a line that says where and what to write."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.errors import RuleError
from kg.extraction import Extractor
from kg.extraction.en.additions import load_additions
from kg.extraction.en.lexicon import Lexicon, load_lexicon
from kg.extraction.en.topic_rules import TopicRules, load_topic_rules
from kg.model import Article, Extraction

RULE = "{id: %s, words: [zoom], channel: video, agent: [subject], partner: [with], joint: [subject]}"


def laid_over(path: Path, text: str) -> tuple[Lexicon, TopicRules]:
    path.write_text(text, encoding="utf-8")
    return load_additions(path, load_lexicon(), load_topic_rules())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "own.yaml"


def read(file: Path, rules: str, sentence: str) -> Extraction:
    file.write_text(rules, encoding="utf-8")
    return Extractor.load(rules=[file]).read(Article(text=sentence, published=date(2019, 4, 10)))


def test_a_new_verb_tells_a_contact(file: Path, extractor: Extractor) -> None:
    sentence = "Macron zoomed with Merkel on Monday."
    assert not extractor.read(Article(text=sentence, published=date(2019, 4, 10))).claims
    [claim] = read(file, f"verbs:\n  - {RULE % 'zoom'}", sentence).claims
    assert (claim.rule, claim.channel, claim.status, claim.trigger) == ("verb.zoom", "video", "held", "zoomed")


def test_a_cue_word_is_added(file: Path) -> None:
    [claim] = read(file, "status: {governors: {cancelled: [bin]}}", "Macron binned a meeting with Merkel.").claims
    assert claim.status == "cancelled"


def test_a_topic_word_is_added(file: Path) -> None:
    [claim] = read(file, "topics: {trade: {words: [widget]}}", "Macron discussed widgets with Merkel on Monday.").claims
    assert "trade" in claim.topics


def test_a_group_word_is_added(file: Path) -> None:
    text = "Macron and Merkel are in Rome. The two potentates met on Monday."
    [claim] = read(file, 'referents: {groups: {potentate: ""}}', text).claims
    assert {participant.name for participant in claim.participants} == {"Emmanuel Macron", "Angela Merkel"}


def test_a_rule_of_the_same_id_replaces_and_others_stay(file: Path) -> None:
    lexicon, _ = laid_over(file, f"verbs:\n  - {RULE % 'meet'}\n  - {RULE % 'zoom'}")
    assert lexicon.contacts.by_id["verb.meet"].words == ("zoom",)
    assert set(lexicon.contacts.by_id) == {*load_lexicon().contacts.by_id, "verb.zoom"}
    assert lexicon.contacts.gate.opens_for("They zoomed.")


def test_the_shipped_rules_stay_as_they_are(file: Path) -> None:
    laid_over(file, f"verbs:\n  - {RULE % 'zoom'}\nlight_verbs: [bag]\nstatus: {{motion: [jet]}}")
    shipped = load_lexicon()
    assert "verb.zoom" not in shipped.contacts.by_id
    assert "bag" not in shipped.contacts.light_verbs
    assert "jet" not in shipped.status.motion


def test_several_files_add_up(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    file.write_text(f"verbs:\n  - {RULE % 'one'}", encoding="utf-8")
    other.write_text(f"nouns:\n  - {RULE % 'two'}", encoding="utf-8")
    rules = Extractor.load(rules=[file, other]).lexicon.contacts.by_id
    assert {"verb.one", "noun.two"} <= set(rules)


def test_an_empty_file_adds_nothing(file: Path) -> None:
    assert laid_over(file, "# nothing yet\n") == (load_lexicon(), load_topic_rules())


WRONG = {
    "verbs: [{id: a, wrds: [x]}]": "own.yaml:1: field 'verbs.0.wrds': unknown field (did you mean 'words'?)",
    "verbs:\n- {id: a, words: [x], channel: phone}": "own.yaml:2: field 'verbs.0.agent': is missing",
    "verbs:\n- {id: a,\n   words: [x], channel: fax}": "own.yaml:3: field 'verbs.0.channel': should be 'phone'",
    "nouns:\n- {id: a, words: [x], channel: phone,\n   agent: [subjct]}": "own.yaml:3: field 'nouns.0.agent.0': should",
    f"verbs:\n- {RULE % 'a'}\n- {RULE % 'a'}": "own.yaml:3: field 'verbs.1.id': 'a' stands twice (give each rule",
    f"verbs:\n- {RULE % 'A rule'}": "own.yaml:2: field 'verbs.0.id'",
    "topics:\n  trad: {words: [x]}": "own.yaml:2: field 'topics.trad': there is no 'trad' (did you mean 'trade'?)",
    "status:\n  modals:\n    plannd: [x]": "own.yaml:3: field 'status.modals.plannd': there is no 'plannd' (did you",
    "status:\n  reporting: say": "own.yaml:2: field 'status.reporting': should be a list",
    "stats: {}": "own.yaml:1: field 'stats': unknown field (did you mean 'status'?)",
    "status: {}\nstatus: {}": "own.yaml:2: not valid YAML: 'status' stands twice",
    "verbs: [": "own.yaml:1: not valid YAML",
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_told_in_a_line(file: Path, text: str) -> None:
    with pytest.raises(RuleError) as caught:
        laid_over(file, text)
    assert str(caught.value).startswith(WRONG[text])
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"none\.yaml: No such file"):
        Extractor.load(rules=[tmp_path / "none.yaml"])
