"""Entities while a document is read: they gather names, posts and countries until they are frozen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from kg.extraction.en.mentions.persons import Standing, alike
from kg.extraction.en.mentions.rules import name_rules, title_rules
from kg.extraction.mentions import Entity
from kg.model import Kind
from kg.world import Person
from kg.world.names import fold

_NUMERAL = re.compile(r"^[IVX]+$")
_OF_THE_FATHER = frozenset({"bin", "ibn", "ben", "bint"})


@dataclass(eq=False, slots=True)
class Dossier:
    """One entity in the making.

    Attributes:
        kind: what it is.
        name: longest name so far.
        post: best office as written so far.
        country: code, once known.
        person: whom of the tables it is.
        gender: once known.
        offices: kinds of office.
        calls: folded words of its offices, by the tables and as written.
        former: the text calls it a former holder.
        coming: kinds of office that the text says it will hold.
    """

    kind: Kind
    name: str = ""
    post: str = ""
    country: str = ""
    person: Person | None = None
    gender: str = ""
    offices: set[str] = field(default_factory=set)
    calls: set[str] = field(default_factory=set)
    former: bool = False
    coming: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, name: str, country: str, person: Person | None, standing: Standing, gender: str) -> Dossier:
        """A person with what the tables say."""
        return cls(Kind.PERSON, name, "", country, person, gender, set(standing.offices), set(standing.titles))

    @property
    def words(self) -> list[str]:
        """Folded words of the name as the text has it."""
        return list(_words(self.name))

    def bare_names(self) -> frozenset[str]:
        """Folded names by which the text may call it afterwards."""
        return _bare_names(self.name, self.person, family_first=self._begins_with_family())

    def _begins_with_family(self) -> bool:
        return self.country in name_rules().family_first

    def ends_with(self, name: str) -> bool:
        """Whether a bare name is the family name, and not a middle name."""
        bare = fold(name)
        called = {fold(other) for other in (self.person.family, *self.person.called)} if self.person else set()
        return bare in called or self.words[-1:] == [bare] or (self._begins_with_family() and self.words[:1] == [bare])

    def agrees(self, country: str, gender: str = "") -> bool:
        """Whether nothing said about a mention speaks against its being this entity."""
        if country and self.country and country != self.country:
            return False
        return not (gender and self.gender and gender != self.gender)

    def is_named(self, words: list[str]) -> bool:
        """Whether a whole name can be another form of this entity's."""
        own = self.words
        if len(own) < 2 or len(words) < 2:
            return own == words
        if set(own) <= set(words) or set(words) <= set(own):
            return True
        return own[-1] == words[-1] and alike(own[0], words[0])

    def freeze(self, key: str) -> Entity:
        """The entity."""
        return Entity(
            key=key,
            name=_plain(self.person.name) if self.person else self.name,
            post=self.post,
            country=self.country,
            person=self.person.id if self.person else "",
            qid=self.person.qid if self.person else "",
            kind=self.kind,
            gender=self.gender,
            family=self._family(),
            offices=frozenset(self.offices),
        )

    def _family(self) -> str:
        """The table's bare name where the text has it, else the text's own last name."""
        if self.kind is not Kind.PERSON:
            return ""
        family = self.person.family if self.person else ""
        if family and f" {fold(family)} " in f" {' '.join(self.words)} ":
            return family
        words = [word for word in self.name.split() if not _NUMERAL.match(word)]
        return words[-1] if words else family


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(name).split())


@lru_cache(maxsize=4096)
def _bare_names(name: str, person: Person | None, *, family_first: bool) -> frozenset[str]:
    words, found = fold(name).split(), set[str]()
    for at in range(len(words)):
        if not at or words[at - 1] not in _OF_THE_FATHER:
            found |= {" ".join(words[at:])} | ({words[at]} if at or family_first else set())
    if person:
        found |= {fold(bare) for bare in (person.family, *person.called)}
    return frozenset(bare for bare in found if len(bare) > 1 and bare not in name_rules().particles)


def _plain(name: str) -> str:
    """A name of the tables without the royal title in front: "King Hussein" gives "Hussein"."""
    first, _, rest = name.partition(" ")
    return rest if rest and fold(first) in title_rules().royal else name


class Dossiers:
    """All entities of one document in the making."""

    def __init__(self) -> None:
        self._all: list[Dossier] = []

    def __iter__(self) -> Iterator[Dossier]:
        return iter(self._all)

    def add(self, dossier: Dossier) -> Dossier:
        """Take a new entity in."""
        self._all.append(dossier)
        return dossier

    def persons(self) -> Iterator[Dossier]:
        """Those that are persons."""
        return (dossier for dossier in self._all if dossier.kind is Kind.PERSON)

    def of_person(self, person: Person) -> Dossier | None:
        """The entity that is this person of the tables."""
        return next((dossier for dossier in self._all if dossier.person and dossier.person.id == person.id), None)

    def named(self, words: list[str], country: str) -> Dossier | None:
        """The entity that bears this whole name, in whatever form."""
        fitting = (dossier for dossier in self.persons() if dossier.agrees(country))
        return next((dossier for dossier in fitting if dossier.is_named(words)), None)

    def called(self, name: str) -> list[Dossier]:
        """The entities that the text may call by this bare name, by their given name only where nobody else is."""
        key = fold(name)
        by_family = [dossier for dossier in self.persons() if key in dossier.bare_names()]
        return by_family or [dossier for dossier in self.persons() if dossier.words[:1] == [key]]

    def impersonal(self, kind: Kind, code: str, post: str = "", name: str = "") -> Dossier:
        """The state, organisation or unfilled post with this code, made where there is none yet."""
        for dossier in self._all:
            if dossier.kind is kind and dossier.country == code and fold(dossier.post) == fold(post):
                return dossier
        return self.add(Dossier(kind, name, country=code, post=post))
