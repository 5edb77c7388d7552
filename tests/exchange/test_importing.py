"""What kg wrote comes back whole; what it did not write is told."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import Any

import pytest

from kg.contact_graph import ContactGraph
from kg.errors import InputError
from kg.graph.namespaces import BASE
from kg.model import Article


def claim_of(graph: ContactGraph) -> dict[str, Any]:
    return graph.contacts(channel="phone")[0].claims[0].to_json()


def lines(path: Path, *values: object) -> Path:
    path.write_text("".join(json.dumps(value) + "\n" for value in values), encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["nq", "jsonl"])
def test_an_import_counts_what_is_new_changed_and_the_same(graph: ContactGraph, tmp_path: Path, form: str) -> None:
    path = tmp_path / f"graph.{form}"
    graph.export(path, form)
    with ContactGraph() as other:
        assert (other.load(path).new, other.load(path).unchanged) == (1, 1)
        other.store.put(Article(id="wire/1", text="Nothing."), [])
        report = other.load(path)
        assert (report.changed, report.claims, report.contacts) == (1, 4, 4)


def test_an_extraction_without_texts_can_be_imported(graph: ContactGraph, tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"id": "wire/1", "date": "2017-06-01", "claims": [claim_of(graph)]})
    with ContactGraph() as other:
        report = other.load(path)
        assert (report.new, report.claims, report.skipped) == (1, 1, ())
        assert [claim.to_json() for claim in other.store.claims()] == [claim_of(graph)]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"claims": None}, "field 'claims': must be a list"),
        ({"id": ""}, "field 'id': the article has no id"),
        ({"date": "2017-02-30"}, "field 'date'"),
        ({"colour": "red"}, "field 'colour'"),
        ({"claims": [{"channel": "fax"}]}, r"field 'claims\.0\.participants'"),
        ({"text": "Another text altogether, and none that tells of calls."}, r"field 'claims\.0\.evidence'"),
    ],
)
def test_a_line_that_cannot_be_used_is_told_and_the_rest_goes_on(graph, tmp_path, change, problem) -> None:
    good = {"id": "good", "claims": [claim_of(graph)]}
    path = lines(tmp_path / "a.jsonl", {"id": "bad", "claims": [claim_of(graph)]} | change, good, good)
    with ContactGraph() as other:
        report = other.load(path)
        assert report.new == 1
        first, second = (str(each) for each in report.skipped)
        assert first.startswith(f"{path}:1: ")
        assert re.search(problem, first)
        assert "the id 'good' was read before" in second
        with pytest.raises(InputError, match=problem):
            other.load(path, strict=True)


def quads(graph: ContactGraph, path: Path) -> list[str]:
    graph.export(path, "nq")
    return path.read_text(encoding="utf-8").splitlines(keepends=True)


def broken(line: list[str]) -> list[str]:
    return [*line, "<a:b> what is this\n"]


def foreign(line: list[str]) -> list[str]:
    return [*line, f"<a:b> <a:c> <a:d> <{BASE}graph/mine> .\n"]


def default(line: list[str]) -> list[str]:
    return [*line, "<a:b> <a:c> <a:d> .\n"]


def lacking(line: list[str]) -> list[str]:
    return [each for each in line if "#status>" not in each]


def renamed(line: list[str]) -> list[str]:
    return [each.replace("/graph/article/wire%2F1>", "/graph/article/other>") for each in line]


def shuffled(line: list[str]) -> list[str]:
    return random.Random(7).sample(line, len(line))


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (broken, r"graph\.nq:\d+: is not N-Quads"),
        (foreign, "graph/mine> is not one that kg writes"),
        (default, "the default graph is not one that kg writes"),
        (lacking, "is not as kg writes it"),
        (renamed, "tells of another article"),
        (shuffled, "do not stand together|tells of another article|is not as kg writes it"),
    ],
)
def test_quads_that_kg_did_not_write_change_nothing(graph: ContactGraph, tmp_path: Path, change, problem) -> None:
    path = tmp_path / "graph.nq"
    path.write_text("".join(change(quads(graph, path))), encoding="utf-8")
    with ContactGraph() as other:
        with pytest.raises(InputError, match=problem):
            other.load(path)
        assert other.store.articles() == {}


@pytest.mark.parametrize(("name", "problem"), [("a.csv", "is no file to import"), ("none.nq", "cannot be read")])
def test_what_is_no_import_is_told(tmp_path: Path, name: str, problem: str) -> None:
    with ContactGraph() as other, pytest.raises(InputError, match=problem):
        other.load(tmp_path / name)


def test_an_import_without_texts_is_valid_with_a_warning(graph: ContactGraph, tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"id": "wire/1", "date": "2017-06-01", "claims": [claim_of(graph)]})
    with ContactGraph() as other:
        other.load(path)
        assert other.validate() == []
        assert any("SHA-256" in found.message for found in other.validate(warnings=True))
