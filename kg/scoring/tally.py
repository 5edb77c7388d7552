"""Counts over documents, and the figures that follow from them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, NamedTuple

from kg.scoring.documents import Telling
from kg.scoring.equality import words
from kg.scoring.pairing import Pairing, date_fits


class Rates(NamedTuple):
    """Precision, recall and their harmonic mean; nothing predicted, or nothing to find, counts as 1."""

    precision: float
    recall: float

    @classmethod
    def of(cls, right: int, predicted: int, gold: int) -> Rates:
        """The rates of `right` out of `predicted` and `gold`."""
        return cls(right / predicted if predicted else 1.0, right / gold if gold else 1.0)

    @property
    def f1(self) -> float:
        """Harmonic mean; 0 where both are 0."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def to_json(self) -> dict[str, float]:
        """The three, rounded to four digits."""
        return {"p": round(self.precision, 4), "r": round(self.recall, 4), "f1": round(self.f1, 4)}


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of documents, claims and paired claims; the sum of two tallies is that of both sets of documents.

    Attributes:
        docs: documents.
        gold: annotated claims.
        predicted: predicted claims.
        contactless: documents without an annotated claim.
        false_in_contactless: claims predicted in those.
        unproven: predicted claims without evidence, or whose evidence does not stand in the document.
        paired: pairs of claims of the same contact.
        same_happening: pairs that agree on whether it happened.
        same_status: pairs of the same status (core).
        all_right: those of the same channel and date besides (strict).
        channel_right: pairs of the same channel.
        channel_abstained: pairs whose predicted channel is "unspecified", and wrong.
        dated: pairs whose annotated claim has a date in the text.
        date_right: those whose predicted window fits.
        topics_right: topics in common, over all pairs.
        topics_predicted: topics predicted in pairs.
        topics_gold: topics annotated in pairs.
        attributed: pairs whose annotated claim has an authority.
        authority_right: those whose predicted authority shares a word.
    """

    docs: int = 0
    gold: int = 0
    predicted: int = 0
    contactless: int = 0
    false_in_contactless: int = 0
    unproven: int = 0
    paired: int = 0
    same_happening: int = 0
    same_status: int = 0
    all_right: int = 0
    channel_right: int = 0
    channel_abstained: int = 0
    dated: int = 0
    date_right: int = 0
    topics_right: int = 0
    topics_predicted: int = 0
    topics_gold: int = 0
    attributed: int = 0
    authority_right: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(self)))

    @property
    def pair(self) -> Rates:
        """Same participants, and both happened or both did not."""
        return Rates.of(self.same_happening, self.predicted, self.gold)

    @property
    def core(self) -> Rates:
        """Same participants and same status."""
        return Rates.of(self.same_status, self.predicted, self.gold)

    @property
    def strict(self) -> Rates:
        """Core, and same channel and compatible date."""
        return Rates.of(self.all_right, self.predicted, self.gold)

    @property
    def topics(self) -> Rates:
        """Topics of paired claims."""
        return Rates.of(self.topics_right, self.topics_predicted, self.topics_gold)

    def to_json(self) -> dict[str, Any]:
        """The figures, rounded to four digits; None where nothing was to be judged."""
        return {
            "docs": self.docs,
            "gold": self.gold,
            "pred": self.predicted,
            **{name: getattr(self, name).to_json() for name in ("pair", "core", "strict", "topics")},
            "channel": _share(self.channel_right, self.paired),
            "channel_abstained": _share(self.channel_abstained, self.paired),
            "date": _share(self.date_right, self.dated),
            "authority": _share(self.authority_right, self.attributed),
            "false_claims_in_contactless_docs": f"{self.false_in_contactless} in {self.contactless}",
        }


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def tally(pairing: Pairing, body: str) -> Tally:
    """The counts of one document.

    Args:
        pairing: its claims, paired off.
        body: its title and text.
    """
    pairs, missed, extra = pairing
    predicted = [claim for _, claim in pairs] + list(extra)
    whole = Tally(
        docs=1,
        gold=len(pairs) + len(missed),
        predicted=len(predicted),
        contactless=not (pairs or missed),
        false_in_contactless=0 if pairs or missed else len(extra),
        unproven=sum(not claim.quotes or any(quote not in body for quote in claim.quotes) for claim in predicted),
    )
    return sum((_tally_pair(gold, claim) for gold, claim in pairs), start=whole)


def _tally_pair(gold: Telling, predicted: Telling) -> Tally:
    status, channel = gold.status == predicted.status, gold.channel == predicted.channel
    fits = date_fits(gold, predicted)
    authority = set(words(gold.authority)) & set(words(predicted.authority))
    return Tally(
        paired=1,
        same_happening=(gold.status == "held") == (predicted.status == "held"),
        same_status=status,
        all_right=status and channel and fits,
        channel_right=channel,
        channel_abstained=not channel and predicted.channel == "unspecified",
        dated=gold.window is not None,
        date_right=gold.window is not None and fits,
        topics_right=len(gold.topics & predicted.topics),
        topics_predicted=len(predicted.topics),
        topics_gold=len(gold.topics),
        attributed=bool(gold.authority),
        authority_right=bool(gold.authority and authority),
    )
