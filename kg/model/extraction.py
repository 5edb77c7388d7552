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


class Why(Value):
    """The words that a claim rests on, as the extractor used them.

    Attributes:
        rule: id of the rule.
        trigger: the word that fired it.
        status: the cue that says whether it happened; empty where only the tense does.
        channel: the words that say by which means; empty where no word does.
        when: the words that say when; empty where none do.
        slots: for each participant the slot of the rule that the text filled ("subject", "with"); empty where somebody
            is implied, or meant by what was told before.
        features: what its confidence rests on, as "name: value" ("status: held").
    """

    rule: str
    trigger: str
    status: str = ""
    channel: str = ""
    when: str = ""
    slots: tuple[str, ...] = ()
    features: tuple[str, ...] = ()


class Extraction(Value):
    """The claims of one article, and what was rejected.

    Attributes:
        article: id of the article.
        published: its day of publication.
        claims: what it tells, in the order of their evidence.
        whys: the words behind each claim, in the same order; no part of the claims, nor of their JSON.
        rejections: what looked like a contact and is none.
    """

    article: str
    published: date | None = None
    claims: tuple[Claim, ...] = ()
    whys: tuple[Why, ...] = ()
    rejections: tuple[Rejection, ...] = ()

    def at_least(self, confidence: float) -> Extraction:
        """Without the claims whose probability to be right is lower, or unknown where any is asked for."""
        pairs = zip(self.claims, self.whys, strict=True) if self.whys else ((claim, None) for claim in self.claims)
        kept = [(claim, why) for claim, why in pairs if claim.is_at_least(confidence)]
        update = {"claims": tuple(claim for claim, _ in kept), "whys": tuple(why for _, why in kept if why)}
        return self.model_copy(update=update)

    def to_json(self) -> dict[str, Any]:
        """One line of `kg extract --format jsonl`."""
        day = self.published.isoformat() if self.published else None
        return {"id": self.article, "date": day, "claims": [claim.to_json() for claim in self.claims]}
