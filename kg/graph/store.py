"""The store: articles and claims go in, contacts come out, all of it RDF that SPARQL can ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import pyoxigraph as ox
from oxrdflib import OxigraphStore
from rdflib import Dataset, URIRef
from rdflib.query import Result
from rdflib.term import Identifier

from kg.errors import InputError, StoreError
from kg.graph import sparql
from kg.graph.ambiguity_rdf import stored_ambiguities
from kg.graph.article_rdf import told_graph
from kg.graph.backup import write_backup
from kg.graph.checking import check
from kg.graph.database import Database
from kg.graph.derivation import copied, derive, is_current, outdated, refresh
from kg.graph.export import write
from kg.graph.folder import open_database
from kg.graph.keeping import Put, put, remove
from kg.graph.names import authorities_named, participants_named
from kg.graph.namespaces import MERGING_GRAPH, PINS_GRAPH
from kg.graph.offices import posts_titled
from kg.graph.pinning import article_of, claims_meant, pin_triples, stored_pins
from kg.graph.quads import Quads, in_graph, insertion, replacement
from kg.graph.reading import Kept, kept, stored_articles, stored_claims, stored_contacts
from kg.graph.remote import Auth, Manners, RemoteDatabase, is_address, open_remote
from kg.graph.schema import check_stored
from kg.graph.selection import Selection
from kg.graph.subgraph import subgraph
from kg.graph.totals import Totals, stored_totals
from kg.graph.validation import Violation, violations
from kg.graph.vocabulary import load_vocabulary
from kg.merging import Ambiguity, Pins
from kg.merging.pins import Rulings
from kg.model import Article, Claim, Contact
from kg.world import World, load_world


class Store:
    """An RDF dataset of articles, claims and the contacts merged from them.

    Every article has a named graph of its own, which is replaced whole, in one transaction. The graphs of contacts,
    shortcuts and the world are derived from the claims, and are rebuilt on the first question after a change.
    Use it as a context manager, or call `close`.

    Args:
        database: where the quads are; a new database in memory where None.
        read_only: whether nothing may be written.
        world: who held which office; the tables that ship with the package where None.
    """

    def __init__(
        self, database: Database | None = None, *, read_only: bool = False, world: World | None = None
    ) -> None:
        self._attach(ox.Store() if database is None else database)  # an empty one is falsy
        self._read_only = read_only
        self._world = world
        if not read_only:
            load_vocabulary(self._database)

    def _attach(self, database: Database) -> None:
        self._database = database
        self._is_current = False

    @classmethod
    def open(
        cls,
        path: Path | str,
        *,
        create: bool = True,
        read_only: bool = False,
        world: World | None = None,
        auth: Auth = None,
        manners: Manners | None = None,
    ) -> Store:
        """The store in a folder, or behind SPARQL 1.1 at an address.

        Args:
            path: the folder; or the address below which /query, /update and /store listen.
            create: make a new store where there is none.
            read_only: never write; several processes may read at once.
            world: who held which office; the tables that ship with the package where None.
            auth: name and password for an address, or another way of httpx to authenticate.
            manners: timeouts, retries and batches for an address.

        Raises:
            StoreError: the path is something else, or the store cannot be opened; the message says what to do.
        """
        if is_address(path):
            remote = open_remote(str(path), auth=auth, manners=manners)
            check_stored(remote, str(path), read_only=read_only)
            return cls(remote, read_only=read_only, world=world)
        database = open_database(Path(path), create=create, read_only=read_only)
        return cls(database, read_only=read_only, world=world)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the store free; it cannot be used afterwards."""
        if hasattr(self, "_database"):
            if isinstance(self._database, RemoteDatabase):
                self._database.close()
            del self._database

    # ------------------------------------------------------------ articles and claims
    def put(self, article: Article, claims: Sequence[Claim], *, validate: bool = False) -> bool:
        """Keep an article and what it tells; whatever was kept under its id before is replaced.

        Args:
            article: the article; of its text only the SHA-256 is kept.
            claims: its claims; those that name no article become this one's.
            validate: check the claims against the text and the shapes first.

        Returns:
            Whether anything changed: false for the same article with the same claims.

        Raises:
            InputError: the article has no id, a claim is another article's, or something is not valid.
            StoreError: the store is read-only.
        """
        return self.put_graph(article.id, self.graph_of(article, claims, validate=validate))

    @staticmethod
    def graph_of(article: Article, claims: Sequence[Claim], *, validate: bool = False) -> Quads:
        """The named graph of an article and its claims, as `put` would keep it.

        Raises:
            InputError: as for `put`.
        """
        if not article.id:
            raise InputError("an article without id cannot be kept", field="id", remedy="give it an id")
        told = [_of_article(article, claim) for claim in claims]
        quads = told_graph(article, told)
        if validate:
            check(article, told, quads)
        return quads

    def put_graph(self, article_id: str, quads: Quads) -> bool:
        """Keep the whole named graph of an article, as `graph_of` or another store has it; whether anything changed.

        Raises:
            StoreError: the store is read-only.
        """
        done = self.put_graphs({article_id: quads})
        return bool(done.new or done.changed)

    def put_graphs(self, graphs: Mapping[str, Quads]) -> Put:
        """Keep the graphs of some articles, each whole or not at all; many cost little more than one.

        Returns:
            The articles that came, and those that changed.

        Raises:
            StoreError: the store is read-only.
        """
        if graphs:
            self._will_write()
        return put(self._database, graphs)

    def remove(self, article_id: str) -> bool:
        """Forget an article and its claims; false if it was not kept."""
        self._will_write()
        return remove(self._database, article_id)

    def _will_write(self) -> None:
        if self._read_only:
            raise StoreError("the store was opened read-only (open it for writing)")
        self._is_current = False

    def kept(self, article_id: str) -> Kept | None:
        """One article as it is kept, or None."""
        return kept(self._database, article_id)

    def totals(self) -> Totals:
        """How many claims and contacts there are."""
        self.refresh()
        return stored_totals(self._database)

    def articles(self) -> dict[str, Article]:
        """All articles by id, without their texts."""
        return stored_articles(self._database)

    def claims(self) -> Iterator[Claim]:
        """All claims, by article and place in it."""
        return stored_claims(self._database)

    # ------------------------------------------------------------ contacts
    def rebuild(self) -> None:
        """Merge all claims anew, and derive contacts, shortcuts and world from them.

        Questions do so by themselves after a change; a rebuild that is cut short begins again with the next one.

        Raises:
            StoreError: the store is read-only.
        """
        self._will_write()
        derive(self._database, self._world or load_world())

    def refresh(self) -> None:
        """Carry changes of articles through to contacts; a read-only store does so on a copy in memory.

        Questions do so by themselves.
        """
        if self._is_current:
            return
        if not is_current(self._database):
            if self._read_only:
                self._attach(copied(self._database))
            refresh(self._database, self._world or load_world())
        self._is_current = isinstance(self._database, ox.Store)  # nobody else writes while it is open here

    def pins(self) -> Pins:
        """What a user has pinned as one contact or as different ones."""
        return stored_pins(self._database)

    def pin(self, pins: Pins) -> None:
        """Keep these pins in place of those before; they hold through every rebuild.

        Raises:
            InputError: two claims are pinned both as the same and as different.
            StoreError: the store is read-only.
        """
        self._will_write()
        Rulings(pins)
        before = stored_pins(self._database)
        changed = before.claims | pins.claims
        touched = {article for claim in changed if (article := article_of(self._database, claim))}
        pinned = frozenset(in_graph(PINS_GRAPH, pin_triples(pins)))
        marks = insertion(MERGING_GRAPH, outdated(touched))
        self._database.update(f"{replacement(PINS_GRAPH, pinned)} ;\n{marks}")

    def claims_meant(self, word: str) -> list[str]:
        """Ids of the claims that the id of a contact, or of a claim, stands for; none where there is no such thing."""
        self.refresh()
        return claims_meant(self._database, word)

    def ambiguities(self) -> list[Ambiguity]:
        """Contacts that may be one and were left apart, with the reason."""
        self.refresh()
        return stored_ambiguities(self._database)

    def contacts(  # noqa: PLR0913  # one filter each
        self,
        *,
        between: str | Iterable[str] | None = (),
        country: str | Iterable[str] | None = (),
        channel: str | Iterable[str] | None = (),
        status: str | Iterable[str] | None = (),
        topic: str | Iterable[str] | None = (),
        authority: str | Iterable[str] | None = (),
        since: date | str | None = None,
        until: date | str | None = None,
        surely: bool = False,
        min_confidence: float = 0.0,
    ) -> list[Contact]:
        """The contacts that fit every condition, by their windows, the undated last.

        Args:
            between: those who all took part, in any spelling of the family name or full name, or by Wikidata id.
            country: codes of countries or organisations for which somebody took part, all of them.
            channel: one of these channels.
            status: one of these statuses.
            topic: one of these topics, or one narrower than it.
            authority: somebody of these says so; a leading "the" does not count.
            since: could have been on this day, month ("2017-05") or year ("2017"), or later.
            until: could have been on this day, month or year, or earlier.
            surely: must have been: its whole window has to lie within `since` and `until`.
            min_confidence: least probability that it is told rightly; with any, those without an estimate are left out.

        Raises:
            QueryError: a date, channel, status or probability that is none.
        """
        self.refresh()
        selection = Selection.of(
            between=between, country=country, channel=channel, status=status, topic=topic, authority=authority,
            since=since, until=until, surely=surely, min_confidence=min_confidence,
        )  # fmt: skip
        return stored_contacts(self._database, selection.matches(self._database))

    # ------------------------------------------------------------ questions
    def query(self, text: str, **bindings: Identifier | Sequence[Identifier]) -> Result:
        """The answer to a SPARQL query over the union of all graphs.

        Claims and contacts are described in the same words: say `?contact a kg:Contact` (or `kg:Claim`) to count one
        of them. `GRAPH` reaches single graphs: graph:contacts, graph:shortcuts, graph:world, graph:vocabulary.

        Args:
            text: SELECT, ASK, CONSTRUCT or DESCRIBE; the usual prefixes are known.
            bindings: terms for variables of the query; of several terms, any.

        Raises:
            QueryError: not valid SPARQL, an update, or one that reaches outside (SERVICE, FROM).
        """
        # Checked here, since what the parser raises keeps the frames above it alive, and a database in them open.
        sparql.check(text)
        self.refresh()
        return sparql.answer(self._database, text, bindings)

    @property
    def dataset(self) -> Dataset:
        """The graph as rdflib's Dataset over Oxigraph, with the union of all graphs as default graph; for reading.

        It holds the store open: let go of it before the store is closed.

        Raises:
            StoreError: the store is a remote one.
        """
        if not isinstance(self._database, ox.Store):
            raise StoreError("a remote store is no Dataset of rdflib (ask it in SPARQL, or export it)")
        self.refresh()
        return Dataset(store=OxigraphStore(store=self._database), default_union=True)

    def participants(self, name: str) -> list[URIRef]:
        """Those who take part in contacts under a name in any spelling, a Wikidata id or a country's code."""
        self.refresh()
        return participants_named(self._database, name)

    def authorities(self, name: str) -> list[URIRef]:
        """The authorities of that name; a leading "the" does not count."""
        return authorities_named(self._database, name)

    def posts(self, title: str) -> list[URIRef]:
        """Posts of that title or kind which somebody who takes part in contacts held at any time."""
        self.refresh()
        return posts_titled(self._database, title)

    def validate(self, *, warnings: bool = False) -> list[Violation]:
        """Everything that breaks a SHACL shape, article by article, then the derived graphs; takes its time.

        Args:
            warnings: also what is merely odd.
        """
        self.refresh()
        return [found for found in violations(self._database) if warnings or found.severity == "Violation"]

    def backup(self, path: Path) -> int:
        """Write everything to one file of N-Quads, compressed where its name ends in .gz; it is read back to be sure.

        Returns:
            The number of quads.

        Raises:
            StoreError: the file does not hold what was written to it.
        """
        return write_backup(self._database, path)

    def subgraph(self, contacts: Sequence[Contact]) -> Store:
        """A store in memory, to read only, of some contacts under their ids, and of the claims that tell them."""
        world = self._world or load_world()
        return Store(subgraph(self._database, contacts, world), read_only=True, world=world)

    def export(self, stream: IO[bytes], format: str = "nq") -> None:  # noqa: A002  # what the standards call it
        """Write all named graphs to a stream in UTF-8.

        Args:
            stream: a binary stream.
            format: nq or trig, which keep the named graphs; ttl, their union; jsonld, with our context.

        Raises:
            StoreError: the format is unknown.
        """
        self.refresh()
        write(self._database, stream, format)


def _of_article(article: Article, claim: Claim) -> Claim:
    if claim.article not in ("", article.id):
        raise InputError(f"a claim of article '{claim.article}' cannot be kept with article '{article.id}'")
    return claim if claim.article else claim.model_copy(update={"article": article.id})
