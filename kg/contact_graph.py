"""The public face: articles go in; contacts, answers, networks and files come out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol, Self, TypedDict, Unpack

from rdflib import Literal
from rdflib.term import Identifier

from kg.answer import Answer
from kg.display import Claims, Contacts
from kg.errors import InputError
from kg.exchange.claim_lines import write_claims
from kg.exchange.formats import CONTACT_WRITERS, NETWORK_WRITERS
from kg.exchange.frame import to_dataframe
from kg.exchange.importing import told_in
from kg.graph import Auth, Manners, Store, Violation, read_backup, run
from kg.ingestion import Ingestion, Report
from kg.merging import Ambiguity, Pins, read_pins
from kg.model import Article, Extraction
from kg.network import Actors, ContactNetwork, Level, build, confirmed_by_two_sides

if TYPE_CHECKING:
    from kg.extraction import Extractor
    from kg.world import World

__all__ = ["ContactGraph", "Filters", "Reader", "Report", "explain", "extract", "is_name"]


class Reader(Protocol):
    """Whatever reads articles: `kg.extraction.Extractor`, or several of them in parallel."""

    def read_all(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """What each article tells, in their order."""


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
        min_confidence: least probability, 0 to 1, that it is told rightly; with any, contacts without an estimate are
            left out.
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
    min_confidence: float


class ContactGraph:
    """A graph of contacts, in memory or in a folder; use it as a context manager, or call `close`.

    Args:
        store: where it is kept; in memory where None.
    """

    def __init__(self, store: Store | None = None) -> None:
        self.store = store or Store()

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        read_only: bool = False,
        world: World | None = None,
        auth: Auth = None,
        manners: Manners | None = None,
    ) -> ContactGraph:
        """The graph in a folder, which is made where there is none; or behind SPARQL 1.1 at an address.

        Args:
            path: the folder; or an address such as http://localhost:7878, below which /query, /update and /store
                listen, as Oxigraph's server has them.
            read_only: never write; several processes may read at once, and there must be a graph already.
            world: who held which office; the tables that ship with the package where None.
            auth: name and password for an address, or another way of httpx to authenticate; else those in the
                address, else NAME:PASSWORD of the environment variable KG_STORE_AUTH.
            manners: timeouts, retries and batches for an address.

        Raises:
            StoreError: the folder is something else, is in use, or cannot be written; nobody answers at the address.
        """
        return cls(Store.open(path, create=not read_only, read_only=read_only, world=world, auth=auth, manners=manners))

    @staticmethod
    def restore(backup: str | Path, path: str | Path, *, replace: bool = False) -> int:
        """Make a graph in a folder of a backup; the folder holds the whole of it, or what it held before.

        Args:
            backup: file that `backup` wrote.
            path: the folder.
            replace: put it in place of a graph that is there.

        Returns:
            The number of quads.

        Raises:
            StoreError: the file is not a whole backup, or there is something in the folder.
        """
        return read_backup(Path(backup), Path(path), replace=replace)

    def backup(self, path: str | Path) -> int:
        """Write everything to one file of N-Quads, compressed where its name ends in .gz.

        Returns:
            The number of quads.

        Raises:
            StoreError: the file could not be read back whole.
        """
        return self.store.backup(Path(path))

    def rebuild(self) -> None:
        """Merge all claims anew; pins hold."""
        self.store.rebuild()

    def pin(self, path: str | Path) -> Pins:
        """Keep the pins of a file in place of those before: which contacts are one, and which are not.

        Args:
            path: lines such as `same ID ID` and `different ID ID`, with ids of contacts or of claims.

        Raises:
            InputError: a line is no pin, or contradicts another; the message names it.
        """
        text = Path(path).read_text(encoding="utf-8")
        pins = read_pins(text, self.store.claims_meant, str(path))
        self.store.pin(pins)
        return pins

    def ambiguities(self) -> list[Ambiguity]:
        """Contacts that may be one and were left apart, with the reason; a pin settles it."""
        return self.store.ambiguities()

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
        extractor: Reader | None = None,
        strict: bool = False,
        again: bool = False,
        validate: bool = True,
        min_confidence: float = 0.0,
    ) -> Report:
        """Extract the claims of articles and merge them into the graph; a second time changes nothing.

        Args:
            articles: articles, and problems, as `kg.read` gives them.
            extractor: what reads them, in one process or in several; the standard one where None.
            strict: raise the first problem instead of going on.
            again: read also articles that are in the graph already, unchanged, by this version of kg.
            validate: check each article's graph before it is kept; one that is not valid is skipped, with a problem.
            min_confidence: leave out claims that are right with a lower probability (0 to 1); articles that are in the
                graph already stay as they are, unless they are read `again`.

        Raises:
            InputError: with `strict`, the first problem.
            StoreError: the graph cannot be written.
            ModelError: no language model is installed.
        """
        with Ingestion(self.store, strict=strict, again=again, validate=validate) as ingestion:
            for extraction in _read(ingestion.unread(articles), extractor):
                ingestion.put(extraction.at_least(min_confidence))
        if strict and ingestion.skipped:
            raise ingestion.skipped[0]
        return ingestion.report()

    def contacts(self, **filters: Unpack[Filters]) -> Contacts:
        """The contacts that fit, by their windows, the undated last.

        Raises:
            QueryError: a date, channel or status that is none.
        """
        return Contacts(self.store.contacts(**filters))

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

    def subgraph(self, **filters: Unpack[Filters]) -> ContactGraph:
        """A graph in memory, to read only: the contacts that fit, under the same ids, and the claims that tell them.

        Raises:
            QueryError: a date, channel, status or probability that is none.
        """
        return ContactGraph(self.store.subgraph(self.contacts(**filters)))

    def export(self, path: str | Path, format: str, **filters: Unpack[Filters]) -> None:  # noqa: A002  # as elsewhere
        """Write the graph to a file: the whole of it, or what `subgraph` gives where there are filters.

        Args:
            path: the file, which is replaced.
            format: nq or trig (all named graphs), ttl (their union), jsonld; jsonl (claims by article); csv, parquet or
                ftm (contacts); graphml or gexf (network of leaders). docs/formats.md describes each.
            filters: as for `contacts`.

        Raises:
            QueryError: a date, channel, status or probability that is none.
            StoreError: the format is unknown.
            LibraryError: Parquet without pyarrow.
        """
        if any(filters.values()):
            self.subgraph(**filters).export(path, format)
        elif format in CONTACT_WRITERS:
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
        with Ingestion(self.store, again=True, validate=False) as ingestion:
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


def _read(articles: Iterator[Article], extractor: Reader | None) -> Iterator[Extraction]:
    """What the articles tell; without any, no extractor is loaded."""
    first = next(articles, None)
    if first is not None:
        yield from (extractor or _standard_extractor()).read_all(chain([first], articles))


def extract(article: Article, *, extractor: Extractor | None = None, min_confidence: float = 0.0) -> Claims:
    """The claims of one article.

    Args:
        article: what to read; give it its day of publication, so that "yesterday" has a meaning.
        extractor: what reads it; the standard one where None.
        min_confidence: leave out claims that are right with a lower probability (0 to 1).

    Raises:
        ModelError: no language model is installed.
    """
    return Claims((extractor or _standard_extractor()).read(article).at_least(min_confidence).claims)


def explain(article: Article, *, extractor: Extractor | None = None) -> Extraction:
    """The claims of one article with the words behind each part; every trigger that told none, and why.

    Args:
        article: what to read.
        extractor: what reads it; the standard one where None.

    Raises:
        ModelError: no language model is installed.
    """
    return (extractor or _standard_extractor()).explain(article)


@cache
def _standard_extractor() -> Extractor:
    """Loaded once: it takes about a second."""
    from kg.extraction import Extractor

    return Extractor.load()
