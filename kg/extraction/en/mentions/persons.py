"""Which person of the tables a name or an office means, as of the day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from kg.extraction.en.mentions.lexicon import Lexicon
from kg.extraction.en.mentions.rules import name_rules
from kg.world import Person, Tenure
from kg.world.names import fold
from kg.world.offices import SENIORITY, preference

HEADS = frozenset({"head_of_state", "head_of_government", "organisation_head"})
HIGH = (HEADS, frozenset({"foreign_minister", "vice_president", "crown_prince"}))
"""Kinds of office whose holders news names without introducing them, the most senior first."""

SLACK = 31
"""Days by which an office named in a text may begin later or have ended earlier."""

LIFETIME = 60 * 365
_TITLE_SLACK = 120


@dataclass(frozen=True, slots=True)
class Standing:
    """What a person is on the day.

    Attributes:
        country: code of the state or organisation that the person stands for.
        offices: kinds of office held.
        title: title of the most senior office held, or empty.
    """

    country: str = ""
    offices: frozenset[str] = frozenset()


class WhoIsWho:
    """Chooses persons of the tables for one day.

    Args:
        lexicon: look-ups.
        day: day of publication, None where unknown.
    """

    def __init__(self, lexicon: Lexicon, day: date | None) -> None:
        self.lexicon, self.world, self.day = lexicon, lexicon.world, day

    def standing(self, person: Person, country: str = "") -> Standing:
        """The person's country and offices, `country` preferred where the person had several."""
        tenures = self.world.offices(person.id, self.day, SLACK)
        if not tenures or self.day is None:
            tenures = tenures or self._nearest(person)
            held = frozenset() if self.day else self._agreed(tenures)
        else:
            held = frozenset(tenure.kind for tenure in tenures)
        own = [tenure for tenure in tenures if tenure.country == country] or list(tenures)
        return Standing(own[0].country if own else "", held)

    def _nearest(self, person: Person) -> tuple[Tenure, ...]:
        tenures = sorted(
            self.world.tenures_of(person.id), key=lambda tenure: (self._gap(tenure), SENIORITY.index(tenure.kind))
        )
        return tuple(tenures[:1])

    def _agreed(self, tenures: Sequence[Tenure]) -> frozenset[str]:
        one_country = len({tenure.country for tenure in tenures}) == 1
        return frozenset(tenure.kind for tenure in tenures) if one_country else frozenset()

    def _gap(self, tenure: Tenure) -> int:
        """Days between the day and the tenure, 0 within it or without a day."""
        if self.day is None:
            return 0
        if self.day < tenure.first:
            return (tenure.first - self.day).days
        end = tenure.last or tenure.seen
        return max(0, (self.day - end).days) if end else 0

    def whole(self, people: Sequence[Person], country: str, kinds: Collection[str]) -> Person | None:
        """The bearer of a whole name who fits country, office and day best; None where none can be meant."""
        ranked = sorted((self._misfit(person, country, kinds), number) for number, person in enumerate(people))
        if not ranked or ranked[0][0][0] or ranked[0][0][2] > LIFETIME:
            return None
        return people[ranked[0][1]]

    def _misfit(self, person: Person, country: str, kinds: Collection[str]) -> tuple[bool, bool, int, int]:
        tenures = self.world.tenures_of(person.id)
        own = [tenure for tenure in tenures if not country or tenure.country == country]
        fitting = [tenure for tenure in own if tenure.kind in kinds and self._gap(tenure) <= SLACK]
        gap = min((self._gap(tenure) for tenure in own or tenures), default=LIFETIME)
        rank = min((SENIORITY.index(tenure.kind) for tenure in own or tenures), default=len(SENIORITY))
        return (not own, not fitting, gap, rank)

    def bare(
        self, name: str, country: str, kinds: Collection[str], *, titled: bool, near: Collection[str] = ()
    ) -> Person | None:
        """The one person whom news calls so on the day.

        Args:
            name: bare family name.
            country: code that the words around it name, or empty.
            kinds: kinds of office that they name.
            titled: a title or honorific stands before the name, so that lesser offices count as well.
            near: codes that the document names, to tell namesakes apart.
        """
        pools = [self.lexicon.called(name), *([self.lexicon.bearing(name)] if kinds else [])]
        for people, tier in product(pools, self._tiers(kinds, titled=titled)):
            fitting = [pair for person in people if (pair := self._held(person, country, tier, wide=bool(kinds)))]
            if fitting:
                return self._one(fitting, near)
        return None

    def _tiers(self, kinds: Collection[str], *, titled: bool) -> list[frozenset[str]]:
        if kinds:
            return [frozenset(kinds) if "leader" not in kinds else HEADS]
        return [*HIGH, frozenset(SENIORITY)] if titled else list(HIGH)

    def _held(self, person: Person, country: str, kinds: frozenset[str], *, wide: bool) -> tuple[Person, Tenure] | None:
        slack = _TITLE_SLACK if wide else SLACK
        for tenure in self.world.offices(person.id, self.day, slack):
            if tenure.kind in kinds and country in {"", tenure.country}:
                return person, tenure
        return None

    def _one(self, fitting: list[tuple[Person, Tenure]], near: Collection[str]) -> Person | None:
        """The only one, or the only one whose office runs on the day, or of a country near by."""
        current = [pair for pair in fitting if self._gap(pair[1]) == 0] or fitting
        for choice in (fitting, current, [pair for pair in current if pair[1].country in near]):
            if choice and len({tenure.country for _, tenure in choice}) == 1 and self._same_post(choice):
                return min(choice, key=lambda pair: preference(pair[1], self.day))[0]
        return None

    def _same_post(self, fitting: list[tuple[Person, Tenure]]) -> bool:
        """Whether there is one person, or one office on one day, of which the tables can only have two spellings."""
        one_person = len({person.id for person, _ in fitting}) == 1
        return one_person or (self.day is not None and len({tenure.kind for _, tenure in fitting}) == 1)

    def namesake(self, words: Sequence[str], country: str, kinds: Collection[str]) -> Person | None:
        """The person with this last name, a fitting first name and an office near the day."""
        people = [p for p in self.lexicon.called(words[-1]) if alike(words[0], fold(p.name).split()[0])]
        near = [p for p in people if self._misfit(p, country, kinds)[2] <= 365]
        return self.whole(near, country, kinds)

    def holder(self, country: str, kinds: Collection[str], says: str, words: str) -> Tenure | None:
        """Who held an office on the day; None where the tables do not know.

        Args:
            country: code of the state or organisation.
            kinds: kinds of office.
            says: word that the office's title should hold, where several hold such an office.
            words: the office as written, to tell offices of one organisation apart.
        """
        if self.day is None:
            return None
        if "leader" in kinds and country in self.world.countries:
            return self.world.head(country, self.day)
        kinds = HEADS if "leader" in kinds else kinds
        found = list(self.world.holders(country, kinds, self.day))
        if country in self.world.organisations:
            return self._of_organisation(country, found, words)
        saying = [tenure for tenure in found if says and says in fold(tenure.office)]
        if says and found and not saying:
            return None
        return next(iter(saying or found), None)

    def _of_organisation(self, code: str, found: Iterable[Tenure], words: str) -> Tenure | None:
        said = set(fold(words).split()) - {"the", "of"}
        offices = list(found) or list(self.world.holders(code, SENIORITY, self.day))
        shared = [(len(said & self._office_words(tenure)), -number) for number, tenure in enumerate(offices)]
        best = max(shared, default=(0, 0))
        return offices[-best[1]] if best[0] > 1 else None

    def _office_words(self, tenure: Tenure) -> set[str]:
        return set(fold(" ".join((tenure.office, *tenure.office_aliases, tenure.country))).split())

    def last_held(self, person: Person, kinds: Collection[str]) -> bool:
        """Whether the person has ever held such an office by the day."""
        until = self.day or date.max - timedelta(days=1)
        return any(tenure.kind in kinds and tenure.first <= until for tenure in self.world.tenures_of(person.id))


def alike(one: str, other: str) -> bool:
    """Whether two folded first names can be one: equal, short form, or initial."""
    nicknames = name_rules().nicknames
    one, other = nicknames.get(one, one), nicknames.get(other, other)
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) == 1 and long.startswith(short)) or (len(short) > 2 and long.startswith(short))
