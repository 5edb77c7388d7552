"""A process that is killed in the middle of an ingest loses nothing, and nothing is there twice afterwards."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.contact_graph import ContactGraph
from kg.errors import StoreError
from kg.graph.namespaces import ARTICLE_GRAPH
from kg.world import World

pytestmark = pytest.mark.xdist_group("crash")
CHECKOUT = Path(__file__).parents[2]
ARTICLES, KILLS = 2_000, 20

PROGRAM = """
import os, sys
from datetime import date, timedelta
from kg.contact_graph import ContactGraph
from kg.model import Article, Claim, Evidence, Extraction, Participant, Window
from kg.world import World

PEOPLE = [Participant(name=f"Leader {chr(65 + n)}", country="RUS", id=f"Q{n + 1}") for n in range(26)]

class Extractor:
    def read_all(self, articles):
        return map(self.read, articles)

    def read(self, article):
        number = int(article.id)
        day = date(2010, 1, 1) + timedelta(days=number // 2)
        claim = Claim(
            participants=(PEOPLE[number // 2 % 25], PEOPLE[25]), channel="phone", status="held",
            window=Window.day(day), evidence=(Evidence.of(article, 0, 5),),
        )
        return Extraction(article=article.id, claims=(claim,))

def ingest(folder, count):
    days = ((n, date(2010, 1, 1) + timedelta(days=n // 2)) for n in range(count))
    articles = (Article(id=str(n), text="spoke on the phone", published=day) for n, day in days)
    with ContactGraph.open(folder, world=World()) as graph:
        print("open", flush=True)
        report = graph.ingest(articles, extractor=Extractor(), validate=False)
        print(report.claims, report.contacts, flush=True)

for line in sys.stdin:  # a fork needs no second to read all modules
    folder, count = line.split()
    if not (child := os.fork()):
        ingest(folder, int(count))
        os._exit(0)
    print(child, flush=True)
    print("ended", os.waitpid(child, 0)[1], flush=True)
"""


class Ingester:
    """Starts ingests, each in a process of its own."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-c", PROGRAM]
        self._folder = folder
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=CHECKOUT
        )

    def start(self) -> int:
        """Process id of an ingest that has opened the store."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{self._folder} {ARTICLES}\n")
        self._process.stdin.flush()
        lines = {self.line(), self.line()}
        assert "open" in lines
        return int((lines - {"open"}).pop())

    def line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()


@pytest.fixture
def ingester(tmp_path: Path) -> Iterator[Ingester]:
    made = Ingester(tmp_path / "contacts.kg")
    yield made
    made.close()


def test_twenty_kills_lose_nothing_and_double_nothing(ingester: Ingester, tmp_path: Path) -> None:
    dice = random.Random(20)
    folder = tmp_path / "contacts.kg"
    kept = 0
    for _ in range(KILLS):
        child = ingester.start()
        time.sleep(dice.uniform(0.0, 0.5))
        os.kill(child, signal.SIGKILL)
        assert ingester.line() == f"ended {signal.SIGKILL.value}", "it was killed before it was done"
        database = ox.Store.read_only(str(folder / "oxigraph"))
        found = sum(1 for name in database.named_graphs() if name.value.startswith(ARTICLE_GRAPH))
        assert found >= kept, "what was acknowledged once is there"
        kept = found
    child = ingester.start()
    assert ingester.line() == f"{ARTICLES} {ARTICLES // 2}"
    assert ingester.line() == "ended 0"
    with ContactGraph.open(folder, world=World()) as graph:
        claims = [claim.article for claim in graph.store.claims()]
        assert sorted(map(int, claims)) == list(range(ARTICLES))
        contacts = graph.contacts()
        assert {len(contact.claims) for contact in contacts} == {2}
        graph.rebuild()
        assert graph.contacts() == contacts


def test_a_store_in_use_is_told_and_free_again_after_a_kill(ingester: Ingester, tmp_path: Path) -> None:
    child = ingester.start()
    with pytest.raises(StoreError, match=r"the store is open elsewhere \(wait until the other process is done\)"):
        ContactGraph.open(tmp_path / "contacts.kg")
    os.kill(child, signal.SIGKILL)
    ingester.line()
    ContactGraph.open(tmp_path / "contacts.kg").close()
