"""`--min-confidence` of every verb that has it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import kg
from kg.contact_graph import ContactGraph
from kg.extraction import Extractor

Run = Callable[..., Any]


def claims(text: str) -> list[dict[str, Any]]:
    return [claim for line in text.splitlines() for claim in json.loads(line)["claims"]]


def test_claims_that_are_less_sure_are_not_printed(run: Run, call: Path) -> None:
    [claim] = claims(run("extract", call).out)
    sure = claim["confidence"]
    assert 0 < sure < 1
    assert claims(run("extract", call, "--min-confidence", str(sure)).out) == [claim]
    result = run("extract", call, "--min-confidence", str(sure + 0.001))
    assert (result.code, claims(result.out)) == (0, [])


def test_a_table_shows_it(run: Run, call: Path) -> None:
    [claim] = claims(run("extract", call).out)
    [row] = csv.DictReader(io.StringIO(run("extract", call, "--format", "csv").out))
    assert row["sure"] == f"{claim['confidence']:.2f}"


@pytest.mark.parametrize(("least", "contacts"), [("0", 1), ("1", 0)])
def test_contacts_are_kept_and_listed_by_it(run: Run, call: Path, least: str, contacts: int) -> None:
    assert run("ingest", call).code == 0
    found = run("contacts", "--min-confidence", least).out.splitlines()
    assert len(found) == contacts
    assert all(json.loads(line)["confidence"] == json.loads(line)["claims"][0]["confidence"] for line in found)
    assert f"{2 * contacts} leaders" in run("view", "--min-confidence", least).err
    told = run("ingest", call, "--store", "other.kg", "--min-confidence", least).err
    assert f"{contacts} claims of {contacts} contacts" in told


@pytest.mark.parametrize("verb", ["extract", "ingest"])
def test_what_is_no_probability_is_wrong_usage(run: Run, call: Path, verb: str) -> None:
    result = run(verb, call, "--min-confidence", "70")
    assert result.code == 2
    assert "--min-confidence" in result.err


def test_python_has_it_too(extractor: Extractor) -> None:
    text = "President Vladimir Putin met German Chancellor Angela Merkel in Sochi on Monday."
    article = kg.Article(id="a", text=text, published=date(2017, 5, 2))
    assert len(kg.extract(article, extractor=extractor, min_confidence=0.5)) == 1
    assert kg.extract(article, extractor=extractor, min_confidence=1) == []
    with ContactGraph() as graph:
        assert graph.ingest([article], extractor=extractor, min_confidence=1).claims == 0
        assert graph.ingest([article], extractor=extractor, again=True).claims == 1
        assert len(graph.contacts(min_confidence=0.5)) == len(graph.to_dataframe(min_confidence=0.5)) == 1
        assert len(graph.network(min_confidence=1)) == 0
