"""Answers of SPARQL as rows and in the standard formats."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef, Variable
from rdflib.query import Result
from rdflib.term import Identifier

from kg.errors import QueryError
from kg.graph.database import Answer

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class Rows(Result):
    """The rows of a SELECT as the database gave them: rdflib's terms are made when somebody asks for `bindings`.

    Args:
        columns: names of the variables.
        terms: the rows, None where a variable is unbound.
    """

    def __init__(self, columns: Iterable[str], terms: list[tuple[Term | None, ...]]) -> None:
        super().__init__("SELECT")
        self.vars = [Variable(column) for column in columns]
        self.terms = terms
        self.bindings = (  # rdflib reads it when it is asked for
            {name: as_rdflib(term) for name, term in zip(self.vars, row, strict=True) if term is not None}
            for row in terms
        )


def as_result(answer: Answer) -> Result:
    """An answer of the database as rdflib has it, read to its end."""
    if isinstance(answer, ox.QuerySolutions):
        return Rows([variable.value for variable in answer.variables], [tuple(row) for row in answer])
    if isinstance(answer, ox.QueryBoolean):
        result = Result("ASK")
        result.askAnswer = bool(answer)
        return result
    result = Result("CONSTRUCT")
    result.graph = Graph()
    for triple in answer:
        result.graph.add((as_rdflib(triple.subject), as_rdflib(triple.predicate), as_rdflib(triple.object)))
    return result


def as_rdflib(term: Term) -> Identifier:
    """A term of the database as rdflib has it.

    Raises:
        ValueError: it is a triple, which RDF 1.1 has not.
    """
    match term:
        case ox.NamedNode():
            return URIRef(term.value)
        case ox.BlankNode():
            return BNode(term.value)
        case ox.Literal():
            return Literal(term.value, lang=term.language, datatype=None if term.language else term.datatype.value)
    raise ValueError("a triple cannot be a value (write out its subject, predicate and object)")


def rows(result: Result) -> list[dict[str, str]]:
    """The rows of a SELECT by column, each value as text, empty where it is unbound; ASK and CONSTRUCT as rows too."""
    if result.type == "ASK":
        return [{"answer": "true" if result.askAnswer else "false"}]
    if result.graph is not None:
        return [dict(zip(("subject", "predicate", "object"), map(str, triple), strict=True)) for triple in result.graph]
    columns = result.vars or []
    if isinstance(result, Rows):
        names = [str(column) for column in columns]
        return [dict(zip(names, map(_text, row), strict=True)) for row in result.terms]
    return [{str(column): str(row.get(column, "")) for column in columns} for row in result.bindings]


def _text(term: Term | None) -> str:
    return "" if term is None else str(term) if isinstance(term, ox.Triple) else term.value


def as_json(result: Result) -> str:
    """SPARQL 1.1 Query Results JSON; JSON-LD of a graph."""
    if isinstance(result.graph, Graph):
        return result.graph.serialize(format="json-ld")
    return json.dumps(json.loads(_serialised(result, "json")), ensure_ascii=False, indent=2)


def as_csv(result: Result) -> str:
    """SPARQL 1.1 Query Results CSV."""
    _columns(result, "csv")
    return _serialised(result, "csv")


def as_tsv(result: Result) -> str:
    """SPARQL 1.1 Query Results TSV: terms as in Turtle, so that types and languages are kept."""
    columns = _columns(result, "tsv")
    lines = [[_term(row.get(column)) for column in columns] for row in result.bindings]
    return "".join("\t".join(line) + "\n" for line in [[column.n3() for column in columns], *lines])


def _term(term: Identifier | None) -> str:
    """The term on one line, which rdflib's own form of a literal with line breaks is not."""
    if isinstance(term, Literal):
        return str(ox.Literal(str(term), datatype=ox.NamedNode(term.datatype))) if term.datatype else _plain(term)
    return term.n3() if term is not None else ""


def _plain(literal: Literal) -> str:
    return str(ox.Literal(str(literal), language=literal.language))


def _columns(result: Result, format: str) -> list[Variable]:  # noqa: A002
    if result.type != "SELECT":
        raise QueryError(f"{format} holds the rows of a SELECT only (use json or xml)")
    return list(result.vars or ())


def as_xml(result: Result) -> str:
    """SPARQL Query Results XML; RDF/XML of a graph."""
    return result.graph.serialize(format="xml") if isinstance(result.graph, Graph) else _serialised(result, "xml")


def serialised(result: Result, format: str) -> str:  # noqa: A002  # what the standards call it
    """The answer in one of the formats json, csv, tsv and xml.

    Raises:
        QueryError: the format is unknown, or cannot hold this kind of answer.
    """
    if format not in FORMATS:
        raise QueryError(f"'{format}' is not a format of answers (one of {', '.join(FORMATS)})")
    return FORMATS[format](result)


FORMATS: Mapping[str, Callable[[Result], str]] = {"json": as_json, "csv": as_csv, "tsv": as_tsv, "xml": as_xml}


def _serialised(result: Result, format: str) -> str:  # noqa: A002
    return (result.serialize(format=format) or b"").decode()
