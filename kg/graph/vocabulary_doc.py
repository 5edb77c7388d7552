"""The documentation of the ontology, written from its Turtle.

`python -m kg.graph.vocabulary_doc > docs/ontology.md` writes it anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rdflib import Graph, URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SKOS, XSD
from rdflib.term import Node

from kg.graph.namespaces import BASE, KG, OA, SDO, TOPIC
from kg.resources import shipped

_PREFIXES = {
    "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
    "kg": str(KG),
    "topic": str(TOPIC),
    "dct": str(DCTERMS),
    "foaf": str(FOAF),
    "oa": str(OA),
    "org": str(ORG),
    "owl": str(OWL),
    "prov": str(PROV),
    "rdfs": str(RDFS),
    "sdo": str(SDO),
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": str(SKOS),
    "xsd": str(XSD),
}
_GRAPHS = (
    ("article/*id*", "the claims and evidence of one article; replaced whole when it is read again"),
    ("contacts", "what the claims were merged into; can be rebuilt from them"),
    (
        "shortcuts",
        "direct links between those who were in contact, each with its contacts; can be rebuilt from the contacts",
    ),
    ("merging", "by what the claims of each contact are found again when an article is added; can be rebuilt"),
    ("pins", "what a user knows to be one contact, or not"),
    ("world", "persons, posts, tenures, countries, organisations, occasions"),
    ("vocabulary", "this ontology and the topics"),
)


def vocabulary_markdown(contacts: str, topics: str) -> str:
    """The ontology and its topics as one Markdown page.

    Args:
        contacts: the Turtle of `contacts.ttl`.
        topics: the Turtle of `topics.ttl`.
    """
    ontology = Graph().parse(data=contacts, format="turtle")
    scheme = Graph().parse(data=topics, format="turtle")
    graphs = ((f"`{BASE}graph/{name}`", holds) for name, holds in _GRAPHS)
    prefixes = ((f"`{prefix}:`", f"`{namespace}`") for prefix, namespace in _PREFIXES.items())
    parts = (
        _head(ontology),
        _section("Named graphs", _table(("graph", "holds"), graphs)),
        _section("Classes", _classes(ontology)),
        *(_section(title, table) for title, table in _properties(ontology)),
        *_code_lists(ontology),
        _section("Topics", "\n".join(_tree(scheme))),
        _section("Prefixes", _table(("prefix", "namespace"), prefixes)),
    )
    return "\n\n".join(parts) + "\n"


def _head(graph: Graph) -> str:
    ontology = graph.value(None, RDF.type, OWL.Ontology, any=False)
    return "\n".join(
        (
            f"# {graph.value(ontology, RDFS.label)}",
            "",
            "<!-- Written by `python -m kg.graph.vocabulary_doc`; change the Turtle under ontology/ instead. -->",
            "",
            f"{graph.value(ontology, RDFS.comment)}",
            "",
            f"Version {graph.value(ontology, OWL.versionInfo)}, licence <{graph.value(ontology, DCTERMS.license)}>, "
            f"namespace `{KG}` (prefix `kg:`).",
        )
    )


def _section(title: str, body: str) -> str:
    return f"## {title}\n\n{body}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _classes(graph: Graph) -> str:
    rows = (
        (_code(term), _codes(graph.objects(term, RDFS.subClassOf)), _text(graph, term, RDFS.comment))
        for term in _terms(graph, OWL.Class)
    )
    return _table(("class", "kind of", "meaning"), rows)


def _properties(graph: Graph) -> Iterator[tuple[str, str]]:
    by_domain: dict[str, list[URIRef]] = {}
    for term in sorted({*_terms(graph, OWL.ObjectProperty), *_terms(graph, OWL.DatatypeProperty)}):
        domain = graph.value(term, RDFS.domain)
        by_domain.setdefault(_short(domain) if domain else "", []).append(term)
    for name in sorted(by_domain, key=lambda name: (not name.startswith("kg:"), not name, name)):
        title = f"Properties of {name}" if name else "Properties of several classes"
        yield title, _table(("property", "value", "kind of", "meaning"), _property_rows(graph, by_domain[name]))


def _property_rows(graph: Graph, terms: Iterable[URIRef]) -> Iterator[Sequence[str]]:
    for term in terms:
        kind = _codes(graph.objects(term, RDFS.subPropertyOf))
        yield _code(term), _codes(graph.objects(term, RDFS.range)), kind, _text(graph, term, RDFS.comment)


def _code_lists(graph: Graph) -> Iterator[str]:
    for scheme in _terms(graph, SKOS.ConceptScheme):
        rows = [
            (_code(term), _text(graph, term, SKOS.definition), _text(graph, term, RDFS.comment))
            for term in _terms(graph, SKOS.Concept)
            if (term, SKOS.inScheme, scheme) in graph
        ]
        table = f"\n\n{_table(('concept', 'meaning', 'note'), rows)}" if rows else ""
        yield _section(f"Scheme {_short(scheme)}", _text(graph, scheme, RDFS.comment) + table)


def _tree(graph: Graph) -> Iterator[str]:
    tops = sorted(graph.subjects(SKOS.topConceptOf, KG.Topics), key=str)
    for top in tops:
        yield from _branch(graph, top, "")


def _branch(graph: Graph, concept: Node, indent: str) -> Iterator[str]:
    also = ", ".join(sorted(str(label) for label in graph.objects(concept, SKOS.altLabel)))
    name = _text(graph, concept, SKOS.prefLabel)
    yield f"{indent}- **{name}** {_code(concept)}: {_text(graph, concept, SKOS.definition)} *Also: {also}.*"
    for narrower in sorted(graph.subjects(SKOS.broader, concept), key=str):
        yield from _branch(graph, narrower, indent + "  ")


def _terms(graph: Graph, kind: URIRef) -> list[URIRef]:
    return sorted(term for term in graph.subjects(RDF.type, kind) if isinstance(term, URIRef) and term.startswith(KG))


def _text(graph: Graph, term: Node, predicate: URIRef) -> str:
    return str(graph.value(term, predicate) or "")


def _short(term: Node) -> str:
    for prefix, namespace in _PREFIXES.items():
        if str(term).startswith(namespace):
            return f"{prefix}:{str(term).removeprefix(namespace)}"
    return str(term)


def _code(term: Node) -> str:
    return f"`{_short(term)}`"


def _codes(terms: Iterable[Node]) -> str:
    return ", ".join(sorted(_code(term) for term in terms))


def shipped_markdown() -> str:
    """The page for the ontology that ships with the package."""
    folder = shipped("ontology")
    contacts, topics = ((folder / name).read_text(encoding="utf-8") for name in ("contacts.ttl", "topics.ttl"))
    return vocabulary_markdown(contacts, topics)


if __name__ == "__main__":
    print(shipped_markdown(), end="")
