"""Pins: what a user knows to be one contact, or not, whatever merging would say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.errors import InputError

Pair = tuple[str, str]
Expand = Callable[[str], Collection[str]]
"""From the word of a pin file to the ids of claims that it stands for; none where it is unknown."""

_WORDS = ("same", "different")


@dataclass(frozen=True, slots=True)
class Pins:
    """Pairs of claims, by id.

    Attributes:
        same: claims of one contact.
        different: claims of two contacts.
    """

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()

    @property
    def claims(self) -> frozenset[str]:
        """All claims that are pinned."""
        return frozenset(claim for pair in self.same | self.different for claim in pair)

    def touching(self, claim: str) -> Iterator[str]:
        """The claims that are pinned to a claim, in either way."""
        for one, other in self.same | self.different:
            if claim in (one, other):
                yield other if claim == one else one


class Rulings:
    """Pins with all that follows from them.

    Args:
        pins: pairs of claims.

    Raises:
        InputError: two claims are pinned as the same and as different.
    """

    def __init__(self, pins: Pins) -> None:
        self._head: dict[str, str] = {}
        for one, other in sorted(pins.same):
            first, second = sorted((self.head(one), self.head(other)))
            self._head[second] = first
        self._apart: dict[str, set[str]] = defaultdict(set)
        for one, other in sorted(pins.different):
            self._keep_apart(one, other)

    def _keep_apart(self, one: str, other: str) -> None:
        left, right = self.head(one), self.head(other)
        if left == right:
            raise InputError(
                f"the claims {one} and {other} are pinned both as the same contact and as different ones",
                remedy="take one of the pins out",
            )
        self._apart[left].add(right)
        self._apart[right].add(left)

    def head(self, claim: str) -> str:
        """One claim that stands for all that are pinned as the same."""
        while claim in self._head:
            claim = self._head[claim]
        return claim

    def apart(self, one: str, other: str) -> bool:
        """Whether two claims are pinned as different."""
        return bool(self._apart) and self.head(other) in self._apart.get(self.head(one), ())


def read_pins(text: str, expand: Expand, source: str = "") -> Pins:
    """The pins of a file: lines such as `same ID ID` and `different ID ID`; words after # are for people.

    Of several ids after `same`, all are one contact; of several after `different`, each is another one.

    Args:
        text: the file.
        expand: from an id of a contact or of a claim to the ids of claims.
        source: name of the file, for errors.

    Raises:
        InputError: a line is not of this form, or names what there is not; the message names the line.
    """
    found: Mapping[str, set[Pair]] = {word: set() for word in _WORDS}
    for number, line in enumerate(text.splitlines(), start=1):
        word, *ids = line.partition("#")[0].split() or [""]
        if word:
            groups = [sorted(_claims(each, expand, source, number)) for each in ids]
            if word not in _WORDS or len(ids) < 2:
                raise InputError(
                    f"'{line.strip()}' is no pin",
                    source=source,
                    line=number,
                    remedy="write: same ID ID, or: different ID ID",
                )
            found[word].update(_pairs(groups))
    pins = Pins(frozenset(found["same"]), frozenset(found["different"]))
    Rulings(pins)
    return pins


def _claims(word: str, expand: Expand, source: str, line: int) -> Collection[str]:
    claims = expand(word)
    if not claims:
        raise InputError(
            f"there is no contact or claim '{word}'",
            source=source,
            line=line,
            remedy="kg contacts --format jsonl lists them",
        )
    return claims


def _pairs(groups: Iterable[list[str]]) -> Iterator[Pair]:
    """The first claim of each group with the first of every later one: the rest follows."""
    heads = [group[0] for group in groups]
    for index, one in enumerate(heads):
        yield from (((one, other) if one < other else (other, one)) for other in heads[index + 1 :])
