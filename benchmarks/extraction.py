"""Speed of extraction on one core, against the plain spaCy pipeline on whole texts, in one run.

    python benchmarks/extraction.py               # texts of KG_SHARED, or ../shared beside the checkout; else the seeds
    python benchmarks/extraction.py --limit 200   # fewer texts of each kind

Milliseconds depend on the machine and on what else it does, so that both pipelines take turns on the same texts, and
the ratio is what counts. Times are processor time, without the loading of models and tables.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # one core: before numpy is read

import argparse
import json
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import spacy

from kg.errors import InputError
from kg.extraction import Extractor
from kg.extraction.en.pipeline import installed_model
from kg.model import Article
from kg.reading import read
from kg.resources import shipped

SHARED = Path(os.environ.get("KG_SHARED", Path(__file__).parents[2] / "shared"))
CORPORA = {
    "readouts": "corpora/us_readouts_2021_2023.jsonl",
    "other releases": "corpora/us_other_releases_2021_2023.jsonl",
}
FIELDS = {"id", "title", "text", "date", "issuer", "url"}
TURN = 50  # texts that a pipeline reads before the other one has its turn


class Speed(NamedTuple):
    """What one pipeline took for one kind of text.

    Attributes:
        texts: how many.
        seconds: processor time.
    """

    texts: int
    seconds: float

    @property
    def rate(self) -> float:
        """Texts a second."""
        return self.texts / self.seconds


def corpora(limit: int) -> Iterator[tuple[str, list[Article]]]:
    """The texts to read, by kind."""
    found = {kind: SHARED / path for kind, path in CORPORA.items() if (SHARED / path).is_file()}
    for kind, path in found.items():
        rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
        chosen = ({key: value for key, value in row.items() if key in FIELDS} for row in rows)
        yield kind, [Article.model_validate(row) for row in islice(chosen, limit)]
    if not found:
        yield "seeds", [item for item in read(shipped("seeds")) if not isinstance(item, InputError)][:limit]


def race(articles: Sequence[Article], runners: Sequence[Callable[[Sequence[Article]], object]]) -> list[Speed]:
    """The speed of each runner, all taking turns."""
    seconds = [0.0] * len(runners)
    for at in range(0, len(articles), TURN):
        for number, run in enumerate(runners):
            started = time.process_time()
            run(articles[at : at + TURN])
            seconds[number] += time.process_time() - started
    return [Speed(len(articles), taken) for taken in seconds]


def main() -> None:
    """Print texts a second and the ratio."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    arguments.add_argument("--limit", type=int, default=1200, help="texts of each kind")
    limit = arguments.parse_args().limit
    extractor, plain = Extractor.load(), spacy.load(installed_model())

    def ours(articles: Sequence[Article]) -> object:
        return list(extractor.read_all(articles))

    def spacy_alone(articles: Sequence[Article]) -> object:
        return list(plain.pipe(article.text for article in articles))

    for kind, articles in corpora(limit):
        ours(articles[:TURN])
        words = sum(len(article.text.split()) for article in articles) // len(articles)
        fast, slow = race(articles, (ours, spacy_alone))
        print(
            f"{kind:14} {len(articles):5} texts of {words} words: "
            f"kg {fast.rate:7.1f}/s, spaCy alone {slow.rate:6.1f}/s, ratio {fast.rate / slow.rate:5.1f}"
        )


if __name__ == "__main__":
    main()
