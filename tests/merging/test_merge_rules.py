"""Offices and holders, lists that are not complete, two sides, life lines, doubts and pins."""

from __future__ import annotations

from datetime import date

import pytest

from kg.errors import InputError
from kg.merging import Pins, merge, merged, read_pins
from kg.merging.open_lists import names_some_only
from kg.merging.pins import Rulings
from kg.model import Channel, Evidence, Participant, Status, Step, Window

MAY = {f"article-{day}": date(2017, 5, day) for day in range(1, 31)}
MERKEL = Participant(name="Angela Merkel", country="DEU", id="Q567")
MACRON = Participant(name="Emmanuel Macron", country="FRA", id="Q3052772")
MINISTER = Participant(post="Russian Foreign Minister", country="RUS")


def holder(participant: Participant, on: date) -> str:
    """Lavrov from 2004 on, Ivanov before."""
    if participant.country != "RUS":
        return ""
    return "Q58217" if on.year >= 2004 else "Q312883"


def saying(words: str) -> dict[str, tuple[Evidence, ...]]:
    return {"evidence": (Evidence(start=0, end=len(words), text=words),)}


# ------------------------------------------------------------ offices
def test_an_office_is_whoever_held_it_on_the_day(tell):
    lavrov = Participant(name="Sergey Lavrov", country="RUS", id="Q58217")  # named without his office
    claims = [tell("article-2", MINISTER, "Tillerson", when="2017-05-02")]
    claims.append(tell("article-3", lavrov, "Tillerson", when="2017-05-02"))
    assert len(merged(claims, MAY).contacts) == 2
    [contact] = merged(claims, MAY, holders=holder).contacts
    assert "Sergey Lavrov" in {each.name for each in contact.participants}


def test_an_office_is_not_who_held_it_on_another_day(tell):
    claims = [tell("article-2", MINISTER, "Tillerson", when="2003-05-02")]
    claims.append(tell("article-3", "Lavrov", "Tillerson", when="2003-05-02"))
    assert len(merged(claims, MAY, holders=holder).contacts) == 2


def test_an_office_alone_keeps_its_words(tell):
    [contact] = merged([tell("article-2", MINISTER, "Tillerson", when="2017-05-02")], MAY, holders=holder).contacts
    assert MINISTER in contact.participants


# ------------------------------------------------------------ incomplete lists
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Putin met Trump and Merkel, among others.", True),
        ("Putin met Trump and other world leaders.", True),
        ("Putin met leaders including Trump and Merkel.", True),
        ("Putin and Trump met others' advisers.", False),
        ("Putin met Trump.", False),
    ],
)
def test_words_that_leave_a_list_open(words, expected):
    assert names_some_only(words) is expected


def test_fewer_of_many_are_the_same_contact_on_the_same_day(tell):
    many = tell("article-2", "Putin", "Trump", MERKEL, MACRON, when="2017-05-02", channel=Channel.IN_PERSON)
    fewer = tell("article-3", "Putin", MERKEL, MACRON, when="2017-05-02", channel=Channel.IN_PERSON)
    [contact] = merge([fewer, many], MAY)
    assert len(contact.participants) == 4
    later = fewer.model_copy(update={"window": Window.day(date(2017, 5, 3))})
    assert len(merge([later, many], MAY)) == 2


def test_two_of_three_are_in_doubt_unless_the_text_says_among_others(tell):
    three = tell("article-2", "Putin", "Trump", MERKEL, when="2017-05-02", channel=Channel.IN_PERSON)
    two = tell("article-3", "Putin", MERKEL, when="2017-05-02", channel=Channel.IN_PERSON)
    found = merged([three, two], MAY)
    assert len(found.contacts) == 2
    [doubt] = found.ambiguities
    assert set(doubt.claims) == {three.id, two.id}
    assert "names only some" in doubt.reason
    among = two.model_copy(update=saying("Among others."))
    assert len(merge([three, among], MAY)) == 1


# ------------------------------------------------------------ two sides
def test_two_sides_that_tell_the_same_may_be_a_day_apart(tell):
    kremlin = tell("article-3", when="2017-05-03", authority="the Kremlin", topics=("syria",))
    house = tell("article-2", when="2017-05-02", authority="the White House", topics=("syria", "trade"))
    [contact] = merge([kremlin, house], MAY)
    assert contact.window.edtf == "[2017-05-02..2017-05-03]"
    assert contact.disputed == ("day",)
    assert contact.status is Status.HELD


@pytest.mark.parametrize(
    "other",
    [
        {"authority": "Kremlin"},  # one side does not date one contact twice
        {"topics": ("trade",)},  # nothing in common but the people
        {"when": "2017-05-04"},
        {"channel": Channel.UNSPECIFIED},
        {"status": Status.PLANNED},
    ],
)
def test_what_is_a_day_apart_is_otherwise_another_contact(tell, other):
    kremlin = tell("article-3", when="2017-05-02", authority="the Kremlin", topics=("syria",))
    told = {"when": "2017-05-03", "authority": "the White House", "topics": ("syria",)} | other
    assert len(merge([kremlin, tell("article-4", **told)], MAY)) == 2


def test_two_sides_may_differ_on_the_wire_and_both_are_kept(tell):
    kremlin = tell("article-2", when="2017-05-02", authority="the Kremlin")
    house = tell("article-3", when="2017-05-02", authority="the White House", channel=Channel.VIDEO)
    [contact] = merge([kremlin, house], MAY)
    assert contact.disputed == ("channel",)
    told = {(each.value, each.claims, each.authorities) for each in contact.support if each.field == "channel"}
    assert told == {("phone", 1, ("the Kremlin",)), ("video", 1, ("the White House",))}


# ------------------------------------------------------------ life lines
def test_a_life_line_keeps_every_step_with_its_day(tell):
    g20 = Window.within(date(2017, 7, 7), date(2017, 7, 8))
    statuses = (Status.PROPOSED, Status.PLANNED, Status.PLANNED, Status.HELD)
    claims = [
        tell(f"article-{day}", when=g20, status=status, channel=Channel.IN_PERSON)
        for day, status in enumerate(statuses, start=2)
    ]
    [contact] = merge(claims, MAY)
    assert contact.history == tuple(
        Step(day=date(2017, 5, day), status=status, claim=claims[day - 2].id)
        for day, status in ((2, Status.PROPOSED), (3, Status.PLANNED), (5, Status.HELD))
    )
    assert contact.fulfils == tuple(claims[:3])


def test_what_was_called_off_fulfils_nothing(tell):
    told = {"when": "2017-05-20", "channel": Channel.IN_PERSON}
    claims = [tell("article-2", status=Status.PLANNED, **told), tell("article-3", status=Status.CANCELLED, **told)]
    [contact] = merge(claims, MAY)
    assert contact.fulfils == ()
    assert [step.status for step in contact.history] == [Status.PLANNED, Status.CANCELLED]


def test_a_contact_of_one_status_has_no_history(tell):
    [contact] = merge([tell("article-2", when="2017-05-02"), tell("article-3", when="2017-05-02")], MAY)
    assert contact.history == ()


# ------------------------------------------------------------ doubts
def test_what_fits_two_days_goes_with_neither(tell):
    days = [tell(f"article-{day}", when=f"2017-05-0{day}", authority="the Kremlin") for day in (2, 3)]
    either = tell("article-4", when=Window.within(date(2017, 5, 2), date(2017, 5, 3)), authority="the White House")
    found = merged([*days, either], MAY)
    assert len(found.contacts) == 3
    [doubt] = found.ambiguities
    assert doubt.claims == (either.id, days[0].id, days[1].id)
    assert len(set(doubt.contacts)) == 3


def test_details_in_common_settle_a_doubt(tell):
    topics = {2: ("syria",), 3: ("trade",)}
    days = [tell(f"article-{day}", when=f"2017-05-0{day}", topics=topics[day]) for day in (2, 3)]
    window = Window.within(date(2017, 5, 2), date(2017, 5, 3))
    either = tell("article-4", when=window, topics=("trade",), authority="the White House")
    found = merged([*days, either], MAY)
    assert found.ambiguities == ()
    assert [{claim.id for claim in contact.claims} for contact in found.contacts] == [
        {days[0].id},
        {days[1].id, either.id},
    ]


# ------------------------------------------------------------ pins
def pinned(tell, **pins):
    claims = {day: tell(f"article-{day}", when=f"2017-05-0{day}") for day in (2, 3)}
    claims[4] = tell("article-4", when="2017-05-03", authority="the Kremlin")
    chosen = {
        word: frozenset((claims[one].id, claims[other].id) for one, other in pairs) for word, pairs in pins.items()
    }
    return [
        sorted(int(claim.article[-1]) for claim in contact.claims)
        for contact in merged(claims.values(), MAY, pins=Pins(**chosen)).contacts
    ]


def test_pins_come_before_everything(tell):
    assert pinned(tell) == [[2], [3, 4]]
    assert pinned(tell, same=[(2, 4)]) == [[2, 3, 4]]
    assert pinned(tell, different=[(3, 4)]) == [[2], [3], [4]]
    assert pinned(tell, same=[(2, 4)], different=[(2, 3)]) == [[2, 4], [3]]


def test_pins_that_contradict_one_another_are_told():
    with pytest.raises(InputError, match="pinned both as the same contact and as different ones"):
        Rulings(Pins(same=frozenset({("a", "b"), ("b", "c")}), different=frozenset({("a", "c")})))


def test_a_pin_file_is_read():
    claims = {"call": ["c1", "c0"], "c2": ["c2"], "c3": ["c3"]}
    pins = read_pins("# mine\nsame call c2 # yes\n\ndifferent call c3", lambda word: claims.get(word, []))
    assert pins == Pins(same=frozenset({("c0", "c2")}), different=frozenset({("c0", "c3")}))


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("alike call call", r"pins.txt:2: 'alike call call' is no pin \(write: same ID ID"),
        ("same call", r"pins.txt:2: 'same call' is no pin"),
        ("same call nobody", r"pins.txt:2: there is no contact or claim 'nobody'"),
    ],
)
def test_a_line_that_is_no_pin_is_told(line, problem):
    with pytest.raises(InputError, match=problem):
        read_pins(f"\n{line}", lambda word: [] if word == "nobody" else [word], "pins.txt")
