"""Names in a form in which spellings meet: without case, diacritics, punctuation, initials and honorifics."""

from __future__ import annotations

import re
from collections.abc import Iterator

from anyascii import anyascii

GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""Generation suffixes, folded."""

HONORIFICS = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady sheikh shaikh sheik king queen prince princess emir sultan "
    "pope saint general gen colonel col field marshal admiral adm lieutenant lt major maj captain brigadier "
    "ayatollah hojjatoleslam imam mullah maulvi haji hajji his her highness majesty excellency hon honourable "
    "honorable the baroness baron count chief u daw".split()
)
"""Words before a name that are no part of it, folded."""

_DROPPED = re.compile(r"['’‘ʼʻ`´ʿʾ.\u200b\u00ad]")
_GAP = re.compile(r"[\W_]+")


def fold(name: str) -> str:
    """The name in lower-case ASCII words: `Recep Tayyip Erdoğan` and `RECEP TAYYIP ERDOGAN` fold alike.

    Apostrophes and full stops vanish (`N'Diaye`, `J.D.`), every other mark becomes a blank (`Ki-moon`).
    Scripts other than Latin are transliterated (anyascii).
    """
    plain = name if name.isascii() else anyascii(name)
    return _GAP.sub(" ", _DROPPED.sub("", plain)).strip().casefold()


def tokens(name: str) -> tuple[str, ...]:
    """The folded words of a name."""
    return tuple(fold(name).split())


def core(words: tuple[str, ...]) -> tuple[str, ...]:
    """Folded words without honorifics in front, a generation suffix behind and single initials.

    Two words at least remain where there were two: `king charles iii` becomes `charles iii`.
    """
    while len(words) > 2 and words[0] in HONORIFICS:
        words = words[1:]
    if len(words) > 2 and words[-1] in GENERATIONS:
        words = words[:-1]
    full = tuple(word for word in words if len(word) > 1)
    return full if len(full) > 1 else words


def keys(name: str) -> Iterator[str]:
    """The keys under which a whole name is found, the most exact first.

    Keys have no blanks, so that `Ban Ki-moon`, `Ban Ki Moon` and `Ban Kimoon` meet.
    """
    words = tokens(name)
    yield "".join(words)
    yield "".join(core(words))
