"""`kg world refresh` and `kg world export`, as a user runs them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import FOAF, RDF

from kg.cli import main
from kg.graph.namespaces import KG

pytestmark = pytest.mark.xdist_group("sparql-server")


def test_refresh_tells_what_it_wrote(sparql_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "own"
    assert main(["world", "refresh", "--endpoint", sparql_url, "--out", str(out), "--country", "FRA"]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == f"kg: {out}: 4 people, 4 tenures\n"
    assert (out / "tenures.csv").exists()


def test_what_it_wrote_can_be_laid_over_the_tables(
    sparql_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["world", "refresh", "--endpoint", sparql_url, "--out", str(tmp_path), "--country", "FRA"])
    capsys.readouterr()
    words = ["--world", str(tmp_path), "world", "person", "Florence Parly", "--format", "jsonl"]
    assert main(words) == 0
    assert "Minister of the Armed Forces" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "code", "problem"),
    [
        (["--endpoint", "here", "--out", "x"], 1, "kg: here: is no address of an endpoint"),
        (
            ["--endpoint", "http://127.0.0.1:9/", "--out", "x", "--country", "ATLANTIS"],
            1,
            "no query asks about ATLANTIS",
        ),
        (["--out", "x"], 2, "Missing option '--endpoint'"),
    ],
)
def test_refresh_tells_what_is_wrong(
    words: list[str], code: int, problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["world", "refresh", *words]) == code
    told = capsys.readouterr().err
    assert problem in told
    assert told.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_export_writes_the_tables_as_rdf(tmp_path: Path) -> None:
    path = tmp_path / "world.ttl"
    assert main(["world", "export", "--format", "ttl", "-o", str(path)]) == 0
    kinds = Counter(
        str(quad.object.value) for quad in ox.parse(path=str(path)) if quad.predicate.value == str(RDF.type)
    )
    assert kinds[str(FOAF.Person)] > 11_000
    assert kinds[str(KG.Tenure)] > 15_000
    assert kinds[str(KG.Occasion)] > 200
