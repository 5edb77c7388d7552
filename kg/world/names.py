"""Names in a form in which spellings meet: without case, diacritics, punctuation, initials and honorifics."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""Generation suffixes, folded."""

HONORIFICS = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady sheikh shaikh sheik king queen prince princess emir sultan "
    "pope saint general gen colonel col field marshal admiral adm lieutenant lt major maj captain brigadier "
    "ayatollah hojjatoleslam imam mullah maulvi haji hajji his her highness majesty excellency hon honourable "
    "honorable the baroness baron count chief u daw comrade commodore comandante mzee mwalimu begum bapak bu "
    "madame madam monsieur senhor dona ratu sayyid commander".split()
)
"""Words before a name that are no part of it, folded."""

FEMALE = frozenset("mrs ms miss dame lady queen princess baroness begum madam madame dona".split())
MALE = frozenset("mr sir lord king prince baron monsieur senhor".split())
"""Words before a name that tell a woman or a man, folded."""

_SPELLINGS = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (r"^m[ou]ham+[ae]d$", "mohamed"),
        (r"^abd[aeu]l+ah$", "abdulah"),
        (r"(?<=[ou])e(?=[bcdfghjklmnpqrstvwxz])", ""),
        (r"(.)\1+", r"\1"),
        (r"(?:iy|ij|y|i)$", "y"),
        (r"(?<=[aeiou])y(?=[aeiou])", ""),
        (r"i(?=[aeou])", "y"),
        (r"ou", "u"),
        (r"q", "k"),
        (r"dj", "j"),
        (r"kh", "h"),
        (r"gh", "g"),
    )
)
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


@lru_cache(maxsize=1 << 16)
def spelling(word: str) -> str:
    """One form for the common ways of writing a folded foreign word in English.

    `Zelenskyy` and `Zelenskiy`, `Muhammad` and `Mohamed`, `Schroeder` and `Schroder`, `Akayev` and `Akaev` meet.
    """
    for pattern, form in _SPELLINGS:
        word = pattern.sub(form, word)
    return word


def name_keys(name: str) -> tuple[str, str]:
    """The keys under which a whole name is found: all words, and those that `core` leaves.

    Keys have no blanks, so that `Ban Ki-moon`, `Ban Ki Moon` and `Ban Kimoon` meet.
    """
    words = tokens(name)
    return "".join(words), "".join(core(words))


def spelled(name: str) -> str:
    """The key under which other spellings of a name meet."""
    return " ".join(map(spelling, core(tokens(name))))
