"""What holds of any text, any day and any tense."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import RuleError
from kg.extraction.en.times import Tense, find_times, resolve
from kg.extraction.en.times_grammar import grammar
from kg.extraction.en.times_words import RULES, TimeWords, keys_of, phrase_keys, phrase_pattern
from kg.extraction.rulebook import load_rules
from kg.model.window import Window, is_edtf

WORDS = """
    on in at since by before after the a last next this that of to and - , . July May March Tuesday Mon 2 7 8 26th 2017
    7-8 early late mid end first half week weeks month year years day days ago later earlier two few about soon recently
    weekend summer fall quarter morning evening yesterday within over past coming same following every met Putin 31 29
    February Christmas 1990s hours 's between from 02.05.2017 eve tonight prior Day December 30 2016 through
""".split()
TEXTS = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
TENSES = st.sampled_from(list(Tense))
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
ANCHORS = st.none() | st.builds(lambda one, two: Window.within(min(one, two), max(one, two)), DAYS, DAYS)
WEEKDAYS = st.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])


@given(st.text() | TEXTS)
def test_finding_is_verbatim_ordered_and_repeatable(text: str) -> None:
    found = find_times(text)
    assert find_times(text) == found
    assert all(text[one.start : one.end] == one.text and one.text.strip() for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@settings(max_examples=200)
@given(TEXTS, st.none() | st.dates(), TENSES, ANCHORS, st.none() | st.integers(1, 9999))
def test_resolving_gives_a_sound_window_or_none(
    text: str, published: date | None, tense: Tense, anchor: Window | None, year: int | None
) -> None:
    for expression in find_times(text):
        window = resolve(expression, published=published, tense=tense, anchor=anchor, year=year)
        if window is not None:
            assert window.earliest is not None
            assert window.latest is not None
            assert window.earliest <= window.latest
            assert is_edtf(window.edtf)
            assert window.date_text == expression.text


@given(WEEKDAYS, st.sampled_from(["{}", "on {}", "late on {}", "this {}", "{} evening"]), DAYS)
def test_a_weekday_lies_on_the_side_of_the_tense_within_a_week(weekday: str, form: str, published: date) -> None:
    (expression,) = find_times(form.format(weekday))
    past = resolve(expression, published=published, tense=Tense.PAST)
    future = resolve(expression, published=published, tense=Tense.FUTURE)
    assert past is not None
    assert past.earliest is not None
    assert 0 <= (published - past.earliest).days < 7
    assert future is not None
    assert future.earliest is not None
    assert 0 <= (future.earliest - published).days < 7
    assert past.earliest.strftime("%A") == future.earliest.strftime("%A") == weekday


@given(DAYS, DAYS, TENSES)
def test_a_date_without_its_year_lies_on_the_side_of_the_tense(day: date, published: date, tense: Tense) -> None:
    (expression,) = find_times(f"on {day:%B} {day.day}")
    window = resolve(expression, published=published, tense=tense)
    assert window is not None
    assert window.earliest is not None
    assert (window.earliest.month, window.earliest.day) == (day.month, day.day)
    assert tense is not Tense.PAST or window.earliest <= published
    assert tense is not Tense.FUTURE or window.earliest >= published


@given(DAYS, st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d.%m.%Y", "%A, %d %B %Y", "%b %d %Y"]), TENSES)
def test_a_full_date_means_itself(day: date, form: str, tense: Tense) -> None:
    (expression,) = find_times(day.strftime(form))
    assert resolve(expression, published=None, tense=tense) == Window.day(day, expression.text)


@given(TEXTS)
def test_keys_skip_no_rule_that_would_match(text: str) -> None:
    for rule in grammar():
        unchecked = [match.span() for match, _ in replace(rule, keys=frozenset()).find(text, frozenset())]
        assert [match.span() for match, _ in rule.find(text, keys_of(text))] == unchecked


def test_a_phrase_has_choices_and_optional_words() -> None:
    pattern = re.compile(phrase_pattern("(earlier|later)? this (early|late)? (morning|afternoon)"))
    matched = ("this morning", "earlier this late afternoon", "later  this\nmorning")
    assert all(pattern.fullmatch(text) for text in matched)
    assert not pattern.fullmatch("earlier this")
    assert phrase_keys("(earlier|later)? this (early|late)? (morning|afternoon)") == {"morning", "afternoon"}


def test_a_rule_file_with_a_wrong_unit_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "times.yaml"
    broken.write_text(RULES.read_text(encoding="utf-8").replace("fortnight: [2, week]", "fortnight: [2, wook]"))
    with pytest.raises(RuleError, match=r"units\.fortnight"):
        load_rules(broken, TimeWords)
