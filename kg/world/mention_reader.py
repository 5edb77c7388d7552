"""Takes a mention apart with the words of the tables: who is named, by which office, of which state."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from kg.world.directory import Directory
from kg.world.names import FEMALE, HONORIFICS, MALE, fold
from kg.world.resolution import Reading, Time
from kg.world.titles import owners, shared_titles
from kg.world.types import Gender
from kg.world.words import Gazetteer, Word, tokens_of, without_possessive

_FORMER = frozenset("former ex late then previous deposed ousted erstwhile onetime toppled overthrown slain".split())
_ELECT = frozenset("elect designate designated incoming nominee".split())
_ACTING = frozenset("acting interim".split())
_FRESH = frozenset({"new", "newly"})
_PASSING = frozenset(
    "new newly elected appointed current incumbent sitting visiting outgoing caretaker reelected longtime veteran "
    "fellow embattled exiled ailing powerful present serving".split()
) | {"long time", "long serving"}
_DETERMINERS = frozenset({"the", "his", "her", "their", "its", "our", "my", "whose", "this", "that"})
_POSSESSORS = _DETERMINERS - {"the", "this", "that"}
_INDEFINITE = frozenset("a an some any several many one every each no another".split())
_HOME = frozenset({"country", "nation", "kingdom", "republic", "bloc", "alliance", "island"})
_COUNTERPARTS = frozenset({"counterpart", "counterparts", "opposite number"})
_HEADS = frozenset(
    "minister president premier leader chancellor king queen ambassador envoy spokesman spokeswoman adviser advisor "
    "chief head ruler monarch counterpart diplomat".split()
)
_LINKS = frozenset("of the for to in on and at with from".split())
_PARTICLES = frozenset("bin ibn ben bint al el abu abdel abdul van von der den de da di do dos del della le la".split())
_FREQUENT = 3
"""Offices in whose title a word must occur to count as a word of titles."""
_CERTAIN = 25
"""The same for a word that is a family name as well."""
_NICKNAME = re.compile(r"(?:\b[A-ZÀ-Þ][\w.]*\s)+[(“\"](\w+)[)”\"]\s(?=[A-ZÀ-Þ])")
"""Given names with the usual one in brackets: "Rudolphus F. M. (Ruud) Lubbers"."""


class MentionReader:
    """Reads mentions.

    Args:
        world: whose people and offices tell names from titles.
        gazetteer: recognises states.
    """

    def __init__(self, world: Directory, gazetteer: Gazetteer) -> None:
        self._world, self._gazetteer = world, gazetteer

    def read(self, mention: str) -> Reading:
        """The mention taken apart; where it holds neither name nor office, both are empty."""
        tokens = tokens_of(self._plainly(mention))
        first, last = self._whole_name(tokens)
        if last > first:
            return self._reading(tokens[:first], tokens[first:last], tokens[last:])
        words = self._gazetteer.cut(" ".join(tokens))
        first, last = self._bare_name(words)
        name = " ".join(word.text for word in words[first:last])
        reading = self._taken([*words[:first], *words[last:]], mention)
        return _named(reading, name, bool(name) and words[last - 1].owns, words[last:])

    def _plainly(self, mention: str) -> str:
        """The mention with the usual given name alone, where the tables know its bearer."""
        match = _NICKNAME.search(mention)
        if match is None:
            return mention
        given = next((word for word in match[0].split() if not self._is_title(fold(word))), match[0])
        start = match.start() + match[0].index(given)
        return f"{mention[:start]}{match[1]} {mention[match.end() :]}"

    def _reading(self, before: Sequence[str], name: Sequence[str], after: Sequence[str]) -> Reading:
        ahead, behind = self._gazetteer.cut(" ".join(before)), self._gazetteer.cut(" ".join(after))
        reading = self._taken([*ahead, *behind], " ".join((*before, *after)))
        text, owns = without_possessive(" ".join(name))
        return _named(reading, text, owns, behind)

    def _whole_name(self, tokens: Sequence[str]) -> tuple[int, int]:
        """Where the longest whole name of the tables stands; an empty span where there is none."""
        for size in range(min(len(tokens), 8), 1, -1):
            for first in range(len(tokens) - size + 1):
                span = tokens[first : first + size]
                if not _is_number(tokens[first + size : first + size + 1]) and self._names_someone(span):
                    return first, first + size
        return 0, 0

    def _names_someone(self, span: Sequence[str]) -> bool:
        if fold(span[0]) in {*_DETERMINERS, *_LINKS, *_FORMER} or not all(map(fold, span)):
            return False
        text = " ".join(span)
        return self._gazetteer.term(text) is None and bool(self._world.people_named(text))

    def _bare_name(self, words: Sequence[Word]) -> tuple[int, int]:
        """Where the words stand that are neither of an office nor of a state: the last such run that can be a name."""
        runs: list[tuple[int, int]] = []
        at = 0
        while at < len(words):
            end = at
            while end < len(words) and self._may_be_name(words, end):
                end += 1
            runs += [(at, end)] if end > at else []
            at = max(end, at + 1)
        known = [run for run in runs if self._is_called(words[run[0] : run[1]])]
        shaped = [run for run in runs if words[run[1] - 1].text[:1].isupper()]
        free = [run for run in shaped if run[0] == 0 or words[run[0] - 1].low not in _LINKS]
        return next(reversed(known or free or shaped), None) or self._family_like_title(words)

    def _family_like_title(self, words: Sequence[Word]) -> tuple[int, int]:
        """A last word that is a family name and a word of titles, or a place, at once: "Minister Bishop"."""
        head, last = words[-2:] if len(words) > 1 else (None, None)
        if head is None or last is None or head.low not in _HEADS or last.low in _HEADS:
            return 0, 0
        capitals = head.text[:1].isupper() and last.text[:1].isupper()
        place = last.term is not None and last.term.sense not in {"name", "capital"}
        is_name = capitals and not place and self._is_called([last])
        return (len(words) - 1, len(words)) if is_name else (0, 0)

    def _is_called(self, words: Sequence[Word]) -> bool:
        return bool(self._world.people_called(" ".join(word.text for word in words)))

    def _may_be_name(self, words: Sequence[Word], at: int) -> bool:
        word = words[at]
        if word.low in _PARTICLES and at + 1 < len(words):
            return self._may_be_name(words, at + 1)
        return not (word.is_mark or word.term) and not self._is_title(word.low)

    def _is_title(self, low: str) -> bool:
        closed = low in _FORMER | _ELECT | _ACTING | _PASSING | _DETERMINERS | _INDEFINITE | _HOME | _COUNTERPARTS
        return closed or low in HONORIFICS or all(part in self._vocabulary for part in low.split())

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        """Folded words of the offices in the tables."""
        held = Counter(text for tenure in self._world.tenures for text in {tenure.office, *tenure.office_aliases})
        counts: Counter[str] = Counter()
        for text, number in held.items():
            counts.update(dict.fromkeys(fold(text).split(), number))
        frequent = {word for word, count in counts.items() if count >= _FREQUENT}
        names = {word for word in frequent if counts[word] < _CERTAIN and self._world.people_called(word)}
        return frozenset((frequent - names) | self._title_words | _HEADS | {f"{head}s" for head in _HEADS} | _LINKS)

    def _taken(self, words: Sequence[Word], text: str) -> Reading:
        """What the words beside the name say."""
        lows = [word.low for word in words]
        kept = [word for at, word in enumerate(words) if self._belongs(word) and not _is_style(words, at)]
        title = _trimmed(kept)
        return Reading(
            title="" if title == ["General"] else " ".join(title),
            time=_time(lows),
            codes=owners(words),
            counterpart=any(low in _COUNTERPARTS for low in lows) or "opposite number" in fold(text),
            possessed=bool(_POSSESSORS & set(lows)) or any(word.owns and word.low in _HOME for word in words),
            plural=any(low.removesuffix("s") in _HEADS and low not in _HEADS for low in lows),
            indefinite=bool(lows) and lows[0] in _INDEFINITE,
            gender=_gender(lows),
            fresh=bool(_FRESH & set(lows)),
        )

    def _belongs(self, word: Word) -> bool:
        """Whether a word is of the office itself."""
        low = word.low
        aside = _FORMER | _ELECT | _ACTING | _PASSING | _POSSESSORS | _INDEFINITE | _COUNTERPARTS
        style = low in HONORIFICS and low not in self._title_words
        return bool(low) and low not in aside and not style and not (low in _HOME and word.owns)

    @cached_property
    def _title_words(self) -> frozenset[str]:
        return frozenset(word for key in shared_titles() for word in key)


def _is_number(tokens: Sequence[str]) -> bool:
    """Whether a monarch's number follows, so that the name is not whole without it."""
    return bool(tokens) and re.fullmatch(r"[IVX]{1,5}", tokens[0]) is not None


def _is_style(words: Sequence[Word], at: int) -> bool:
    """Whether "prince" only honours the name after it: not in "crown prince"."""
    return words[at].low in {"prince", "princess"} and at > 0 and words[at - 1].low != "crown"


def _trimmed(words: Sequence[Word]) -> list[str]:
    """The words without prepositions and articles at either end."""
    kept = list(words)
    for end in (0, -1):
        while kept and kept[end].low in _LINKS | _DETERMINERS:
            kept.pop(end)
    return [word.text for word in kept]


def _named(reading: Reading, name: str, owns: bool, behind: Sequence[Word]) -> Reading:
    """The reading with the name: of who is meant, or of whose minister or counterpart that is ("Putin's adviser")."""
    if owns and (_HEADS | _COUNTERPARTS) & {word.low for word in behind}:
        return replace(reading, antecedent=name)
    return replace(reading, name=name)


def _gender(lows: Sequence[str]) -> Gender:
    """What the honorifics tell; nothing where they disagree, as in "King and Queen"."""
    female, male = bool(FEMALE & set(lows)), bool(MALE & set(lows))
    return "" if female == male else "female" if female else "male"


def _time(lows: Sequence[str]) -> Time:
    for words, time in ((_FORMER, Time.FORMER), (_ELECT, Time.ELECT), (_ACTING, Time.ACTING)):
        if words & set(lows):
            return time
    return Time.NOW
