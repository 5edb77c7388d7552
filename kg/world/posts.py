"""Which tenures the words of an office mean, as of a day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kg.world.directory import Directory
from kg.world.offices import SENIORITY, SEVERAL, holds, preference
from kg.world.titles import LEADER, Key, key_of, plain, shared_titles
from kg.world.types import Tenure
from kg.world.words import Gazetteer

_UNDER = frozenset({"deputy", "assistant", "former"})


@dataclass(frozen=True, slots=True)
class Post:
    """A tenure with the keys of its wordings, its own state left out."""

    tenure: Tenure
    keys: frozenset[Key]


class Posts:
    """The offices of a world by their words.

    Args:
        world: the tables.
        gazetteer: recognises states in the offices' titles.
    """

    def __init__(self, world: Directory, gazetteer: Gazetteer) -> None:
        self._world, self._gazetteer = world, gazetteer
        self._read: dict[Tenure, Post] = {}

    def key(self, title: str) -> Key:
        """The key of an office as written."""
        return key_of(self._gazetteer.cut(title))

    def post(self, tenure: Tenure) -> Post:
        """A tenure with its wordings."""
        if tenure not in self._read:
            keys = {self.key(text) - {tenure.country} for text in (tenure.office, *tenure.office_aliases)}
            self._read[tenure] = Post(tenure, frozenset(key for full in keys for key in (full, plain(full))))
        return self._read[tenure]

    def of(self, country: str) -> tuple[Post, ...]:
        """All posts of a state or organisation."""
        return tuple(self.post(tenure) for tenure in self._by_country.get(country, ()))

    @cached_property
    def _by_country(self) -> Mapping[str, tuple[Tenure, ...]]:
        found: dict[str, list[Tenure]] = {}
        for tenure in self._world.tenures:
            found.setdefault(tenure.country, []).append(tenure)
        return {country: tuple(tenures) for country, tenures in found.items()}

    def held(self, country: str, title: Key, on: date) -> list[Tenure]:
        """The tenures of a day that these words mean, the best first; those of the most senior kind only."""
        wanted = title - {country}
        valid = [self.post(tenure) for tenure in self._by_country.get(country, ()) if holds(tenure, on)]
        for key in dict.fromkeys((wanted, plain(wanted))):
            found = [post.tenure for post in valid if self.means(post, key, on)]
            if found:
                return _most_senior(found, on)
        return []

    def ever(self, country: str, title: Key) -> list[Tenure]:
        """The tenures of any day that these words mean."""
        key = plain(title - {country})
        return [post.tenure for post in self.of(country) if self.means(post, key, None)]

    def anywhere(self, title: Key, on: date) -> list[Tenure]:
        """The tenures of a day whose own wording these words are, of whatever state."""
        valid = (self.post(tenure) for tenure in self._world.tenures if holds(tenure, on))
        return [post.tenure for post in valid if title in post.keys]

    def shared(self, title: Key, on: date) -> list[Tenure]:
        """The tenures of a day that a title means which many states have."""
        kinds = shared_titles()[title].kinds if title in shared_titles() else frozenset[str]()
        valid = (tenure for tenure in self._world.tenures if tenure.kind in kinds and holds(tenure, on))
        return [tenure for tenure in valid if self.means(self.post(tenure), title, on)]

    def means(self, post: Post, key: Key, on: date | None) -> bool:
        """Whether the words mean this office, by its own wording or by a title that many states share."""
        if key in post.keys:
            return True
        shared = shared_titles().get(key)
        if shared is None:
            return False
        if LEADER in shared.kinds:
            return self._leads(post.tenure, on)
        return post.tenure.kind in shared.kinds and (not shared.says or any(shared.says & own for own in post.keys))

    def _leads(self, tenure: Tenure, on: date | None) -> bool:
        state = self._world.countries.get(tenure.country)
        if state is None:
            return tenure.kind in {"organisation_head", "head_of_state"}
        if on is None:
            return tenure.kind == state.leader_on(on)
        head = self._world.head(tenure.country, on)
        return head is not None and head.person == tenure.person and head.kind == tenure.kind


def named_by(post: Post, key: Key) -> bool:
    """Whether words before a name can be part of the office's title: "Secretary", "Minister"."""
    return any(key <= words and not (words - key) & _UNDER for words in post.keys)


def _most_senior(tenures: Iterable[Tenure], on: date) -> list[Tenure]:
    ranked = sorted(tenures, key=lambda tenure: preference(tenure, on))
    return [tenure for tenure in ranked if tenure.kind == ranked[0].kind]


def single(tenures: Collection[Tenure]) -> bool:
    """Whether a single person is meant: the tenures are of one, or of a kind that a state has once."""
    once = all(tenure.kind not in SEVERAL | {"organisation_head"} for tenure in tenures)
    return once or len({tenure.person for tenure in tenures}) == 1


def rank(tenure: Tenure) -> int:
    """Seniority of a tenure's kind, 0 the highest."""
    return SENIORITY.index(tenure.kind)
