"""Named queries: documented, typed, and right on a graph that can be counted by hand."""

from __future__ import annotations

from datetime import date

import pytest

from kg.errors import QueryError
from kg.graph import Store, named_queries, run
from kg.graph.queries import parsed
from kg.graph.results import rows
from kg.model import Channel, Claim, Evidence, Participant, Status, Window
from kg.world import Person, Tenure, World

GIVEN = {
    "leader": "Putin",
    "a": "Trump",
    "b": "Putin",
    "before": "2018",
    "country": "Germany",
    "office": "chancellor",
    "topic": "ceasefire",
    "place": "hamburg",
    "occasion": "summit",
    "authority": "Kremlin",
    "article": "call",
}


def ask(store: Store, name: str, **params: str) -> list[dict[str, str]]:
    return rows(run(store, name, params))


def test_there_are_queries_for_the_usual_questions():
    assert set(named_queries()) >= {
        "who-spoke-with", "contacts-between", "topics-by-month", "contact-with-claims", "planned-never-held",
        "disputed", "one-authority-only", "most-active-pairs", "channels-by-year", "first-and-latest-contact",
        "by-topic", "two-versions", "contacts-of-office",
    }  # fmt: skip


@pytest.mark.parametrize("name", named_queries())
def test_each_is_documented_and_answers_in_the_columns_it_promises(store, name):
    query = named_queries()[name]
    assert query.title
    assert query.description.endswith(".")
    assert all(parameter.description for parameter in query.parameters)
    contact = store.contacts(status="disputed")[0].id
    params = {each.name: (GIVEN | {"contact": contact})[each.name] for each in query.parameters if each.required}
    answer = run(store, name, params)
    assert [str(variable) for variable in answer.vars or []] == list(query.columns)


@pytest.mark.parametrize("name", named_queries())
def test_every_parameter_is_a_variable_of_its_query(name):
    query = named_queries()[name]
    assert all(f"?{parameter.name}" in query.text for parameter in query.parameters)


@pytest.mark.parametrize("leader", ["Putin", "Vladimir Putin", "Q7747", "putin"])
def test_who_spoke_with(store, leader):
    assert ask(store, "who-spoke-with", leader=leader) == [
        {"partner": "Angela Merkel", "contacts": "1", "first": "2017-05-02", "last": "2017-05-02"},
        {"partner": "Donald Trump", "contacts": "1", "first": "2017-05-02", "last": "2017-05-02"},
    ]


def test_who_spoke_with_between_two_days(store):
    assert ask(store, "who-spoke-with", leader="Merkel", until="2017-04") == [
        {"partner": "Donald Trump", "contacts": "1", "first": "2017-04-21", "last": "2017-04-21"}
    ]


def test_contacts_between(store):
    found = ask(store, "contacts-between", a="Trump", b="Putin")
    assert [(row["when"], row["channel"], row["status"], row["place"], row["claims"]) for row in found] == [
        ("2017-05-02", "phone", "held", "", "2"),
        ("2017-07-07", "in_person", "proposed", "Hamburg", "1"),
    ]


def test_a_contact_with_its_claims(store):
    contact = store.contacts(status="disputed")[0].id
    found = ask(store, "contact-with-claims", contact=contact)
    assert {(row["authority"], row["status"], row["sentence"]) for row in found} == {
        ("Brussels", "held", "They met, Brussels said."),
        ("the White House", "denied", "There was no meeting, the White House said."),
    }
    (row,) = store.query("SELECT ?contact { ?contact kg:status kg:disputed }").bindings
    (iri,) = row.values()
    assert ask(store, "contact-with-claims", contact=str(iri)) == found


def test_planned_and_never_held(store):
    assert [row["when"] for row in ask(store, "planned-never-held", before="2018")] == ["2017-07-07"]
    assert ask(store, "planned-never-held", before="2017-07-07") == []


def test_disputed(store):
    found = ask(store, "disputed")
    assert [(row["authority"], row["status"]) for row in found] == [("the White House", "denied"), ("Brussels", "held")]


def test_one_authority_only(store):
    assert [row["told_by"] for row in ask(store, "one-authority-only")] == ["the Kremlin"]
    assert ask(store, "one-authority-only", authority="Kremlin") == ask(store, "one-authority-only")
    assert ask(store, "one-authority-only", authority="White House") == []


def test_topics_by_month(store):
    assert ask(store, "topics-by-month", topic="peace-and-conflict") == [
        {"month": "2017-05", "subject": "ceasefire", "contacts": "1"}
    ]
    assert {row["subject"] for row in ask(store, "topics-by-month")} >= {"ceasefire", "Syria"}


def test_by_topic(store):
    assert [row["when"] for row in ask(store, "by-topic", topic="peace-and-conflict")] == ["2017-05-02"]
    assert ask(store, "by-topic", topic="ceasefire", since="2017-06") == []


def test_most_active_pairs(store):
    pairs = ask(store, "most-active-pairs")
    assert {(row["one"], row["other"]) for row in pairs} == {
        ("Donald Trump", "Vladimir Putin"), ("Donald Trump", "Angela Merkel"), ("Angela Merkel", "Vladimir Putin"),
    }  # fmt: skip
    assert ask(store, "most-active-pairs", least="2") == []


def test_channels_by_year(store):
    assert {(row["means"], row["contacts"]) for row in ask(store, "channels-by-year")} == {
        ("phone", "1"), ("letter", "1"), ("in_person", "1"),
    }  # fmt: skip
    assert [row["means"] for row in ask(store, "channels-by-year", leader="Merkel")] == ["in_person", "letter"]


def test_first_and_latest_contact(store):
    found = ask(store, "first-and-latest-contact", leader="Merkel")
    assert [(row["partner"], row["first"]) for row in found] == [
        ("Donald Trump", "2017-04-21"),
        ("Vladimir Putin", "2017-05-02"),
    ]


@pytest.mark.parametrize(
    ("country", "office"), [("USA", "president"), ("American", "head of state"), ("United States", "President")]
)
def test_contacts_of_whoever_held_an_office(store, country, office):
    found = ask(store, "contacts-of-office", country=country, office=office)
    assert [(row["holder"], row["partners"], row["channel"], row["status"]) for row in found] == [
        ("Donald Trump", "Angela Merkel", "letter", "held"),
        ("Donald Trump", "Vladimir Putin", "phone", "held"),
        ("Donald Trump", "Donald Tusk", "in_person", "disputed"),
        ("Donald Trump", "Vladimir Putin", "in_person", "proposed"),
    ]


def test_an_office_is_held_in_the_days_of_the_contact_only(store):
    """Tusk was prime minister of Poland until 2014 and again from 2023; the contact was in 2017."""
    assert ask(store, "contacts-of-office", country="POL", office="prime minister") == []
    assert len(ask(store, "contacts-of-office", country="EU", office="president", since="2017-05")) == 1
    assert ask(store, "contacts-of-office", country="USA", office="president", until="2017-03") == []


def test_an_office_without_end_is_believed_for_two_years_only(told):
    held = Tenure("ada", "other", "Minister for Testing", "FRA", date(2008, 1, 1), None, seen=date(2010, 5, 31))
    world = World([Person("ada", "Ada Able", family="Able")], [held])
    who = [Participant(name=name, country=code) for name, code in (("Ada Able", "FRA"), ("Bo Bold", "DEU"))]
    days = [date(2007, 12, 31), date(2008, 1, 1), date(2012, 5, 30), date(2012, 5, 31)]
    claims = [tell_of(who, day, place) for place, day in enumerate(days)]
    with Store(world=world) as store:
        store.put(told[0][0], claims)
        found = ask(store, "contacts-of-office", country="France", office="minister for testing")
    assert [row["when"] for row in found] == ["2008-01-01", "2012-05-30"]


def tell_of(who: list[Participant], day: date, at: int) -> Claim:
    said = Evidence(start=at * 10, end=at * 10 + 4, text="They")
    facts = {"channel": Channel.PHONE, "status": Status.HELD, "window": Window.day(day)}
    return Claim(article="call", participants=who, evidence=[said], **facts)


def test_two_versions_stand_side_by_side(store):
    (call,) = ask(store, "two-versions", a="Putin")
    assert {call["one"], call["other"]} == {"the Kremlin", "the White House"}
    assert call["one_says"] != call["other_says"]


@pytest.mark.parametrize(
    ("name", "params", "problem"),
    [
        ("who-speaks-with", {}, r"no query 'who-speaks-with' \(did you mean who-spoke-with"),
        ("nonsense", {}, r"no query 'nonsense' \(kg query --list shows all\)"),
        ("who-spoke-with", {}, r"'leader' is missing \(parameters: leader \(required\), since, until\)"),
        ("who-spoke-with", {"leader": "Putin", "year": "2017"}, "no parameter 'year'.*since"),
        ("who-spoke-with", {"leader": "Nobody"}, "'leader': nobody called 'Nobody'"),
        ("who-spoke-with", {"leader": "Putin", "since": "soon"}, "'since': 'soon' is not a day"),
        ("by-topic", {"topic": "cease-fire"}, "'topic': 'cease-fire' is not a topic .did you mean ceasefire"),
        ("contact-with-claims", {"contact": "2017-none"}, "no contact '2017-none'"),
        ("one-authority-only", {"authority": "Elysee"}, "on the authority of 'Elysee'"),
        ("most-active-pairs", {"least": "two"}, "'two' is not a whole number"),
        ("contacts-of-office", {"country": "Atlantis", "office": "king"}, "'country': there is no country or organ"),
        ("contacts-of-office", {"country": "France", "office": "sorcerer"}, "held an office called 'sorcerer'"),
        ("disputed", {"leader": "Putin"}, "parameters: none"),
    ],
)
def test_what_cannot_be_asked_is_told_with_what_can(store, name, params, problem):
    with pytest.raises(QueryError, match=problem):
        run(store, name, params)


@pytest.mark.parametrize("hostile", ['" } DELETE', "Pu' } #", "> } INSERT DATA { <a:> <b:> <c:> } #", "\\u0022 }"])
@pytest.mark.parametrize("name", ["who-spoke-with", "by-topic", "contact-with-claims", "one-authority-only"])
def test_a_hostile_parameter_is_a_value_that_is_not_known(store, name, hostile):
    parameter = named_queries()[name].parameters[0].name
    before = len(store.query("SELECT * { ?s ?p ?o }").bindings)
    with pytest.raises(QueryError):
        run(store, name, {parameter: hostile})
    assert len(store.query("SELECT * { ?s ?p ?o }").bindings) == before


def test_a_header_that_does_not_fit_is_told():
    with pytest.raises(QueryError, match=r"odd\.rq: 'leader somebody - who' is not"):
        parsed("odd", "# title: Odd\n# parameter: leader somebody - who\nASK {}")
