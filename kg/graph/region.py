"""The part of all claims that a change of some articles can touch: what is linked with their claims, and no more."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from rdflib import DCTERMS, RDF, URIRef

from kg.graph.claim_rdf import claim_iri, read_claim
from kg.graph.database import Database
from kg.graph.merge_index import MergeIndex, digest, name_iri, name_of
from kg.graph.namespaces import ARTICLE, ARTICLE_GRAPH, CLAIM, KG, key_of, minted
from kg.graph.node import LoadedGraph, Node
from kg.merging import Holders, Pins
from kg.merging.clustering import neighbours
from kg.merging.identity import Identities, names_of
from kg.merging.telling import Telling
from kg.model import Claim

Told = tuple[Claim, date | None]


def told_in(database: Database, article: str) -> dict[str, Told]:
    """The claims of an article by IRI, each with the day of publication.

    Args:
        database: where the article stands.
        article: IRI of the article.
    """
    graph = LoadedGraph(database, minted(ARTICLE_GRAPH, key_of(URIRef(article), ARTICLE)))
    published = Node(graph, URIRef(article)).day(DCTERMS.issued)
    return {str(node.iri): (read_claim(node), published) for node in graph.nodes_with(RDF.type, KG.Claim)}


class Region:
    """Claims whose merging has to be looked at again after some articles have changed.

    Args:
        database: the articles as they are now, and the index as it was before.
        articles: IRIs of the articles that have changed, come or gone.
        holders: who held which office.
        pins: what the user has pinned.

    Attributes:
        gone: IRIs of the claims that these articles had before.
        rekeyed: IRIs of other claims some of whose participants may be somebody else now.
        dropped: IRIs of the names that no claim uses any more.
        tellings: everything to be merged again, by the claim's IRI.
    """

    def __init__(self, database: Database, articles: Collection[str], holders: Holders, pins: Pins) -> None:
        self._database, self._holders, self._pins = database, holders, pins
        self._index = MergeIndex(database)
        self._told = {iri: told for article in articles for iri, told in told_in(database, article).items()}
        self.new = frozenset(self._told)
        self.gone = frozenset(self._index.claims_of(articles))
        self._read_names()
        self.tellings: dict[str, Telling] = {}
        self._known: dict[str, Telling] = {}
        self._by_block: dict[str, set[str]] = {}
        self._grow()

    # ------------------------------------------------------------ names
    def _read_names(self) -> None:
        """Which names came and went, and whose claims are to be looked at again for that."""
        before = self._values(self.gone, KG.usesName)
        now = {str(name_iri(name)) for iri in self.new for name in names_of(self._told[iri][0])}
        self.dropped = frozenset(name for name in before - now if not self._is_used_elsewhere(name))
        came = {name for name in now - before if next(self._index.users_of([name]), None) is None}
        self._names = set(map(name_of, now))
        words = {word for name in came | self.dropped for word in name_of(name).index}
        related = {name for name in self._index.names_with(words) if not name_of(name).id}
        self.rekeyed = frozenset(self._index.users_of(related)) - self.gone
        self._words: set[str] = set()

    def _values(self, claims: Iterable[str], predicate: URIRef) -> set[str]:
        quads = self._index.quads_of(claims)
        return {quad.object.value for quad in quads if quad.predicate.value == str(predicate)}  # type: ignore[union-attr]

    def _is_used_elsewhere(self, name: str) -> bool:
        return any(claim not in self.gone for claim in self._index.users_of([name]))

    def _identities(self, claims: Iterable[Claim]) -> Identities:
        """With all names that those of the claims that lack an identifier have to know of."""
        words = {name.words for claim in claims for name in names_of(claim) if not name.id} - self._words
        self._words |= words
        self._names |= {name_of(name) for name in self._index.names_with(words) - self.dropped}
        return Identities(names=self._names, holders=self._holders)

    # ------------------------------------------------------------ growth
    def _grow(self) -> None:
        """From the changed claims and the old neighbours of what has gone to all that are linked with them."""
        self._load((iri, self._index.article_of(iri)) for iri in self.rekeyed)
        old_blocks = self._values(self.gone | self.rekeyed, KG.block)
        near_gone = self._load(self._index.in_blocks(old_blocks))
        frontier = self._load((iri, "") for iri in self.new) | set(self.rekeyed) | near_gone
        while frontier:
            self.tellings |= {iri: self._known[iri] for iri in frontier}
            frontier = self._linked(frontier) - self.tellings.keys()

    def _linked(self, frontier: Collection[str]) -> set[str]:
        """The claims that are linked with those of the frontier."""
        blocks = {iri: [digest(block) for block in self._known[iri].blocks()] for iri in frontier}
        self._load(self._index.in_blocks(sorted({block for keys in blocks.values() for block in keys})))
        found = self._pinned(frontier)
        for iri, keys in blocks.items():
            near = {other for block in keys for other in self._by_block.get(block, ())}
            tellings = (self._known[other] for other in near)
            found.update(str(claim_iri(each.claim)) for each in neighbours(self._known[iri], tellings))
        return found

    def _pinned(self, frontier: Iterable[str]) -> set[str]:
        keys = (key_of(URIRef(iri), CLAIM) for iri in frontier)
        others = {str(minted(CLAIM, other)) for key in keys for other in self._pins.touching(key)}
        places = ((iri, self._index.article_of(iri)) for iri in others if iri not in self._known)
        return self._load((iri, article) for iri, article in places if article) | (others & self._known.keys())

    def _load(self, places: Iterable[tuple[str, str]]) -> set[str]:
        """Make tellings of claims, each given with its article; those that have gone are none."""
        wanted = {iri: article for iri, article in places if iri not in self.gone or iri in self.new}
        fresh = {iri: article for iri, article in wanted.items() if iri not in self._known}
        for article in {article for iri, article in fresh.items() if iri not in self._told}:
            self._told |= told_in(self._database, article)
        fresh = {iri: article for iri, article in fresh.items() if iri in self._told}
        identities = self._identities(self._told[iri][0] for iri in fresh)
        for iri in fresh:
            self._known[iri] = telling = Telling.of(*self._told[iri], identities)
            for block in telling.blocks():
                self._by_block.setdefault(digest(block), set()).add(iri)
        return {iri for iri in wanted if iri in self._known}
