"""The world as RDF: the tables row by row, and of them what a graph's contacts meet."""

from __future__ import annotations

import io
from datetime import date

import pyoxigraph as ox
import pytest
from rdflib import FOAF, ORG, OWL, RDF, RDFS, SKOS, Dataset, Graph, Literal

from kg.graph.namespaces import COUNTRY, KG, OCCASION, PERSON, POST, WIKIDATA, WORLD_GRAPH
from kg.graph.quads import fill, in_graph
from kg.graph.validation import violations
from kg.graph.world_export import write_world
from kg.graph.world_rdf import all_triples, world_triples
from kg.model import Channel, Claim, Contact, Evidence, Participant, Status, Window
from kg.world import Country, Occasion, Organisation, Person, Tenure, World

MACRON = Person("Q3052772", "Emmanuel Macron", "Q3052772", ("Emmanuel Jean-Michel Macron",), "Macron")
HOLLANDE = Person("francois-hollande", "François Hollande", family="Hollande", called=("Flanby",))
PRESIDENT = Tenure("Q3052772", "head_of_state", "President", "FRA", date(2017, 5, 14), None, seen=date(2026, 8, 31))
BEFORE = Tenure("francois-hollande", "head_of_state", "President", "FRA", date(2012, 5, 15), date(2017, 5, 14))
MINISTER = Tenure(
    "Q3052772", "other", "Economy Minister", "FRA", date(2014, 8, 1), date(2016, 12, 31),
    first_until=date(2014, 8, 31), last_from=date(2016, 1, 1), acting=True,
)  # fmt: skip
HAMBURG = Occasion(
    "G20-2017", "G20", "G20 summit Hamburg 2017", date(2017, 7, 7), date(2017, 7, 8), "Hamburg", "DEU", ("G20 summit",)
)
SMALL = World(
    [MACRON, HOLLANDE],
    [PRESIDENT, BEFORE, MINISTER],
    [Country("FRA", "France", "Q142"), Country("DEU", "Germany")],
    [Organisation("NATO", "North Atlantic Treaty Organization", ("Nato",))],
    [HAMBURG],
)


def graph_of(triples) -> Graph:
    quads = {quad.triple for quad in in_graph(WORLD_GRAPH, triples)}
    return Graph().parse(data=ox.serialize(quads, format=ox.RdfFormat.N_TRIPLES), format="nt")


@pytest.fixture(scope="module")
def whole() -> Graph:
    return graph_of(all_triples(SMALL))


def test_people_have_their_names_and_wikidata(whole):
    macron = PERSON.Q3052772
    assert (macron, RDF.type, FOAF.Person) in whole
    assert whole.value(macron, RDFS.label) == Literal("Emmanuel Macron")
    assert list(whole.objects(macron, SKOS.altLabel)) == [Literal("Emmanuel Jean-Michel Macron")]
    assert whole.value(macron, OWL.sameAs) == WIKIDATA.Q3052772
    assert whole.value(macron, FOAF.familyName) == Literal("Macron")
    assert whole.value(PERSON["francois-hollande"], FOAF.nick) == Literal("Flanby")
    assert whole.value(PERSON["francois-hollande"], OWL.sameAs) is None


def test_one_post_is_held_by_one_after_the_other(whole):
    post = POST["FRA-head_of_state-president"]
    assert {whole.value(tenure, ORG.member) for tenure in whole.subjects(KG.post, post)} == {
        PERSON.Q3052772, PERSON["francois-hollande"],
    }  # fmt: skip
    assert (post, ORG.postIn, COUNTRY.FRA) in whole
    assert (post, KG.officeKind, Literal("head_of_state")) in whole


def days_of(graph: Graph, person, kind: str) -> dict[str, date]:
    (tenure,) = [
        each
        for each in graph.subjects(ORG.member, person)
        if graph.value(graph.value(each, KG.post), KG.officeKind) == Literal(kind)
    ]
    return {
        str(predicate).removeprefix(KG): value.toPython()
        for predicate, value in graph.predicate_objects(tenure)
        if isinstance(value, Literal) and isinstance(value.toPython(), date)
    }


def test_days_are_told_to_the_day_only_where_they_are_known(whole):
    assert days_of(whole, PERSON["francois-hollande"], "head_of_state") == {
        "begin": date(2012, 5, 15), "end": date(2017, 5, 14),
    }  # fmt: skip
    assert days_of(whole, PERSON.Q3052772, "head_of_state") == {
        "begin": date(2017, 5, 14), "lastSeen": date(2026, 8, 31),
    }  # fmt: skip
    assert days_of(whole, PERSON.Q3052772, "other") == {
        "beginEarliest": date(2014, 8, 1), "beginLatest": date(2014, 8, 31),
        "endEarliest": date(2016, 1, 1), "endLatest": date(2016, 12, 31),
    }  # fmt: skip


def test_countries_organisations_and_summits_are_there(whole):
    assert (COUNTRY.FRA, OWL.sameAs, WIKIDATA.Q142) in whole
    assert whole.value(None, KG.code, Literal("NATO"))
    summit = OCCASION["G20-2017"]
    assert (summit, KG.series, Literal("G20")) in whole
    assert (summit, KG.country, COUNTRY.DEU) in whole
    assert whole.value(whole.value(summit, KG.place), RDFS.label) == Literal("Hamburg")


def test_the_whole_keeps_the_shapes(world):
    people = list(world.people.values())[::150]
    ids = {person.id for person in people}
    held = [tenure for tenure in world.tenures if tenure.person in ids]
    assert any(tenure.first_until for tenure in held)
    assert any(tenure.last_from for tenure in held)
    sample = World(
        people, held, world.countries.values(), world.organisations.values(), list(world.occasions.values())[::20]
    )
    database = ox.Store()
    fill(database, WORLD_GRAPH, in_graph(WORLD_GRAPH, all_triples(sample)))
    assert list(violations(database)) == []


@pytest.mark.parametrize("form", ["nq", "trig", "ttl", "jsonld"])
def test_the_whole_can_be_written_and_read_again(whole, form):
    stream = io.BytesIO()
    write_world(SMALL, stream, form)
    dataset = Dataset(default_union=True)
    dataset.parse(data=stream.getvalue(), format={"jsonld": "json-ld", "nq": "nquads", "ttl": "turtle"}.get(form, form))
    assert {(s, p, o) for s, p, o, _ in dataset.quads()} == set(whole)


def contact(*who: Participant, occasion: str = "", day: str = "2017-07-07") -> Contact:
    facts = {"channel": Channel.IN_PERSON, "status": Status.HELD, "window": Window.day(date.fromisoformat(day))}
    said = Evidence(start=0, end=4, text="They")
    claim = Claim(article="a", participants=who, evidence=(said,), occasion=occasion, **facts)
    return Contact(id="k", participants=who, claims=(claim,), occasion=occasion, **facts)


MERKEL = Participant(name="Angela Merkel", country="DEU", id="Q567")
BY_NAME = Participant(name="François Hollande", country="FRA")


def test_a_person_without_identifier_is_known_by_name_and_country():
    graph = graph_of(world_triples([contact(MERKEL, BY_NAME)], SMALL))
    hollande = PERSON["francois-hollande-fra"]
    assert days_of(graph, hollande, "head_of_state")["begin"] == date(2012, 5, 15)
    assert PERSON.Q3052772 not in set(graph.subjects())
    elsewhere = Participant(name="François Hollande", country="BEL")
    assert not list(graph_of(world_triples([contact(MERKEL, elsewhere)], SMALL)).subjects(RDF.type, KG.Tenure))


def test_of_two_with_one_name_neither_is_taken():
    twin = Person("other-hollande", "François Hollande", family="Hollande")
    both = World([HOLLANDE, twin], [BEFORE, Tenure("other-hollande", "other", "Aide", "FRA", date(2016, 1, 1), None)])
    assert not list(graph_of(world_triples([contact(MERKEL, BY_NAME)], both)).subjects(RDF.type, KG.Tenure))


@pytest.mark.parametrize(("words", "day", "found"), [
    ("G20 summit", "2017-07-07", True),
    ("sidelines of the G20 summit in Hamburg", "2017-07-08", True),
    ("G20 summit", "2017-06-01", False),
    ("Bilderberg", "2017-07-07", False),
    ("", "2017-07-07", False),
])  # fmt: skip
def test_a_contact_is_at_the_summit_that_its_words_and_its_day_mean(words, day, found):
    graph = graph_of(world_triples([contact(MERKEL, BY_NAME, occasion=words, day=day)], SMALL))
    assert list(graph.objects(None, KG.atOccasion)) == [OCCASION["G20-2017"]] * found
    assert ((OCCASION["G20-2017"], RDF.type, KG.Occasion) in graph) is found
