"""Countries as concepts: the same IRI is the party of one contact and the topic of another."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
from rdflib import URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from kg.graph.agents import country_iri
from kg.graph.namespaces import COUNTRY, KG, WIKIDATA, minted
from kg.graph.quads import Triple
from kg.world import World, load_world
from kg.world.types import Country


def country_named(name: str) -> URIRef | None:
    """The country or organisation of that code or name; None where there is none."""
    world = load_world()
    code = name if name in {*world.countries, *world.organisations} else world.country_of(name)
    return country_iri(code) if code else None


def country_concepts(world: World) -> Iterator[Triple]:
    """The countries of `world` as states and as concepts of `kg:Countries`, in the order of their codes."""
    for code in sorted(world.countries):
        yield from _concept(world.countries[code])


def _concept(country: Country) -> Iterator[Triple]:
    iri, name = minted(COUNTRY, country.code), ox.Literal(country.name, language="en")
    yield iri, RDF.type, KG.State
    yield iri, RDF.type, SKOS.Concept
    yield iri, SKOS.inScheme, KG.Countries
    yield iri, SKOS.topConceptOf, KG.Countries
    yield iri, KG.code, ox.Literal(country.code)
    yield iri, RDFS.label, name
    yield iri, SKOS.prefLabel, name
    yield iri, SKOS.definition, ox.Literal(f"{country.name}: its affairs, where others discuss them.", language="en")
    for other in sorted({*country.names} - {country.name}):
        yield iri, SKOS.altLabel, ox.Literal(other, language="en")
    if country.qid:
        yield iri, OWL.sameAs, WIKIDATA[country.qid]
