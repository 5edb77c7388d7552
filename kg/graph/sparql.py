"""SPARQL of users: checked before it runs, and given terms, never text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pyoxigraph as ox
from pyparsing import ParseBaseException
from rdflib import DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SKOS, XSD
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.query import Result
from rdflib.term import Identifier

from kg.errors import QueryError
from kg.graph import namespaces as ns
from kg.graph.database import Answer, Database
from kg.graph.results import as_result

Bindings = Mapping[str, Identifier | Sequence[Identifier]]

PREFIXES: Mapping[str, str] = {
    "kg": str(ns.KG),
    "topic": str(ns.TOPIC),
    "person": str(ns.PERSON),
    "post": str(ns.POST),
    "country": str(ns.COUNTRY),
    "organisation": str(ns.ORGANISATION),
    "graph": ns.BASE + "graph/",
    "oa": str(ns.OA),
    "sdo": str(ns.SDO),
    "wd": str(ns.WIKIDATA),
    "dct": str(DCTERMS),
    "foaf": str(FOAF),
    "org": str(ORG),
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "skos": str(SKOS),
    "xsd": str(XSD),
}
"""Prefixes that every query knows."""

_TOKEN = re.compile(
    r'''(?P<skip>"""(?:\\.|[^\\])*?"""|\'\'\'(?:\\.|[^\\])*?\'\'\'|"(?:\\.|[^"\\\n\r])*"|'(?:\\.|[^'\\\n\r])*\''''
    r"""|<[^<>"{}|^`\\\s]*>|\#[^\n\r]*)"""
    r"|(?P<name>[?$@]\w+|[\w.-]*:[\w.:%-]*)"
    r"|(?P<word>[A-Za-z]\w*)"
    r"|(?P<mark>[{}()])",
    re.DOTALL,
)
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_PROLOGUE = frozenset({"PREFIX", "BASE"})
_OUTSIDE = re.compile(r"\b(SERVICE|FROM)\b", re.IGNORECASE)
_OUTSIDE_NODES = {"ServiceGraphPattern": "SERVICE", "DatasetClause": "FROM"}


def answer(database: Database, text: str, bindings: Bindings) -> Result:
    """The answer of a database to a checked query, read to its end.

    Args:
        database: where to ask; the union of its graphs is the default graph.
        text: the query.
        bindings: terms for variables of its outermost group.

    Raises:
        QueryError: the query is not valid.
    """
    try:
        return as_result(_ask(database, bind(text, bindings)))
    except (SyntaxError, ValueError, RuntimeError, OSError) as error:
        raise QueryError(f"the query cannot be answered: {' '.join(str(error).split())}") from error


def _ask(database: Database, text: str) -> Answer:
    """The answer over the union of all graphs; a remote store has no other, and is told the prefixes."""
    if isinstance(database, ox.Store):
        return database.query(text, prefixes=dict(PREFIXES), use_default_graph_as_union=True)
    return database.query("".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items()) + text)


def rows(database: Database, query: str) -> list[tuple[ox.NamedNode | ox.Literal, ...]]:
    """The rows of one of our own SELECT queries; every selected variable is bound."""
    found = _ask(database, query)
    assert isinstance(found, ox.QuerySolutions)
    return [tuple(row) for row in found]


def check(text: str) -> None:
    """Refuse updates and what fetches from elsewhere.

    Raises:
        QueryError: the query is not SELECT, ASK, CONSTRUCT or DESCRIBE, or has SERVICE or FROM.
    """
    form = form_of(text)
    if form not in _FORMS:
        raise QueryError(
            f"a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE, not '{form}' (the graph is read-only)"
        )
    if _OUTSIDE.search(text):
        _check_reach(text)


def _check_reach(text: str) -> None:
    """Two readers that err in different ways have to agree that the words are harmless."""
    for token in _TOKEN.finditer(text):
        if token["word"] and _OUTSIDE.fullmatch(token["word"]):
            _refuse(token["word"].upper())
    try:
        parsed = parseQuery(text)
    except (ParseBaseException, RecursionError) as error:
        raise QueryError("the query cannot be checked for SERVICE and FROM (leave those words out)") from error
    for name in _node_names(parsed):
        if name in _OUTSIDE_NODES:
            _refuse(_OUTSIDE_NODES[name])


def _refuse(word: str) -> None:
    raise QueryError(f"{word} is refused: queries reach this graph only (leave {word} out; use GRAPH for named graphs)")


def _node_names(node: Any) -> Iterator[str]:
    if isinstance(node, CompValue):
        yield node.name
        for value in node.values():
            yield from _node_names(value)
    elif isinstance(node, Sequence) and not isinstance(node, str):
        for value in node:
            yield from _node_names(value)


def form_of(text: str) -> str:
    """Of which of the forms a query is, in capitals; whatever comes first where it is of none."""
    words = (token["word"].upper() for token in _TOKEN.finditer(text) if token["word"])
    return next((word for word in words if word not in _PROLOGUE), "")


def bind(text: str, bindings: Bindings) -> str:
    """The query with a VALUES clause for each binding at the head of its outermost group.

    Terms are written in their own serialisation, so whatever a literal holds stays inside it.
    """
    clauses = "".join(_values(name, terms) for name, terms in bindings.items())
    if not clauses:
        return text
    head = _head_of_where(text)
    return f"{text[:head]}{clauses}{text[head:]}"


def _values(name: str, terms: Identifier | Sequence[Identifier]) -> str:
    if not re.fullmatch(r"[A-Za-z_]\w*", name):
        raise QueryError(f"'{name}' is not the name of a variable")
    several = [terms] if isinstance(terms, Identifier) else terms
    return f" VALUES ?{name} {{ {' '.join(term.n3() for term in several)} }} "


def _head_of_where(text: str) -> int:
    """Where the outermost group begins, after its brace; the template of a CONSTRUCT comes before it."""
    heads: list[int] = []
    depth = 0
    for token in _TOKEN.finditer(text):
        mark = token["mark"]
        if mark == "{" and depth == 0:
            heads.append(token.end())
        depth += {"{": 1, "(": 1, "}": -1, ")": -1}.get(mark or "", 0)
    template = re.search(r"\bCONSTRUCT\s*\{", text, re.IGNORECASE) is not None
    if len(heads) <= template:
        raise QueryError("a query with parameters needs a WHERE group")
    return heads[template]
