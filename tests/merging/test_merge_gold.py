"""Merging measured on our own news articles, whose claims were grouped by hand."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("merging_benchmark", ROOT / "benchmarks" / "merging.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def test_contacts_of_hand_grouped_news_are_found(benchmark: ModuleType) -> None:
    gold = ROOT / "tests" / "gold"
    figures = benchmark.of_gold(gold / "news.jsonl", gold / "news_contacts.json")
    assert figures.claims == 72
    assert figures.b_cubed.f1 >= 0.99  # measured 1.00
    assert figures.pairwise.f1 >= 0.97  # measured 1.00 of 21 pairs


def test_synthetic_claims_with_noise_are_merged(benchmark: ModuleType) -> None:
    figures = benchmark.of_synthetic(contacts=700, claims=2000)
    assert figures.claims == 2000
    assert figures.b_cubed.f1 >= 0.95
    assert figures.pairwise.precision >= 0.97
