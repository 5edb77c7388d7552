"""When two participants, and two lists of them, count as the same (annotation guidelines, section 10)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from kg.scoring.documents import Party

_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PARTICLES = frozenset("al bin ben de da do dos del della la le el van von der den of the".split())
_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "æ": "ae", "œ": "oe", "ß": "ss"}
    | {"ð": "d", "þ": "th"}
)


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """A name in comparable words: no case, diacritics, apostrophes or generation, one transliteration."""
    folded = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    plain = "".join(char for char in folded if not unicodedata.combining(char)).casefold()
    tokens = re.split(r"[^\w]+", re.sub(r"[’'`]", "", plain))
    return tuple(_transliteration(token) for token in tokens if token and token not in _GENERATIONS)


def _transliteration(token: str) -> str:
    """One form for common ones: Zelenskyy and Zelenskiy, Mohamed and Muhammad."""
    single = re.sub(r"(.)\1+", r"\1", token)
    return re.sub(r"(iy|ij)$", "y", re.sub(r"^m[ou]ham[ae]d$", "mohamed", single))


def telling_words(name: str) -> frozenset[str]:
    """The words of a name without particles such as "bin" or "of"."""
    return frozenset(words(name)) - _PARTICLES


def same_party(one: Party, other: Party) -> bool:
    """Whether two participants are the same."""
    if one.is_impersonal or other.is_impersonal:
        return one.is_impersonal == other.is_impersonal and _same_body(one, other)
    if one.id and other.id:
        return one.id == other.id
    if one.country and other.country and one.country != other.country:
        return False
    if words(one.name) and words(other.name):
        return _same_name(one.name, other.name)
    unnamed = not words(one.name) and not words(other.name)
    return unnamed and bool(telling_words(one.post) & telling_words(other.post))


def _same_body(one: Party, other: Party) -> bool:
    """States and organisations: the same country, or else a word of the name in common."""
    if one.country and other.country:
        return one.country == other.country
    return bool(telling_words(one.name or one.post) & telling_words(other.name or other.post))


def _same_name(one: str, other: str) -> bool:
    """One name holds the other, or both end in the same word, or they share two words."""
    ours, theirs = telling_words(one), telling_words(other)
    return ours <= theirs or theirs <= ours or words(one)[-1] == words(other)[-1] or len(ours & theirs) >= 2


def same_parties(ours: tuple[Party, ...], theirs: tuple[Party, ...]) -> bool:
    """Whether two lists of participants are the same, in any order."""
    left = list(theirs)
    for party in ours:
        match = next((other for other in left if same_party(party, other)), None)
        if match is None:
            return False
        left.remove(match)
    return not left
