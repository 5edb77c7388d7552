"""The owner's article, with and without its day of publication."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.extraction import Extractor
from kg.model import Article, Channel, Claim, Status


@pytest.fixture(scope="module")
def text(shared: Path) -> str:
    return (shared / "seed" / "article.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def dated(text: str, extractor: Extractor) -> tuple[Claim, ...]:
    return extractor.read(Article(id="seed", text=text, published=date(2017, 5, 2))).claims


@pytest.fixture(scope="module")
def undated(text: str, extractor: Extractor) -> tuple[Claim, ...]:
    return extractor.read(Article(id="seed", text=text)).claims


def pick(claims: tuple[Claim, ...], channel: Channel, status: Status) -> list[Claim]:
    return [claim for claim in claims if (claim.channel, claim.status) == (channel, status)]


def names(claim: Claim) -> set[str]:
    return {participant.name for participant in claim.participants}


def days(claim: Claim) -> tuple[date | None, date | None]:
    return claim.window.earliest, claim.window.latest


def test_there_are_six_claims_of_five_contacts(dated: tuple[Claim, ...]) -> None:
    assert len(dated) == 6


def test_both_sides_tell_of_the_call(dated: tuple[Claim, ...]) -> None:
    kremlin, white_house = [c for c in pick(dated, Channel.PHONE, Status.HELD) if c.window.inferred]
    assert names(kremlin) == names(white_house) == {"Vladimir Putin", "Donald Trump"}
    assert {p.id for p in kremlin.participants} == {"Q7747", "Q22686"}
    assert days(kremlin) == days(white_house) == (date(2017, 5, 1), date(2017, 5, 2))
    assert "Kremlin" in kremlin.authority
    assert white_house.authority == "White House"
    assert {"counter-terrorism", "country:SYR", "country:PRK"} <= set(kremlin.topics)
    assert {"counter-terrorism", "country:SYR", "country:PRK"} <= set(white_house.topics)
    assert not {e.text for e in kremlin.evidence} & {e.text for e in white_house.evidence}


def test_they_want_to_meet_at_the_summit(dated: tuple[Claim, ...]) -> None:
    (meeting,) = pick(dated, Channel.IN_PERSON, Status.PROPOSED)
    assert names(meeting) == {"Vladimir Putin", "Donald Trump"}
    assert days(meeting) == (date(2017, 7, 7), date(2017, 7, 8))
    assert not meeting.window.inferred
    assert (meeting.authority, meeting.occasion, meeting.place) == ("Kremlin", "G20 summit", "Hamburg")


def test_the_ministers_will_be_in_contact(dated: tuple[Claim, ...]) -> None:
    (talks,) = pick(dated, Channel.UNSPECIFIED, Status.PLANNED)
    assert names(talks) == {"Sergei Lavrov", "Rex Tillerson"}
    assert {p.post for p in talks.participants} == {"Russian Foreign Minister", "U.S. Secretary of State"}
    assert not talks.window.is_known
    assert talks.topics == ("country:SYR",)


def test_the_first_talks_were_a_call_too(dated: tuple[Claim, ...]) -> None:
    (first,) = [c for c in dated if days(c) == (date(2017, 1, 21), date(2017, 1, 31))]
    assert (first.channel, first.status) == (Channel.PHONE, Status.HELD)
    assert set(first.topics) == {"bilateral-relations", "counter-terrorism", "country:SYR", "country:UKR"}


def test_the_call_of_condolence(dated: tuple[Claim, ...]) -> None:
    (call,) = [c for c in dated if days(c) == (date(2017, 4, 1), date(2017, 4, 10))]
    assert (call.channel, call.status) == (Channel.PHONE, Status.HELD)
    assert call.roles.initiator == ("Donald Trump",)
    assert "attack" in call.because_of
    assert "counter-terrorism" not in call.topics


def test_the_tag_line_tells_nothing(text: str, dated: tuple[Claim, ...]) -> None:
    tags = text.index("Russia, Putin, USA")
    assert all(e.end <= tags for claim in dated for e in claim.evidence)


def test_without_a_day_only_the_summit_is_dated(undated: tuple[Claim, ...]) -> None:
    assert len(undated) == 6
    (meeting,) = pick(undated, Channel.IN_PERSON, Status.PROPOSED)
    assert days(meeting) == (date(2017, 7, 7), date(2017, 7, 8))
    assert all(not c.window.is_known for c in undated if c is not meeting)


def test_without_a_day_offices_stay_offices(undated: tuple[Claim, ...]) -> None:
    (talks,) = pick(undated, Channel.UNSPECIFIED, Status.PLANNED)
    assert [(p.name, p.country) for p in talks.participants] == [("", "RUS"), ("", "USA")]
