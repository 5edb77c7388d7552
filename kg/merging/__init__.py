"""Many tellings, one contact: claims of the same happening are merged, and their conflicts kept.

Merging looks at claims only. It is a function of the set of claims: neither their order nor the batches in which they
arrived change the contacts or their ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from kg.merging.assembly import assemble
from kg.merging.clustering import clusters
from kg.merging.identity import Identities
from kg.merging.telling import Telling, claim_order
from kg.model import Claim, Contact

__all__ = ["in_order", "merge"]


def merge(claims: Iterable[Claim], published: Mapping[str, date | None]) -> tuple[Contact, ...]:
    """The contacts that the claims tell of.

    Claims are one contact where participants, channel and days agree and nothing speaks against it: two authorities
    in one article, or two articles whose windows overlap and are at most ten days wide, or undated claims that are
    equal and published within three days. Whatever is in doubt stays apart.

    Args:
        claims: claims of any articles, in any order; equal ones count once.
        published: day of publication of each article by its id; an article that is missing is undated.

    Returns:
        Contacts in order of their earliest telling; every claim is in exactly one of them.
    """
    distinct = {claim.id: claim for claim in claims}.values()
    identities = Identities(distinct)
    tellings = [Telling.of(claim, published.get(claim.article), identities) for claim in distinct]
    return tuple(assemble(cluster) for cluster in clusters(tellings))


def in_order(claims: Iterable[Claim], published: Mapping[str, date | None]) -> list[Claim]:
    """Claims in the order in which contacts have them: by publication, article and place in the article."""
    return sorted(claims, key=lambda claim: claim_order(claim, published.get(claim.article)))
