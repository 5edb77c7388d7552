"""Our figures are those of the reference scorer, on real annotations perturbed at random."""

from __future__ import annotations

import copy
import importlib.util
import json
import os
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.scoring import document, score

SHARED = Path(os.environ.get("KG_SHARED") or Path(__file__).parents[3] / "shared")
FILES = ("news_dev", "readouts_dev", "events_dev", "wikinews_dev")

pytestmark = pytest.mark.skipif(
    not (SHARED / "tools" / "score.py").is_file(), reason="the reference scorer is not here: set KG_SHARED"
)

Row = dict[str, Any]


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_scorer", SHARED / "tools" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(name: str) -> list[Row]:
    with (SHARED / "gold" / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def perturbed(gold: Row, chance: random.Random) -> Row:
    """What an extractor might have made of a document: most claims, some of them wrong, some invented."""
    claims = [_bent(copy.deepcopy(claim), chance) for claim in gold["claims"] if chance.random() < 0.8]
    claims += [copy.deepcopy(claim) for claim in gold["claims"] if chance.random() < 0.15]
    if chance.random() < 0.1:
        claims.append(_invented(gold, chance))
    chance.shuffle(claims)
    return {"id": gold["id"], "claims": claims}


def _bent(claim: Row, chance: random.Random) -> Row:
    changes = {
        "status": chance.choice(["held", "planned", "proposed", "denied"]),
        "channel": chance.choice(["phone", "unspecified", "in_person"]),
        "topics": ["country:SYR", *claim["topics"][1:]],
        "authority": chance.choice(["", "Kremlin", "the White House"]),
        "inferred": True,
        "latest": claim["latest"] and f"{int(claim['latest'][:4]) + 1}{claim['latest'][4:8]}01",
        "evidence": chance.choice([[], ["never written"], [{"text": quote} for quote in claim["evidence"]]]),
    }
    chosen = {name: value for name, value in changes.items() if chance.random() < 0.2}
    return claim | chosen | {"participants": [_misread(party, chance) for party in claim["participants"]]}


def _misread(party: Row, chance: random.Random) -> Row:
    words = party["name"].split()
    changes = [
        {"name": words[-1] if words else ""},
        {"name": party["name"].upper(), "country": ""},
        {"name": "", "country": ""},
        {"country": "FRA"},
        {"kind": chance.choice(["state", "organisation"])},
        {"id": "Q1"},
    ]
    return party | (chance.choice(changes) if chance.random() < 0.12 else {})


def _invented(gold: Row, chance: random.Random) -> Row:
    quote = gold["text"][: chance.randrange(5, 50)]
    parties = [{"name": "Angela Merkel", "country": "DEU"}, {"name": "Emmanuel Macron", "country": "FRA"}]
    return {"participants": parties, "channel": "phone", "status": "held", "topics": [], "evidence": [quote]}


@pytest.mark.parametrize("level", ["leaders", "parties"])
@pytest.mark.parametrize("name", FILES)
def test_the_figures_agree(reference: ModuleType, name: str, level: str) -> None:
    gold = rows(name)
    for seed in range(12):
        chance = random.Random(f"{name} {seed}")
        predicted = [perturbed(row, chance) for row in gold if chance.random() < 0.9]
        theirs, mistakes = reference.score(gold, {row["id"]: row for row in predicted}, level)
        ours = score(map(document, gold), map(document, predicted), level)
        assert ours.to_json() == theirs
        assert len(ours.mistakes) == len(mistakes)


def test_gold_against_itself_is_perfect() -> None:
    gold = [document(row) for row in rows("news_dev")]
    figures = score(gold, gold).to_json()["ALL"]
    assert figures["strict"]["f1"] == figures["topics"]["f1"] == figures["date"] == 1
    assert figures["claims_without_verbatim_evidence"] == 0
