"""What holds of any claims: nothing is lost, and neither order nor batches matter."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.merging import merge
from kg.merging.identity import Identities
from kg.merging.relation import conflict
from kg.merging.telling import Telling
from kg.model import Channel, Claim, Evidence, Participant, Status, Window

START = date(2017, 5, 1)
PUBLISHED = {f"article-{number}": START + timedelta(days=2 * number) for number in range(5)} | {"undated": None}

people = st.sampled_from(
    [
        Participant(name="Vladimir Putin", country="RUS", id="Q7747"),
        Participant(name="Putin", country="RUS"),
        Participant(name="Sergey Lavrov", post="Foreign Minister", country="RUS"),
        Participant(post="Russian foreign minister", country="RUS"),
        Participant(name="Donald Trump", post="President", country="USA", id="Q22686"),
        Participant(post="President", country="USA"),
        Participant(name="Trump"),
        Participant(country="USA", kind="state"),
    ]
)
days = st.integers(0, 9).map(lambda number: START + timedelta(days=number))
windows = st.one_of(
    st.just(Window()),
    days.map(Window.day),
    st.tuples(days, st.integers(0, 40)).map(lambda pair: Window.within(pair[0], pair[0] + timedelta(days=pair[1]))),
)


PAIR = st.just((Participant(name="Putin", country="RUS"), Participant(name="Trump", country="USA")))


@st.composite
def claims(draw: st.DrawFn, who: st.SearchStrategy[tuple[Participant, ...]], when: st.SearchStrategy[Window]) -> Claim:
    at = draw(st.integers(0, 3)) * 10
    return Claim(
        article=draw(st.sampled_from(sorted(PUBLISHED))),
        participants=draw(who),
        channel=draw(st.sampled_from([Channel.PHONE, Channel.IN_PERSON, Channel.UNSPECIFIED])),
        status=draw(st.sampled_from([status for status in Status if status is not Status.DISPUTED])),
        window=draw(when),
        authority=draw(st.sampled_from(["", "the Kremlin", "the White House"])),
        evidence=(Evidence(start=at, end=at + 4, text="word"),),
    )


many = st.lists(claims(st.lists(people, min_size=2, max_size=3).map(tuple), windows), max_size=12)
near = st.tuples(days.filter(lambda day: day < START + timedelta(days=3)), st.integers(0, 2))
spans = near.map(lambda pair: Window.within(pair[0], pair[0] + timedelta(days=pair[1])))
crowded = st.lists(claims(PAIR, spans), min_size=3, max_size=8)
"""One pair in a few days: claims that agree with a third and not with each other are common."""


@settings(max_examples=200, deadline=None)
@given(told=many, seed=st.randoms(use_true_random=False))
def test_any_order_gives_the_same_contacts(told, seed):
    shuffled = list(told)
    seed.shuffle(shuffled)
    assert merge(told, PUBLISHED) == merge(shuffled, PUBLISHED)


@settings(max_examples=100, deadline=None)
@given(told=many, cut=st.integers(0, 12))
def test_any_batches_give_the_same_contacts(told, cut):
    """A batch that comes again, in part or whole, changes nothing."""
    assert merge([*told[cut:], *told, *told[:cut]], PUBLISHED) == merge(told, PUBLISHED)


@settings(max_examples=200, deadline=None)
@given(told=many)
def test_every_claim_is_in_exactly_one_contact(told):
    contacts = merge(told, PUBLISHED)
    merged = [claim.id for contact in contacts for claim in contact.claims]
    assert sorted(merged) == sorted({claim.id for claim in told})
    assert len({contact.id for contact in contacts}) == len(contacts)


@settings(max_examples=200, deadline=None)
@given(told=crowded)
def test_no_contact_joins_claims_that_conflict(told):
    identities = Identities(told)
    for contact in merge(told, PUBLISHED):
        tellings = [Telling.of(claim, PUBLISHED[claim.article], identities) for claim in contact.claims]
        assert not any(conflict(one, other) for one in tellings for other in tellings if one.order < other.order)


@settings(max_examples=200, deadline=None)
@given(told=many)
def test_a_contact_lies_within_what_its_claims_tell(told):
    for contact in merge(told, PUBLISHED):
        assert {contact.channel} <= {claim.channel for claim in contact.claims}
        assert {contact.status} <= {claim.status for claim in contact.claims} | {Status.DISPUTED}
        assert len(contact.participants) == max(len(claim.participants) for claim in contact.claims)
        known = [claim.window for claim in contact.claims if claim.window.is_known]
        assert contact.window.is_known == bool(known)
        assert not known or min(window.days for window in known) >= contact.window.days or not _agree(known)


def _agree(windows: list[Window]) -> bool:
    return all(one.overlaps(other) for one in windows for other in windows)
