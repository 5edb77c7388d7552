"""What can go wrong, said for people: what was wrong, where, and what to do."""

from __future__ import annotations


class KgError(Exception):
    """Base of every error this package raises on purpose. Its text is one line, fit to be shown as it is."""


class InputError(KgError):
    """An input that cannot be used.

    Args:
        problem: what was wrong, in a few words.
        source: the file, URL or "-" that holds it.
        line: line number in that file, counted from 1.
        field: name of the offending field.
        remedy: what the user can do.
    """

    def __init__(
        self, problem: str, *, source: str = "", line: int | None = None, field: str = "", remedy: str = ""
    ) -> None:
        self.problem, self.source, self.line, self.field, self.remedy = problem, source, line, field, remedy
        super().__init__(self._sentence())

    def _sentence(self) -> str:
        place = self.source + (f":{self.line}" if self.line else "")
        parts = [part for part in (place, f"field '{self.field}'" if self.field else "", self.problem) if part]
        return ": ".join(parts) + (f" ({self.remedy})" if self.remedy else "")


class RuleError(KgError):
    """A rule file that does not fit its schema."""


class ModelError(KgError):
    """The language model that extraction needs is missing, or is not the one it claims to be."""


class StoreError(KgError):
    """A store that cannot be opened, read or written."""


class QueryError(KgError):
    """A query that is unknown, lacks a parameter, or is not valid SPARQL."""


class LibraryError(KgError):
    """An optional library that is needed for what was asked is not installed."""
