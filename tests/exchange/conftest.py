"""A small graph with the words that trouble file formats."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from kg.contact_graph import ContactGraph
from kg.model import Article, Channel, Claim, Evidence, Kind, Participant, Roles, Status, Window

MERKEL = Participant(name="Angela Merkel", post="Chancellor", country="DEU", id="Q567")
PUTIN = Participant(name="Vladimir Putin", post="President", country="RUS", id="Q7747")
MINISTER = Participant(post="the Turkish foreign minister", country="TUR", via="role")
UNION = Participant(country="EU", kind=Kind.ORGANISATION)
FRANCE = Participant(country="FRA", kind=Kind.STATE)

CALL = 'They spoke; "at length",\nsaid the Kremlin – тепло.'


def told(
    says: str,
    *who: Participant,
    window: Window,
    channel: Channel = Channel.PHONE,
    status: Status = Status.HELD,
    authority: str = "",
    **more: object,
) -> Claim:
    evidence = (Evidence(start=0, end=len(says), text=says),)
    given = {"participants": who, "evidence": evidence, "window": window, "authority": authority, **more}
    return Claim.model_validate({"channel": channel, "status": status} | given)


CLAIMS = [
    told(CALL, MERKEL, PUTIN, window=Window.day(date(2014, 3, 2)), authority="the Kremlin", topics=("trade",)),
    told(
        "She saw him in Sochi.", MERKEL, PUTIN, window=Window.month(2017, 5), channel=Channel.IN_PERSON, place="Sochi",
        roles=Roles(host="Vladimir Putin", visitor="Angela Merkel"), topics=("ceasefire", "country:SYR"),
    ),
    told("A letter to the minister.", MERKEL, MINISTER, window=Window(), channel=Channel.LETTER),
    told("No talks were held.", UNION, FRANCE, window=Window.day(date(2017, 5, 9)), status=Status.DENIED),
]  # fmt: skip
ARTICLE = Article(
    id="wire/1", title="Calls; and more", text=CALL, published=date(2017, 6, 1), issuer="Wire",
    url="https://example.org/1?a=b&c",
)  # fmt: skip


@pytest.fixture(scope="session")
def graph() -> Iterator[ContactGraph]:
    """Four contacts of one article; for questions only."""
    with ContactGraph() as filled:
        filled.store.put(ARTICLE, CLAIMS)
        yield filled
