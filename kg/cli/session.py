"""What one run of the command remembers."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

    def tables(self) -> World:
        """The tables, with the user's own laid over them; contradictions are told on stderr."""
        from kg.world import load_world
        from kg.world.overlay import report

        if self.world is None:
            return load_world()
        tables = load_world().with_overlay(self.world)
        sys.stderr.writelines(f"kg: {line}\n" for line in report(tables.conflicts))
        return tables
