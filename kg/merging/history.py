"""The life line of a contact: how what was told of it changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kg.model import Claim, Status, Step


def history(told: Sequence[tuple[Claim, date | None]]) -> tuple[Step, ...]:
    """A step for every claim that tells another status than the one before it on the same authority.

    Args:
        told: the claims of one contact, in order of publication, each with the day on which it was published.

    Returns:
        The steps; none where all claims tell the same status.
    """
    if len({claim.status for claim, _ in told}) < 2:
        return ()
    before: dict[str, Status] = {}
    steps: list[Step] = []
    for claim, published in told:
        if before.get(claim.authority) is not claim.status:
            before[claim.authority] = claim.status
            steps.append(Step(day=published, status=claim.status, claim=claim.id))
    return tuple(steps)
