"""The demonstration: the shipped sample articles taken the whole way, from text to network."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.answer import Answer
from kg.contact_graph import ContactGraph, Report
from kg.errors import InputError, StoreError
from kg.model import Article, Claim, Contact, Status
from kg.network import ContactNetwork, Pair, Stats, most_active_pairs, side, stats
from kg.reading import read
from kg.resources import shipped

if TYPE_CHECKING:
    from kg.extraction import Extractor

QUERY, PARAMETERS = "who-spoke-with", {"leader": "Putin"}
"""The named query that the demonstration asks."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side's telling of a contact.

    Attributes:
        article: where it is told.
        claim: what it says.
    """

    article: Article
    claim: Claim


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What there is to show.

    Attributes:
        report: what was read and found.
        figures: the network in figures.
        pairs: the pairs with most contacts.
        twice_told: one contact that two sides tell, where there is one.
        sides: the two tellings of it.
        answer: the answer to the named query.
        store: where the graph is.
        page: where the page is.
    """

    report: Report
    figures: Stats
    pairs: tuple[Pair, ...]
    twice_told: Contact | None
    sides: tuple[Side, ...]
    answer: Answer
    store: Path
    page: Path


def samples() -> Iterator[Article | InputError]:
    """The sample articles that ship with the package."""
    return read(shipped("seeds"))


def page_of(store: Path) -> Path:
    """Where the page of a demonstration lies: beside its store."""
    return store.parent / "network.html"


def demonstrate(
    articles: Iterable[Article],
    store: Path,
    page: Path,
    *,
    extractor: Extractor | None = None,
    watch: Callable[[Iterable[Article]], Iterable[Article]] = iter,
) -> Demonstration:
    """Take articles the whole way; a second time changes nothing.

    Args:
        articles: what to read.
        store: folder of the graph, made where there is none.
        page: the network page to write.
        extractor: what reads the articles; the standard one where None.
        watch: what the articles pass through while they are worked on, to show progress.

    Raises:
        StoreError: the folder is no store, or holds articles of its own, or the page is not ours to replace.
    """
    if page.exists() and not store.exists():
        raise StoreError(f"{page}: is not a page of this demonstration (move it, or choose another --store)")
    given = list(articles)
    with ContactGraph.open(store) as graph:
        if not graph.store.articles().keys() <= {article.id for article in given}:
            raise StoreError(f"{store}: holds other articles than the samples (choose another --store)")
        report = graph.ingest(watch(given), extractor=extractor)
        network = graph.network()
        answer = graph.query(QUERY, **PARAMETERS)
    network.view(page, "Who spoke with whom: the sample articles")
    twice_told = most_contested(network)
    return Demonstration(
        report=report,
        figures=stats(network),
        pairs=tuple(most_active_pairs(network, 8)),
        twice_told=twice_told,
        sides=two_sides(twice_told, network) if twice_told else (),
        answer=answer,
        store=store,
        page=page,
    )


def most_contested(network: ContactNetwork) -> Contact | None:
    """The contact that is told most differently: disputed ones first, then by states, authorities and articles."""
    told = [contact for contact in network.contacts if len(_tellings(contact)) > 1]
    return max(told, key=lambda contact: (*_contest(contact), contact.id), default=None)


def _contest(contact: Contact) -> tuple[bool, int, int, int]:
    disputed = contact.status is Status.DISPUTED
    states = {side(claim, contact) for claim in contact.claims} - {""}
    articles = {claim.article for claim in contact.claims}
    return disputed, len(states), len(contact.authorities), len(articles)


def _tellings(contact: Contact) -> list[Claim]:
    """The first claim of each state; where there are not two, of each authority or article, and no sentence twice."""
    of_states = [claim for claim in contact.claims if side(claim, contact)]
    states = _first_of_each(of_states, lambda claim: side(claim, contact))
    if len(states) > 1:
        return states
    sentences = _first_of_each(contact.claims, lambda claim: claim.evidence[0].text)
    return _first_of_each(sentences, lambda claim: claim.authority or claim.article)


def _first_of_each(claims: Iterable[Claim], kind: Callable[[Claim], str]) -> list[Claim]:
    first: dict[str, Claim] = {}
    for claim in claims:
        first.setdefault(kind(claim), claim)
    return list(first.values())


def two_sides(contact: Contact, network: ContactNetwork) -> tuple[Side, ...]:
    """The first two tellings of a contact, of two states where two tell of it."""
    return tuple(Side(network.articles[claim.article], claim) for claim in _tellings(contact)[:2])
