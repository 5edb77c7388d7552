"""Stores on disk: kept, locked, and never confused with anything else."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.graph import Store

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path, told) -> Path:
    """A store on disk that holds the small graph."""
    path = tmp_path / "contacts.kg"
    with Store.open(path) as store:
        for article, claims in told:
            store.put(article, claims)
        store.rebuild()
    return path


def test_a_store_is_kept(folder, store):
    with Store.open(folder, create=False) as again:
        assert again.contacts() == store.contacts()


def test_several_may_read_at_once_and_none_may_write(folder, told):
    article, claims = told[0]
    with Store.open(folder, read_only=True) as reader, Store.open(folder, read_only=True) as other:
        assert reader.contacts() == other.contacts() != []
        for change in (lambda: reader.put(article, claims[:1]), lambda: reader.remove("call"), reader.rebuild):
            with pytest.raises(StoreError, match="read-only"):
                change()


def test_reading_what_was_not_rebuilt_sees_the_new_contacts(folder, store):
    with Store.open(folder) as writer:
        writer.remove("visit")
    with Store.open(folder, read_only=True) as reader:
        assert {claim.article for contact in reader.contacts() for claim in contact.claims} == {"call", "denial"}
        assert "visit" not in reader.articles()


def test_a_file_is_no_store(tmp_path):
    path = tmp_path / "contacts.kg"
    path.write_text("x")
    with pytest.raises(StoreError, match="is a file, and a store is a folder"):
        Store.open(path)


def test_a_folder_of_other_things_is_left_alone(tmp_path):
    (tmp_path / "photo.jpg").write_bytes(b"x")
    with pytest.raises(StoreError, match=r"folder of other things.*name a new or empty folder"):
        Store.open(tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["photo.jpg"]


def test_an_empty_folder_becomes_a_store(tmp_path):
    Store.open(tmp_path).close()
    with Store.open(tmp_path, create=False) as store:
        assert store.contacts() == []


@pytest.mark.parametrize("how", [{"create": False}, {"read_only": True}])
def test_a_store_that_is_not_there_is_told(tmp_path, how):
    with pytest.raises(StoreError, match="there is no store here"):
        Store.open(tmp_path / "nothing", **how)
    assert not (tmp_path / "nothing").exists()


def test_a_store_of_another_schema_is_refused(folder):
    marker = folder / "kg-store.json"
    marker.write_text(json.dumps({"format": "kg-contacts", "schema": 99}))
    with pytest.raises(StoreError, match=r"schema 99.*build the store again"):
        Store.open(folder)


def test_a_damaged_marker_is_told(folder):
    (folder / "kg-store.json").write_text("{")
    with pytest.raises(StoreError, match="is damaged"):
        Store.open(folder)


def test_a_second_writer_is_told_to_wait(folder):
    with Store.open(folder), pytest.raises(StoreError, match="open elsewhere"):
        Store.open(folder)
    Store.open(folder).close()


def test_a_place_where_no_folder_can_be_is_told(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match=r"cannot be made here: Not a directory \(name another folder\)"):
        Store.open(tmp_path / "file" / "contacts.kg")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_told(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="no permission"):
        Store.open(tmp_path / "contacts.kg")


def test_errors_are_one_line(tmp_path):
    with pytest.raises(StoreError) as caught:
        Store.open(tmp_path / "nothing", create=False)
    assert "\n" not in str(caught.value)


WRITER = """
import sys
from datetime import date
from kg.graph import Store
from kg.model import Article, Claim, Evidence, Participant

people = [Participant(name="Vladimir Putin", country="RUS"), Participant(name="Donald Trump", country="USA")]
with Store.open(sys.argv[1]) as store:
    for number in range(10_000):
        evidence = [Evidence(start=at, end=at + 1, text="x") for at in range(20)]
        claim = Claim(article=f"a{number}", participants=people, channel="phone", status="held", evidence=evidence)
        store.put(Article(id=f"a{number}", text="x", published=date(2017, 5, 2)), [claim])
        print(number, flush=True)
"""


def test_killing_a_writer_loses_nothing_that_was_acknowledged(tmp_path):
    """No clean-up runs after SIGKILL; every article that was put is there, and none in part."""
    path = tmp_path / "contacts.kg"
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], cwd=CHECKOUT, stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout
    done = [int(writer.stdout.readline()) for _ in range(25)]
    writer.send_signal(signal.SIGKILL)
    done += [int(line) for line in writer.stdout.read().split("\n") if line.isdecimal()]
    writer.wait()
    with Store.open(path) as store:
        claims = list(store.claims())
        assert {f"a{number}" for number in done} <= {claim.article for claim in claims}
        assert {len(claim.evidence) for claim in claims} == {20}
        assert store.contacts()
