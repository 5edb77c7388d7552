"""Words that say that a list of participants is not complete."""

from __future__ import annotations

import re

_OPEN = re.compile(
    r"\b(?:among (?:others|them|those)|along with other|and (?:several |many |some |a dozen )?other"
    r"(?: (?:european|western|arab|african|asian|g7|g20|nato|eu|world))?"
    r"(?: (?:leaders|ministers|officials|participants|counterparts|presidents|colleagues))"
    r"|and others|others? including|(?:leaders|ministers|officials|colleagues|counterparts),? including)\b",
    re.IGNORECASE,
)


def names_some_only(sentence: str) -> bool:
    """Whether a sentence says that others took part whom it does not name ("among others")."""
    return _OPEN.search(sentence) is not None
