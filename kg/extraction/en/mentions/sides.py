"""Whether a text can name two sides: told by a pass of automata over it, before anything else is read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property, lru_cache
from weakref import WeakKeyDictionary

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.extraction.en.mentions.gazetteer import gazetteer_of, is_plural_made
from kg.extraction.en.mentions.issuer import note_heading, official_country
from kg.extraction.en.mentions.rules import place_rules, title_rules
from kg.extraction.en.mentions.titles import classify
from kg.world import World
from kg.world.offices import LIFETIME, RENOWNED, TITLE_SLACK

_SHORT = 500
"""Code points below which a text is read as soon as it is screened."""


def may_have_two_sides(text: str, *, title: str, issuer: str, day: date | None, world: World) -> bool:
    """Whether a text may name two states or organisations, or people of two; the issuer's state is one of them.

    Args:
        text: the body.
        title: the headline.
        issuer: who published it.
        day: day of publication.
        world: people, tenures and countries.
    """
    gazetteer = gazetteer_of(world)
    own = official_country(issuer, gazetteer)
    if len(text) < _SHORT or (own and note_heading(title, text, gazetteer)):
        return True
    found = {own} if own else set()
    for code in _sides_of(world).codes(f"{title}\n{text}", day, own):
        found.add(code)
        if len(found) > 1:
            return True
    return False


class _Sides:
    """Finds states and organisations by words and names of one world."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._side = lru_cache(maxsize=1 << 14)(self._stood_for)

    @cached_property
    def _words(self) -> dict[str, frozenset[str]]:
        """Codes by the words that stand for a state, an organisation, a part of one, or an office that only one has."""
        rules = title_rules()
        found = {name: frozenset({code}) for code, names in place_rules().provinces.items() for name in names}
        for head in rules.heads | rules.compound_heads:
            code = classify(head).country
            found |= {form: frozenset({code}) for form in (head, head.title()) if code}
        for text in self._world.geo:
            senses = self._world.senses(text)
            bare = text.removeprefix("the ").replace("’", "'")
            plural = [f"{bare}s"] if is_plural_made(bare, senses[0]) else []
            for form in (bare, bare.replace(".", ""), *plural):
                found[form] = found.get(form, frozenset()) | {sense.code for sense in senses}
        return found

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(list(self._words), matchkind=MatchKind.LeftmostLongest)

    @cached_property
    def _codes(self) -> tuple[frozenset[str], ...]:
        return tuple(self._words.values())

    def codes(self, text: str, day: date | None, own: str) -> Iterator[str]:
        """Codes of all that may be named, some more than once; namesakes of one of `own` are passed over."""
        plain = text.replace("’", "'")
        for form, start, end in self._automaton.find_matches_as_indexes(plain):
            if not _is_inside(plain, start, end):
                yield from self._codes[form]
        for name in self._world.names_in(text):
            codes = {code for person in name.people if (code := self._side(person.id, day, name.whole))}
            yield from () if own in codes else codes

    def _stood_for(self, person: str, day: date | None, whole: bool) -> str:
        """Whom a person stands for, empty for nobody: by a bare name only one who holds a high office on the day."""
        held = self._world.offices(person, day, LIFETIME if whole else TITLE_SLACK)
        counted = (tenure.country for tenure in held if whole or tenure.kind in RENOWNED)
        return next(counted, "")


def _is_inside(text: str, start: int, end: int) -> bool:
    """Whether a match is only a part of a word."""
    return (start > 0 and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum())


_SIDES: WeakKeyDictionary[World, _Sides] = WeakKeyDictionary()


def _sides_of(world: World) -> _Sides:
    if world not in _SIDES:
        _SIDES[world] = _Sides(world)
    return _SIDES[world]
