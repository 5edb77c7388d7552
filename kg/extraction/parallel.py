"""Extraction by several processes, results in the order of the articles, memory constant however many there are."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from kg.extraction.batching import ahead, batches
from kg.extraction.extractor import Extractor
from kg.model import Article, Extraction
from kg.world import load_world

_AHEAD = 2
"""Batches that wait for each process, so that none stands idle."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to load an extractor, so that each process can load its own.

    Attributes:
        model: English pipeline of spaCy's; empty for the installed small one.
        world: the user's own people and offices; None for the shipped tables alone.
        rules: files of the user's own rules.
    """

    model: str = ""
    world: Path | None = None
    rules: tuple[Path, ...] = ()

    def load(self) -> Extractor:
        """The extractor.

        Raises:
            ModelError, RuleError, InputError: as `Extractor.load` and `World.with_overlay`.
        """
        tables = load_world() if self.world is None else load_world().with_overlay(self.world)
        return Extractor.load(self.model, tables, self.rules)


@dataclass(frozen=True, slots=True)
class ParallelExtractor:
    """Reads articles in several processes.

    Attributes:
        recipe: how each process loads its extractor, which takes it a second or two.
        jobs: how many processes.
    """

    recipe: Recipe
    jobs: int

    def read_all(self, articles: Iterable[Article], batch: int = 32) -> Iterator[Extraction]:
        """What `Extractor.read_all` gives, in the same order.

        Args:
            articles: the articles, read as far as they are needed.
            batch: how many articles a process takes at once.

        Raises:
            ModelError, RuleError, InputError: an extractor cannot be loaded.
        """
        pool = ProcessPoolExecutor(self.jobs, get_context("spawn"), _leave_interrupts_to_the_parent)
        try:
            tasks = (pool.submit(_read, self.recipe, group) for group in batches(articles, batch))
            for task in ahead(tasks, self.jobs * _AHEAD):
                yield from task.result()
        finally:
            pool.shutdown(cancel_futures=True)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _read(recipe: Recipe, articles: tuple[Article, ...]) -> list[Extraction]:
    return list(_loaded(recipe).read_all(articles))


@cache
def _loaded(recipe: Recipe) -> Extractor:
    """Once in each process."""
    return recipe.load()
