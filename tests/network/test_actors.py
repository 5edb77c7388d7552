"""Networks of people, of states, and of people with organisations; who confirms what."""

from __future__ import annotations

import pytest

from kg.model import Participant
from kg.network import build, confirmed_by_two_sides, restricted, sides

STOLTENBERG = Participant(name="Jens Stoltenberg", post="Secretary General", country="NATO")
NATO = "North Atlantic Treaty Organization"
UN = Participant(country="UN", kind="organisation")


def ties(network):
    return sorted(sorted(network.nodes[key]["label"] for key in pair) for pair in network.edges())


def test_everyone_stands_for_their_state(tell):
    network = build(
        [tell("c1", "Putin", "Trump"), tell("c2", "Russia", "Pompeo"), tell("c3", "Xi", "Putin")], actors="states"
    )
    assert ties(network) == [["China", "Russia"], ["Russia", "United States"]]
    assert {data["weight"] for *_, data in network.edges(data=True)} == {1, 2}
    assert {data["kind"] for _, data in network.nodes(data=True)} == {"state"}


def test_what_happens_within_one_state_ties_no_states(tell):
    assert len(build([tell("c1", "Trump", "Pompeo")], actors="states")) == 0


def test_people_are_tied_with_organisations_and_with_nobody_else(tell):
    contacts = [tell("c1", "Trump", STOLTENBERG, "Merkel"), tell("c2", "Putin", UN), tell("c3", "Putin", "Trump")]
    network = build(contacts, actors="organisations")
    assert ties(network) == [["Angela Merkel", NATO], ["Donald Trump", NATO], ["United Nations", "Vladimir Putin"]]


def test_states_as_such_are_no_people(tell):
    assert ties(build([tell("c1", "Russia", UN, "Trump")], actors="organisations")) == [
        ["Donald Trump", "United Nations"]
    ]


def test_a_part_keeps_its_keys_and_only_its_contacts(tell):
    network = build([tell("c1", "Putin", "Trump"), tell("c2", "Xi", "Merkel")], actors="states")
    part = restricted(network, [network.contacts[0]])
    assert (sorted(part), [contact.id for contact in part.contacts], part.actors) == (
        ["state:RUS", "state:USA"],
        ["c1"],
        "states",
    )


@pytest.mark.parametrize(
    ("voices", "told"),
    [
        (["the Kremlin", "White House"], ("RUS", "USA")),
        (["Putin", "the American side"], ("RUS", "USA")),
        (["the Kremlin", "Kremlin spokesman"], ("RUS",)),
        (["the Kremlin", ""], ("RUS",)),
        (["the Kremlin", "Elysee"], ("RUS",)),
        (["a spokesman", "officials"], ()),
        (["the office of Donald", "aides of Vladimir"], ("USA", "RUS")),
    ],
)
def test_sides_are_the_states_that_took_part_and_tell(tell, voices, told):
    contact = tell("c1", "Putin", "Trump", claims=[{"authority": voice} for voice in voices])
    assert sides(contact) == told
    assert bool(confirmed_by_two_sides([contact])) == (len(told) > 1)


def test_who_tells_something_else_confirms_nothing(tell):
    told = [{"authority": "the Kremlin"}, {"authority": "White House", "status": "denied"}]
    assert sides(tell("c1", "Putin", "Trump", claims=told)) == ("RUS",)
