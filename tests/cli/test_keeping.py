"""Backups, rebuilds, pins and doubts on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.contact_graph import ContactGraph
from kg.extraction import Extractor
from kg.model import Article, Extraction

Run = Callable[..., Any]
CALL = """---
title: Putin and Trump talk
date: 2017-05-02
---
Russian President Vladimir Putin and U.S. President Donald Trump spoke by telephone on Monday, according to the Kremlin.
"""


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> Path:
    Path("call.md").write_text(CALL, encoding="utf-8")
    Path("other.md").write_text(CALL.replace("on Monday", "on Sunday"), encoding="utf-8")
    assert run("ingest", "call.md", "other.md").code == 0
    return tmp_path / "contacts.kg"


def listed(run: Run, *options: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("contacts", "--format", "jsonl", *options).out.splitlines()]


def test_a_backup_comes_back(run: Run, filled: Path) -> None:
    before = run("contacts").out
    backed = run("backup", "graph.nq.gz")
    assert (backed.code, backed.out) == (0, "")
    assert "graph.nq.gz:" in backed.err
    assert run("restore", "graph.nq.gz", "--store", "copy.kg").code == 0
    assert run("contacts", "--store", "copy.kg").out == before
    refused = run("restore", "graph.nq.gz", "--store", "copy.kg")
    assert refused.code == 1
    assert "say --replace" in refused.err
    assert run("restore", "graph.nq.gz", "--store", "copy.kg", "--replace").code == 0


def test_pins_join_and_part(run: Run, filled: Path) -> None:
    one, other = listed(run)
    Path("pins.txt").write_text(f"same {one['id']} {other['id']}  # I know it\n")
    assert run("rebuild", "--pins", "pins.txt").err == "kg: contacts.kg: 2 claims of 1 contacts\n"
    [joined] = listed(run)
    assert {claim["id"] for claim in joined["claims"]} == {one["claims"][0]["id"], other["claims"][0]["id"]}
    assert run("rebuild").err == "kg: contacts.kg: 2 claims of 1 contacts\n"
    Path("pins.txt").write_text("")
    assert run("ingest", "call.md", "--pins", "pins.txt").code == 0
    assert len(listed(run)) == 2


def test_a_pin_that_means_nothing_is_one_line(run: Run, filled: Path) -> None:
    Path("pins.txt").write_text("# mine\nsame nobody nothing\n")
    result = run("rebuild", "--pins", "pins.txt")
    assert result.code == 1
    assert result.err.startswith("kg: pins.txt:2: there is no contact or claim 'nobody'")


def test_contacts_tell_what_stands_behind_each_value(run: Run, filled: Path) -> None:
    contact = listed(run)[0]
    assert {"field": "channel", "value": "phone", "claims": 1, "authorities": ["Kremlin"]} in contact["support"]
    assert contact["disputed"] == []


def test_doubts_are_listed_with_the_reason(run: Run, filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.merging import Ambiguity

    assert run("contacts", "--ambiguous").out == ""
    doubt = Ambiguity(("a", "b"), ("1", "2"), "it fits two contacts equally well that cannot be one")
    monkeypatch.setattr(ContactGraph, "ambiguities", lambda _: [doubt])
    assert json.loads(run("contacts", "--ambiguous").out) == {
        "contacts": ["a", "b"],
        "claims": ["1", "2"],
        "reason": doubt.reason,
    }


def test_what_is_not_valid_is_skipped_unless_told_otherwise(
    run: Run, filled: Path, extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_all = Extractor.read_all

    def wrong(self: Extractor, articles: Iterable[Article]) -> Iterator[Extraction]:
        for found in read_all(self, articles):
            moved = [
                claim.model_copy(update={"evidence": tuple(_moved(each) for each in claim.evidence)})
                for claim in found.claims
            ]
            yield found.model_copy(update={"claims": tuple(moved)})

    def _moved(evidence: Any) -> Any:
        return evidence.model_copy(update={"start": evidence.start + 1, "end": evidence.end + 1})

    monkeypatch.setattr(Extractor, "read_all", wrong)
    monkeypatch.setattr("kg.contact_graph._standard_extractor", lambda: extractor)
    refused = run("ingest", "call.md", "--again")
    assert refused.code == 1
    assert "kg: call: the evidence of claim" in refused.err
    assert run("ingest", "call.md", "--again", "--no-validate").code == 0
