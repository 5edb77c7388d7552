"""People of the annotated documents are in the tables, with an office near the day of the document."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kg.world import load_world

SHARED = Path(os.environ.get("KG_SHARED", str(Path(__file__).parents[3] / "shared")))
NEAR = 730  # two years: news names people who have just left office, or are about to enter it

pytestmark = pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="needs the shared annotated documents")


def participants(collection: str) -> Iterator[tuple[str, date]]:
    documents = map(json.loads, (SHARED / "gold" / f"{collection}.jsonl").read_text(encoding="utf-8").splitlines())
    for document in (document for document in documents if document["date"]):
        people = (person for claim in document["claims"] for person in claim["participants"])
        named = {person["name"] for person in people if person["name"] and person.get("kind", "person") == "person"}
        yield from ((name, date.fromisoformat(document["date"][:10])) for name in sorted(named))


@pytest.mark.parametrize(("collection", "share"), [("news_dev", 0.92), ("readouts_dev", 0.96), ("events_dev", 0.96)])
def test_share_of_participants_known(collection: str, share: float) -> None:
    world = load_world()
    asked = list(participants(collection))
    missing = [
        (name, day)
        for name, day in asked
        if not any(world.offices(person.id, day, NEAR) for person in world.people_named(name))
    ]
    assert 1 - len(missing) / len(asked) >= share, missing
