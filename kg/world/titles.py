"""Words of offices: a form in which their wordings meet, and the titles that many states share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from kg.world.names import fold
from kg.world.tables import Row, read_table
from kg.world.words import Word

Key = frozenset[str]
"""The words of an office in their common form, states as codes in capitals, seats of government as "~kremlin"."""

LEADER = "leader"
"""In `titles.csv`, whoever leads the state."""

_DROPPED = frozenset("the of for to in on a an at with s by and affairs newly".split())
_SAME = {
    "defense": "defence", "advisor": "adviser", "spokesman": "spokesperson", "spokeswoman": "spokesperson",
    "spokesmen": "spokesperson", "chairman": "chair", "chairwoman": "chair", "chairperson": "chair",
    "councillor": "councilor", "secretaries": "secretary", "deputies": "deputy", "vice": "deputy",
    "under": "deputy", "amir": "emir", "organization": "organisation", "labor": "labour",
}  # fmt: skip
_PLACED = frozenset({"to", "for", "on", "in", "at", "with", "against"})
"""Words after which a state is not the one whose office it is."""


@dataclass(frozen=True, slots=True)
class SharedTitle:
    """A title that many states have.

    Attributes:
        kinds: kinds of office that it can name; `leader` among them stands for whoever leads the state.
        says: words of which the office's own title must hold one; empty where the kind is enough.
    """

    kinds: frozenset[str]
    says: Key


def key_of(words: Iterable[Word]) -> Key:
    """The key of an office's words."""
    return frozenset(part for word in words for part in _parts(word))


def _parts(word: Word) -> Iterable[str]:
    if word.is_seat:
        return ("~" + word.low.replace(" ", ""),)
    return (word.code,) if word.code else common(word.low.split())


def common(words: Iterable[str]) -> list[str]:
    """Folded words in the form in which spellings, genders and numbers of an office meet."""
    return [_form(word) for word in words if word not in _DROPPED]


def _form(word: str) -> str:
    word = _SAME.get(word, word)
    single = word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word
    return _SAME.get(single, single)


def plain(key: Key) -> Key:
    """The key without seats of government."""
    return frozenset(word for word in key if not word.startswith("~"))


def owners(words: Sequence[Word]) -> tuple[str, ...]:
    """States and organisations named, those whose office it can be before those that an envoy is sent to."""
    placed = [at > 0 and _last_plain(words[:at]) in _PLACED for at in range(len(words))]
    coded = [(placed[at], word.code) for at, word in enumerate(words) if word.code]
    return tuple(dict.fromkeys(code for _, code in sorted(coded, key=lambda pair: pair[0])))


def _last_plain(words: Sequence[Word]) -> str:
    """The word before, "the" passed over."""
    return next((word.low for word in reversed(words) if word.low != "the"), "")


@cache
def shared_titles() -> dict[Key, SharedTitle]:
    """The titles of `titles.csv` by their key."""
    return dict(read_table(Path(str(files("kg.world"))) / "data" / "titles.csv", _title))


def _title(row: Row) -> tuple[Key, SharedTitle]:
    key = frozenset(common(fold(row.text("title").replace("United Nations", "UN")).split()))
    says = frozenset(common(row.several("says")))
    coded = frozenset("UN" if word == "un" else word for word in key)
    return coded, SharedTitle(frozenset(row.several("kinds")), says)
