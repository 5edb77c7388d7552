"""The answer to a question in SPARQL."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rdflib.query import Result

from kg.display import Row, Table
from kg.graph import results
from kg.libraries import optional


@dataclass(frozen=True, slots=True)
class Answer:
    """What the graph says; iterate over it for rows as tuples of text.

    Attributes:
        result: rdflib's result, for whoever wants terms.
    """

    result: Result

    @property
    def rows(self) -> list[dict[str, str]]:
        """The rows by column, each value as text, empty where it is unbound; ASK and CONSTRUCT make rows too."""
        return results.rows(self.result)

    @property
    def columns(self) -> list[str]:
        """Names of the columns; those of an ASK or CONSTRUCT are known from its rows only."""
        return [str(variable) for variable in self.result.vars or ()] or list(next(iter(self.rows), ()))

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return (tuple(row.values()) for row in self.rows)

    def serialised(self, format: str) -> str:  # noqa: A002  # what the standards call it
        """The answer as SPARQL has it: json, csv, tsv or xml.

        Raises:
            QueryError: the format is unknown, or cannot hold this kind of answer.
        """
        return results.serialised(self.result, format)

    def to_dataframe(self) -> Any:
        """The rows as a pandas DataFrame, numbers and dates as Python has them.

        Raises:
            LibraryError: pandas is not installed.
        """
        pd = optional("pandas", extra="notebook", purpose="data frames")
        if self.result.type != "SELECT":
            return pd.DataFrame(self.rows)
        variables = self.result.vars or []
        values = [[_python(row.get(variable)) for variable in variables] for row in self.result.bindings]
        return pd.DataFrame(values, columns=self.columns)

    def _repr_html_(self) -> str:
        rows = self.rows
        table = Table(f"{len(rows)} rows", tuple(self.columns), tuple(Row(tuple(row.values())) for row in rows))
        return table.html()


def _python(term: Any) -> Any:
    return term.toPython() if hasattr(term, "toPython") else term
