"""What one run of the command remembers."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.contact_graph import Reader
    from kg.extraction import Extractor
    from kg.world import World


@dataclass(slots=True)
class Session:
    """Settings given before the verb.

    Attributes:
        debug: show where an error came from.
        world: the user's own people and offices, a table or a folder; None for the shipped tables alone.
    """

    debug: bool = False
    world: Path | None = None
    _tables: World | None = None

    def tables(self) -> World:
        """The tables, with the user's own laid over them; contradictions are told on stderr, once."""
        if self._tables is None:
            self._tables = self._loaded()
        return self._tables

    def _loaded(self) -> World:
        from kg.world import load_world
        from kg.world.overlay import report

        if self.world is None:
            return load_world()
        tables = load_world().with_overlay(self.world)
        sys.stderr.writelines(f"kg: {line}\n" for line in report(tables.conflicts))
        return tables

    def extractor(self, rules: Iterable[Path] | None) -> Extractor:
        """The extractor with the user's own tables and rules."""
        from kg.extraction import Extractor

        return Extractor.load(world=self.tables(), rules=rules or ())

    def reader(self, rules: Iterable[Path] | None, jobs: int) -> Reader:
        """The extractor, or as many processes with one each as are asked for."""
        if jobs == 1:
            return self.extractor(rules)
        from kg.extraction.parallel import ParallelExtractor, Recipe

        return ParallelExtractor(Recipe(world=self.world, rules=tuple(rules or ())), jobs)
