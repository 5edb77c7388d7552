"""The graph knows the offices of the user's own people, too."""

from __future__ import annotations

import json
from pathlib import Path

OWN = """name,kind,office,country,first,qid
Testa Tester,foreign_minister,Foreign Minister,FRA,2026-01-01,
Quentin Known,special_envoy,Special Envoy,FRA,2026-01-01,Q9900001
"""
TEXT = (
    "PARIS - French Foreign Minister Testa Tester met Russian Foreign Minister Sergei Lavrov in Geneva on Monday. "
    "Quentin Known met Turkish President Recep Tayyip Erdogan in Ankara on Sunday."
)
ASK = ("query", "contacts-of-office", "-p", "country=FRA", "-p", "office=foreign minister", "--format", "jsonl")


def test_contacts_of_an_office_that_only_the_user_s_table_knows(run, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.undo()  # the extractor that all tests share knows nothing of the user's table
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KG_STORE", "own.kg")
    Path("own.csv").write_text(OWN, encoding="utf-8")
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    assert run("--world", "own.csv", "ingest", "a.txt", "--date", "2026-02-03").code == 0
    assert [json.loads(line)["holder"] for line in run(*ASK).out.splitlines()] == ["Testa Tester"]


def test_a_person_of_the_tables_has_one_iri_in_contacts_and_in_the_world(run, tmp_path: Path, monkeypatch) -> None:
    """Whether Wikidata's id is known or not."""
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KG_STORE", "own.kg")
    Path("own.csv").write_text(OWN, encoding="utf-8")
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    assert run("--world", "own.csv", "ingest", "a.txt", "--date", "2026-02-03").code == 0
    assert run("--world", "own.csv", "world", "export", "-o", "world.nq", "--format", "nq").code == 0
    asked = run("query", "SELECT DISTINCT ?who { GRAPH ?g { ?contact kg:participant ?who } }", "--format", "jsonl")
    met = [json.loads(line)["who"] for line in asked.out.splitlines()]
    known = {line.split()[0] for line in Path("world.nq").read_text(encoding="utf-8").splitlines()}
    assert [who.rsplit("/", 1)[1] for who in sorted(met)] == ["Q39259", "Q58217", "Q9900001", "testa-tester"]
    assert {f"<{who}>" for who in met} <= known
