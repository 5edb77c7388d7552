"""Who is named: whole and titled names wherever they stand, then bare names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kg.extraction.en.mentions.candidates import Candidate
from kg.extraction.en.mentions.discourse import Discourse
from kg.extraction.en.mentions.dossiers import Dossier, Dossiers
from kg.extraction.en.mentions.gazetteer import Gazetteer
from kg.extraction.en.mentions.persons import Standing, WhoIsWho
from kg.extraction.en.mentions.rules import name_rules, place_rules, title_rules
from kg.extraction.en.mentions.titles import Time, Title, in_state
from kg.extraction.mentions import Form
from kg.world import Person
from kg.world.names import fold


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when a text stands.

    Attributes:
        day: day of publication.
        issuer: code of the state in whose voice it speaks; empty for newspapers.
        voice: folded words of the issuer's name.
        visited: code of the state that a note tells of, whose officials need no country.
        home: code of the state of the dateline.
    """

    day: date | None = None
    issuer: str = ""
    voice: frozenset[str] = frozenset()
    visited: str = ""
    home: str = ""


class Naming:
    """Finds whom the names of one document mean, and gathers what they tell.

    Args:
        gazetteer: look-ups.
        setting: where and when the text stands.
    """

    def __init__(self, gazetteer: Gazetteer, setting: Setting) -> None:
        self.gazetteer, self.setting = gazetteer, setting
        self.who, self.dossiers, self.discourse = WhoIsWho(gazetteer, setting.day), Dossiers(), Discourse()
        self._places: set[str] = set()
        self._introduced: dict[int, Dossier] = {}

    def introduced(self, candidate: Candidate) -> Dossier | None:
        """The entity that a candidate with a whole or titled name stands for, once all have been introduced."""
        return self._introduced.get(id(candidate))

    def introduce(self, candidates: Sequence[Candidate]) -> None:
        """Take in the persons whom the document names in full or with a title, wherever."""
        self._places |= {candidate.country for candidate in candidates if candidate.country and not candidate.scene}
        found = self._introduced
        for wanted in (self._whole, self._titled):
            for candidate in candidates:
                dossier = None if id(candidate) in found or candidate.name is None else wanted(candidate)
                if dossier:
                    found[id(candidate)] = dossier

    def _whole(self, candidate: Candidate) -> Dossier | None:
        """Whoever bears a whole name; unknown bearers where the words around it or a given name tell a person."""
        name = candidate.name
        if name is None or (name.is_single and not name.people):
            return None
        words = fold(name.text).split()
        person = self.who.whole(name.people, candidate.country, candidate.kinds)
        if person is None and not name.is_single:
            person = self.who.namesake(words, candidate.country, candidate.kinds)
            home = candidate.country or self.setting.issuer or self.setting.visited
            person = person or self.who.incumbent(words, home, candidate.kinds)
        dossier = self.dossiers.of_person(person) if person else self.dossiers.named(words, candidate.country)
        if dossier or person or candidate.introduced or self._looks_like_person(words, candidate):
            return self.noted(dossier or self._new(name.text, person, candidate), candidate)
        return None

    def _looks_like_person(self, words: Sequence[str], candidate: Candidate) -> bool:
        named = 2 <= len(words) <= 4 and words[0] in self.gazetteer.given_names
        return named and not (candidate.placed or candidate.attached or candidate.heading)

    def _titled(self, candidate: Candidate) -> Dossier | None:
        """Whoever has one name and a title or honorific before it: "President Chirac", "Mr Chirac"."""
        name = candidate.name
        if name is None or not name.is_single or not candidate.introduced:
            return None
        person: Person | None = None
        if not (candidate.title and candidate.title.family):
            known = self._called(name.text, candidate)
            if known and known.ends_with(name.text):
                return self.noted(known, candidate)
            person = self._titled_person(name.text, candidate)
            if person and candidate.gender and person.gender not in {"", candidate.gender}:
                person = None
            if known and not person:
                return self.noted(known, candidate)
        dossier = self.dossiers.of_person(person) if person else None
        return self.noted(dossier or self._new(name.text, person, candidate), candidate)

    def _titled_person(self, name: str, candidate: Candidate) -> Person | None:
        if candidate.title and candidate.time is Time.PAST:
            return self.who.former(name, candidate.country, candidate.title.kinds)
        title, near = candidate.title, self._near()
        reign = candidate.royal_name
        person = self.who.bare(reign, candidate.country, (), titled=True, near=near) if reign else None
        if person is None and title and candidate.kinds:
            person = self.who.bare(
                name, candidate.country, candidate.kinds, titled=True, near=near, says=title.says
            ) or self._of_an_age(name, candidate, title, near)
        if person is None and (title is None or title.name in title_rules().loose):
            person = self.who.bare(name, candidate.country, (), titled=True, near=near)
        return person

    def _of_an_age(self, name: str, candidate: Candidate, title: Title, near: set[str]) -> Person | None:
        """One whose name is written otherwise, or who held the office before the day: "President Reagan"."""
        codes = [candidate.country] if candidate.country else sorted(near)
        spelt = (self.who.incumbent(fold(name).split(), code, candidate.kinds) for code in codes)
        person = next((someone for someone in spelt if someone), None)
        if person or title.name not in title_rules().bare:
            return person
        known = codes if candidate.country else near | place_rules().prominent
        return self.who.remembered(name, known, candidate.kinds, title.says)

    def _near(self) -> set[str]:
        own = {self.setting.issuer, self.setting.home, self.setting.visited}
        return self._places | own | {dossier.country for dossier in self.dossiers}

    def _new(self, name: str, person: Person | None, candidate: Candidate) -> Dossier:
        country = candidate.country
        if person and candidate.time is Time.FUTURE and not country:
            country = self.who.coming(person, candidate.kinds)
        if person and candidate.title and not country:
            country = self.who.office_country(person, candidate.kinds, candidate.title.says)
        standing = self.who.standing(person, country) if person else Standing()
        country = country or standing.country or self._owner_country(candidate) or candidate.beside
        if not country and candidate.is_titled_first:
            country = self._home(person, candidate)
        gender = (person.gender if person else "") or self.gazetteer.gender_of(fold(name).split()[0])
        return self.dossiers.add(Dossier.of(name, country, person, standing, gender))

    def _home(self, person: Person | None, candidate: Candidate) -> str:
        """The state of the issuer, or the one visited, unless somebody else is known to hold such an office there."""
        home = self.setting.issuer or self.setting.visited
        single = candidate.title is not None and candidate.title.name in title_rules().bare
        other = candidate.time is Time.PAST or self.who.is_filled(home, candidate.kinds)
        return "" if person is None and single and other else home

    def _owner_country(self, candidate: Candidate) -> str:
        owner = self.owner(candidate)
        return owner.country if owner else ""

    def owner(self, candidate: Candidate) -> Dossier | None:
        """The person whose spokesman or adviser it is."""
        owner = candidate.owner
        if owner is None or owner.name is None:
            return None
        if owner.name.is_single and not owner.introduced and not owner.name.people:
            return self.bare(owner.name.text, owner)
        return self._whole(owner) or self._titled(owner)

    def of(self, person: Person, name: str, country: str = "") -> Dossier:
        return self.dossiers.of_person(person) or self._new(name, person, Candidate(0, 0, Form.NAME, country=country))

    def noted(self, dossier: Dossier, candidate: Candidate) -> Dossier:
        """The entity with what this candidate says about it."""
        if candidate.title:
            here = in_state(candidate.title, candidate.country or dossier.country, candidate.post)
            candidate = replace(candidate, title=here)
        if candidate.name and len(candidate.name.text.split()) > len(dossier.name.split()):
            dossier.name = candidate.name.text
        dossier.country = dossier.country or candidate.country
        dossier.gender = dossier.gender or candidate.gender
        dossier.former = dossier.former or candidate.time is Time.PAST
        if candidate.time is Time.FUTURE:
            dossier.coming |= candidate.kinds
            dossier.calls |= set(fold(candidate.post).split())
        if candidate.title and candidate.time is Time.NOW:
            dossier.offices |= candidate.kinds - {"leader"} if not dossier.offices & candidate.kinds else set()
            dossier.calls |= set(fold(candidate.post).split())
            if len(candidate.post) > len(dossier.post) and (not dossier.post or candidate.country):
                dossier.post = candidate.post
        return dossier

    def _called(self, name: str, candidate: Candidate) -> Dossier | None:
        """The entity of the document that this bare name means: the latest of those that fit."""
        fitting = [dossier for dossier in self.dossiers.called(name) if self._may_be(dossier, candidate)]
        rank = max((self._weight(dossier, candidate) for dossier in fitting), default=(False, 0))
        best = [dossier for dossier in fitting if self._weight(dossier, candidate) == rank]
        recent = [dossier for dossier in self.discourse.recent() if dossier in best]
        return next(iter(recent or best), None)

    def _weight(self, dossier: Dossier, candidate: Candidate) -> tuple[bool, int]:
        """How likely a bare name is this namesake's: the office just named, then any office, then a post as written."""
        post = dossier.post.casefold().split()
        relative = bool(post) and post[-1] in title_rules().family
        return (
            bool(dossier.offices & candidate.kinds),
            2 * bool(dossier.offices) + bool(dossier.person or post) - 2 * relative,
        )

    def _may_be(self, dossier: Dossier, candidate: Candidate) -> bool:
        """Whether country, gender and title allow a mention to be this entity."""
        if not dossier.agrees(candidate.country, candidate.gender):
            return False
        kinds = candidate.kinds - {"leader"}
        if not (kinds and dossier.person) or dossier.offices & kinds:
            return True
        return self.who.held_before(dossier.person, kinds) or (
            candidate.title is not None and candidate.title.name in title_rules().loose
        )

    def bare(self, name: str, candidate: Candidate) -> Dossier | None:
        """Whom a bare name means: someone of the document, else whoever holds a high office on the day."""
        known = self._called(name, candidate)
        doubtful = candidate.attached or (candidate.opens and fold(name) in name_rules().common_family)
        if known or len(name) < 2 or doubtful:
            return known
        person = self.who.bare(name, candidate.country, (), titled=False, near=self._near())
        return self.of(person, name) if person else None
