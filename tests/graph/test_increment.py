"""What is carried through article by article is what a rebuild makes of all of them."""

from __future__ import annotations

from datetime import date, timedelta

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import URIRef

from kg.graph import Store, derivation
from kg.graph.namespaces import CONTACTS_GRAPH, MERGING_GRAPH, SHORTCUTS_GRAPH
from kg.graph.quads import Quads, quads_of
from kg.merging import Pins, merged
from kg.model import Article, Channel, Claim, Evidence, Participant, Status, Window
from kg.world import World

START = date(2017, 5, 1)
DERIVED = (CONTACTS_GRAPH, SHORTCUTS_GRAPH, MERGING_GRAPH)

people = st.sampled_from(
    [
        Participant(name="Vladimir Putin", country="RUS", id="Q7747"),
        Participant(name="Putin", country="RUS"),
        Participant(name="Sergey Lavrov", post="Foreign Minister", country="RUS"),
        Participant(post="Russian foreign minister", country="RUS"),
        Participant(name="Ivan Putin", country="RUS", id="Q1"),
        Participant(name="Donald Trump", post="President", country="USA", id="Q22686"),
        Participant(name="Trump"),
    ]
)
windows = st.one_of(
    st.just(Window()),
    st.integers(0, 6).map(lambda day: Window.day(START + timedelta(days=day))),
    st.tuples(st.integers(0, 6), st.integers(0, 3)).map(
        lambda pair: Window.within(START + timedelta(days=pair[0]), START + timedelta(days=sum(pair)))
    ),
)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    at = draw(st.integers(0, 3)) * 10
    return Claim(
        participants=tuple(draw(st.lists(people, min_size=2, max_size=4, unique=True))),
        channel=draw(st.sampled_from([Channel.PHONE, Channel.IN_PERSON, Channel.UNSPECIFIED])),
        status=draw(st.sampled_from([Status.HELD, Status.PLANNED, Status.DENIED])),
        window=draw(windows),
        authority=draw(st.sampled_from(["", "the Kremlin", "the White House"])),
        topics=("trade",),
        evidence=(Evidence(start=at, end=at + 4, text="word"),),
    )


versions = st.lists(
    st.tuples(st.integers(0, 4), st.lists(claims(), max_size=3), st.integers(0, 3)), min_size=1, max_size=8
)
"""Articles as they come one after the other, some of them again with other claims or another day."""


def put(store: Store, number: int, told: list[Claim], day: int) -> None:
    article = Article(id=f"a{number}", text="x", published=START + timedelta(days=number + day))
    store.put(article, told)


def graphs(database: ox.Store) -> dict[URIRef, Quads]:
    return {graph: quads_of(database, graph) for graph in DERIVED}


@settings(max_examples=60, deadline=None)
@given(versions=versions, withdrawn=st.integers(0, 4))
def test_one_by_one_gives_what_a_rebuild_gives(versions, withdrawn):
    database = ox.Store()
    with Store(database, world=World()) as store:
        store.refresh()
        for version in versions:
            put(store, *version)
            store.refresh()
        store.remove(f"a{withdrawn}")
        store.refresh()
        one_by_one = graphs(database)
        store.rebuild()
        assert one_by_one == graphs(database)


def test_of_very_many_articles_the_first_time_goes_by_some_at_a_time(told, monkeypatch):
    at_once, by_some = ox.Store(), ox.Store()
    with Store(at_once) as one, Store(by_some) as other:
        for store in (one, other):
            for article, claims in told:
                store.put(article, claims)
        one.refresh()
        monkeypatch.setattr(derivation, "_IN_MEMORY", 0)
        monkeypatch.setattr(derivation, "_AT_ONCE", 200)
        monkeypatch.setattr(derivation, "derive", None)
        other.refresh()
        assert graphs(at_once) == graphs(by_some)


@settings(max_examples=25, deadline=None)
@given(versions=versions)
def test_in_one_batch_gives_the_same(versions):
    single, batch = ox.Store(), ox.Store()
    with Store(single, world=World()) as one, Store(batch, world=World()) as all_at_once:
        one.refresh()
        all_at_once.refresh()
        for version in versions:
            put(one, *version)
            one.refresh()
            put(all_at_once, *version)
        all_at_once.refresh()
        assert graphs(single) == graphs(batch)


@settings(max_examples=25, deadline=None)
@given(versions=versions, pairs=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.booleans()), max_size=2))
def test_pins_hold_however_they_come(versions, pairs):
    database = ox.Store()
    with Store(database, world=World()) as store:
        store.refresh()
        for version in versions:
            put(store, *version)
        ids = sorted(claim.id for claim in store.claims())
        if not ids:
            return
        chosen = [(ids[one % len(ids)], ids[other % len(ids)], same) for one, other, same in pairs[:1]]
        chosen = [pin for pin in chosen if pin[0] != pin[1]]
        pins = Pins(
            frozenset((one, other) for one, other, same in chosen if same),
            frozenset((one, other) for one, other, same in chosen if not same),
        )
        store.pin(pins)
        store.refresh()
        pinned = graphs(database)
        home = {claim.id: contact.id for contact in store.contacts() for claim in contact.claims}
        assert all((home[one] == home[other]) is same for one, other, same in chosen)
        store.rebuild()
        assert pinned == graphs(database)
        store.pin(Pins())
        store.refresh()
        published = {key: article.published for key, article in store.articles().items()}
        plain = {contact.id for contact in merged(store.claims(), published).contacts}
        assert {contact.id for contact in store.contacts()} == plain


def test_a_shortcut_leads_back_to_its_contacts_and_goes_with_the_last_of_them(told):
    with Store() as store:
        for article, claims in told:
            store.put(article, claims)
        contacts = {str(row["c"]) for row in store.query(_SHORTCUT)}
        assert len(contacts) == 1
        store.remove("call")
        store.refresh()
        assert store.query(_SHORTCUT).bindings == []
        assert not store.query("ASK { person:Q7747 kg:spokeWith person:Q22686 }").askAnswer


_SHORTCUT = """SELECT ?c WHERE { ?s a kg:Shortcut ; rdf:subject person:Q22686 ; rdf:predicate kg:spokeWith ;
    rdf:object person:Q7747 ; kg:shortcutOf ?c . ?c a kg:Contact }"""


def test_states_in_contact_lead_back_too(store):
    query = """SELECT ?c WHERE { ?s rdf:predicate kg:statesInContact ; rdf:subject country:RUS ;
        rdf:object country:USA ; kg:shortcutOf ?c }"""
    assert len(store.query(query).bindings) == 1


def test_who_is_met_no_more_leaves_the_world(told):
    with Store() as store:
        for article, claims in told:
            store.put(article, claims)
            store.refresh()
        assert store.query("ASK { GRAPH graph:world { person:Q946 rdfs:label ?name } }").askAnswer
        store.remove("denial")
        assert not store.query("ASK { GRAPH graph:world { person:Q946 ?p ?o } }").askAnswer
        assert not store.query("ASK { GRAPH graph:world { ?tenure org:member person:Q946 } }").askAnswer


@pytest.mark.parametrize("order", [1, -1])
def test_everyone_in_the_world_has_one_label_in_any_order(told, order):
    with Store() as store:
        for article, claims in told[::order]:
            store.put(article, claims)
            store.refresh()
        assert store.validate() == []
