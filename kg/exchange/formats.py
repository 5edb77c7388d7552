"""Which files a graph of contacts can be written as, apart from RDF."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final

from kg.exchange.flat import NO_ARTICLES, Articles, write_csv
from kg.exchange.follow_the_money import write_entities
from kg.exchange.frame import write_parquet
from kg.exchange.gexf import write_timed_gexf
from kg.model import Contact
from kg.network import ContactNetwork, write_graphml


def write_csv_file(contacts: Iterable[Contact], path: str | Path, articles: Articles = NO_ARTICLES) -> None:
    """Write contacts to a file as CSV in UTF-8."""
    with Path(path).open("w", encoding="utf-8", newline="") as stream:
        write_csv(contacts, stream, articles)


CONTACT_WRITERS: Final[Mapping[str, Callable[[Iterable[Contact], str | Path, Articles], None]]] = {
    "csv": write_csv_file,
    "parquet": write_parquet,
    "ftm": write_entities,
}
"""Formats of contacts."""

NETWORK_WRITERS: Final[Mapping[str, Callable[[ContactNetwork, str | Path], None]]] = {
    "graphml": write_graphml,
    "gexf": write_timed_gexf,
}
"""Formats of the network of leaders."""
