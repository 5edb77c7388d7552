"""Articles on their way into a graph: which are to be read, which are kept, and what came of them."""

from __future__ import annotations

import hashlib
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from kg import __version__
from kg.errors import InputError
from kg.exchange.importing import Told
from kg.graph import Kept, Quads, Store
from kg.model import Article, Extraction

_AT_ONCE = 500
"""So many articles are kept in one transaction at most: of those that come fast, many cost little more than one."""
_SECONDS = 1.0
"""Nothing that was read waits longer than that, as long as more comes: one who is killed has lost no more."""


@dataclass(frozen=True, slots=True)
class Report:
    """What an ingestion did.

    Attributes:
        new: articles that were not in the graph.
        changed: articles that were, and tell something else now.
        unchanged: articles that stay as they were.
        skipped: what could not be read.
        claims: claims that the graph now holds.
        contacts: contacts that the graph now holds.
    """

    new: int
    changed: int
    unchanged: int
    skipped: tuple[InputError, ...]
    claims: int
    contacts: int


class Ingestion:
    """One run of articles into a store, counted; some are kept at a time, and the last of them at the end.

    Use it as a context manager. Each article is kept whole or not at all.

    Args:
        store: where they are kept.
        again: read also articles that are there already, unchanged, by this version of kg.
        validate: check each article's graph before it is kept.
        strict: stop reading at the first problem.

    Attributes:
        skipped: problems so far.
    """

    def __init__(self, store: Store, *, again: bool, validate: bool, strict: bool = False) -> None:
        self._store, self._again, self._validate, self._strict = store, again, validate, strict
        self._new = self._changed = self._unchanged = 0
        self._reading: deque[Article] = deque()
        self._waiting: dict[str, Quads] = {}
        self._since = time.monotonic()
        self.skipped: list[InputError] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._keep()

    def unread(self, items: Iterable[Article | InputError]) -> Iterator[Article]:
        """The articles that are to be read; known ones and problems are counted, and a problem ends it if `strict`."""
        for item in items:
            if isinstance(item, InputError):
                self.skipped.append(item)
            elif self._is_known(item):
                self._unchanged += 1
            else:
                self._reading.append(item)
                yield item
            if self._strict and self.skipped:
                return

    def put(self, extraction: Extraction) -> None:
        """Put what the oldest article that is being read tells into the store; count a problem."""
        article = self._reading.popleft()
        try:
            graph = self._store.graph_of(article, extraction.claims, validate=self._validate)
        except InputError as error:
            self.skipped.append(error)
        else:
            self._await(article.id, graph)

    def take_graph(self, item: Told | InputError) -> None:
        """Put the graph of an article into the store; count a problem."""
        if isinstance(item, InputError):
            self.skipped.append(item)
        else:
            self._await(*item)

    def _await(self, article_id: str, graph: Quads) -> None:
        """Have a graph kept soon; one that comes twice is kept once before."""
        if article_id in self._waiting:
            self._keep()
        self._waiting[article_id] = graph
        if len(self._waiting) >= _AT_ONCE or time.monotonic() - self._since > _SECONDS:
            self._keep()

    def _keep(self) -> None:
        done = self._store.put_graphs(self._waiting)
        self._new += len(done.new)
        self._changed += len(done.changed)
        self._unchanged += len(self._waiting) - len(done.new) - len(done.changed)
        self._waiting.clear()
        self._since = time.monotonic()

    def _is_known(self, article: Article) -> bool:
        """Whether this version of kg has read the article as it is."""
        if self._again or not article.id:
            return False
        bare = article.model_copy(update={"text": ""})
        digest = hashlib.sha256(article.text.encode()).hexdigest()
        return self._store.kept(article.id) == Kept(bare, digest, __version__)

    def report(self) -> Report:
        """What was done, and what the store holds now."""
        totals = self._store.totals()
        skipped = tuple(self.skipped)
        return Report(self._new, self._changed, self._unchanged, skipped, totals.claims, totals.contacts)
