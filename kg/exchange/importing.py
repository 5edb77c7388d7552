"""Files of our own, back into a store: N-Quads and claims as JSON Lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from kg.errors import InputError
from kg.exchange.claim_lines import read_claims
from kg.exchange.quad_files import read_quads
from kg.graph.article_rdf import told_graph
from kg.graph.quads import Quads

Told = tuple[str, Quads]


def told_in(path: str | Path) -> Iterator[Told | InputError]:
    """What each article of a file tells, as the graph of its id; for each that cannot be used, the error instead.

    Args:
        path: N-Quads (`.nq`) that `kg export` wrote, or claims as JSON Lines (`.jsonl`).

    Raises:
        InputError: the file cannot be read at all.
    """
    source = Path(path)
    reader = READERS.get(source.suffix.lower())
    if reader is None:
        raise InputError("is no file to import", source=str(path), remedy="give N-Quads (.nq) or claims (.jsonl)")
    try:
        yield from reader(source)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}", source=str(path)) from error


def _from_claims(path: Path) -> Iterator[Told | InputError]:
    places: dict[str, str] = {}
    for item in read_claims(path):
        if isinstance(item, InputError):
            yield item
            continue
        place, (article, claims, extracted) = item
        if article.id in places:
            yield place.error(f"the id '{article.id}' was read before, from {places[article.id]}", field="id")
            continue
        places[article.id] = str(place)
        yield (
            article.id,
            told_graph(article, claims, extracted),
        )


READERS: Mapping[str, Callable[[Path], Iterator[Told | InputError]]] = {".nq": read_quads, ".jsonl": _from_claims}
"""How each kind of file is read, by its suffix."""
