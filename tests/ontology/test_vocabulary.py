"""The ontology says all that the model knows, and says it in words."""

from __future__ import annotations

import json
from itertools import chain

import pyoxigraph as ox
import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, OWL, PROV, RDF, RDFS, SKOS, XSD
from rdflib.term import Node

from kg.graph import namespaces as ns
from kg.graph.countries import country_concepts
from kg.graph.namespaces import KG, OA
from kg.model import Channel, Kind, Status, Via
from kg.resources import shipped
from kg.world import World
from kg.world.types import Country

ONTOLOGY = shipped("ontology")


@pytest.fixture(scope="module")
def contacts() -> Graph:
    return Graph().parse(ONTOLOGY / "contacts.ttl")


@pytest.fixture(scope="module")
def topics() -> Graph:
    return Graph().parse(ONTOLOGY / "topics.ttl")


def own_terms(graph: Graph) -> set[URIRef]:
    return {term for term in graph.subjects() if isinstance(term, URIRef) and term.startswith(KG)}


def test_every_term_has_a_label_and_a_comment(contacts: Graph) -> None:
    bare = [
        term
        for term in own_terms(contacts)
        if not (contacts.value(term, RDFS.label) and contacts.value(term, RDFS.comment))
    ]
    assert bare == []


def test_every_concept_has_one_label_a_definition_and_a_scheme(contacts: Graph, topics: Graph) -> None:
    for graph in (contacts, topics):
        for concept in graph.subjects(RDF.type, SKOS.Concept):
            for predicate in (SKOS.prefLabel, SKOS.definition, SKOS.inScheme):
                assert len(list(graph.objects(concept, predicate))) == 1, (concept, predicate)


def test_the_ontology_tells_its_version_and_licence(contacts: Graph) -> None:
    ontology = contacts.value(None, RDF.type, OWL.Ontology, any=False)
    assert contacts.value(ontology, OWL.versionInfo) == Literal("0.1.0")
    assert isinstance(contacts.value(ontology, DCTERMS.license), URIRef)
    assert contacts.value(ontology, DCTERMS.creator)


def test_every_own_term_that_is_used_is_declared(contacts: Graph, topics: Graph) -> None:
    shapes = Graph().parse(ONTOLOGY / "shapes.ttl")
    used = {
        term
        for triple in chain(contacts, topics, shapes)
        for term in triple
        if isinstance(term, URIRef) and term.startswith(KG) and not term.endswith("Shape")
    }
    assert used - own_terms(contacts) == {URIRef(KG)} & used


@pytest.mark.parametrize(
    ("codes", "concepts"), [(Channel, ns.CHANNELS), (Status, ns.STATUSES), (Via, ns.NAMING_WAYS), (Kind, ns.KINDS)]
)
def test_every_code_of_the_model_has_a_term_of_its_own(codes: type, concepts: dict[str, URIRef]) -> None:
    assert set(concepts) == set(codes)
    assert len(set(concepts.values())) == len(concepts)


@pytest.mark.parametrize("concepts", [ns.CHANNELS, ns.STATUSES, ns.NAMING_WAYS])
def test_the_notation_of_a_concept_is_the_code_of_the_model(contacts: Graph, concepts: dict[str, URIRef]) -> None:
    for code, concept in concepts.items():
        notation = contacts.value(concept, SKOS.notation)
        assert str(notation or "") == code.value, concept


def test_topics_are_many_and_hang_together(topics: Graph) -> None:
    concepts = set(topics.subjects(RDF.type, SKOS.Concept))
    tops = set(topics.subjects(SKOS.topConceptOf, KG.Topics))
    assert len(concepts) >= 55
    for concept in concepts:
        assert set(topics.transitive_objects(concept, SKOS.broader)) & tops, f"{concept} leads to no top concept"
        assert (concept in tops) != bool(topics.value(concept, SKOS.broader))
        assert topics.value(concept, SKOS.altLabel)


def test_no_two_topics_share_a_preferred_label(topics: Graph) -> None:
    labels = [str(label).casefold() for label in topics.objects(None, SKOS.prefLabel)]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("topic", ["trade", "country:SYR", "country:EU"])
def test_topics_of_the_model_survive_as_iris(topic: str) -> None:
    assert ns.topic_of(ns.topic_iri(topic)) == topic


@pytest.mark.parametrize("key", ["a b", "news/1", "https://example.org/?a=1#x", "Élysée", "a%20b"])
def test_minted_iris_are_valid_and_keep_their_key(key: str) -> None:
    iri = ns.minted(ns.ARTICLE, key)
    assert ns.key_of(iri, ns.ARTICLE) == key
    assert iri.n3() == f"<{iri}>"
    assert "/" not in iri.removeprefix(ns.ARTICLE)


def test_an_iri_needs_a_key_and_knows_its_namespace() -> None:
    with pytest.raises(ValueError, match="needs a key"):
        ns.minted(ns.PERSON, "")
    with pytest.raises(ValueError, match="is not in"):
        ns.key_of(ns.minted(ns.PERSON, "Q1"), ns.POST)


def test_countries_become_concepts() -> None:
    syria = Country("SYR", "Syria", qid="Q858", names=("Syria", "Syrian Arab Republic"))
    triples = set(country_concepts(World(countries=[syria])))
    iri = ns.topic_iri("country:SYR")
    assert {subject for subject, _, _ in triples} == {iri}
    assert (iri, SKOS.prefLabel, ox.Literal("Syria", language="en")) in triples
    assert (iri, SKOS.altLabel, ox.Literal("Syrian Arab Republic", language="en")) in triples
    assert (iri, SKOS.altLabel, ox.Literal("Syria", language="en")) not in triples
    assert (iri, OWL.sameAs, ns.WIKIDATA.Q858) in triples
    assert {(iri, RDF.type, SKOS.Concept), (iri, RDF.type, KG.State), (iri, SKOS.inScheme, KG.Countries)} <= triples


CLAIM_AS_JSON = {
    "id": "claim:c1",
    "type": "Claim",
    "toldIn": "article:a1",
    "participant": ["person:Q1"],
    "participation": [{"id": "claim:c1%231", "agent": "person:Q1", "kind": "Person", "via": "named", "position": 1}],
    "channel": "inPerson",
    "status": "held",
    "topic": ["topics:trade", "countries:SYR"],
    "earliest": "2024-03-04",
    "evidence": [
        {
            "id": "quote:e1",
            "target": {
                "id": "quote:e1%23",
                "selector": [{"id": "quote:e1%23p", "firstCodePoint": 3, "exact": "They met"}],
            },
        }
    ],
    "generatedBy": "run:r1",
    "about": {"id": "contact:k1", "type": "Contact", "label": "A and B"},
}


def test_json_ld_with_the_context_gives_the_triples_of_the_ontology() -> None:
    context = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))
    graph = Graph().parse(data=json.dumps(context | CLAIM_AS_JSON), format="json-ld")
    claim, contact, detail = ns.CLAIM.c1, ns.CONTACT.k1, ns.CLAIM["c1%231"]
    target, span = ns.EVIDENCE["e1%23"], ns.EVIDENCE["e1%23p"]
    expected: set[tuple[Node, Node, Node]] = {
        (claim, RDF.type, KG.Claim),
        (claim, KG.toldIn, ns.ARTICLE.a1),
        (claim, KG.participant, ns.PERSON.Q1),
        (claim, KG.participation, detail),
        (detail, PROV.agent, ns.PERSON.Q1),
        (detail, KG.kind, FOAF.Person),
        (detail, KG.via, KG.named),
        (detail, KG.position, Literal(1)),
        (claim, KG.channel, KG.inPerson),
        (claim, KG.status, KG.held),
        (claim, KG.topic, ns.TOPIC.trade),
        (claim, KG.topic, ns.COUNTRY.SYR),
        (claim, KG.earliest, Literal("2024-03-04", datatype=XSD.date)),
        (claim, KG.evidence, ns.EVIDENCE.e1),
        (ns.EVIDENCE.e1, OA.hasTarget, target),
        (target, OA.hasSelector, span),
        (span, OA.start, Literal("3", datatype=XSD.nonNegativeInteger)),
        (span, OA.exact, Literal("They met")),
        (claim, PROV.wasGeneratedBy, ns.RUN.r1),
        (claim, KG.about, contact),
        (contact, RDF.type, KG.Contact),
        (contact, RDFS.label, Literal("A and B")),
    }
    assert set(graph) == expected


def test_the_context_names_only_terms_that_exist(contacts: Graph) -> None:
    context = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    mapped = {"@id", "@reverse"}
    own = {KG[term] for term, value in context.items() if isinstance(value, dict) and not mapped & set(value)}
    assert own <= own_terms(contacts)


@pytest.mark.parametrize("prefix", ["sdo", "oa", "person", "claim", "article"])
def test_the_context_has_the_namespaces_of_the_code(prefix: str) -> None:
    context = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    assert context[prefix] == str(getattr(ns, prefix.upper()))
