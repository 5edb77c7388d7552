"""`kg score`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
PARTICIPANTS = [{"name": "Vladimir Putin", "country": "RUS"}, {"name": "Donald Trump", "country": "USA"}]


@pytest.fixture
def gold(call: Path) -> Path:
    """One annotated article that tells a call, and one that tells nothing."""
    path = call.parent / "gold.jsonl"
    text = call.read_text().split("---\n")[2].strip()
    claim = {"participants": PARTICIPANTS, "channel": "phone", "status": "held", "evidence": [text]}
    claim |= {"earliest": "2017-05-01", "latest": "2017-05-01", "authority": "the Kremlin", "topics": []}
    rows: list[dict[str, Any]] = [
        {"id": "a", "class": "news", "date": "2017-05-02", "title": "", "text": text, "claims": [claim]},
        {"id": "b", "class": "readout", "date": "2017-05-02", "title": "", "text": "Rain fell.", "claims": []},
    ]
    path.write_text("\n".join(map(json.dumps, rows)))
    return path


def test_without_predictions_the_texts_are_extracted(run: Run, gold: Path) -> None:
    result = run("score", gold)
    news, readout, both = map(json.loads, result.out.splitlines())
    assert (news["class"], readout["class"], both["class"]) == ("news", "readout", "ALL")
    assert news["strict"] == {"p": 1.0, "r": 1.0, "f1": 1.0}
    assert readout["false_claims_in_contactless_docs"] == "0 in 1"
    assert both["claims_without_verbatim_evidence"] == 0


def test_extracted_lines_can_be_scored_later(run: Run, gold: Path) -> None:
    predicted = gold.parent / "predicted.jsonl"
    predicted.write_text(run("extract", gold).out)
    assert run("score", gold, predicted).out == run("score", gold).out


def test_mistakes_are_told_on_stderr(run: Run, gold: Path) -> None:
    predicted = gold.parent / "predicted.jsonl"
    predicted.write_text('{"id": "a", "claims": []}')
    result = run("score", gold, predicted, "--errors", "5", "--format", "table")
    assert result.err == "missed  a: Vladimir Putin (RUS) + Donald Trump (USA) held\n"
    assert "core F1" in result.out


@pytest.mark.parametrize(
    ("content", "words"),
    [(b'{"id": "a"}', "gold.jsonl:1: field 'claims'"), (b"{", "broken JSON"), (b"\xff\xfe", "UTF-16")],
)
def test_bad_gold_is_one_line(run: Run, gold: Path, content: bytes, words: str) -> None:
    gold.write_bytes(content)
    result = run("score", gold, gold)
    assert (result.code, result.out) == (1, "")
    assert words in result.err


def test_missing_gold_is_one_line(run: Run) -> None:
    result = run("score", "none.jsonl", "none.jsonl")
    assert (result.code, result.err) == (1, "kg: none.jsonl: cannot be read: No such file or directory\n")


def test_own_tables_are_read_with(fresh_run: Run, gold: Path) -> None:
    text = "Vladimir Putin and Jaroe spoke by telephone on Monday."
    row = json.loads(gold.read_text().splitlines()[0])
    who = [PARTICIPANTS[0], {"name": "Jane Roe", "country": "FRA"}]
    claim = row["claims"][0] | {"participants": who, "evidence": [text], "authority": ""}
    gold.write_text(json.dumps(row | {"text": text, "claims": [claim]}))
    own = gold.parent / "extra.csv"
    own.write_text("name,called,kind,office,country,first\nJane Roe,Jaroe,head_of_state,President,FRA,2017-01-01\n")
    score = ("score", gold, "--errors", "9")
    assert fresh_run(*score).err == "missed  a: Vladimir Putin (RUS) + Jane Roe (FRA) held\n"
    assert "missed" not in fresh_run("--world", own, *score).err
