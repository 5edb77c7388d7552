"""The page about the ontology is the one that its Turtle makes."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.graph.vocabulary_doc import shipped_markdown, vocabulary_markdown

PAGE = Path(__file__).parents[2] / "docs" / "ontology.md"
CONTACTS = """
@prefix kg: <https://w3id.org/diplomatic-contacts/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
<urn:o> a owl:Ontology ; rdfs:label "A small one" ; owl:versionInfo "7.0" .
kg:Claim a owl:Class ; rdfs:subClassOf prov:Entity ; rdfs:comment "One telling." .
kg:toldIn a owl:ObjectProperty ; rdfs:domain kg:Claim ; rdfs:range kg:Article ; rdfs:comment "The article." .
"""
TOPICS = """
@prefix kg: <https://w3id.org/diplomatic-contacts/ns#> .
@prefix topic: <https://w3id.org/diplomatic-contacts/topic/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
topic:weather skos:topConceptOf kg:Topics ; skos:prefLabel "weather" ; skos:definition "Of the air." .
topic:rain skos:broader topic:weather ; skos:prefLabel "rain" ; skos:altLabel "drizzle" ; skos:definition "Wet." .
"""


def test_the_page_is_up_to_date() -> None:
    current = PAGE.read_text(encoding="utf-8")
    assert current == shipped_markdown(), "out of date: run `python -m kg.graph.vocabulary_doc > docs/ontology.md`"


@pytest.mark.parametrize(
    "line",
    [
        "# A small one",
        "| `kg:Claim` | `prov:Entity` | One telling. |",
        "## Properties of kg:Claim",
        "| `kg:toldIn` | `kg:Article` |  | The article. |",
        "  - **rain** `topic:rain`: Wet. *Also: drizzle.*",
    ],
)
def test_terms_become_lines(line: str) -> None:
    assert line in vocabulary_markdown(CONTACTS, TOPICS).splitlines()
