from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model import Participant, Status
from kg.network import build


def labels(network):
    return sorted(data["label"] for _, data in network.nodes(data=True))


def test_a_pair_is_one_edge_that_counts_its_contacts(tell, on):
    network = build(
        [
            tell("c1", "Putin", "Trump", window=on("2017-05-02")),
            tell("c2", "Trump", "Putin", channel="in_person", window=on("2017-07-07")),
            tell("c3", "Putin", "Trump", status="planned"),
        ]
    )
    assert labels(network) == ["Donald Trump", "Vladimir Putin"]
    assert network.edges["Q22686", "Q7747"] == {
        "weight": 3,
        "contacts": ("c1", "c2", "c3"),
        "channels": {"phone": 2, "in_person": 1},
        "statuses": {"held": 2, "planned": 1},
        "first": date(2017, 5, 2),
        "last": date(2017, 7, 7),
    }


def test_a_node_tells_who_it_is(tell):
    network = build([tell("c1", "Putin", "Trump"), tell("c2", "Putin", "Merkel")])
    assert network.nodes["Q7747"] == {
        "label": "Vladimir Putin",
        "country": "RUS",
        "kind": "person",
        "posts": ("President",),
        "contacts": 2,
    }


def test_whoever_has_an_identifier_once_keeps_it(tell):
    nameless = Participant(name="Vladimir Putin", country="RUS")
    network = build([tell("c1", "Putin", "Trump"), tell("c2", nameless, "Macron")])
    assert network.nodes["Q7747"]["contacts"] == 2


def test_an_office_whose_holder_is_not_told_is_a_node_of_its_own(tell):
    network = build([tell("c1", "Putin", "Trump"), tell("c2", "Russian minister", "Trump")])
    assert labels(network) == ["Donald Trump", "Russian foreign minister", "Vladimir Putin"]
    assert [data["label"] for _, data in network.nodes(data=True) if data["kind"] == "post"] == [
        "Russian foreign minister"
    ]


def test_names_of_signs_only_stay_apart(tell):
    network = build([tell("c1", Participant(name='"><'), Participant(name="¿?"))])
    assert labels(network) == ['"><', "¿?"]


def test_companions_of_one_delegation_are_not_tied(tell):
    network = build([tell("c1", "Trump", "Pompeo", "Putin")])
    ties = {frozenset(network.nodes[key]["label"] for key in edge) for edge in network.edges}
    assert ties == {frozenset({"Donald Trump", "Vladimir Putin"}), frozenset({"Mike Pompeo", "Vladimir Putin"})}


def test_a_contact_inside_one_country_is_not_lost(tell):
    assert build([tell("c1", "Trump", "Pompeo")]).number_of_edges() == 1


def test_levels_keep_leaders_and_parties_apart(tell):
    contacts = [tell("c1", "Putin", "Trump"), tell("c2", "Russia", "Taliban"), tell("c3", "Trump", "Taliban")]
    assert [[c.id for c in build(contacts, level=level).contacts] for level in ("leaders", "parties", "all")] == [
        ["c1"],
        ["c2", "c3"],
        ["c1", "c2", "c3"],
    ]


def test_statuses_choose_contacts(tell):
    contacts = [tell("c1", "Putin", "Trump"), tell("c2", "Putin", "Xi", status="denied")]
    assert labels(build(contacts, statuses={Status.DENIED})) == ["Vladimir Putin", "Xi Jinping"]


def test_a_contact_of_one_person_with_himself_is_left_out(tell):
    again = Participant(name="Vladimir Putin", country="RUS")
    assert len(build([tell("c1", "Putin", again)])) == 0


def test_copies_and_slices_keep_the_contacts(tell):
    network = build([tell("c1", "Putin", "Trump"), tell("c2", "Xi", "Merkel")])
    half = network.subgraph(["Q7747", "Q22686"]).copy()
    assert type(half) is type(network)
    assert [contact.id for contact in half.contacts] == ["c1", "c2"]


@given(order=st.permutations(range(6)))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_order_of_contacts_changes_nothing(tell, on, order):
    names = ["Putin", "Trump", "Xi", "Merkel", "Macron", "Pompeo", "Putin"]
    contacts = [tell(f"c{n}", names[n], names[n + 1], window=on(f"201{n}-01-01")) for n in range(6)]
    network, shuffled = build(contacts), build([contacts[n] for n in order])
    assert list(shuffled.nodes(data=True)) == list(network.nodes(data=True))
    assert list(shuffled.edges(data=True)) == list(network.edges(data=True))
    assert shuffled.contacts == network.contacts
