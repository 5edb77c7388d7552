"""A small graph of our own wording, and the means to make others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from kg.graph import Store
from kg.model import Article, Channel, Claim, Evidence, Participant, Roles, Status, Window

Teller = Callable[..., Claim]

PEOPLE = {
    "Putin": Participant(name="Vladimir Putin", post="President", country="RUS", id="Q7747"),
    "Trump": Participant(name="Donald Trump", post="President", country="USA", id="Q22686"),
    "Merkel": Participant(name="Angela Merkel", post="Chancellor", country="DEU", id="Q567"),
    "Tusk": Participant(name="Donald Tusk", post="President of the European Council", country="EU", id="Q946"),
    "minister": Participant(post="the Russian Foreign Minister", country="RUS", via="role"),
}


def tell(article: str, *who: str, when: str = "", says: str = "They spoke.", at: int = 0, **fields: Any) -> Claim:
    """A claim on one sentence; a held phone call unless told otherwise."""
    day = date.fromisoformat(when) if when else None
    told = {"channel": Channel.PHONE, "status": Status.HELD, "window": Window.day(day) if day else Window()} | fields
    participants = tuple(PEOPLE[each] for each in who)
    return Claim(
        article=article,
        participants=participants,
        evidence=(Evidence(start=at, end=at + len(says), text=says),),
        **told,
    )


def article(key: str, day: str = "2017-05-02", **fields: Any) -> Article:
    return Article(id=key, text=f"The text of {key}.", published=date.fromisoformat(day), **fields)


TOLD: list[tuple[Article, list[Claim]]] = [
    (
        article("call", title="A call", issuer="Wire"),
        [
            tell(
                "call", "Putin", "Trump", when="2017-05-02", authority="the Kremlin", topics=("ceasefire",),
                says="The two talked by telephone about a truce, the Kremlin said.",
            ),
            tell(
                "call", "Putin", "Trump", when="2017-05-02", authority="the White House", topics=("counter-terrorism",),
                says="It was a good call, the White House said.", at=70, channel=Channel.UNSPECIFIED,
            ),
            tell(
                "call", "Putin", "Trump", when="2017-07-07", authority="the Kremlin", place="Hamburg", at=120,
                says="They mean to meet in Hamburg.", status=Status.PROPOSED, channel=Channel.IN_PERSON,
            ),
        ],
    ),
    (
        article("visit", "2017-05-03"),
        [
            tell(
                "visit", "Merkel", "Putin", when="2017-05-02", channel=Channel.IN_PERSON, authority="the Kremlin",
                says="The chancellor was received in Sochi, the Kremlin said.", topics=("country:SYR",),
            ),
            tell("visit", "Merkel", "Trump", when="2017-04-21", says="She wrote to him.", channel=Channel.LETTER, at=60,
                 roles=Roles(initiator=("Angela Merkel",))),
        ],
    ),
    (
        article("denial", "2017-05-20"),
        [
            tell("denial", "Tusk", "Trump", when="2017-05-18", authority="Brussels", says="They met, Brussels said.",
                 channel=Channel.IN_PERSON),
            tell("denial", "Tusk", "Trump", when="2017-05-18", authority="the White House", status=Status.DENIED, at=40,
                 says="There was no meeting, the White House said.", channel=Channel.IN_PERSON),
            tell("denial", "minister", "Merkel", says="The minister will come.", status=Status.PLANNED, at=90),
        ],
    ),
]  # fmt: skip


@pytest.fixture(scope="session")
def told() -> list[tuple[Article, list[Claim]]]:
    """Articles with their claims."""
    return TOLD


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    """A store in memory that holds them; for questions only."""
    with Store() as filled:
        for each, claims in TOLD:
            filled.put(each, claims)
        yield filled
