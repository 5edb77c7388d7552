"""The world that mentions resolve to: who held which office when, and which summit was where."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path

from kg.world import compiled, loading
from kg.world.directory import Directory
from kg.world.name_finder import NamedPeople, NameFinder
from kg.world.name_index import NameIndex
from kg.world.overlay import overlay
from kg.world.resolution import Reading, Resolution
from kg.world.resolver import Resolver


class World(Directory):
    """The directory that reads itself from tables, takes the user's own, finds names in texts and resolves mentions."""

    @classmethod
    def from_folder(cls, path: Path) -> World:
        """The world of a folder of tables (docs/data.md says which).

        Raises:
            InputError: a table is missing or a row does not fit; the message names file, line and field.
        """
        people = loading.people(path)
        return cls(
            people,
            loading.tenures(path, {person.id for person in people}),
            loading.countries(path),
            loading.organisations(path),
            loading.occasions(path),
        )

    def with_overlay(self, path: Path) -> World:
        """This world with the user's own people, names and offices laid over it (docs/data.md describes the tables).

        Args:
            path: a table, or a folder of tables.

        Returns:
            A new world, whose `conflicts` tell where the user's rows contradict this one.

        Raises:
            InputError: there is no such table, or a row does not fit; the message names file, line and field.
        """
        people, tenures, conflicts = overlay(self, path)
        countries, organisations = self.countries.values(), self.organisations.values()
        return World(people, tenures, countries, organisations, self.occasions.values(), (*self.conflicts, *conflicts))

    def names_in(self, text: str) -> Iterator[NamedPeople]:
        """Every name of the tables that stands in a text, in order, each with all who bear it.

        Names are found as the tables write them, with their marks or without; none overlaps another. Who of the bearers
        is meant on a day is for `resolve` to say.
        """
        return self._finder.find(text)

    def resolve(
        self,
        mention: str | Reading,
        *,
        on: date | None = None,
        context: Collection[str] = (),
        country: str = "",
        issuer: str = "",
    ) -> Resolution:
        """Whom a name, a title with a name, or an office means on a day.

        Args:
            mention: as written ("President Xi", "Turkish foreign minister", "his Thai counterpart"), or taken apart.
            on: day of the text; without it only what needs no day is answered.
            context: persons and offices named before it, in their order: antecedents of counterparts and of bare
                names, and the states that tell namesakes apart.
            country: code of the state that is meant where the words name none.
            issuer: who published the text; its own offices need no state.

        Returns:
            The answer with its reason. Nobody, where the tables do not tell for sure.
        """
        return self._resolver.resolve(mention, on, context, country, issuer)

    @cached_property
    def _resolver(self) -> Resolver:
        return Resolver(self)

    @cached_property
    def _finder(self) -> NameFinder:
        return NameFinder(tuple(self.people.values()))


@cache
def load_world() -> World:
    """The world that ships with the package; from the user's cache where that holds these tables already."""
    tables = Path(str(files("kg.world"))) / "data"
    folder, key = compiled.cache_folder(), compiled.fingerprint(tables)
    known = compiled.load(folder, key)
    if known is None:
        people = loading.people(tables)
        tenures = loading.tenures(tables, {person.id for person in people})
        known = compiled.Compiled(people, tenures, NameIndex(people).keys)
        compiled.save(folder, key, known)
    rest = loading.countries(tables), loading.organisations(tables), loading.occasions(tables)
    return World(known.people, known.tenures, *rest, name_keys=known.keys)
