"""docs/accuracy.md is the page that the measured figures make."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "accuracy_report.py"


@pytest.fixture(scope="module")
def report():
    spec = importlib.util.spec_from_file_location("accuracy_report", BENCHMARK)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_up_to_date(report) -> None:
    """The figures themselves need texts that are not part of the project; what they make does not."""
    current = report.PAGE.read_text(encoding="utf-8")
    assert current == report.page(), "out of date: run `python benchmarks/accuracy_report.py`"


def test_every_kind_of_mistake_is_told_in_words(report) -> None:
    figures = report._json("worked_on.json")
    kinds = {*figures["missed"], *figures["false"]}
    assert {kind for kind in kinds if not kind.startswith("rejected: ")} <= report.MEANINGS.keys()


def test_the_extractor_applies_what_was_measured(report) -> None:
    fitted, measured = report.load_calibration(), report._json("calibration.json")
    assert sum(each.claims for each in fitted.sets) == measured["all"]["claims"]
    assert sum(each.right for each in fitted.sets) == measured["all"]["right"]
    assert fitted.penalty == measured["penalty"]


def test_of_several_scorings_the_last_counts(report) -> None:
    row = {
        "day": "2026-11-24", "time": "20:55", "file": "check/news", "class": "news", "documents": "1", "gold": "2",
        "found": "2", "core_precision": "0.5", "core_recall": "0.5", "core_f1": "0.5", "strict_f1": "0.5",
        "false_in_contactless": "0", "contactless": "0",
    }  # fmt: skip
    [latest] = report._latest([row, row | {"day": "2026-11-25", "core_precision": "0.9"}])
    assert (latest["day"], latest["core"]["p"], latest["set"]) == ("2026-11-25", 0.9, "news")
