from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.model import Window
from kg.network import select


@pytest.fixture
def contacts(tell, on):
    april = Window.month(2017, 4)
    return [
        tell("day", "Putin", "Trump", window=on("2017-05-02"), topics=("country:SYR",), authority="the Kremlin"),
        tell("month", "Xi", "Trump", window=april, channel="in_person", topics=("trade",), authority="Xinhua"),
        tell("undated", "Merkel", "Macron", status="planned"),
    ]


@pytest.mark.parametrize(
    ("conditions", "chosen"),
    [
        ({}, ["day", "month", "undated"]),
        ({"since": "2017-05-02"}, ["day"]),
        ({"since": "2017-05-03"}, []),
        ({"since": "2017-04"}, ["day", "month"]),
        ({"since": "2017-04-30"}, ["day", "month"]),
        ({"until": "2017-04-01"}, ["month"]),
        ({"until": "2017-04"}, ["month"]),
        ({"until": "2017"}, ["day", "month"]),
        ({"until": "2016"}, []),
        ({"topic": "country:syr"}, ["day"]),
        ({"topic": "trade"}, ["month"]),
        ({"channel": "in_person"}, ["month"]),
        ({"status": "planned"}, ["undated"]),
        ({"authority": "Kremlin"}, ["day"]),
        ({"authority": "the xinhua"}, ["month"]),
        ({"country": "usa"}, ["day", "month"]),
        ({"country": "USA", "topic": "trade", "since": "2018"}, []),
    ],
)
def test_a_contact_fits_every_condition(contacts, conditions, chosen):
    assert [contact.id for contact in select(contacts, **conditions)] == chosen


@pytest.mark.parametrize(
    ("conditions", "said"),
    [
        ({"since": "May 2017"}, "'May 2017' is not a day, month or year"),
        ({"until": "2017-02-30"}, "'2017-02-30' is not a day"),
        ({"until": "2017-02-01-01"}, "write 2017-05-02, 2017-05 or 2017"),
        ({"since": "2017-00"}, "'2017-00' is not"),
        ({"channel": "telepathy"}, "'telepathy' is not a channel (choose one of phone, video"),
        ({"status": "maybe"}, "'maybe' is not a status (choose one of held"),
    ],
)
def test_a_wrong_condition_says_what_to_write(contacts, conditions, said):
    with pytest.raises(QueryError, match=r"^[^\n]+$") as error:
        select(contacts, **conditions)
    assert said in str(error.value)
