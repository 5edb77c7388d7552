"""Where in the input something stands, so that every error can say it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.errors import InputError


@dataclass(frozen=True, slots=True)
class Place:
    """A file, or a line of it.

    Attributes:
        source: path as the user gave it, or "-" for standard input.
        line: line counted from 1, or None for the whole file.
    """

    source: str
    line: int | None = None

    def at(self, line: int) -> Place:
        """A line of the same source."""
        return replace(self, line=line)

    def error(self, problem: str, *, field: str = "", remedy: str = "") -> InputError:
        """An error about this place."""
        return InputError(problem, source=self.source, line=self.line, field=field, remedy=remedy)

    def __str__(self) -> str:
        return f"{self.source}:{self.line}" if self.line else self.source
