"""Backups are whole or told to be otherwise; stores of an older layout are mended."""

from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.contact_graph import ContactGraph
from kg.errors import StoreError
from kg.graph import Store
from kg.graph.namespaces import ARTICLE_GRAPH, CONTACTS_GRAPH, RUN
from kg.graph.schema import SCHEMA
from kg.merging import Pins


@pytest.fixture
def folder(tmp_path: Path, told) -> Path:
    path = tmp_path / "contacts.kg"
    with Store.open(path) as store:
        for article, claims in told:
            store.put(article, claims)
        one, other = sorted(claim.id for claim in store.claims())[:2]
        store.pin(Pins(same=frozenset({(one, other)})))
        store.refresh()
    return path


@pytest.mark.parametrize("name", ["graph.nq", "graph.nq.gz"])
def test_a_backup_holds_everything(folder: Path, tmp_path: Path, name: str) -> None:
    with Store.open(folder, read_only=True) as store:
        contacts, pins = store.contacts(), store.pins()
        count = store.backup(tmp_path / name)
    assert ContactGraph.restore(tmp_path / name, tmp_path / "copy.kg") == count
    with Store.open(tmp_path / "copy.kg", read_only=True) as copy:
        assert (copy.contacts(), copy.pins()) == (contacts, pins)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == sorted(["contacts.kg", "copy.kg", name])


@pytest.mark.parametrize("name", ["graph.nq", "graph.nq.gz"])
@pytest.mark.parametrize("share", [0, 0.3, 0.999])
def test_a_backup_that_is_cut_short_is_refused(folder: Path, tmp_path: Path, name: str, share: float) -> None:
    with Store.open(folder, read_only=True) as store:
        store.backup(tmp_path / name)
    data = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(data[: int(len(data) * share)])
    with pytest.raises(StoreError, match=r"(cut short|not a whole backup).*take another backup"):
        ContactGraph.restore(tmp_path / name, tmp_path / "copy.kg")
    assert not (tmp_path / "copy.kg").exists()


def test_a_backup_that_lost_a_line_is_refused_and_what_was_there_stays(folder: Path, tmp_path: Path) -> None:
    with Store.open(folder, read_only=True) as store:
        store.backup(tmp_path / "graph.nq.gz")
    lines = gzip.decompress((tmp_path / "graph.nq.gz").read_bytes()).splitlines(keepends=True)
    (tmp_path / "graph.nq").write_bytes(b"".join(lines[1:]))
    with pytest.raises(StoreError, match=r"holds \d+ of \d+ quads: the file is not whole"):
        ContactGraph.restore(tmp_path / "graph.nq", folder, replace=True)
    with Store.open(folder, read_only=True) as store:
        assert store.contacts()


def test_a_store_is_replaced_only_when_told_to(folder: Path, tmp_path: Path) -> None:
    with Store.open(folder, read_only=True) as store:
        store.backup(tmp_path / "graph.nq")
    with pytest.raises(StoreError, match="there is a store already"):
        ContactGraph.restore(tmp_path / "graph.nq", folder)
    with Store.open(folder) as store:
        store.remove("call")
    ContactGraph.restore(tmp_path / "graph.nq", folder, replace=True)
    with Store.open(folder, read_only=True) as store:
        assert "call" in store.articles()


@pytest.fixture
def older(folder: Path, told) -> Path:
    """A store as schema 1 had it: the same articles, its mark in the default graph, no graph of merging."""
    old = folder.with_name("older.kg")
    old.mkdir()
    (old / "kg-store.json").write_text(json.dumps({"format": "kg-contacts", "schema": 1}))
    source = ox.Store.read_only(str(folder / "oxigraph"))
    database = ox.Store(str(old / "oxigraph"))
    database.extend(quad for quad in source if quad.graph_name.value.startswith(ARTICLE_GRAPH))
    database.update(f"INSERT DATA {{ <{CONTACTS_GRAPH}> <http://www.w3.org/ns/prov#wasGeneratedBy> <{RUN}merging> }}")
    del database, source
    return old


def test_an_older_store_is_brought_up_to_date_by_who_writes(older: Path, store: Store) -> None:
    with pytest.raises(StoreError, match=r"older schema 1 \(bring it up to date with: kg rebuild --store"):
        Store.open(older, read_only=True)
    with ContactGraph.open(older) as graph:
        graph.rebuild()
    with Store.open(older, read_only=True) as reader:
        assert reader.contacts() == store.contacts()
        assert reader.totals() == store.totals()


def test_an_older_store_answers_without_a_rebuild_too(older: Path, store: Store) -> None:
    with Store.open(older) as writer:
        assert writer.contacts() == store.contacts()


@pytest.mark.parametrize("schema", [0, SCHEMA + 1, "x", None])
def test_a_store_of_an_unknown_layout_is_refused(folder: Path, schema: object) -> None:
    (folder / "kg-store.json").write_text(json.dumps({"format": "kg-contacts", "schema": schema}))
    with pytest.raises(StoreError, match=rf"schema {schema}, and this version of kg reads schema {SCHEMA}"):
        Store.open(folder)
    shutil.rmtree(folder)
