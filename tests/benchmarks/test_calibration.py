"""The fit finds the probabilities that made the data, and its figures hold on claims it has not seen."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "calibration.py"
TRUE = {("a: 1", "b: 1"): 0.95, ("a: 1", "b: 2"): 0.8, ("a: 2", "b: 1"): 0.7379, ("a: 2", "b: 2"): 0.372}
"""Odds of 19, 4, 2.815 and 0.5927: both features shift the logarithm of the odds by a constant."""


@pytest.fixture(scope="module")
def calibration() -> ModuleType:
    spec = importlib.util.spec_from_file_location("calibration", BENCHMARK)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["calibration"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def claims(module: ModuleType, each: int, *, a_document: int = 4) -> list:
    """So many claims of each kind, as often right as the kind's probability says, in documents of some."""
    dice = np.random.default_rng(7)
    told = [(kind, bool(right)) for kind, share in TRUE.items() for right in dice.random(each) < share]
    dice.shuffle(told)
    return [
        module.Rated("made up", f"document {number // a_document}", "news", tuple(kind), bool(right))
        for number, (kind, right) in enumerate(told)
    ]


def test_known_probabilities_are_recovered(calibration: ModuleType) -> None:
    told = claims(calibration, 2000)
    names = ["a: 1", "a: 2", "b: 1", "b: 2"]
    fitted = calibration.calibrated(told, names, 0.5, {"made up": 2000})
    for features, probability in TRUE.items():
        assert fitted.probability(features) == pytest.approx(probability, abs=0.03)
    assert fitted.sets[0].claims == len(told) == 8000
    assert fitted.features["a: 1"].claims == 4000


def test_what_is_measured_is_measured_on_other_documents(calibration: ModuleType) -> None:
    """A feature that marks one document only tells nothing of others: cross-validation does not fall for it."""
    told = [
        calibration.Rated("made up", f"document {number}", "news", (f"mark: {number}",), number % 2 == 0)
        for number in range(40)
    ]
    names = [f"mark: {number}" for number in range(40)]
    table, right = calibration.design(told, names), np.array([one.right for one in told], dtype=float)
    documents = [one.document for one in told]
    seen = calibration.probabilities(table, calibration.fit(table, right, 0.25))
    unseen = calibration.cross_validated(table, right, documents, 0.25)
    assert calibration.brier(seen, right) < 0.1
    assert calibration.brier(unseen, right) == pytest.approx(0.25, abs=0.02)


def test_the_figures_add_up(calibration: ModuleType) -> None:
    told = claims(calibration, 50)
    right = np.array([one.right for one in told], dtype=float)
    guess = np.array([TRUE[one.features] for one in told])
    found = calibration.measured(told, guess, 1.0)
    assert sum(each["claims"] for each in found["bins"]) == len(told)
    assert found["all"]["right"] == right.sum()
    assert found["brier"]["confidence"] < found["brier"]["base rate"]
    assert found["log loss"]["confidence"] < found["log loss"]["base rate"]
    [least] = [each for each in found["thresholds"] if each["at_least"] == 0.9]
    assert (least["claims"], least["kept"]) == (50, 0.25)
