"""Which claims are one contact, and what the contact then says."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kg.merging import in_order, merge, merged
from kg.model import Channel, Participant, Roles, Status, Window

MAY = {f"article-{day}": date(2017, 5, day) for day in range(1, 31)}
G20 = Window.within(date(2017, 7, 7), date(2017, 7, 8), "July 7-8")


def test_two_authorities_of_one_article_tell_of_one_contact(tell):
    kremlin = tell("article-2", when="2017-05-02", authority="the Kremlin", topics=("syria",))
    white_house = tell("article-2", authority="the White House", topics=("terrorism",), channel=Channel.UNSPECIFIED)
    (contact,) = merge([kremlin, white_house], MAY)
    assert set(contact.authorities) == {"the Kremlin", "the White House"}
    assert (contact.channel, contact.window.edtf) == (Channel.PHONE, "2017-05-02")
    assert contact.topics == ("syria", "terrorism")


def test_one_article_tells_a_contact_once_on_each_authority(tell):
    morning = tell("article-2", when="2017-05-02", authority="the Kremlin", at=0)
    evening = tell("article-2", when="2017-05-02", authority="Kremlin", at=90)
    assert len(merge([morning, evening], MAY)) == 2


def test_articles_that_overlap_within_narrow_windows_tell_of_one_contact(tell):
    day = tell("article-2", when="2017-05-02")
    lead = tell("article-3", when=Window.within(date(2017, 5, 2), date(2017, 5, 3), inferred=True))
    (contact,) = merge([day, lead], MAY)
    assert contact.window.edtf == "2017-05-02"
    assert not contact.window.inferred


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("channel", Channel.IN_PERSON),
        ("when", "2017-05-01"),
        ("when", Window.month(2017, 5)),
        ("when", ""),
    ],
)
def test_what_differs_or_says_too_little_stays_apart(tell, field, value):
    told = {"when": "2017-05-02"} | {field: value}
    assert len(merge([tell("article-2", when="2017-05-02"), tell("article-3", **told)], MAY)) == 2


def test_other_participants_stay_apart(tell):
    pairs = [("Putin", "Trump"), ("Putin", "Tillerson"), ("Lavrov", "Tillerson")]
    claims = [tell(f"article-{number}", *pair, when="2017-05-02") for number, pair in enumerate(pairs, start=3)]
    assert len(merge(claims, MAY)) == 3


def test_undated_news_is_one_contact_only_when_equal_and_close(tell):
    plan = {"status": Status.PLANNED, "channel": Channel.IN_PERSON}
    first, next_day = tell("article-2", **plan), tell("article-4", **plan)
    assert len(merge([first, next_day], MAY)) == 1
    assert len(merge([first, tell("article-9", **plan)], MAY)) == 2
    assert len(merge([first, tell("article-4", **(plan | {"status": Status.DENIED}))], MAY)) == 2
    assert len(merge([first, next_day], {})) == 2


def test_an_office_agrees_with_the_person_named_with_it(tell):
    by_office = tell("article-2", "Russian minister", "American minister", when="2017-05-02")
    by_name = tell("article-3", "Tillerson", "Lavrov", when="2017-05-02")
    (contact,) = merge([by_office, by_name], MAY)
    assert {each.name for each in contact.participants} == {"Sergey Lavrov", "Rex Tillerson"}


def test_two_ministers_of_one_country_are_not_joined_by_their_office(tell):
    other = Participant(name="Igor Ivanov", post="Foreign Minister", country="RUS")
    lavrov, ivanov = (
        tell(f"article-{number}", who, "Tillerson", when="2017-05-02") for number, who in ((2, "Lavrov"), (3, other))
    )
    office = tell("article-4", "Russian minister", "Tillerson", when="2017-05-02")
    assert len(merge([lavrov, ivanov], MAY)) == 2
    found = merged([lavrov, ivanov, office], MAY)
    assert len(found.contacts) == 3
    [ambiguity] = found.ambiguities
    assert ambiguity.claims[0] == office.id
    assert set(ambiguity.claims[1:]) == {lavrov.id, ivanov.id}
    assert set(ambiguity.contacts) == {contact.id for contact in found.contacts}
    assert "fits two contacts equally well" in ambiguity.reason


def test_a_deputy_is_not_the_minister(tell):
    deputy = Participant(post="Russian deputy foreign minister", country="RUS")
    claims = [tell("article-2", "Lavrov", "Tillerson", when="2017-05-02")]
    claims.append(tell("article-3", deputy, "Tillerson", when="2017-05-02"))
    assert len(merge(claims, MAY)) == 2


@pytest.mark.parametrize(
    "spelling",
    [
        Participant(name="Vladimir Putin", country="RUS"),
        Participant(name="PUTIN", country="RUS"),
        Participant(name="Владимир Путин", country="RUS"),
        Participant(name="Vladimir Putin"),
    ],
)
def test_a_spelling_without_identifier_is_the_only_one_known_by_it(tell, spelling):
    claims = [tell("article-2", when="2017-05-02"), tell("article-3", spelling, "Trump", when="2017-05-02")]
    (contact,) = merge(claims, MAY)
    assert "Q7747" in {each.id for each in contact.participants}


def test_a_family_name_that_two_bear_is_nobody_in_particular(tell):
    kims = [Participant(name=f"Kim {given}", country="PRK") for given in ("Jong Un", "Yo Jong")]
    claims = [tell(f"article-{day}", kim, "Trump", when=f"2017-05-0{day}") for day, kim in enumerate(kims, start=2)]
    claims.append(tell("article-5", Participant(name="Kim", country="PRK"), "Trump", when="2017-05-02"))
    assert len(merge(claims, MAY)) == 3


def test_a_plan_and_what_came_of_it_are_one_contact(tell):
    planned = tell("article-2", when=G20, status=Status.PLANNED, channel=Channel.IN_PERSON)
    held = tell("later", when="2017-07-07", channel=Channel.IN_PERSON)
    (contact,) = merge([held, planned], MAY | {"later": date(2017, 7, 8)})
    assert (contact.status, contact.window.edtf) == (Status.HELD, "2017-07-07")
    assert [claim.article for claim in contact.claims] == ["article-2", "later"]


def test_the_latest_news_gives_the_status_of_what_was_not_held(tell):
    statuses = (Status.PROPOSED, Status.PLANNED, Status.CANCELLED)
    claims = [
        tell(f"article-{day}", when=G20, status=status, channel=Channel.IN_PERSON)
        for day, status in enumerate(statuses, start=2)
    ]
    assert [contact.status for contact in merge(claims, MAY)] == [Status.CANCELLED]


def test_held_and_denied_is_disputed(tell):
    held = tell("article-3", when="2017-05-02", authority="the White House")
    denied = tell("article-3", when="2017-05-02", authority="the Kremlin", status=Status.DENIED)
    (contact,) = merge([held, denied], MAY)
    assert contact.status is Status.DISPUTED


def test_a_denial_of_plans_does_not_dispute_what_was_held_later(tell):
    denied = tell("article-2", when="2017-05-09", status=Status.DENIED)
    held = tell("article-10", when="2017-05-09")
    (contact,) = merge([held, denied], MAY)
    assert contact.status is Status.HELD


def test_a_postponement_to_a_new_day_makes_the_old_plan_void(tell):
    told = {"channel": Channel.IN_PERSON, "authority": "the Kremlin"}
    old = tell("article-2", when=Window.lasting(date(2017, 5, 12), date(2017, 5, 14)), status=Status.PLANNED, **told)
    put_off = tell("article-11", when="2017-05-12", status=Status.POSTPONED, **told)
    new = tell(
        "article-11", when=Window.lasting(date(2017, 5, 13), date(2017, 5, 15)), status=Status.PLANNED, at=40, **told
    )
    (contact,) = merge([new, put_off, old], MAY)
    assert (contact.status, contact.window.edtf) == (Status.PLANNED, "2017-05-13/2017-05-15")


def test_windows_narrow_each_other(tell):
    week = Window.within(date(2017, 5, 2), date(2017, 5, 6))
    end = Window.within(date(2017, 5, 5), date(2017, 5, 9))
    (contact,) = merge([tell("article-9", when=week), tell("article-10", when=end)], MAY)
    assert contact.window.edtf == "[2017-05-05..2017-05-06]"


def test_roles_name_participants_in_full(tell):
    claim = tell("article-2", when="2017-05-02", roles=Roles(initiator=("Trump",), mediator=("Rex Tillerson",)))
    (contact,) = merge([claim], MAY)
    assert contact.roles == Roles(initiator=("Donald Trump",), mediator=("Rex Tillerson",))


def test_ids_are_readable_and_outlive_later_news(tell):
    first, second = tell("article-2", when="2017-05-02"), tell("article-3", when="2017-05-02", authority="the Kremlin")
    (contact,), (richer,) = merge([first], MAY), merge([second, first], MAY)
    assert contact.id == richer.id
    assert contact.id.startswith("2017-05-02-putin-trump-phone-")


def test_two_contacts_of_one_day_have_different_ids(tell):
    claims = [tell("article-2", when="2017-05-02", at=at) for at in (0, 50)]
    assert len({contact.id for contact in merge(claims, MAY)}) == 2


def test_equal_claims_count_once(tell):
    (contact,) = merge([tell("article-2", when="2017-05-02")] * 2, MAY)
    assert len(contact.claims) == 1


def test_claims_are_ordered_by_publication_and_undated_articles_come_last(tell):
    claims = [tell(article) for article in ("undated", "article-9", "article-2")]
    assert [claim.article for claim in in_order(claims, MAY)] == ["article-2", "article-9", "undated"]


def test_many_tellings_of_a_busy_pair_stay_quick(tell):
    start = date(2017, 1, 1)
    days = {f"a{number}": start + timedelta(days=number // 3) for number in range(900)}
    claims = [tell(article, when=Window.day(day)) for article, day in days.items()]
    assert len(merge(claims, days)) == 300
