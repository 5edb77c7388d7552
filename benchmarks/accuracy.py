"""Accuracy on gold documents, by class, against the ratchet: figures may rise, never fall.

    python benchmarks/accuracy.py                 # our own annotated news, tests/gold/news.jsonl
    python benchmarks/accuracy.py FILE...         # other gold files
    python benchmarks/accuracy.py --update        # raise the ratchet to the figures just measured

`benchmarks/accuracy.json` holds the core F1 of each class; tests/benchmarks/test_accuracy.py fails where one falls.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kg.extraction import Extractor
from kg.model import Article
from kg.scoring import Report, document, score

HERE = Path(__file__).parent
GOLD = HERE.parent / "tests" / "gold" / "news.jsonl"
RATCHET = HERE / "accuracy.json"


def measure(rows: Iterable[dict[str, Any]], extractor: Extractor) -> Report:
    """Extract the texts of annotated documents and score what comes out."""
    gold = list(rows)
    predicted = [extractor.read(Article.model_validate(_article(row))).to_json() for row in gold]
    return score([document(row) for row in gold], [document(row) for row in predicted])


def _article(row: dict[str, Any]) -> dict[str, Any]:
    known = {"id", "title", "text", "date", "end_date", "issuer", "url", "licence", "class"}
    return {key: value for key, value in row.items() if key in known and value is not None}


def rows_of(path: Path) -> list[dict[str, Any]]:
    """The documents of a gold file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def core_f1(report: Report) -> dict[str, float]:
    """The figure that the ratchet guards, by class."""
    return {genre: round(tally.core.f1, 3) for genre, tally in report.tallies.items()}


def main() -> None:
    """Print the figures; with `--update`, raise the ratchet."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    arguments.add_argument("files", nargs="*", type=Path, default=[GOLD])
    arguments.add_argument("--update", action="store_true")
    chosen = arguments.parse_args()
    extractor = Extractor.load()
    for path in chosen.files:
        report = measure(rows_of(path), extractor)
        for genre, tally in report.tallies.items():
            figures = f"core P {tally.core.precision:.3f} R {tally.core.recall:.3f} F1 {tally.core.f1:.3f}"
            print(
                f"{path.stem:12} {genre:14} docs {tally.docs:4} gold {tally.gold:4} found {tally.predicted:4} {figures}"
            )
        if chosen.update and path == GOLD:
            old = json.loads(RATCHET.read_text(encoding="utf-8")) if RATCHET.exists() else {}
            raised = {genre: max(value, old.get(genre, 0.0)) for genre, value in core_f1(report).items()}
            RATCHET.write_text(json.dumps(raised, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
