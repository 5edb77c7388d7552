from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Window
from kg.network.regions import place
from kg.network.topics import topic_in_words
from kg.network.wording import in_words


@pytest.mark.parametrize(
    ("window", "words"),
    [
        (Window.day(date(2017, 5, 2)), "2 May 2017"),
        (Window.month(2017, 7), "July 2017"),
        (Window.month(2016, 2), "February 2016"),
        (Window.year(2016), "2016"),
        (Window.within(date(2017, 4, 1), date(2017, 4, 10)), "between 1 and 10 April 2017"),
        (Window.within(date(2017, 4, 28), date(2017, 5, 3)), "between 28 April and 3 May 2017"),
        (Window.within(date(2016, 12, 30), date(2017, 1, 2)), "between 30 December 2016 and 2 January 2017"),
        (Window.within(date(2017, 3, 1), date(2017, 3, 31)), "March 2017"),
        (Window.lasting(date(2017, 7, 7), date(2017, 7, 8)), "from 7 to 8 July 2017"),
        (Window.lasting(date(2017, 7, 1), date(2017, 7, 31)), "from 1 to 31 July 2017"),
        (Window(edtf="2017-05-02~", earliest=date(2017, 5, 2), latest=date(2017, 5, 2)), "about 2 May 2017"),
        (Window(), "date not told"),
    ],
)
def test_a_window_is_said_as_exactly_as_it_is_known(window, words):
    assert in_words(window) == words


@given(st.dates(min_value=date(1900, 1, 1)), st.dates(min_value=date(1900, 1, 1)))
def test_words_never_hide_a_year(one, other):
    first, last = sorted((one, other))
    words = in_words(Window.within(first, last))
    assert str(first.year) in words
    assert str(last.year) in words


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        ("country:SYR", "Syria"),
        ("peace-process", "peace process"),
        ("counter-terrorism", "counter-terrorism"),
        ("nuclear", "nuclear issues"),
        ("of-our-own", "of our own"),
        ("country:", "country:"),
    ],
)
def test_topics_are_said_in_words(topic, words):
    assert topic_in_words(topic) == words


@pytest.mark.parametrize(
    ("code", "name", "region"),
    [
        ("RUS", "Russia", "Europe"),
        ("TUR", "Turkey", "Asia"),
        ("SUN", "Soviet Union", "Europe"),
        ("EU", "European Union", "International organisations"),
        ("XXQ", "XXQ", "Other"),
        ("", "", "Other"),
    ],
)
def test_every_code_has_a_place(code, name, region):
    assert (place(code).name, place(code).region) == (name, region)


def test_every_country_of_the_world_tables_has_a_region():
    from kg.world import load_world

    assert [code for code in load_world().countries if place(code).region == "Other"] == []
