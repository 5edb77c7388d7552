"""Kinds of office by seniority, and when a tenure is valid."""

from __future__ import annotations

from datetime import date, timedelta

from kg.world.types import Tenure

SENIORITY = (
    "head_of_state",
    "head_of_government",
    "crown_prince",
    "vice_president",
    "organisation_head",
    "deputy_head_of_government",
    "foreign_minister",
    "defence_minister",
    "national_security_adviser",
    "governor_general",
    "interior_minister",
    "finance_minister",
    "trade_minister",
    "deputy_foreign_minister",
    "special_envoy",
    "un_ambassador",
    "ambassador",
    "spokesperson",
    "other",
)
"""Every kind of office in the tables, the most senior first."""

SEVERAL = frozenset(
    {"deputy_head_of_government", "deputy_foreign_minister", "special_envoy", "ambassador", "spokesperson", "other"}
)
"""Kinds of office of which a state has several at once."""

HEADS = frozenset({"head_of_state", "head_of_government", "organisation_head"})
RENOWNED = HEADS | {"foreign_minister", "vice_president", "crown_prince"}
"""Kinds of office whose holders news names without introducing them."""

OPEN_END = timedelta(days=730)
"""How long a tenure that was running when last seen is taken to run on: longer would be a guess."""

SLACK = 31
"""Days by which the office of one who is named may begin later or have ended earlier."""
TITLE_SLACK = 120
"""The same where the title stands with the name, as of an elect or a lately departed holder."""
LIFETIME = 22000
"""Days after an office for which its holder can still be meant."""

_RANK = {kind: rank for rank, kind in enumerate(SENIORITY)}
_TRUST = {"high": 0, "medium": 1, "low": 2}


def holds(tenure: Tenure, on: date, slack: timedelta = timedelta(0)) -> bool:
    """Whether the tenure can have run on a day, allowing `slack` at both ends."""
    return tenure.first - slack <= on <= believed_end(tenure) + slack


def believed_end(tenure: Tenure) -> date:
    """The last day on which the tenure can have run, as far as is known."""
    return tenure.last or (tenure.seen or tenure.first) + OPEN_END


def days_apart(tenure: Tenure, on: date | None) -> int:
    """Days between a day and the tenure: 0 while it runs, and where no day is given."""
    if on is None:
        return 0
    return max(0, (tenure.first - on).days, (on - believed_end(tenure)).days)


def seniority(tenure: Tenure) -> int:
    """Rank of the kind of office, 0 for the most senior."""
    return _RANK[tenure.kind]


def preference(tenure: Tenure, on: date | None) -> tuple[int, bool, int, bool, int]:
    """Sort key that puts the best holder of a day first.

    On the day of a hand-over one who ends comes after one who begins; then trust, then the later start.
    """
    ending = on is not None and tenure.last is not None and tenure.last <= on
    return (seniority(tenure), ending, _TRUST[tenure.confidence], tenure.acting, -tenure.first.toordinal())
