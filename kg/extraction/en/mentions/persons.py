"""Which person of the tables a name or an office means, as of the day."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from itertools import product
from typing import TypeVar

from kg.extraction.en.mentions.gazetteer import Gazetteer
from kg.extraction.en.mentions.rules import name_rules, place_rules
from kg.world import Person, Tenure
from kg.world.bearers import short_of
from kg.world.names import fold
from kg.world.offices import HEADS, LIFETIME, RENOWNED, SENIORITY, SLACK, TITLE_SLACK, days_apart, preference

HIGH = (HEADS, RENOWNED - HEADS)
"""Kinds of office whose holders news names without introducing them, the most senior first."""

SOON = 400
"""Days before an office begins during which one can be called its elect."""

_SPELLING = 0.8
"""Similarity (Ratcliff and Obershelp) from which two words are spellings of one name: Demirel, Demiral."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Standing:
    """What a person is on the day.

    Attributes:
        country: code of the state or organisation that the person stands for.
        offices: kinds of office held.
        titles: folded words of the offices' titles.
    """

    country: str = ""
    offices: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()


class WhoIsWho:
    """Chooses persons of the tables for one day.

    Args:
        gazetteer: look-ups.
        day: day of publication, None where unknown.
    """

    def __init__(self, gazetteer: Gazetteer, day: date | None) -> None:
        self.gazetteer, self.world, self.day = gazetteer, gazetteer.world, day

    def standing(self, person: Person, country: str = "") -> Standing:
        """The person's country and offices, `country` preferred where the person had several."""
        current = self.world.offices(person.id, self.day, SLACK)
        tenures = current or self._best_known(person)
        held = current if self.day or self._agree(current) else ()
        own = [tenure for tenure in tenures if tenure.country == country] or list(tenures)
        home = self._shared_crown(person, own) or next((t.country for t in own if self._tells_home(t, current)), "")
        held = tuple(tenure for tenure in held if tenure.country == home)
        titles = frozenset(word for tenure in held for word in self._office_words(tenure))
        return Standing(home, frozenset(tenure.kind for tenure in held), titles)

    def _tells_home(self, tenure: Tenure, current: Sequence[Tenure]) -> bool:
        """Whether somebody is of the state or organisation of an office: of an organisation only while in office."""
        return tenure in current or self.day is None or tenure.country not in self.world.organisations

    def coming(self, person: Person, kinds: Collection[str]) -> str:
        """The country of an office that the person will hold soon, or empty."""
        if self.day is None:
            return ""
        ahead = (t for t in self.world.tenures_of(person.id) if t.kind in kinds)
        return next((t.country for t in ahead if 0 < (t.first - self.day).days <= SOON), "")

    def _best_known(self, person: Person) -> Sequence[Tenure]:
        """The office by which one who holds none is known: of a state before an organisation, senior before near."""
        return sorted(self.world.tenures_of(person.id), key=self._renown)[:1]

    def _renown(self, tenure: Tenure) -> tuple[bool, int, int]:
        rank = SENIORITY.index(tenure.kind)
        return (tenure.country in self.world.organisations, min(rank, 2), days_apart(tenure, self.day))

    def _agree(self, tenures: Sequence[Tenure]) -> bool:
        return len({tenure.country for tenure in tenures}) == 1

    def office_country(self, person: Person, kinds: Collection[str], says: Collection[str]) -> str:
        """The country of the office that a title before a name means, of all that the person held; empty for none."""
        held = [t for t in self.world.tenures_of(person.id) if t.kind in kinds and self._says(t, says)]
        nearest = min(held, key=lambda tenure: days_apart(tenure, self.day), default=None)
        return self._shared_crown(person, held) or (nearest.country if nearest else "")

    def _shared_crown(self, person: Person, tenures: Sequence[Tenure]) -> str:
        """The state for which one who is head of state of several realms stands, where `tenures` are of that kind."""
        if not any(tenure.kind == "head_of_state" for tenure in tenures):
            return ""
        realms = {t.country for t in self.world.tenures_of(person.id) if t.kind == "head_of_state"}
        crowns = place_rules().shared_crown & realms if len(realms) > 1 else frozenset()
        return next(iter(crowns), "")

    def whole(self, people: Sequence[Person], country: str, kinds: Collection[str]) -> Person | None:
        """The bearer of a whole name who fits country, office and day best; None where none can be meant."""
        ranked = sorted((self._misfit(person, country, kinds), number) for number, person in enumerate(people))
        if not ranked or ranked[0][0][0] or ranked[0][0][2] > LIFETIME:
            return None
        return people[ranked[0][1]]

    def _misfit(self, person: Person, country: str, kinds: Collection[str]) -> tuple[bool, bool, int, int]:
        tenures = self.world.tenures_of(person.id)
        own = [tenure for tenure in tenures if self._is_of(tenure, country)]
        fitting = [tenure for tenure in own if tenure.kind in kinds and days_apart(tenure, self.day) <= SLACK]
        gap = min((days_apart(tenure, self.day) for tenure in own or tenures), default=LIFETIME)
        rank = min((SENIORITY.index(tenure.kind) for tenure in own or tenures), default=len(SENIORITY))
        return (not own, not fitting, gap, rank)

    def _is_of(self, tenure: Tenure, country: str) -> bool:
        """Whether an office is of a state, of an armed party whose state it is, or of a body beside an organisation."""
        bodies = self.world.organisations
        beside = country in bodies and tenure.country in bodies
        return country in {"", tenure.country, self.gazetteer.home_of(tenure.country)} or beside

    def namesake(self, words: Sequence[str], country: str, kinds: Collection[str]) -> Person | None:
        """The person with this last name, a fitting first name and an office near the day."""
        people = [p for p in self.gazetteer.called(words[-1]) if alike(words[0], fold(p.name).split()[0])]
        people = people or [p for p in self.gazetteer.bearing(words[-1]) if set(words) <= set(fold(p.name).split())]
        near = [p for p in people if self._misfit(p, country, kinds)[2] <= 365]
        return self.whole(near, country, kinds)

    def incumbent(self, words: Sequence[str], country: str, kinds: Collection[str]) -> Person | None:
        """The holder of a state's office on the day, where the name as written is a spelling of the holder's name."""
        if not country or self.day is None:
            return None
        people = (self.world.people[tenure.person] for tenure in self.world.holders(country, kinds, self.day))
        return next((person for person in people if _resembles(words, person)), None)

    def bare(
        self,
        name: str,
        country: str,
        kinds: Collection[str],
        *,
        titled: bool,
        near: Collection[str] = (),
        says: Collection[str] = (),
    ) -> Person | None:
        """The one person whom news calls so on the day.

        Args:
            name: bare family name.
            country: code that the words around it name, or empty.
            kinds: kinds of office that they name.
            titled: a title or honorific stands before the name, so that lesser offices count as well.
            near: codes that the document names, to tell namesakes apart.
            says: words of which the office's title in the tables holds one, unless its state is near.
        """
        called = [person for person in self.gazetteer.called(name) if titled or _is_written_so(name, person)]
        pools = [called, *([self.gazetteer.bearing(name)] if kinds else [])]
        known = set(near) | place_rules().prominent
        for people, tier in product(pools, self._tiers(kinds, titled=titled)):
            fitting = [pair for person in people if (pair := self._held(person, country, tier, wide=bool(kinds)))]
            fitting = [pair for pair in fitting if pair[1].country in near or self._says(pair[1], says)]
            if not titled:
                rare = tier == HEADS and self._is_rare(name, people)
                allowed = known | self.world.countries.keys() if rare else known
                fitting = [pair for pair in fitting if pair[1].country in allowed]
            if fitting:
                return self._one(fitting, near)
        return None

    def _says(self, tenure: Tenure, says: Collection[str]) -> bool:
        """Whether an office is called by one of the words, where any are asked for."""
        return not says or not self._office_words(tenure).isdisjoint(says)

    def remembered(
        self, name: str, codes: Collection[str], kinds: Collection[str], says: Collection[str]
    ) -> Person | None:
        """The last one called so who held such an office of one of the states before the day: "President Reagan"."""
        until = self.day or date.max
        held = [
            (days_apart(tenure, self.day), number, person)
            for number, person in enumerate(self.gazetteer.called(name))
            for tenure in self.world.tenures_of(person.id)
            if tenure.kind in kinds and tenure.first <= until and tenure.country in codes and self._says(tenure, says)
        ]
        gap, _, person = min(held, key=lambda one: one[:2], default=(LIFETIME, 0, None))
        return person if gap < LIFETIME else None

    def _is_rare(self, name: str, people: Sequence[Person]) -> bool:
        """Whether only one person bears the family name, so that one who leads a state needs no country near by."""
        families = [fold(person.family) for person in people]
        return len(name) > 4 and families == [fold(name)] and fold(name) not in self.gazetteer.given_names

    def _tiers(self, kinds: Collection[str], *, titled: bool) -> list[frozenset[str]]:
        if kinds:
            return [frozenset(kinds) if "leader" not in kinds else HEADS]
        return [*HIGH, frozenset(SENIORITY)] if titled else list(HIGH)

    def _held(self, person: Person, country: str, kinds: frozenset[str], *, wide: bool) -> tuple[Person, Tenure] | None:
        slack = TITLE_SLACK if wide else SLACK
        for tenure in self.world.offices(person.id, self.day, slack):
            if tenure.kind in kinds and country in {"", tenure.country}:
                return person, tenure
        return None

    def _one(self, fitting: list[tuple[Person, Tenure]], near: Collection[str]) -> Person | None:
        """The only one, or the only one whose office runs on the day, or of a country near by."""
        current = [pair for pair in fitting if days_apart(pair[1], self.day) == 0] or fitting
        for choice in (fitting, current, [pair for pair in current if pair[1].country in near]):
            if choice and self._same_post(choice):
                return min(choice, key=lambda pair: preference(pair[1], self.day))[0]
        return self._leader_among(current)

    def _leader_among(self, fitting: Sequence[tuple[Person, Tenure]]) -> Person | None:
        """The leader of the only state that those of one name belong to: Kim Jong-un before his premier Kim."""
        codes = {tenure.country for _, tenure in fitting}
        leader = self.world.head(min(codes), self.day) if len(codes) == 1 else None
        return next((person for person, _ in fitting if leader and person.id == leader.person), None)

    def _same_post(self, fitting: list[tuple[Person, Tenure]]) -> bool:
        """Whether there is one person, or one office on one day, of which the tables can only have two spellings."""
        if len({person.id for person, _ in fitting}) == 1:
            return True
        return self.day is not None and len({(tenure.country, tenure.kind) for _, tenure in fitting}) == 1

    def former(self, name: str, country: str, kinds: Collection[str]) -> Person | None:
        """The one who held such an office last before the day, of those whom news calls so."""
        people = [person for person in self.gazetteer.called(name) if self.held_before(person, kinds, country)]
        return min(people, key=lambda person: self._misfit(person, country, kinds)[2], default=None)

    def held_before(self, person: Person, kinds: Collection[str], country: str = "") -> bool:
        """Whether the person has held such an office by the day."""
        until = self.day or date.max
        tenures = self.world.tenures_of(person.id)
        return any(t.kind in kinds and t.first <= until and country in {"", t.country} for t in tenures)

    def holder(
        self, country: str, kinds: Collection[str], head: str, says: Collection[str], words: str
    ) -> Tenure | None:
        """Who held an office on the day; None where the tables do not know.

        Args:
            country: code of the state or organisation.
            kinds: kinds of office.
            head: last word of the office as written.
            says: words of which the office's title in the tables should hold one.
            words: the office as written, to tell offices of one organisation apart.
        """
        if self.day is None:
            return None
        if "leader" in kinds and country in self.world.countries:
            return self.world.head(country, self.day)
        found = self.world.holders(country, HEADS if "leader" in kinds else kinds, self.day)
        if country in self.world.organisations:
            return self._of_organisation(country, found, words)
        return next(iter(saying(found, self._office_words, head, says)), None)

    def is_filled(self, country: str, kinds: Collection[str]) -> bool:
        """Whether the tables know who had held such an office for some time on the day."""
        if self.day is None:
            return False
        holders = self.world.holders(country, own_kinds(kinds), self.day)
        return any((self.day - tenure.first).days > TITLE_SLACK for tenure in holders)

    def _of_organisation(self, code: str, found: Iterable[Tenure], words: str) -> Tenure | None:
        """The office with most words in common: an organisation has several presidents."""
        said = set(fold(words).split()) - {"the", "of"}
        offices = list(found) or list(self.world.holders(code, SENIORITY, self.day))
        shared = [(len(said & self._office_words(tenure)), -number) for number, tenure in enumerate(offices)]
        best = max(shared, default=(0, 0))
        return offices[-best[1]] if best[0] > 1 else None

    def _office_words(self, tenure: Tenure) -> set[str]:
        return set(fold(" ".join((tenure.office, *tenure.office_aliases, tenure.country))).split())


def _is_written_so(name: str, person: Person) -> bool:
    """Whether a bare name is the person's as written, not by spelling alone: a short one is soon a common word."""
    return len(name) > 5 or fold(name) in {fold(bare) for bare in (person.family, *person.called)}


def _resembles(words: Sequence[str], person: Person) -> bool:
    """Whether the family name as written is the person's, but for a letter or two; a given name is too little."""
    family = {word for name in (person.family, *person.called) for word in fold(name).split() if len(word) > 3}
    later = {word for name in (person.name, *person.aliases) for word in fold(name).split()[1:] if len(word) > 3}
    written = [word for word in words[-2:] if len(word) > 3]
    return any(_is_spelling(word, family) for word in written) or any(
        _is_spelling(word, later) for word in written[-1:]
    )


def _is_spelling(word: str, own: Collection[str]) -> bool:
    return bool(get_close_matches(word, own, n=1, cutoff=_SPELLING))


def saying(
    items: Sequence[Item], words: Callable[[Item], Collection[str]], head: str, says: Collection[str]
) -> list[Item]:
    """Those whose office is called as the text calls it; all of them where the kind of office is enough.

    Args:
        items: those among whom to choose.
        words: gives the folded words of an item's office.
        head: last word of the office as written, which decides where one has it.
        says: words of which the office must have one; empty where any will do.
    """
    same = [item for item in items if head in words(item)] if head in says else []
    return same or [item for item in items if not says or set(says) & set(words(item))]


def own_kinds(kinds: Collection[str]) -> frozenset[str]:
    """The kinds of which a state has one holder: a president who governs heads it, and of deputies there are many."""
    lesser = {"head_of_government"} if "head_of_state" in kinds else {"deputy_head_of_government", "vice_president"}
    return frozenset(kinds) - lesser


def alike(one: str, other: str) -> bool:
    """Whether two folded first names can be one: equal, short form, or initial."""
    nicknames = name_rules().nicknames
    return short_of(nicknames.get(one, one), nicknames.get(other, other))
