"""The shapes pass a small valid graph and catch it broken in one place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml
from pyshacl import validate
from rdflib import Graph, Namespace, URIRef

from kg.graph.namespaces import KG
from kg.resources import shipped

SH = Namespace("http://www.w3.org/ns/shacl#")
ID = Namespace("https://w3id.org/diplomatic-contacts/id/")

MUTANTS = yaml.safe_load(Path(__file__).with_name("mutants.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(shipped("ontology") / "shapes.ttl")


@pytest.fixture
def valid() -> Graph:
    return Graph().parse(Path(__file__).with_name("valid.ttl"))


def messages(data: Graph, shapes: Graph) -> list[str]:
    """What the validation report says, one message for each result."""
    _, report, _ = validate(data, shacl_graph=shapes)
    return [str(text) for text in report.objects(None, SH.resultMessage)]


def test_the_valid_graph_keeps_every_rule(valid: Graph, shapes: Graph) -> None:
    assert messages(valid, shapes) == []


def change(graph: Graph, add: str = "", drop: str = "", put: Sequence[object] = ()) -> None:
    """Changes `graph` as `mutants.yaml` explains."""
    updates = [f"DELETE WHERE {{ {drop} }}"] if drop else []
    updates += [f"INSERT DATA {{ {add} }}"] if add else []
    if put:
        subject, predicate, value = put
        old = f"{subject} {predicate} ?old"
        updates.append(f"DELETE {{ {old} }} INSERT {{ {subject} {predicate} {value} }} WHERE {{ {old} }}")
    for update in updates:
        graph.update(f"BASE <{ID}> {update}", initNs=dict(graph.namespaces()))


@pytest.mark.parametrize("name", MUTANTS)
def test_a_broken_rule_is_caught(valid: Graph, shapes: Graph, name: str) -> None:
    mutant = dict(MUTANTS[name])
    message = mutant.pop("says")
    before = set(valid)
    change(valid, **mutant)
    assert set(valid) != before, "the mutant changed nothing"
    assert any(message in text for text in messages(valid, shapes))


def test_a_foretold_past_and_an_unknown_text_are_warnings_and_all_else_a_violation(shapes: Graph) -> None:
    warnings = {shape for shape in shapes.subjects(SH.severity, SH.Warning) if isinstance(shape, URIRef)}
    assert warnings == {KG.ForetoldShape, KG.KnownTextShape}
