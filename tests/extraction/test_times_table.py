"""Time expressions of many kinds, each with what it means in an article of Tuesday, 2 May 2017."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extraction.en.times import Tense, find_times, resolve

TUESDAY = date(2017, 5, 2)

TOLD_OF_THE_PAST = """
2017-04-30                               | 2017-04-30
2 May 2017                               | 2017-05-02
May 2, 2017                              | 2017-05-02
on May 2                                 | 2017-05-02
the 2nd of May                           | 2017-05-02
the second of May                        | 2017-05-02
the twenty-first of April                | 2017-04-21
02.05.2017                               | 2017-05-02
5/13/2016                                | 2016-05-13
03/04/2016                               | 2016-04-03
17-11-2016                               | 2016-11-17
Feb. 21                                  | 2017-02-21
Sept 5                                   | 2016-09-05
Jan 31st                                 | 2017-01-31
MAY 2                                    | 2017-05-02
Tuesday                                  | 2017-05-02
on Tuesday evening                       | 2017-05-02
late on Sunday                           | 2017-04-30
late Friday night                        | 2017-04-28
early Monday                             | 2017-05-01
last Tuesday                             | 2017-04-25
Tuesday last                             | 2017-04-25
this past Friday                         | 2017-04-28
Tuesday, May 2                           | 2017-05-02
on Tuesday (May 2)                       | 2017-05-02
Friday, 28 April 2017                    | 2017-04-28
on the evening of May 1                  | 2017-05-01
Saturday the 29th                        | 2017-04-29
on the 26th                              | 2017-04-26
on Tuesday of last week                  | 2017-04-25
Thursday last week                       | 2017-04-27
last week on Wednesday                   | 2017-04-26
tonight                                  | 2017-05-02
this morning                             | 2017-05-02
earlier today                            | 2017-05-02
yesterday                                | 2017-05-01
yesterday afternoon                      | 2017-05-01
last night                               | 2017-05-01
overnight                                | [2017-05-01..2017-05-02]
the day before yesterday                 | 2017-04-30
earlier this week                        | [2017-05-01..2017-05-02]
earlier this month                       | [2017-05-01..2017-05-02]
earlier this year                        | [2017-01-01..2017-05-02]
earlier in the year                      | [2017-01-01..2017-05-02]
last month                               | 2017-04
last year                                | 2016
this year                                | [2017-01-01..2017-05-02]
late last year                           | [2016-09-01..2016-12-31]
at the end of last month                 | [2017-04-21..2017-04-30]
in the middle of last month              | [2017-04-11..2017-04-20]
the week before last                     | [2017-04-17..2017-04-23]
last weekend                             | [2017-04-29..2017-04-30]
at the weekend                           | [2017-04-29..2017-04-30]
this past weekend                        | [2017-04-29..2017-04-30]
in late March                            | [2017-03-21..2017-03-31]
mid-June                                 | [2016-06-11..2016-06-20]
at the end of January                    | [2017-01-21..2017-01-31]
the beginning of March                   | [2017-03-01..2017-03-10]
early in January                         | [2017-01-01..2017-01-10]
in the first half of May                 | [2017-05-01..2017-05-02]
in the last week of April                | [2017-04-24..2017-04-30]
in the first days of April               | [2017-04-01..2017-04-07]
early in 2016                            | [2016-01-01..2016-04-30]
in mid-2016                              | [2016-05-01..2016-08-31]
in late 2016                             | [2016-09-01..2016-12-31]
in the first half of 2016                | [2016-01-01..2016-06-30]
last May                                 | 2016-05
last October                             | 2016-10
early last October                       | [2016-10-01..2016-10-10]
in May                                   | [2017-05-01..2017-05-02]
in March 2014                            | 2014-03
September 2016                           | 2016-09
in Oct. 2016                             | 2016-10
in October last year                     | 2016-10
in February of last year                 | 2016-02
August 25 last year                      | 2016-08-25
on July 7 and 8                          | [2016-07-07..2016-07-08]
on 7/8 July                              | [2016-07-07..2016-07-08]
7–8 April                                | [2017-04-07..2017-04-08]
from April 7 to 9                        | 2017-04-07/2017-04-09
between 7 and 9 April                    | [2017-04-07..2017-04-09]
from the 7th to the 9th of April         | 2017-04-07/2017-04-09
March 30-April 2                         | [2017-03-30..2017-04-02]
June 30 - July 2, 2016                   | [2016-06-30..2016-07-02]
December 30 to January 2                 | 2016-12-30/2017-01-02
from 28 December 2016 to 3 January 2017  | 2016-12-28/2017-01-03
from Thursday, April 6, to Friday, April 7 | 2017-04-06/2017-04-07
on the night of 2 to 3 April             | 2017-04-02/2017-04-03
on Friday and Saturday                   | [2017-04-28..2017-04-29]
from Friday to Sunday                    | 2017-04-28/2017-04-30
between January and March                | [2017-01-01..2017-03-31]
from June to August 2016                 | 2016-06-01/2016-08-31
between 2014 and 2016                    | [2014-01-01..2016-12-31]
in 2014-15                               | [2014-01-01..2015-12-31]
in the 1990s                             | [1990-01-01..1999-12-31]
24 hours ago                             | 2017-05-01
a few days ago                           | [2017-04-27..2017-04-30]
twenty-one days ago                      | 2017-04-11
more than two days ago                   | [2017-04-29..2017-05-01]
a fortnight ago                          | [2017-04-15..2017-04-21]
a couple of weeks ago                    | [2017-04-08..2017-04-21]
a year ago                               | 2016
a decade ago                             | 2007
last summer                              | [2016-06-01..2016-08-31]
last winter                              | [2016-12-01..2017-02-28]
in spring 2016                           | [2016-03-01..2016-05-31]
in the summer of 2016                    | [2016-06-01..2016-08-31]
in the fall of last year                 | [2016-09-01..2016-11-30]
in the fall                              | [2016-09-01..2016-11-30]
in early autumn                          | 2016-09
in the spring                            | [2017-03-01..2017-05-02]
in the first quarter of 2017             | [2017-01-01..2017-03-31]
in the fourth quarter                    | [2016-10-01..2016-12-31]
in recent days                           | [2017-04-25..2017-05-02]
in recent weeks                          | [2017-04-04..2017-05-02]
in the past two weeks                    | [2017-04-18..2017-05-02]
over the past year                       | [2016-05-02..2017-05-02]
in the last 48 hours                     | [2017-04-30..2017-05-02]
the other day                            | [2017-04-25..2017-05-01]
on July 7, 8 and 9                       | [2016-07-07..2016-07-09]
the day after Christmas                  | 2016-12-26
two days before 9 April 2017             | 2017-04-07
two weeks after the January 7            | [2017-01-18..2017-01-24]
on the eve of the April 7-8              | [2017-04-06..2017-04-07]
hours before Friday                      | 2017-04-28
on Christmas Day                         | 2016-12-25
on New Year’s Day                        | 2017-01-01
on Christmas Eve 2015                    | 2015-12-24
"""

TOLD_OF_THE_FUTURE = """
tomorrow                                 | 2017-05-03
tomorrow evening                         | 2017-05-03
the day after tomorrow                   | 2017-05-04
Friday                                   | 2017-05-05
next Tuesday                             | 2017-05-09
this Friday                              | 2017-05-05
this coming Friday                       | 2017-05-05
Thursday next week                       | 2017-05-11
later this week                          | [2017-05-02..2017-05-07]
later this month                         | [2017-05-02..2017-05-31]
later in the year                        | [2017-05-02..2017-12-31]
early next month                         | [2017-06-01..2017-06-10]
early next week                          | [2017-05-08..2017-05-10]
at the end of the week                   | [2017-05-04..2017-05-07]
next year                                | 2018
this weekend                             | [2017-05-06..2017-05-07]
next weekend                             | [2017-05-06..2017-05-07]
in mid-June                              | [2017-06-11..2017-06-20]
this November                            | 2017-11
next January                             | 2018-01
next January 20                          | 2018-01-20
later this summer                        | [2017-06-01..2017-08-31]
next spring                              | [2018-03-01..2018-05-31]
for June 12                              | 2017-06-12
Sunday the 14th                          | 2017-05-14
Tue 9 May                                | 2017-05-09
May 8-10                                 | [2017-05-08..2017-05-10]
from May 8 to 10                         | 2017-05-08/2017-05-10
Monday-Wednesday                         | [2017-05-02..2017-05-03]
next Monday and Tuesday                  | [2017-05-08..2017-05-09]
in three days' time                      | 2017-05-05
two weeks from now                       | [2017-05-13..2017-05-19]
in a month                               | 2017-06
within two weeks                         | [2017-05-03..2017-05-16]
within days                              | [2017-05-03..2017-05-09]
in the next few days                     | [2017-05-03..2017-05-09]
over the next two weeks                  | [2017-05-03..2017-05-16]
in the coming weeks                      | [2017-05-03..2017-05-30]
in the days ahead                        | [2017-05-03..2017-05-09]
on Christmas Day                         | 2017-12-25
"""

SAYING_NO_DAY = ("soon", "very soon", "in the near future", "years ago", "at a later date")

NO_DATES = (
    "for two hours",
    "a two-hour meeting",
    "after a three-day visit",
    "30 minutes",
    "a 73-year-old leader",
    "they speak every Monday",
    "each Friday",
    "on Mondays",
    "twice a year",
    "for the past two years",
    "the first call in two years",
    "for the third time in two weeks",
    "in two days of talks",
    "half a year ago",
    "two and a half years ago",
    "as soon as possible",
    "at noon, at 3 p.m.",
    "in 2,000 villages",
    "May 32, June 31 and February 30",
    "May 2.5 percent be enough",
    "Theresa May said Britain may march",
    "in May's cabinet, letters from May",
    "the March on Washington",
    "they sat in the sun with Mon and Sat Bahadur",
    "The Sun reported",
    "the second round, the first of five",
    "the fall of Kabul",
    "a fall from power",
    "on the 26th floor, for the 70th anniversary",
    "the Good Friday Agreement",
    "version 2.3.2017.1",
    "the 2016 election",
    "two weeks earlier than planned",
)


def rows(table: str) -> list[tuple[str, str]]:
    return [(words.strip(), edtf.strip()) for words, edtf in (line.split("|") for line in table.strip().splitlines())]


@pytest.mark.parametrize(("words", "expected"), rows(TOLD_OF_THE_PAST))
def test_told_of_the_past(words: str, expected: str) -> None:
    assert meant(words, Tense.PAST) == (words, expected)


@pytest.mark.parametrize(("words", "expected"), rows(TOLD_OF_THE_FUTURE))
def test_told_of_the_future(words: str, expected: str) -> None:
    assert meant(words, Tense.FUTURE) == (words, expected)


def meant(words: str, tense: Tense) -> tuple[str, str]:
    text = f'The Kremlin said: "{words}", and no more.'
    (expression,) = find_times(text)
    window = resolve(expression, published=TUESDAY, tense=tense)
    return text[expression.start : expression.end], window.edtf if window else ""


@pytest.mark.parametrize("words", SAYING_NO_DAY)
def test_words_that_say_no_day(words: str) -> None:
    assert meant(words, Tense.FUTURE) == (words, "")


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date(text: str) -> None:
    assert [expression.text for expression in find_times(text)] == []


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Putin, Trump to talk Mon", ["Mon"]),
        ("Putin to receive Assad on Sat", ["on Sat"]),
        ("Tue 3 May: Lavrov in Washington", ["Tue 3 May"]),
        ("ISLAMABAD, July 17: The two leaders", ["July 17"]),
        ("Readout of Tuesday's call", ["Tuesday"]),
        ("The May 2 call and last week's meeting", ["May 2", "last week"]),
        ("Putin called Merkel on Monday and met Macron on Tuesday", ["on Monday", "on Tuesday"]),
        ("MOSCOW. Feb 21. In August they met", ["Feb 21", "In August"]),
        (
            "two weeks after the January 7 quake, hours before Friday's call",
            ["two weeks after the January 7", "hours before Friday"],
        ),
        ("On the evening of the 5th Mr Hollande", ["On the evening of the 5th"]),
        ("since early April, and by late June", ["since early April", "by late June"]),
    ],
)
def test_found_in_headlines_and_datelines(headline: str, expected: list[str]) -> None:
    assert [expression.text for expression in find_times(headline)] == expected
