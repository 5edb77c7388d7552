"""How likely a claim is right: features of how it was found, and the figures that were fitted for them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from kg.extraction.frames import Frame
from kg.model import Claim, Kind, Via, Why
from kg.model.base import Value

FITTED = Path(__file__).parent / "en" / "confidence.json"
"""The figures, which `benchmarks/calibration.py` writes."""

_MANY = 4  # claims of one article, from which on their number is not told apart
_LEAST_SURE_FIRST = (Via.GROUP, Via.IMPLIED, Via.ROLE)
_BY_NAME = "name"


class FittedSet(Value):
    """Documents that the figures were fitted on.

    Attributes:
        name: of the set.
        documents: how many.
        claims: extracted from them.
        right: those of the annotated participants and status.
    """

    name: str
    documents: int
    claims: int
    right: int


class FittedFeature(Value):
    """What a feature says about a claim.

    Attributes:
        weight: what it adds to the logarithm of the odds that the claim is right.
        claims: that have it in the fitted sets.
        right: those of the annotated participants and status.
    """

    weight: float
    claims: int
    right: int


class Calibration(Value):
    """A logistic regression over features of claims, as `confidence.json` has it.

    Attributes:
        made: day of the fit.
        command: what made it.
        penalty: of the squared weights, against chance; the one with the least log loss in cross-validation.
        sets: what it was fitted on.
        intercept: logarithm of the odds before any feature.
        features: by name ("status: held"); one that is not there says nothing.
    """

    made: str
    command: str
    penalty: float
    sets: tuple[FittedSet, ...]
    intercept: float
    features: Mapping[str, FittedFeature]

    def probability(self, features: Iterable[str]) -> float:
        """The probability, 0 to 1 in thousandths, that participants and status of a claim are right.

        Args:
            features: of the claim, as `features_of` has them.
        """
        odds = self.intercept + sum(self.features[name].weight for name in features if name in self.features)
        return round(1 / (1 + math.exp(-odds)), 3)


@cache
def load_calibration() -> Calibration:
    """The figures that ship with the package."""
    return Calibration.model_validate_json(FITTED.read_text(encoding="utf-8"))


def features_of(claim: Claim, why: Why, frame: Frame, *, together: int) -> tuple[str, ...]:
    """What is known of how a claim was found, as "name: value".

    Args:
        claim: the claim.
        why: the words behind it.
        frame: its first telling.
        together: how many claims the article makes.
    """
    values = {
        "claims of the article": f"{_MANY} or more" if together >= _MANY else str(together),
        "construction": _construction(claim, why),
        "contact told before": _answer(frame.definite),
        "everybody identified": _answer(all(one.id for one in claim.participants if one.kind is Kind.PERSON)),
        "named by": _naming(claim),
        "status": claim.status.value,
    }
    return tuple(f"{name}: {value}" for name, value in values.items())


def _construction(claim: Claim, why: Why) -> str:
    """Of the rule: a noun ("talks"), a verb with the other side as its object ("received"), or another verb."""
    if claim.rule.startswith("noun."):
        return "noun"
    return "verb with object" if "object" in why.slots else "verb"


def _naming(claim: Claim) -> str:
    """The least sure way in which a participant is named."""
    told = {one.via for one in claim.participants}
    return next((via.value for via in _LEAST_SURE_FIRST if via in told), _BY_NAME)


def _answer(is_so: bool) -> str:
    return "yes" if is_so else "no"
