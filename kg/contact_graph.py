"""The public face: articles go in; contacts, answers, networks and files come out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypedDict, Unpack

from rdflib import Literal
from rdflib.term import Identifier

from kg import __version__
from kg.answer import Answer
from kg.errors import InputError
from kg.exchange.claim_lines import write_claims
from kg.exchange.formats import CONTACT_WRITERS, NETWORK_WRITERS
from kg.exchange.frame import to_dataframe
from kg.exchange.importing import Told, told_in
from kg.graph import Store, Violation, run
from kg.model import Article, Claim, Contact
from kg.network import Actors, ContactNetwork, Level, build, confirmed_by_two_sides

if TYPE_CHECKING:
    from kg.extraction import Extractor
    from kg.world import World

_READ_BEFORE = """
SELECT ?id ?digest WHERE {
  ?article a kg:Article ; dct:identifier ?id ; kg:textSha256 ?digest .
  ?run prov:used ?article ; kg:softwareVersion ?version .
}"""


class Filters(TypedDict, total=False):
    """Which contacts; every condition given must hold. None and empty mean any; of several values, one must fit.

    Attributes:
        between: those who all took part (of these, all must fit), by family name, full name or Wikidata id.
        since: it can have been on this day, month ("2017-05") or year ("2017"), or later.
        until: it can have been on this day, month or year, or earlier.
        surely: it must have been: its whole window has to lie within `since` and `until`.
        topic: code of a topic, such as "trade" or "country:SYR"; narrower ones count.
        channel: phone, video, in_person, letter or unspecified.
        status: held, planned, proposed, postponed, cancelled, denied or disputed.
        country: code of a country or organisation for which somebody took part; of several, for each.
        authority: somebody on whose word it is told.
    """

    between: str | Iterable[str] | None
    since: date | str | None
    until: date | str | None
    surely: bool
    topic: str | Iterable[str] | None
    channel: str | Iterable[str] | None
    status: str | Iterable[str] | None
    country: str | Iterable[str] | None
    authority: str | Iterable[str] | None


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


class ContactGraph:
    """A graph of contacts, in memory or in a folder; use it as a context manager, or call `close`.

    Args:
        store: where it is kept; in memory where None.
    """

    def __init__(self, store: Store | None = None) -> None:
        self.store = store or Store()

    @classmethod
    def open(cls, path: str | Path, *, read_only: bool = False, world: World | None = None) -> ContactGraph:
        """The graph in a folder, which is made where there is none.

        Args:
            path: the folder.
            read_only: never write; several processes may read at once, and there must be a graph already.
            world: who held which office; the tables that ship with the package where None.

        Raises:
            StoreError: the folder is something else, is in use, or cannot be written.
        """
        return cls(Store.open(path, create=not read_only, read_only=read_only, world=world))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the folder free."""
        self.store.close()

    def ingest(
        self,
        articles: Iterable[Article | InputError],
        *,
        extractor: Extractor | None = None,
        strict: bool = False,
        again: bool = False,
    ) -> Report:
        """Extract the claims of articles and merge them into the graph; a second time changes nothing.

        Args:
            articles: articles, and problems, as `kg.read` gives them.
            extractor: what reads them; the standard one where None.
            strict: raise the first problem instead of going on.
            again: read also articles that are in the graph already, unchanged, by this version of kg.

        Raises:
            InputError: with `strict`, the first problem.
            StoreError: the graph cannot be written.
            ModelError: no language model is installed.
        """
        ingestion = _Ingestion(self.store, extractor, again=again)
        for item in articles:
            ingestion.take(item)
            if strict and ingestion.skipped:
                raise ingestion.skipped[0]
        return ingestion.report()

    def contacts(self, **filters: Unpack[Filters]) -> list[Contact]:
        """The contacts that fit, by their windows, the undated last.

        Raises:
            QueryError: a date, channel or status that is none.
        """
        return self.store.contacts(**filters)

    def network(
        self,
        level: Level | None = None,
        *,
        actors: Actors = "people",
        confirmed: bool = False,
        **filters: Unpack[Filters],
    ) -> ContactNetwork:
        """The network of the contacts that fit.

        Args:
            level: "leaders" for contacts of persons and offices, "parties" for those with a state or an organisation,
                "all" for both; None is "leaders" for people and "all" for other actors.
            actors: whom the nodes stand for: "people", "states", or "organisations" (tied with people).
            confirmed: only contacts that two of the states that took part tell of.
            filters: as for `contacts`.

        Raises:
            QueryError: a date, channel or status that is none.
        """
        contacts = self.contacts(**filters)
        kept = confirmed_by_two_sides(contacts) if confirmed else contacts
        return build(kept, self.store.articles(), level=level, actors=actors)

    def query(self, question: str, **parameters: object) -> Answer:
        """The answer to a question in SPARQL, or to a query that ships with kg.

        Args:
            question: SPARQL, or the name of a query (`kg.graph.named_queries()` lists them).
            parameters: of a named query, in words ("Putin", "2017-05"); of SPARQL, what its variables are bound to:
                rdflib terms, or Python values.

        Raises:
            QueryError: unknown, not valid, lacking a parameter, or reaching outside this graph.
        """
        if is_name(question):
            words = {name: str(value) for name, value in parameters.items()}
            return Answer(run(self.store, question.strip(), words))
        return Answer(self.store.query(question, **{name: _term(value) for name, value in parameters.items()}))

    def validate(self, *, warnings: bool = False) -> list[Violation]:
        """Everything that breaks a SHACL shape, article by article.

        Args:
            warnings: also what is merely odd.
        """
        return self.store.validate(warnings=warnings)

    def export(self, path: str | Path, format: str) -> None:  # noqa: A002  # what the standards call it
        """Write the whole graph to a file.

        Args:
            path: the file, which is replaced.
            format: nq or trig (all named graphs), ttl (their union), jsonld; jsonl (claims by article); csv, parquet or
                ftm (contacts); graphml or gexf (network of leaders). docs/formats.md describes each.

        Raises:
            StoreError: the format is unknown.
            LibraryError: Parquet without pyarrow.
        """
        if format in CONTACT_WRITERS:
            CONTACT_WRITERS[format](self.contacts(), path, self.store.articles())
        elif format in NETWORK_WRITERS:
            NETWORK_WRITERS[format](self.network(), path)
        elif format == "jsonl":
            write_claims(self.store, path)
        else:
            with Path(path).open("wb") as stream:
                self.store.export(stream, format)

    def load(self, *paths: str | Path, strict: bool = False) -> Report:
        """Take in what a graph of contacts, or an extraction, wrote: the claims come as they are, nothing is extracted.

        An article that is there already is replaced.

        Args:
            paths: N-Quads (`.nq`) of `export`, or claims as JSON Lines (`.jsonl`).
            strict: raise the first problem of a line instead of going on.

        Raises:
            InputError: a file is none of these, or cannot be read; with `strict`, the first problem.
            StoreError: the graph cannot be written.
        """
        ingestion = _Ingestion(self.store, None, again=True)
        for item in (item for path in paths for item in told_in(path)):
            if isinstance(item, InputError) and strict:
                raise item
            ingestion.take_graph(item)
        return ingestion.report()

    def to_dataframe(self, **filters: Unpack[Filters]) -> Any:
        """The contacts that fit as a pandas DataFrame, one a row; docs/formats.md describes its columns.

        Raises:
            LibraryError: pandas is not installed.
            QueryError: a date, channel or status that is none.
        """
        return to_dataframe(self.contacts(**filters), self.store.articles())


def is_name(question: str) -> bool:
    """Whether a question is the name of a query, and not SPARQL."""
    return re.fullmatch(r"[\w-]+", question.strip()) is not None


def _term(value: object) -> Identifier:
    return value if isinstance(value, Identifier) else Literal(value)


class _Known(NamedTuple):
    """An article that is in the graph: what it is, and the SHA-256 of its text."""

    article: Article
    digest: str


class _Ingestion:
    """One run of articles into a store, counted."""

    def __init__(self, store: Store, extractor: Extractor | None, *, again: bool) -> None:
        self._store, self._extractor = store, extractor
        self._ids = frozenset(store.articles())
        self._known: Mapping[str, _Known] = {} if again else _read_before(store)
        self._new = self._changed = self._unchanged = 0
        self.skipped: list[InputError] = []

    def take(self, item: Article | InputError) -> None:
        """Put an article into the store; count a problem."""
        try:
            self._put(item) if isinstance(item, Article) else self.skipped.append(item)
        except InputError as error:
            self.skipped.append(error)

    def take_graph(self, item: Told | InputError) -> None:
        """Put the graph of an article into the store; count a problem."""
        if isinstance(item, InputError):
            self.skipped.append(item)
        else:
            self._count(item[0], changed=self._store.put_graph(*item))

    def _put(self, article: Article) -> None:
        known = self._is_known(article)
        changed = not known and self._store.put(article, extract(article, extractor=self._extractor))
        self._count(article.id, changed=changed)

    def _count(self, article_id: str, *, changed: bool) -> None:
        if not changed:
            self._unchanged += 1
        elif article_id in self._ids:
            self._changed += 1
        else:
            self._new += 1

    def _is_known(self, article: Article) -> bool:
        known = self._known.get(article.id)
        bare = article.model_copy(update={"text": ""})
        return known is not None and known == _Known(bare, hashlib.sha256(article.text.encode()).hexdigest())

    def report(self) -> Report:
        """What was done, and what the store holds now."""
        claims, contacts = (_count(self._store, kind) for kind in ("Claim", "Contact"))
        return Report(self._new, self._changed, self._unchanged, tuple(self.skipped), claims, contacts)


def _read_before(store: Store) -> dict[str, _Known]:
    """The articles that this version of kg read into the store."""
    articles = store.articles()
    rows = Answer(store.query(_READ_BEFORE, version=Literal(__version__)))
    return {key: _Known(articles[key], digest) for key, digest in rows}


def _count(store: Store, kind: str) -> int:
    [[number]] = Answer(store.query(f"SELECT (COUNT(DISTINCT ?one) AS ?n) WHERE {{ ?one a kg:{kind} }}"))
    return int(number)


def extract(article: Article, *, extractor: Extractor | None = None) -> list[Claim]:
    """The claims of one article.

    Args:
        article: what to read; give it its day of publication, so that "yesterday" has a meaning.
        extractor: what reads it; the standard one where None.

    Raises:
        ModelError: no language model is installed.
    """
    return list((extractor or _standard_extractor()).read(article).claims)


@cache
def _standard_extractor() -> Extractor:
    """Loaded once: it takes about a second."""
    from kg.extraction import Extractor

    return Extractor.load()
