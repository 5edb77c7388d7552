"""The articles that a verb works on, and the account of those it had to skip."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.errors import InputError
from kg.model import Article


@dataclass(slots=True)
class Inputs:
    """Articles one by one; what cannot be read is told on stderr, at once, and counted.

    Attributes:
        items: articles and problems, as `kg.read` gives them.
        strict: stop at the first problem.
        skipped: problems so far.
        taken: articles so far.
        undated: articles without a day of publication so far.
    """

    items: Iterable[Article | InputError]
    strict: bool = False
    skipped: list[InputError] = field(default_factory=list)
    taken: int = 0
    undated: int = 0

    def __iter__(self) -> Iterator[Article]:
        for item in self.items:
            if isinstance(item, Article):
                self.taken += 1
                self.undated += item.published is None
                yield item
            else:
                self._skip(item)

    def _skip(self, problem: InputError) -> None:
        if self.strict:
            raise problem
        self.skipped.append(problem)
        sys.stderr.write(f"kg: {problem}\n")

    def close(self) -> int:
        """Tell on stderr what was skipped or lacks a date.

        Returns:
            The exit code: 0, or 1 where something was skipped.
        """
        if self.undated:
            notice = (
                "articles have no date of publication" if self.undated > 1 else "article has no date of publication"
            )
            sys.stderr.write(f"kg: {self.undated} {notice}: words like 'yesterday' stay open (give --date)\n")
        if self.skipped:
            sys.stderr.write(f"kg: skipped {len(self.skipped)} of {self.taken + len(self.skipped)} inputs\n")
        return 1 if self.skipped else 0
