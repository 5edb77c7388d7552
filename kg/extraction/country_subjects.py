"""Countries as subjects of discussion, told from countries as places and as the countries of offices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile

from kg.extraction.en.topic_rules import CountryCues
from kg.extraction.phrases import PhraseHit, PhraseIndex, lowered
from kg.world import World
from kg.world.types import GeoTerm

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_OWNED = re.compile(r"['’]s?\s")
_LIST = re.compile(r"(?:,|,? (?:and|or)) $")
_CITY = re.compile(r"(\w+)\s+(?:[A-Z][\w.'’-]*\s+)*[A-Z][\w.'’-]*,\s$")
_REACH = 60
"""Code points read on either side of a country: room for the five words that are looked at."""


class CountrySubjects:
    """Finds the countries that a text is about.

    Args:
        world: knows the words for countries.
        cues: what makes a country a subject.
    """

    def __init__(self, world: World, cues: CountryCues) -> None:
        self._cues = cues
        self._index = PhraseIndex(_terms(world, cues), cased=True)

    def find(self, text: str) -> Iterator[PhraseHit[str]]:
        """The codes of the countries that `text` is about, where it says so."""
        previous: PhraseHit[GeoTerm | None] | None = None
        listed = False
        for hit in self._index.find(text):
            in_list = previous is not None and bool(_LIST.fullmatch(text[previous.end : hit.start]))
            listed = listed if in_list and _is_name(hit) else self._is_subject(text, hit)
            if listed and hit.value:
                yield PhraseHit(hit.value.code, hit.start, hit.end)
            previous = hit

    def _is_subject(self, text: str, hit: PhraseHit[GeoTerm | None]) -> bool:
        if hit.value is None:
            return False
        before, rest = text[max(0, hit.start - _REACH) : hit.start], text[hit.end : hit.end + _REACH]
        if self._has_office(rest) or self._follows_a_city(before):
            return False
        return self._reads_as_subject(hit.value, self._words_before(before), _words(rest))

    def _has_office(self, rest: str) -> bool:
        """Whether the words after a country name an office: "French president", "Ukraine's new foreign minister"."""
        words = _words(_OWNED.sub("", rest, count=1) if _OWNED.match(rest) else rest)
        phrase = list(takewhile(lambda word: word not in self._cues.breaks, words[:3]))
        return not self._cues.offices.isdisjoint(phrase)

    def _follows_a_city(self, before: str) -> bool:
        """Whether the country only says where a city is: "in Paris, France"."""
        city = _CITY.search(before)
        return city is not None and lowered(city[1]) in self._cues.place_prepositions

    def _words_before(self, before: str) -> list[str]:
        return [word for word in _words(before) if word not in self._cues.skipped]

    def _reads_as_subject(self, term: GeoTerm, before: list[str], after: list[str]) -> bool:
        last = before[-1] if before else ""
        if not self._cues.head_forms.isdisjoint(after[:4]):
            return True
        if term.sense == "name":
            return last not in self._cues.place_prepositions or not self._cues.head_forms.isdisjoint(before[-5:-1])
        if term.sense in ("metonym", "capital"):
            return last in self._cues.subject_prepositions
        return term.sense == "demonym" and term.text.endswith("s")


def _is_name(hit: PhraseHit[GeoTerm | None]) -> bool:
    return hit.value is not None and hit.value.sense == "name"


def _words(text: str) -> list[str]:
    return [lowered(word) for word in _WORD.findall(text)]


def _terms(world: World, cues: CountryCues) -> Mapping[str, GeoTerm | None]:
    terms = {text: term if term.code in world.countries else None for text, term in world.geo.items()}
    peoples = {people.text: people for term in world.geo.values() if (people := _people(term, cues))}
    further = {word: GeoTerm(word, code, "name") for code, words in cues.words.items() for word in words}
    return peoples | terms | further | dict.fromkeys(cues.not_countries)


def _people(term: GeoTerm, cues: CountryCues) -> GeoTerm | None:
    """The people of an adjective, where they are called by it: the Syrians."""
    if term.sense != "adjective" or term.text.isupper() or term.text.endswith(cues.no_plural):
        return None
    return GeoTerm(f"{term.text}s", term.code, "demonym")
