"""Fits the confidence of claims on annotated documents, and measures how well it holds on documents it has not seen.

    python benchmarks/calibration.py GOLD/*.jsonl --parties events_dev

Each claim that the extractor makes is right if an annotated claim of the document has its participants and status
(`kg score`: core). A logistic regression with a penalty on squared weights is fitted over `kg.extraction.confidence`'s
features. Everything measured is cross-validated: the claims of each document are rated by a fit on the other documents.

Written are `kg/extraction/en/confidence.json`, which the extractor applies, and `benchmarks/calibration.json`, from
which `benchmarks/accuracy_report.py` makes its tables.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.extraction import Extractor
from kg.extraction.confidence import FITTED, Calibration, FittedFeature, FittedSet
from kg.model import Article
from kg.scoring import Level, document
from kg.scoring.pairing import pair_off

HERE = Path(__file__).parent
MEASURED = HERE / "calibration.json"
COMMAND = "python benchmarks/calibration.py GOLD/*.jsonl --parties events_dev"
PENALTIES = (0.125, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9)
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
_KNOWN = {"id", "title", "text", "date", "end_date", "issuer", "url", "licence", "class"}

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Rated:
    """A claim with what is to be learnt from it.

    Attributes:
        source: set of documents.
        document: id of the document.
        genre: class of the document.
        features: as `kg.extraction.confidence.features_of` has them.
        right: whether participants and status are as annotated.
    """

    source: str
    document: str
    genre: str
    features: tuple[str, ...]
    right: bool


@dataclass(frozen=True, slots=True)
class Source:
    """A file of annotated documents.

    Attributes:
        path: JSON Lines.
        levels: the levels of claims that are annotated in it; claims of others are passed over.
    """

    path: Path
    levels: frozenset[Level]

    def rows(self) -> list[dict[str, Any]]:
        """The documents."""
        return [json.loads(line) for line in self.path.read_text(encoding="utf-8").splitlines() if line.strip()]


def article_of(row: dict[str, Any]) -> Article:
    """The article of an annotated document."""
    return Article.model_validate({key: value for key, value in row.items() if key in _KNOWN and value is not None})


def rated_claims(source: Source, extractor: Extractor) -> Iterator[Rated]:
    """The claims that the extractor makes of a file's documents, each right or wrong."""
    for row in source.rows():
        extraction = extractor.read(article_of(row))
        gold, told = document(row).tellings, document(extraction.to_json()).tellings
        right: set[int] = set()
        for level in source.levels:
            pairs = pair_off(*(tuple(one for one in side if one.level is level) for side in (gold, told))).pairs
            right |= {id(found) for annotated, found in pairs if annotated.status == found.status}
        for telling, why in zip(told, extraction.whys, strict=True):
            if telling.level in source.levels:
                yield Rated(source.path.stem, row["id"], row["class"], why.features, id(telling) in right)


# ------------------------------------------------------------ the fit
def design(claims: Sequence[Rated], names: Sequence[str]) -> Vector:
    """A row a claim: 1 for the intercept, then 1 for each feature that the claim has."""
    place = {name: number for number, name in enumerate(names, start=1)}
    table = np.zeros((len(claims), len(names) + 1))
    table[:, 0] = 1
    for row, claim in zip(table, claims, strict=True):
        row[[place[name] for name in claim.features]] = 1
    return table


def fit(table: Vector, right: Vector, penalty: float) -> Vector:
    """Weights of a logistic regression with a penalty on all squares but the intercept's, by Newton's method."""
    weights = np.zeros(table.shape[1])
    penalties = np.full(table.shape[1], penalty)
    penalties[0] = 0
    for _ in range(100):
        guess = probabilities(table, weights)
        slope = table.T @ (guess - right) + penalties * weights
        bend = (table.T * (guess * (1 - guess))) @ table + np.diag(penalties)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def probabilities(table: Vector, weights: Vector) -> Vector:
    """What the weights say of each row."""
    return np.asarray(1 / (1 + np.exp(-table @ weights)))


def cross_validated(table: Vector, right: Vector, documents: Sequence[str], penalty: float) -> Vector:
    """The probability of each claim by a fit without its document."""
    guess, of = np.zeros(len(right)), np.array(documents)
    for name in dict.fromkeys(documents):
        held_out = of == name
        guess[held_out] = probabilities(table[held_out], fit(table[~held_out], right[~held_out], penalty))
    return guess


def brier(guess: Vector, right: Vector) -> float:
    """Mean squared distance of probability and truth."""
    return float(np.mean((guess - right) ** 2))


def log_loss(guess: Vector, right: Vector) -> float:
    """Mean negative logarithm of the probability given to the truth."""
    return float(-np.mean(np.log(np.where(right == 1, guess, 1 - guess))))


# ------------------------------------------------------------ what is written
def calibrated(claims: Sequence[Rated], names: Sequence[str], penalty: float, documents: dict[str, int]) -> Calibration:
    """The fit on all claims, of so many documents by set."""
    weights = fit(design(claims, names), _right(claims), penalty)
    return Calibration(
        made=date.today().isoformat(),  # noqa: DTZ011  # the day of whoever runs it
        command=COMMAND,
        penalty=penalty,
        sets=tuple(
            FittedSet(name=name, documents=count, **_counts([one for one in claims if one.source == name]))
            for name, count in documents.items()
        ),
        intercept=round(float(weights[0]), 4),
        features={
            name: FittedFeature(
                weight=round(float(weight), 4), **_counts([one for one in claims if name in one.features])
            )
            for name, weight in zip(names, weights[1:], strict=True)
        },
    )


def measured(claims: Sequence[Rated], guess: Vector, penalty: float) -> dict[str, Any]:
    """How the cross-validated probabilities hold."""
    right = _right(claims)
    base = np.full(len(right), right.mean())
    genres = np.array([claim.genre for claim in claims])
    return {
        "made": date.today().isoformat(),  # noqa: DTZ011
        "penalty": penalty,
        "all": _row(guess, right),
        "brier": {"confidence": round(brier(guess, right), 4), "base rate": round(brier(base, right), 4)},
        "log loss": {"confidence": round(log_loss(guess, right), 4), "base rate": round(log_loss(base, right), 4)},
        "bins": [
            {"from": low, "to": high} | _row(guess[inside], right[inside])
            for low, high in pairwise(BINS)
            if (inside := (guess >= low) & (guess < high)).any()
        ],
        "classes": {name: _row(guess[genres == name], right[genres == name]) for name in sorted(set(genres.tolist()))},
        "thresholds": [
            {"at_least": least} | _row(guess[guess >= least], right[guess >= least])
            | {"kept": round(float(np.mean(guess >= least)), 4)}
            for least in THRESHOLDS
        ],
    }  # fmt: skip


def _row(guess: Vector, right: Vector) -> dict[str, Any]:
    told = {"claims": len(right), "right": int(right.sum())}
    return told | {"predicted": round(float(guess.mean()), 4), "observed": round(float(right.mean()), 4)}


def _right(claims: Sequence[Rated]) -> Vector:
    return np.array([claim.right for claim in claims], dtype=float)


def _counts(claims: Sequence[Rated]) -> dict[str, int]:
    return {"claims": len(claims), "right": sum(claim.right for claim in claims)}


def sources_of(paths: Sequence[Path], with_parties: Collection[str]) -> list[Source]:
    """The files, each with the levels that it is annotated for."""
    return [
        Source(path, frozenset(Level) if path.stem in with_parties else frozenset({Level.LEADERS})) for path in paths
    ]


def main() -> None:
    """Fit, measure, write."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    arguments.add_argument("files", nargs="+", type=Path)
    arguments.add_argument(
        "--parties", nargs="*", default=[], metavar="NAME", help="files in which states are annotated as parties"
    )
    chosen = arguments.parse_args()
    extractor = Extractor.load()
    sources = sources_of(chosen.files, chosen.parties)
    claims = [claim for source in sources for claim in rated_claims(source, extractor)]
    names = sorted({name for claim in claims for name in claim.features})
    table, right, documents = design(claims, names), _right(claims), [claim.document for claim in claims]
    tried = {penalty: cross_validated(table, right, documents, penalty) for penalty in PENALTIES}
    penalty = min(tried, key=lambda each: log_loss(tried[each], right))
    counts = {source.path.stem: len(source.rows()) for source in sources}
    FITTED.write_text(calibrated(claims, names, penalty, counts).model_dump_json(indent=1) + "\n", encoding="utf-8")
    figures = measured(claims, tried[penalty], penalty)
    MEASURED.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
