"""What an extractor gives back for one article."""

from __future__ import annotations

from datetime import date
from typing import Any

from kg.model.base import Value
from kg.model.claim import Claim, Evidence


class Rejection(Value):
    """A trigger that was looked at and made no claim.

    Attributes:
        trigger: the word.
        reason: why, in words for people.
        evidence: the sentence.
    """

    trigger: str
    reason: str
    evidence: Evidence


class Extraction(Value):
    """The claims of one article, and what was rejected.

    Attributes:
        article: id of the article.
        published: its day of publication.
        claims: what it tells, in the order of their evidence.
        rejections: what looked like a contact and is none.
    """

    article: str
    published: date | None = None
    claims: tuple[Claim, ...] = ()
    rejections: tuple[Rejection, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """One line of `kg extract --format jsonl`."""
        day = self.published.isoformat() if self.published else None
        return {"id": self.article, "date": day, "claims": [claim.to_json() for claim in self.claims]}
