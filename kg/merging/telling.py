"""A claim with all that merging needs to compare it with others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product

from kg.merging.identity import Identities, Party, folded
from kg.merging.open_lists import names_some_only
from kg.model import Claim, Window

NARROW_DAYS = 10
"""Windows wider than this say too little to join claims of different articles."""
SAME_NEWS_DAYS = 3
"""Undated claims of different articles are the same news only if published so close together."""
MANY = 3
"""From this many participants on, one telling may name fewer of them than another."""
_COMBINED_PARTIES = 4
"""Up to this many participants, every mixture of names and offices is tried as a block."""
_PAIRED_PARTIES = 6
"""Up to this many participants, a telling is compared with those that name two of them."""
_BUCKET_DAYS = 16
"""Days of one block. A narrow window spans two blocks at most."""

Order = tuple[date, str, int, str]


def claim_order(claim: Claim, published: date | None) -> Order:
    """Place of a claim among all claims: by publication, article and place in it; the undated come last."""
    return published or date.max, claim.article, claim.evidence[0].start, claim.id


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """A claim as merging sees it.

    Attributes:
        claim: the claim.
        published: when its article was published.
        parties: its participants, in their order.
        order: place of the claim among all claims, independent of the order of reading.
        keys: keys of the parties.
        authority: on whose word, without case and article.
        is_open: whether the text says that it names only some of those who took part.
        window: when, as the claim tells it.
        is_narrow: whether the window is known well enough to join claims of different articles.
    """

    claim: Claim
    published: date | None
    parties: tuple[Party, ...]
    order: Order
    keys: frozenset[str]
    authority: str
    is_open: bool
    window: Window
    is_narrow: bool

    @classmethod
    def of(cls, claim: Claim, published: date | None, identities: Identities) -> Telling:
        """The claim as merging sees it."""
        is_narrow = 0 < claim.window.days <= NARROW_DAYS
        on = claim.window.latest if is_narrow else published
        parties = tuple(identities.party(participant, on) for participant in claim.participants)
        return cls(
            claim=claim,
            published=published,
            parties=parties,
            order=claim_order(claim, published),
            keys=frozenset(party.key for party in parties),
            authority=folded(claim.authority).removeprefix("the "),
            is_open=any(names_some_only(evidence.text) for evidence in claim.evidence),
            window=claim.window,
            is_narrow=is_narrow,
        )

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.order[-1]

    def blocks(self) -> frozenset[str]:
        """Keys of blocks; claims that can be one contact, or might be, have at least one in common."""
        groups = frozenset(self._groups())
        return frozenset(f"{group}@{bucket}" for bucket in self._buckets() for group in groups)

    def _buckets(self) -> Iterator[str]:
        yield f"article {self.claim.article}"
        if self.is_narrow and self.window.earliest and self.window.latest:
            yield from _spanned("days", self.window.earliest, (self.window.latest - self.window.earliest).days + 1)
        elif not self.window.is_known and self.published:
            yield from _spanned("news", self.published, SAME_NEWS_DAYS)

    def _groups(self) -> Iterator[str]:
        """Who took part; of many, also every one of them and, where they are not too many, every two."""
        choices = [sorted({party.key, party.office} - {""}) for party in self.parties]
        if len(choices) > _COMBINED_PARTIES:
            choices = [[party.key] for party in self.parties]
        yield from ("&".join(sorted(keys)) for keys in product(*choices))
        if len(self.parties) >= MANY:
            yield from self.keys
            if len(self.parties) <= _PAIRED_PARTIES:
                yield from ("&".join(pair) for pair in combinations(sorted(self.keys), 2))


def _spanned(kind: str, first: date, days: int) -> Iterator[str]:
    """The blocks of all days from `first` to the one `days` later."""
    start = first.toordinal()
    return (f"{kind} {number}" for number in range(start // _BUCKET_DAYS, (start + days) // _BUCKET_DAYS + 1))
