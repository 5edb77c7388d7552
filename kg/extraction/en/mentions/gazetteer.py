"""What the world's tables say about words: places with their senses, given names, and who is called what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from weakref import WeakKeyDictionary

from kg.extraction.en.mentions.rules import name_rules, place_rules
from kg.extraction.en.mentions.tokens import Token, spelled, tokenize
from kg.world import GeoTerm, Person, World
from kg.world.names import fold

LONGEST_NAME = 7


@dataclass(frozen=True, slots=True)
class Place:
    """Tokens that stand for a state or an organisation.

    Attributes:
        first: index of the first token.
        last: index one past the last token.
        senses: what the words may stand for, the preferred first.
        part: they name a part, a city or a body of the state.
    """

    first: int
    last: int
    senses: tuple[GeoTerm, ...]
    part: bool = False

    @property
    def code(self) -> str:
        """Code of the preferred sense."""
        return self.senses[0].code

    def is_a(self, *senses: str) -> bool:
        """Whether the words have one of these senses for the preferred code."""
        return any(term.sense in senses and term.code == self.code for term in self.senses)


class Gazetteer:
    """Look-ups over one world, each built once.

    Args:
        world: the tables.
    """

    def __init__(self, world: World) -> None:
        self.world = world
        self.people = lru_cache(maxsize=1 << 15)(world.people_named)
        """Everyone who bears a whole name."""
        self.called = lru_cache(maxsize=1 << 15)(world.people_called)
        """Everyone whom news calls by a bare name."""

    @cached_property
    def given_names(self) -> Mapping[str, str]:
        """First names of the people of the tables, with the gender that all of them share, or empty."""
        found: dict[str, set[str]] = {}
        common = name_rules().common_given | name_rules().stop
        for person in self.world.people.values():
            words = fold(person.name).split()
            if len(words) > 1 and len(words[0]) > 2 and words[0] not in common:
                told = set() if self._begins_with_family(person) else {person.gender} - {""}
                found.setdefault(words[0], set()).update(told)
        return {name: next(iter(told)) if len(told) == 1 else "" for name, told in found.items()}

    def _begins_with_family(self, person: Person) -> bool:
        """Whether the first word of the name is the family name, which tells no gender."""
        states = name_rules().family_first
        first = fold(person.name).split()[0] == fold(person.family)
        return first or any(tenure.country in states for tenure in self.world.tenures_of(person.id))

    def gender_of(self, given: str) -> str:
        """The gender that a folded given name tells, or empty."""
        genders = name_rules().genders
        listed = [gender for gender, names in (("female", genders.female), ("male", genders.male)) if given in names]
        return listed[0] if len(listed) == 1 else self.given_names.get(given, "")

    @cached_property
    def capitals(self) -> Mapping[str, str]:
        """Codes of countries by the folded name of the capital."""
        return {fold(country.capital): country.code for country in self.world.countries.values() if country.capital}

    @cached_property
    def _places(self) -> Mapping[tuple[str, ...], tuple[GeoTerm, ...]]:
        found: dict[tuple[str, ...], tuple[GeoTerm, ...]] = {}
        for text in self.world.geo:
            tokens = tokenize(text.removeprefix("the "))
            if tokens and tokens[0].text[0].isupper():
                found.setdefault(_spelling(tokens), self.world.senses(text))
        return _plurals(found) | found

    @cached_property
    def _parts(self) -> Mapping[tuple[str, ...], GeoTerm]:
        listed = ((code, name) for code, names in place_rules().provinces.items() for name in names)
        return {_spelling(tokenize(name)): GeoTerm(name, code, "adjective") for code, name in listed}

    def part(self, tokens: Sequence[Token], at: int) -> Place | None:
        """The longest name of a part, a city or a body of a state that begins at token `at`."""
        longest = self._longest_parts.get(spelled(tokens[at].text), 0) if tokens[at].capital else 0
        for last in range(min(at + longest, len(tokens)), at, -1):
            term = self._parts.get(_spelling(tokens[at:last]))
            if term:
                return Place(at, last, (term,), part=True)
        return None

    @cached_property
    def _longest_places(self) -> Mapping[str, int]:
        """Words with which places begin, and the number of words of the longest such place."""
        return _longest(self._places)

    @cached_property
    def _longest_parts(self) -> Mapping[str, int]:
        return _longest(self._parts)

    def may_begin(self, token: Token) -> bool:
        """Whether a place or a part of a state may begin with a token."""
        word = spelled(token.text)
        return word in self._longest_places or word in self._longest_parts

    def home_of(self, code: str) -> str:
        """The state for which persons of an armed party stand; any other code as it is."""
        return place_rules().homes.get(code, code)

    def is_place(self, word: str) -> bool:
        """Whether a word alone stands for a state or an organisation."""
        return (word.replace(".", ""),) in self._places

    def place(self, tokens: Sequence[Token], at: int) -> Place | None:
        """The longest place that begins at token `at`."""
        longest = self._longest_places.get(spelled(tokens[at].text), 0) if tokens[at].capital else 0
        if not longest or (at and tokens[at - 1].low in place_rules().weak_before and tokens[at - 1].capital):
            return None
        for last in range(min(at + longest, len(tokens)), at, -1):
            senses = self._places.get(_spelling(tokens[at:last]))
            if senses:
                return Place(at, last, senses)
        return None

    @cached_property
    def _by_word(self) -> Mapping[str, tuple[Person, ...]]:
        found: dict[str, dict[str, Person]] = {}
        for person in self.world.people.values():
            for word in {word for name in (person.name, *person.aliases) for word in fold(name).split()}:
                found.setdefault(word, {})[person.id] = person
        return {word: tuple(people.values()) for word, people in found.items()}

    @cached_property
    def never_first(self) -> frozenset[str]:
        """Common words with which no name of the tables begins, so that none can begin there."""
        names = (
            name for person in self.world.people.values() for name in (person.name, *person.aliases, *person.called)
        )
        firsts = {word for name in names for word in fold(name).split()[:1]}
        return name_rules().stop - name_rules().ambiguous - firsts

    def bearing(self, word: str) -> tuple[Person, ...]:
        """Everyone in whose names the word occurs: "Salman", "Gotabaya"."""
        return self._by_word.get(fold(word), ())


def _plurals(places: Mapping[tuple[str, ...], tuple[GeoTerm, ...]]) -> dict[tuple[str, ...], tuple[GeoTerm, ...]]:
    """Nationalities in the plural: "Palestinians", "the Kosovars"."""
    found: dict[tuple[str, ...], tuple[GeoTerm, ...]] = {}
    for key, terms in places.items():
        if is_plural_made(key[-1], terms[0]):
            found[(*key[:-1], key[-1] + "s")] = tuple(replace(term, sense="demonym") for term in terms)
    return found


def is_plural_made(text: str, term: GeoTerm) -> bool:
    """Whether a nationality has a plural in s."""
    return term.sense in {"adjective", "demonym"} and text[-1] in "nirqd"


def _spelling(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(spelled(token.text) for token in tokens)


def _longest(keys: Iterable[tuple[str, ...]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for key in keys:
        found[key[0]] = max(len(key), found.get(key[0], 0))
    return found


_GAZETTEERS: WeakKeyDictionary[World, Gazetteer] = WeakKeyDictionary()


def gazetteer_of(world: World) -> Gazetteer:
    """The look-ups of a world, built once for each."""
    if world not in _GAZETTEERS:
        _GAZETTEERS[world] = Gazetteer(world)
    return _GAZETTEERS[world]
