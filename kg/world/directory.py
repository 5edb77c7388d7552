"""People, offices, countries, organisations and summits, and what one looks up among them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from functools import cached_property

from kg.world.geo import geo_terms
from kg.world.name_index import NameIndex, NameKeys
from kg.world.occasions import Calendar
from kg.world.offices import holds, preference, seniority
from kg.world.types import Conflict, Country, GeoTerm, Occasion, Organisation, Person, Tenure


class Directory:
    """People, tenures, countries, organisations and occasions, with the questions one asks of them.

    Args:
        people: all people.
        tenures: who held which post when.
        countries: all countries.
        organisations: international organisations and armed parties.
        occasions: summits.
        conflicts: what an overlay contradicts.
        name_keys: keys of the people's names, in their order, where these are known already.

    Attributes:
        people: by id.
        tenures: as given.
        countries: by code.
        organisations: by code.
        occasions: by id.
        conflicts: where the user's own tables contradict those beneath them.
    """

    def __init__(
        self,
        people: Iterable[Person] = (),
        tenures: Iterable[Tenure] = (),
        countries: Iterable[Country] = (),
        organisations: Iterable[Organisation] = (),
        occasions: Iterable[Occasion] = (),
        conflicts: Iterable[Conflict] = (),
        name_keys: NameKeys | None = None,
    ) -> None:
        self.people: Mapping[str, Person] = {person.id: person for person in people}
        self.tenures: tuple[Tenure, ...] = tuple(tenures)
        self.countries: Mapping[str, Country] = {country.code: country for country in countries}
        self.organisations: Mapping[str, Organisation] = {body.code: body for body in organisations}
        self.occasions: Mapping[str, Occasion] = {occasion.id: occasion for occasion in occasions}
        self.conflicts: tuple[Conflict, ...] = tuple(conflicts)
        self._name_keys = name_keys

    def people_named(self, name: str) -> tuple[Person, ...]:
        """Everyone who bears this full name or alias, whatever the case, marks, initials and honorifics.

        Other spellings of the same name ("Zelenskiy") are tried where nobody bears it as written.
        """
        return self._names.named(name)

    def people_called(self, family: str) -> tuple[Person, ...]:
        """Everyone whom news calls by this bare name ("Xi", "Putin", "bin Salman", "Lula")."""
        return self._names.called(family)

    def tenures_of(self, person_id: str) -> tuple[Tenure, ...]:
        """All tenures of a person, in order of their beginning; empty where the person is unknown."""
        return self._by_person.get(person_id, ())

    def offices(self, person_id: str, on: date | None, slack_days: int = 0) -> tuple[Tenure, ...]:
        """The offices that a person held on a day, the most senior first.

        Args:
            person_id: id of the person.
            on: the day; None for all offices ever held.
            slack_days: days by which an office may begin later or end earlier.
        """
        slack = timedelta(days=slack_days)
        held = [tenure for tenure in self.tenures_of(person_id) if on is None or holds(tenure, on, slack)]
        return tuple(sorted(held, key=lambda tenure: preference(tenure, on)))

    def holders(self, country: str, kinds: Collection[str], on: date | None) -> tuple[Tenure, ...]:
        """Who held an office of one of the `kinds` on a day, the best first.

        Returns:
            The tenures; empty where nobody is known to have held it that day. Without a day, the tenures of the
            only person who ever held it, and nothing where there are several.
        """
        found = [tenure for kind in set(kinds) for tenure in self._by_post.get((country, kind), ())]
        if on is None:
            return tuple(found) if len({tenure.person for tenure in found}) == 1 else ()
        valid = (tenure for tenure in found if holds(tenure, on))
        return tuple(sorted(valid, key=lambda tenure: preference(tenure, on)))

    def head(self, country: str, on: date | None) -> Tenure | None:
        """The tenure that counts as the country's leader on a day: head of state or head of government, by country."""
        if country not in self.countries:
            return None
        return next(iter(self.holders(country, {self.countries[country].leader_on(on)}, on)), None)

    def country_of(self, word: str) -> str:
        """The code of the country or organisation that a word stands for, or ""."""
        term = self.geo.get(word)
        return term.code if term else ""

    def senses(self, word: str) -> tuple[GeoTerm, ...]:
        """All that a word may stand for, the preferred first."""
        return self._geo.get(word, ())

    def occasion(
        self, series_or_name: str, on: date | None = None, city: str = "", year: int | None = None
    ) -> Occasion | None:
        """The edition of a summit that a text means.

        Args:
            series_or_name: "G20", "G20 summit", "Hamburg G20 summit".
            on: the day of the text; the nearest edition is taken, future or past, within a year.
            city: host city, where the text names it.
            year: year of the edition, where the text names it.

        Returns:
            The edition, or None where there is none or the choice would be a guess.
        """
        return self._calendar.find(series_or_name, on, city, year)

    def editions(self, series_or_name: str, on: date | None = None, year: int | None = None) -> tuple[Occasion, ...]:
        """The edition of a summit that a day or a year means, else all of that name, in order."""
        if on is None and year is None:
            return self._calendar.editions(series_or_name)
        found = self.occasion(series_or_name, on, year=year)
        return (found,) if found else ()

    @cached_property
    def geo(self) -> Mapping[str, GeoTerm]:
        """Every word that stands for a country or an organisation, as written, in its preferred sense."""
        return {text: terms[0] for text, terms in self._geo.items()}

    @cached_property
    def _geo(self) -> Mapping[str, tuple[GeoTerm, ...]]:
        return geo_terms(self.countries.values(), self.organisations.values())

    @cached_property
    def _calendar(self) -> Calendar:
        return Calendar(self.occasions.values())

    @cached_property
    def _names(self) -> NameIndex:
        return NameIndex(tuple(self.people.values()), self._name_keys)

    @cached_property
    def _by_person(self) -> Mapping[str, tuple[Tenure, ...]]:
        index: dict[str, list[Tenure]] = {}
        for tenure in sorted(self.tenures, key=lambda tenure: (tenure.first, seniority(tenure))):
            index.setdefault(tenure.person, []).append(tenure)
        return {person: tuple(held) for person, held in index.items()}

    @cached_property
    def _by_post(self) -> Mapping[tuple[str, str], tuple[Tenure, ...]]:
        index: dict[tuple[str, str], list[Tenure]] = {}
        for tenure in self.tenures:
            index.setdefault((tenure.country, tenure.kind), []).append(tenure)
        return {post: tuple(held) for post, held in index.items()}
