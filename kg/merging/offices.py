"""Classes of offices: "Secretary of State" and "Foreign Minister" are the same kind of office."""

from __future__ import annotations

_CLASSES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "foreign_minister",
        (
            "foreign minister",
            "minister of foreign affairs",
            "minister for foreign affairs",
            "foreign affairs minister",
            "foreign secretary",
            "secretary of state",
            "external affairs minister",
            "minister of external affairs",
            "top diplomat",
        ),
    ),
    (
        "defence_minister",
        (
            "defense minister",
            "defence minister",
            "minister of defense",
            "minister of defence",
            "defense secretary",
            "defence secretary",
            "secretary of defense",
            "secretary of defence",
        ),
    ),
    ("head_of_government", ("prime minister", "premier", "chancellor", "head of government", "taoiseach")),
    ("national_security_adviser", ("national security adviser", "national security advisor")),
    ("head_of_state", ("president", "king", "queen", "emperor", "emir", "sultan", "head of state")),
)

_QUALIFIERS = (
    "deputy",
    "vice",
    "former",
    "ex",
    "assistant",
    "under",
    "spokesman",
    "spokeswoman",
    "adviser to",
    "aide to",
)


def office_class(office: str) -> str:
    """The class of an office.

    Args:
        office: folded words of the office, country and adjectives included ("russian foreign minister").

    Returns:
        A class such as `foreign_minister`, with what sets the office apart in front ("deputy foreign_minister"), or
        the words themselves where no class is known.
    """
    padded = f" {office} "
    for name, phrases in _CLASSES:
        if any(f" {phrase} " in padded for phrase in phrases):
            apart = [word for word in _QUALIFIERS if f" {word} " in padded]
            return " ".join([*apart, name])
    return office
