"""The store: what goes in comes out, and a change is seen by the next question."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from rdflib import RDF

from kg.errors import InputError, QueryError
from kg.graph import Store
from kg.graph.contact_rdf import contact_iri
from kg.graph.namespaces import ARTICLE_GRAPH, CONTACTS_GRAPH, KG
from kg.model import Article, Channel, Claim, Evidence, Participant, Status


def test_what_is_put_comes_out(store, told):
    assert {claim.id: claim for claim in store.claims()} == {claim.id: claim for _, claims in told for claim in claims}
    assert store.articles() == {each.id: each.model_copy(update={"text": ""}) for each, _ in told}


def test_claims_come_by_article_and_place(store):
    places = [(claim.article, claim.evidence[0].start) for claim in store.claims()]
    assert places == sorted(places)


def test_putting_the_same_again_changes_nothing(told):
    with Store() as store:
        article, claims = told[0]
        assert store.put(article, claims)
        assert not store.put(article, list(reversed(claims)))
        assert store.put(article.model_copy(update={"text": "Another text."}), claims)
        assert store.put(article, claims[:1])
        assert list(store.claims()) == claims[:1]


def test_a_change_is_seen_by_the_next_question(told):
    with Store() as store:
        for article, claims in told:
            store.put(article, claims)
        before = len(store.contacts())
        assert store.remove("visit")
        assert not store.remove("visit")
        assert len(store.contacts()) == before - 2
        assert "visit" not in store.articles()


def test_an_article_without_claims_is_kept(told):
    with Store() as store:
        store.put(told[0][0], [])
        assert list(store.articles()) == ["call"]
        assert store.contacts() == []


def test_order_of_putting_does_not_matter(told):
    with Store() as forward, Store() as backward:
        for article, claims in told:
            forward.put(article, claims)
        for article, claims in reversed(told):
            backward.put(article, claims)
            backward.contacts()
        assert forward.contacts() == backward.contacts()


def test_claims_belong_to_their_article(told):
    (article, claims), (other, _) = told[0], told[1]
    with Store() as store:
        with pytest.raises(InputError, match="'call' cannot be kept with article 'visit'"):
            store.put(other, claims)
        with pytest.raises(InputError, match="give it an id"):
            store.put(Article(text="x"), [])
        store.put(article, [claims[0].model_copy(update={"article": ""})])
        assert list(store.claims()) == claims[:1]


def test_contacts_know_their_claims_in_order_of_publication(store):
    (call,) = store.contacts(between=("Putin", "Trump"), channel="phone")
    assert call.authorities == ("the Kremlin", "the White House")
    assert call.topics == ("ceasefire", "counter-terrorism")
    assert [claim.evidence[0].start for claim in call.claims] == [0, 70]


@pytest.mark.parametrize(
    ("conditions", "days"),
    [
        ({"between": ("putin", "trump")}, ["2017-05-02", "2017-07-07"]),
        ({"between": ("Vladimir Putin", "Angela Merkel")}, ["2017-05-02"]),
        ({"between": ("Q7747",)}, ["2017-05-02", "2017-05-02", "2017-07-07"]),
        ({"between": ("Donald", "Merkel")}, ["2017-04-21"]),
        ({"between": ("Trump", "Trump")}, []),
        ({"between": ("Nobody",)}, []),
        ({"country": "EU"}, ["2017-05-18"]),
        ({"country": ("RUS", "DEU")}, ["2017-05-02", ""]),
        ({"channel": ("letter", "phone")}, ["2017-04-21", "2017-05-02", ""]),
        ({"status": "disputed"}, ["2017-05-18"]),
        ({"topic": "ceasefire"}, ["2017-05-02"]),
        ({"topic": "peace-and-conflict"}, ["2017-05-02"]),
        ({"topic": "country:SYR"}, ["2017-05-02"]),
        ({"authority": "Kremlin"}, ["2017-05-02", "2017-05-02", "2017-07-07"]),
        ({"authority": "the Brussels"}, ["2017-05-18"]),
        ({"since": "2017-05", "until": "2017-05"}, ["2017-05-02", "2017-05-02", "2017-05-18"]),
        ({"until": "2017-04-21"}, ["2017-04-21"]),
        ({"since": "2018"}, []),
        ({"between": None, "topic": ""}, ["2017-04-21", "2017-05-02", "2017-05-02", "2017-05-18", "2017-07-07", ""]),
    ],
)
def test_contacts_are_chosen_by_every_condition(store, conditions, days):
    assert [contact.window.edtf for contact in store.contacts(**conditions)] == days


@pytest.mark.parametrize(
    ("conditions", "problem"),
    [
        ({"since": "soon"}, "'soon' is not a day, month or year"),
        ({"until": "2017-02-30"}, "'2017-02-30' is not a day"),
        ({"channel": "pigeon"}, "'pigeon' is not a channel .one of phone, video"),
        ({"status": "maybe"}, "'maybe' is not a status"),
    ],
)
def test_conditions_that_mean_nothing_are_told(store, conditions, problem):
    with pytest.raises(QueryError, match=problem):
        store.contacts(**conditions)


@pytest.mark.parametrize("spelling", ["Putin", "Владимир Путин", "Q7747"])
def test_a_name_in_any_spelling_finds_the_person(store, spelling):
    assert [str(iri).rpartition("/")[2] for iri in store.participants(spelling)] == ["Q7747"]


def _link(store: Store, one: str, link: str, other: str) -> bool:
    query = f"ASK {{ GRAPH graph:shortcuts {{ person:{one} kg:{link} person:{other} }} }}"
    return bool(store.query(query).askAnswer)


def test_shortcuts_follow_from_held_contacts(store):
    putin, trump, merkel, tusk = "Q7747", "Q22686", "Q567", "Q946"
    assert _link(store, putin, "spokeWith", trump)
    assert _link(store, trump, "spokeWith", putin)
    assert not _link(store, putin, "metWith", trump)
    assert _link(store, putin, "plansToMeet", trump)
    assert _link(store, merkel, "metWith", putin)
    assert _link(store, merkel, "wroteTo", trump)
    assert not _link(store, trump, "wroteTo", merkel)
    assert not _link(store, tusk, "metWith", trump)


def test_no_triple_stands_in_two_graphs(store):
    """The union of all graphs is what queries see, and it counts a triple once for each graph that has it."""
    doubles = "SELECT ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } GRAPH ?h { ?s ?p ?o } FILTER (?g != ?h) }"
    assert store.query(doubles).bindings == []


def test_texts_are_not_kept(store):
    found = store.query('SELECT ?o WHERE { ?s ?p ?o FILTER (CONTAINS(STR(?o), "The text of")) }')
    assert found.bindings == []


def test_all_offices_of_those_who_took_part_and_of_nobody_else(store):
    query = "SELECT ?kind WHERE { ?tenure org:member person:%s ; kg:post/kg:officeKind ?kind }"
    held = {who: {str(row["kind"]) for row in store.query(query % who)} for who in ("Q567", "Q946", "Q3052772")}
    assert held["Q567"] >= {"head_of_government"}
    assert held["Q946"] >= {"head_of_government", "organisation_head"}
    assert held["Q3052772"] == set()


def test_offices_without_a_name_are_posts(store):
    query = "SELECT ?label WHERE { ?contact a kg:Contact ; kg:participantPost/rdfs:label ?label }"
    assert [str(row["label"]) for row in store.query(query)] == ["the Russian Foreign Minister"]


def test_parties_make_no_leaders():
    states = [Participant(country=code, kind="state") for code in ("RUS", "TUR")]
    claim = Claim(
        article="a", participants=states, channel=Channel.UNSPECIFIED, status=Status.HELD,
        evidence=[Evidence(start=0, end=1, text="x")],
    )  # fmt: skip
    with Store() as store:
        store.put(Article(id="a", text="x"), [claim])
        assert store.contacts(between=("Russia", "TUR")) == store.contacts(country=("RUS", "TUR")) != []
        assert not store.query("ASK { ?one kg:inContactWith ?other }").askAnswer
        assert store.query("ASK { country:RUS kg:statesInContact country:TUR }").askAnswer


def test_the_graph_is_there_as_a_dataset_of_rdflib(store):
    contacts = set(store.dataset.subjects(RDF.type, KG.Contact))
    assert contacts == {contact_iri(contact) for contact in store.contacts()}
    graphs = {str(graph.identifier) for graph in store.dataset.graphs()}
    assert {str(CONTACTS_GRAPH), str(ARTICLE_GRAPH.call)} <= graphs


def test_many_articles_are_kept_as_few_are(told):
    """From some thousand quads on, they go another way into the database."""
    article, claims = told[0]
    many = {f"copy-{number}": article.model_copy(update={"id": f"copy-{number}"}) for number in range(200)}
    own = [claim.model_copy(update={"article": ""}) for claim in claims]
    with Store() as at_once, Store() as one_by_one:
        graphs = {key: at_once.graph_of(copy, own) for key, copy in many.items()}
        assert sum(map(len, graphs.values())) > 20_000
        done = at_once.put_graphs(graphs)
        assert (done.new, done.changed) == (set(many), set())
        for copy in many.values():
            one_by_one.put(copy, own)
        assert list(at_once.claims()) == list(one_by_one.claims())
        changed = {**graphs, "copy-7": at_once.graph_of(many["copy-7"], own[:1])}
        assert at_once.put_graphs(changed).changed == {"copy-7"}
        assert at_once.totals().claims == 200 * len(claims) - 2


def test_what_fails_in_the_middle_leaves_nothing_of_many(told):
    article, claims = told[0]
    database = ox.Store()
    with Store(database) as store:
        before = len(database)
        quads = list(store.graph_of(article, claims)) * 400
        with pytest.raises(TypeError):
            database.bulk_extend([*quads, "no quad"])
        assert len(database) == before
