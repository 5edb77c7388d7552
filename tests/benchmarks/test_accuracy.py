"""The ratchet: core F1 on our own annotated news never falls."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

from kg.extraction import Extractor

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "accuracy.py"


def test_core_f1_does_not_fall(extractor: Extractor) -> None:
    spec = importlib.util.spec_from_file_location("accuracy", BENCHMARK)
    assert spec is not None
    assert spec.loader is not None
    accuracy = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(accuracy)
    found = accuracy.core_f1(accuracy.measure(accuracy.rows_of(accuracy.GOLD), extractor))
    ratchet = json.loads(accuracy.RATCHET.read_text(encoding="utf-8"))
    assert set(ratchet) == set(found)
    assert {genre: value for genre, value in found.items() if value < ratchet[genre] - 0.001} == {}
