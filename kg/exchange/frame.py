"""The flat table for pandas and Parquet."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kg.exchange.flat import COLUMNS, NO_ARTICLES, Articles, Kind, record
from kg.libraries import optional
from kg.model import Contact

_PANDAS_TYPES: dict[Kind, str] = {"day": "datetime64[s]", "flag": "bool", "count": "int64", "share": "float64"}


def to_dataframe(contacts: Iterable[Contact], articles: Articles = NO_ARTICLES) -> Any:
    """Contacts as a pandas DataFrame, one a row, with the columns of `kg.exchange.flat`.

    Days are `datetime64`, lists are tuples (`frame.explode("participants")` gives one participant a row).

    Raises:
        LibraryError: pandas is not installed.
    """
    pandas = optional("pandas", extra="notebook", purpose="data frames")
    names = [column.name for column in COLUMNS]
    frame = pandas.DataFrame([record(contact, articles) for contact in contacts], columns=names)
    return frame.astype({column.name: _PANDAS_TYPES[column.kind] for column in COLUMNS if column.kind in _PANDAS_TYPES})


def write_parquet(contacts: Iterable[Contact], path: str | Path, articles: Articles = NO_ARTICLES) -> None:
    """Write contacts as Parquet, with the columns of `kg.exchange.flat`; lists are lists, days are days.

    Raises:
        LibraryError: pyarrow is not installed.
    """
    arrow = optional("pyarrow", extra="parquet", purpose="Parquet files")
    parquet = optional("pyarrow.parquet", extra="parquet", purpose="Parquet files")
    rows = [record(contact, articles) for contact in contacts]
    parquet.write_table(arrow.Table.from_pylist(rows, schema=_schema(arrow)), path)


def _schema(arrow: Any) -> Any:
    """Columns with their types and, as metadata, their meanings."""
    types: dict[Kind, Any] = {
        "text": arrow.string(),
        "texts": arrow.list_(arrow.string()),
        "day": arrow.date32(),
        "flag": arrow.bool_(),
        "count": arrow.int32(),
        "share": arrow.float64(),
    }
    return arrow.schema(
        arrow.field(column.name, types[column.kind], metadata={"meaning": column.meaning}) for column in COLUMNS
    )
