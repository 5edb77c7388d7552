"""Section 5 of the annotation guidelines, row by row, and what bounds, anchors and unknown dates do."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extraction.en.times import Relation, Tense, TimeExpression, find_times, resolve
from kg.model.window import Window

TUESDAY = date(2017, 5, 2)
PAST, PRESENT, FUTURE = Tense.PAST, Tense.PRESENT, Tense.FUTURE


def only(text: str) -> TimeExpression:
    (expression,) = find_times(text)
    return expression


def edtf(text: str, tense: Tense = PAST, published: date | None = TUESDAY, anchor: Window | None = None) -> str:
    window = resolve(only(text), published=published, tense=tense, anchor=anchor)
    return window.edtf if window else ""


@pytest.mark.parametrize(
    ("words", "tense", "expected", "earliest", "latest"),
    [
        ("on Tuesday", PAST, "2017-05-02", "2017-05-02", "2017-05-02"),
        ("today", PAST, "2017-05-02", "2017-05-02", "2017-05-02"),
        ("on Monday", PAST, "2017-05-01", "2017-05-01", "2017-05-01"),
        ("July 7-8", FUTURE, "[2017-07-07..2017-07-08]", "2017-07-07", "2017-07-08"),
        ("in April", PAST, "2017-04", "2017-04-01", "2017-04-30"),
        ("in 2016", PAST, "2016", "2016-01-01", "2016-12-31"),
        ("in early April", PAST, "[2017-04-01..2017-04-10]", "2017-04-01", "2017-04-10"),
        ("in mid-April", PAST, "[2017-04-11..2017-04-20]", "2017-04-11", "2017-04-20"),
        ("at the end of April", PAST, "[2017-04-21..2017-04-30]", "2017-04-21", "2017-04-30"),
        ("in late April", PAST, "[2017-04-21..2017-04-30]", "2017-04-21", "2017-04-30"),
        ("in the first half of April", PAST, "[2017-04-01..2017-04-15]", "2017-04-01", "2017-04-15"),
        ("in the second half of April", PAST, "[2017-04-16..2017-04-30]", "2017-04-16", "2017-04-30"),
        ("last week", PAST, "[2017-04-24..2017-04-30]", "2017-04-24", "2017-04-30"),
        ("this week", PAST, "[2017-05-01..2017-05-02]", "2017-05-01", "2017-05-02"),
        ("this week", FUTURE, "[2017-05-02..2017-05-07]", "2017-05-02", "2017-05-07"),
        ("next week", FUTURE, "[2017-05-08..2017-05-14]", "2017-05-08", "2017-05-14"),
        ("three days ago", PAST, "2017-04-29", "2017-04-29", "2017-04-29"),
        ("two weeks ago", PAST, "[2017-04-15..2017-04-21]", "2017-04-15", "2017-04-21"),
        ("about ten days ago", PAST, "[2017-04-19..2017-04-25]", "2017-04-19", "2017-04-25"),
        ("four months ago", PAST, "2017-01", "2017-01-01", "2017-01-31"),
        ("ten years ago", PAST, "2007", "2007-01-01", "2007-12-31"),
        ("over the weekend", PAST, "[2017-04-29..2017-04-30]", "2017-04-29", "2017-04-30"),
        ("recently", PAST, "[2017-04-25..2017-05-02]", "2017-04-25", "2017-05-02"),
        ("in the coming days", FUTURE, "[2017-05-03..2017-05-09]", "2017-05-03", "2017-05-09"),
        ("this summer", FUTURE, "[2017-06-01..2017-08-31]", "2017-06-01", "2017-08-31"),
    ],
)
def test_rows_of_the_guidelines(words: str, tense: Tense, expected: str, earliest: str, latest: str) -> None:
    window = resolve(only(words), published=TUESDAY, tense=tense)
    assert window == Window(
        edtf=expected, earliest=date.fromisoformat(earliest), latest=date.fromisoformat(latest), date_text=words
    )


def test_a_season_is_clipped_at_the_day_of_publication() -> None:
    june = date(2000, 6, 12)
    assert edtf("this summer", FUTURE, june) == "[2000-06-12..2000-08-31]"
    assert edtf("this summer", PAST, june) == "[2000-06-01..2000-06-12]"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the day after", "2017-04-21"),
        ("on the eve of", "2017-04-19"),
        ("the day before", "2017-04-19"),
        ("the same day", "2017-04-20"),
        ("on that day", "2017-04-20"),
        ("late that evening", "2017-04-20"),
        ("the next day", "2017-04-21"),
        ("early the next morning", "2017-04-21"),
        ("the following week", "[2017-04-24..2017-04-30]"),
        ("two days later", "2017-04-22"),
        ("two days earlier", "2017-04-18"),
        ("a week earlier", "[2017-04-10..2017-04-16]"),
        ("a month later", "2017-05"),
        ("hours later", "2017-04-20"),
        ("within hours of", "2017-04-20"),
        ("that month", "2017-04"),
        ("that summer", "[2017-06-01..2017-08-31]"),
        ("the following Tuesday", "2017-04-25"),
        ("the previous Friday", "2017-04-14"),
        ("the week before", "[2017-04-10..2017-04-16]"),
        ("in October of the following year", "2018-10"),
        ("in the days that followed", "[2017-04-21..2017-04-27]"),
        ("later in the day", "2017-04-20"),
        ("on the 26th", "2017-04-26"),
        ("on the evening of the 5th", "2017-04-05"),
    ],
)
def test_an_anchor_is_what_relative_words_count_from(words: str, expected: str) -> None:
    assert edtf(words, PRESENT, TUESDAY, Window.day(date(2017, 4, 20))) == expected


@pytest.mark.parametrize("words", ["the next day", "two days later", "that summer", "the same day", "hours later"])
def test_without_an_anchor_they_say_nothing(words: str) -> None:
    expression = only(words)
    assert expression.needs_anchor
    assert resolve(expression, published=TUESDAY, tense=PAST) is None
    assert resolve(expression, published=TUESDAY, tense=PAST, anchor=Window()) is None


def test_the_same_day_as_a_month_is_that_month() -> None:
    assert edtf("the same day", anchor=Window.month(2007, 2)) == "2007-02"


def test_the_day_after_a_lasting_event_follows_its_end() -> None:
    summit = Window.lasting(date(2017, 7, 7), date(2017, 7, 8))
    assert edtf("the day after", anchor=summit) == "2017-07-09"
    assert edtf("the day before", anchor=summit) == "2017-07-06"
    assert edtf("that day", anchor=summit) == "2017-07-07/2017-07-08"


def test_a_day_of_the_month_avoids_the_wrong_side_of_today() -> None:
    visit = Window.day(date(2018, 7, 8))
    assert edtf("on the 26th", PAST, date(2018, 7, 14), visit) == "2018-06-26"
    assert edtf("on the 26th", FUTURE, date(2018, 7, 14), visit) == "2018-07-26"
    assert edtf("on the evening of the 5th", PAST, date(2024, 6, 8), Window.day(date(2014, 6, 6))) == "2014-06-05"


def test_whose_event_is_named_after_the_words() -> None:
    assert only("the day after the summit").anchor_follows
    assert only("on the eve of the visit").anchor_follows
    assert not only("He left the day after.").anchor_follows
    assert not only("two days later they met").anchor_follows


@pytest.mark.parametrize(
    ("words", "relation", "planned"),
    [
        ("since Monday", Relation.SINCE, ""),
        ("as of Monday", Relation.SINCE, ""),
        ("since 2016", Relation.SINCE, ""),
        ("until June", Relation.UNTIL, ""),
        ("after May 10", Relation.AFTER, ""),
        ("before Friday", Relation.BEFORE, "[2017-05-02..2017-05-04]"),
        ("by Friday", Relation.BY, "[2017-05-02..2017-05-05]"),
        ("by the end of May", Relation.BY, "[2017-05-02..2017-05-31]"),
        ("before the end of May", Relation.BY, "[2017-05-02..2017-05-31]"),
        ("before the end of this month", Relation.BY, "[2017-05-02..2017-05-31]"),
        ("no later than June 15", Relation.BY, "[2017-05-02..2017-06-15]"),
    ],
)
def test_a_bound_is_no_day_of_the_event(words: str, relation: Relation, planned: str) -> None:
    assert only(words).relation is relation
    assert edtf(words, FUTURE) == planned
    assert edtf(words, PAST) == ""


def test_a_possessive_date_is_that_of_its_noun() -> None:
    expression = only("They spoke before Friday's meeting")
    assert (expression.text, expression.relation) == ("Friday", Relation.ON)


@pytest.mark.parametrize(
    ("words", "expected"),
    [("2 May 2017", "2017-05-02"), ("in April 1993", "1993-04"), ("in 2016", "2016"), ("July 7-8, 2017", None)],
)
def test_full_dates_need_no_publication_day(words: str, expected: str | None) -> None:
    assert edtf(words, published=None) == (expected or "[2017-07-07..2017-07-08]")


@pytest.mark.parametrize("words", ["July 7-8", "in April", "on Tuesday", "yesterday", "last week", "two days ago"])
def test_others_do(words: str) -> None:
    assert edtf(words, published=None) == ""


@pytest.mark.parametrize(
    ("words", "expected"),
    [("July 7-8", "[2015-07-07..2015-07-08]"), ("in April", "2015-04"), ("on 20 July", "2015-07-20")],
)
def test_the_year_may_come_from_the_context(words: str, expected: str) -> None:
    for published in (None, TUESDAY):
        window = resolve(only(words), published=published, tense=PAST, year=2015)
        assert window is not None
        assert window.edtf == expected


def test_a_weekday_settles_the_year() -> None:
    thursday = date(2015, 2, 5)
    assert edtf("on Monday, 9 February", PAST, thursday) == "2015-02-09"
    assert edtf("9 February", PAST, thursday) == "2014-02-09"


def test_the_tense_picks_the_turn() -> None:
    assert edtf("on Friday", PAST) == "2017-04-28"
    assert edtf("on Friday", FUTURE) == "2017-05-05"
    assert edtf("on Friday", PRESENT) == "2017-05-05"
    assert edtf("in December", PAST) == "2016-12"
    assert edtf("in December", FUTURE) == "2017-12"
    assert edtf("in December", PRESENT) == "2016-12"
    assert edtf("February 29", PAST) == "2016-02-29"
    assert edtf("February 29", FUTURE) == "2020-02-29"


def test_a_window_that_faces_one_way_keeps_its_days_in_any_tense() -> None:
    assert edtf("recently", FUTURE) == edtf("recently", PAST)
    assert edtf("earlier this week", FUTURE) == "[2017-05-01..2017-05-02]"


def test_of_a_count_ahead_the_past_knows_only_a_duration() -> None:
    assert edtf("in two weeks", FUTURE) == "[2017-05-13..2017-05-19]"
    assert edtf("in two weeks", PAST) == ""
