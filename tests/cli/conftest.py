"""The command run in this process, with one extractor for all tests."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.cli import main
from kg.extraction import Extractor


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one run of the command gave."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]

CALL = (
    "MOSCOW, May 2 - Russian President Vladimir Putin and U.S. President Donald Trump spoke by telephone on Monday, "
    "according to the Kremlin."
)


@pytest.fixture
def run(fresh_run: Run, extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `kg` as `fresh_run` does, with the extractor of all tests."""
    monkeypatch.setattr(Extractor, "load", lambda *_, **__: extractor)
    return fresh_run


@pytest.fixture
def fresh_run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Runs `kg` with words and perhaps some standard input, in a folder of its own."""
    monkeypatch.delenv("KG_STORE", raising=False)
    monkeypatch.delenv("KG_RULES", raising=False)
    monkeypatch.chdir(tmp_path)

    def run_command(*arguments: str | Path, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return run_command


@pytest.fixture
def call(tmp_path: Path) -> Path:
    """An article that tells of one call."""
    path = tmp_path / "call.md"
    path.write_text(f"---\ntitle: Putin and Trump talk\ndate: 2017-05-02\n---\n{CALL}\n", encoding="utf-8")
    return path
