"""Which of several bearers of a name is meant, by office, state and day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kg.world.directory import Directory
from kg.world.offices import HEADS, LIFETIME, RENOWNED, SLACK, TITLE_SLACK, days_apart, preference
from kg.world.posts import Posts, named_by, rank
from kg.world.resolution import Reading, Time
from kg.world.titles import Key, shared_titles
from kg.world.types import Person, Tenure

_LESSER = frozenset({"ambassador", "other", "spokesperson", "deputy_foreign_minister"})

PROMINENT = frozenset(
    "USA RUS CHN GBR FRA DEU JPN IND ISR PSE IRN UKR TUR KOR PRK SAU EGY SYR IRQ ITA CAN BRA CUB PAK SUN".split()
)
"""States whose leaders news names by a last name that many others bear."""

_AHEAD = 730
"""Days before an office from which its later holder is in the news."""
_RECENT = 3650
"""Days after an office for which a bare name still means its former holder."""
_COURTESY = 11000
"""Days after an office for which a head's title is still given to its former holder."""
_NAMESAKE = 1500
"""The same for lesser offices, whose holders' names others bear."""
_YOUTH = 9000
"""Days before an office from which its later holder can be meant by the whole name."""
_ELECTED = 400
"""Days before an office from which its later holder is called its elect."""
_COMMON = 3
"""Bearers from which a family name is a common one."""


@dataclass(frozen=True, slots=True)
class Option:
    """A person who can be meant, with the office that fits best.

    Attributes:
        person: who.
        tenure: the office.
        misfit: 0 the title means this office, 1 it can be part of its title, 2 it is another's.
        gap: days between the day and the office; 0 while it runs, or where no day is given.
    """

    person: Person
    tenure: Tenure
    misfit: int
    gap: int

    @property
    def order(self) -> tuple[int, int, int]:
        """The best first."""
        return (self.misfit, self.gap, rank(self.tenure))


class Chooser:
    """Chooses for one mention.

    Args:
        world: the tables.
        posts: their offices by words.
        reading: the mention taken apart.
        on: the day, None where unknown.
        country: state of which the person must be, where the words do not say; empty for any.
        places: states and organisations of the context.
    """

    def __init__(
        self, world: Directory, posts: Posts, reading: Reading, on: date | None, country: str, places: Collection[str]
    ) -> None:
        self._world, self._posts, self._reading, self._on, self._places = world, posts, reading, on, places
        self._codes = frozenset(reading.codes) or frozenset(filter(None, (country,)))
        self.title: Key = posts.key(reading.title) - frozenset(reading.codes)
        self._full_title = posts.key(reading.title)

    def options(self, people: Iterable[Person]) -> list[Option]:
        """Those who had to do with the state named, each with the best fitting office; the best first."""
        found = (self._option(person) for person in people)
        return sorted((option for option in found if option), key=lambda option: option.order)

    def _option(self, person: Person) -> Option | None:
        tenures = self._world.tenures_of(person.id)
        own = [tenure for tenure in tenures if self._is_of_state(tenure)]
        fitting = (tenure for tenure in own if self._fits(tenure))
        graded = (Option(person, tenure, self._misfit(tenure), days_apart(tenure, self._on)) for tenure in fitting)
        return min(graded, key=lambda option: option.order, default=None)

    def _is_of_state(self, tenure: Tenure) -> bool:
        """Whether the office is of a state or party that the words name, or is named after it: "Hamas leader"."""
        if not self._codes or tenure.country in self._codes:
            return True
        return any(self._codes & key for key in self._posts.post(tenure).keys)

    def _fits(self, tenure: Tenure) -> bool:
        """Whether the office is of the time that the words say: past, to come, or any."""
        if self._on is None:
            return True
        if self._reading.time is Time.FORMER:
            return tenure.last is not None and tenure.last < self._on
        if self._reading.time is Time.ELECT:
            return -TITLE_SLACK <= (tenure.first - self._on).days <= _ELECTED
        return True

    def _misfit(self, tenure: Tenure) -> int:
        if not self.title:
            return 0
        post, key = self._posts.post(tenure), self._full_title - {tenure.country}
        if self._posts.means(post, key, self._on) or self._posts.means(post, self.title, self._on):
            return 0
        return 1 if named_by(post, self.title) else 2

    def whole(self, people: Sequence[Person], *, as_written: bool) -> tuple[Option | None, list[Option]]:
        """The bearer of a whole name, and all who come into question.

        Args:
            people: those who bear the name.
            as_written: they bear it so; if not, one much like it, and the office must fit.
        """
        options = [option for option in self._of_gender(self.options(people)) if self._is_near(option, as_written)]
        if not options:
            return None, options
        return self._first(options), options

    def _is_near(self, option: Option, as_written: bool) -> bool:
        """Whether the bearer of a whole name can be meant: long after a lesser office it is more likely a namesake."""
        if self._on is not None and self._on < option.tenure.first:
            return option.gap <= (_YOUTH if as_written else _ELECTED)
        if not as_written and (option.misfit > 1 or (option.gap > _AHEAD and self._reading.time is Time.NOW)):
            return False
        lesser = option.tenure.kind in {"ambassador", "other"} and not (self.title and option.misfit < 2)
        supported = bool(self._codes) or option.tenure.country in self._places
        return option.gap <= (_NAMESAKE if lesser and not supported else LIFETIME)

    def _first(self, options: Sequence[Option]) -> Option | None:
        """The first, unless another fits as well."""
        best = [option for option in options if (option.misfit, option.gap) == (options[0].misfit, options[0].gap)]
        return self._one(best)

    def bare(self, people: Sequence[Person]) -> tuple[Option | None, list[Option]]:
        """Whom a bare name means, and all who come into question."""
        everyone = self.options(people)
        options, common, alone = self._of_gender(everyone), len(people) > _COMMON, len(everyone) == 1
        return (self._titled(options, common) if self.title else self._untitled(options, common, alone)), options

    def _of_gender(self, options: Iterable[Option]) -> list[Option]:
        """Those whom the honorific before the name can mean."""
        told = self._reading.gender
        return [option for option in options if not told or option.person.gender in {"", told}]

    def _titled(self, options: Sequence[Option], common: bool) -> Option | None:
        fitting = [option for option in options if option.misfit < 2]
        if self._reading.time is Time.FORMER or self._on is None:
            return self._latest(fitting) if self._on else self._one(fitting)
        slack = _ELECTED if self._reading.time is Time.ELECT else TITLE_SLACK
        near = [option for option in fitting if option.gap <= slack]
        if near:
            return self._current(near) or self._current([o for o in near if o.tenure.kind in HEADS])
        past = [option for option in fitting if option.tenure.kind in HEADS and self._is_past(option, _COURTESY)]
        return None if common else self._one(past) or self._misnamed(options)

    def _misnamed(self, options: Sequence[Option]) -> Option | None:
        """The only head of that name on the day, called by another head's title: "President" for a chief executive."""
        heads = [option for option in options if option.tenure.kind in HEADS - {"organisation_head"}]
        known = any(self._posts.means(self._posts.post(option.tenure), self.title, self._on) for option in heads)
        running = [option for option in heads if not option.gap and self._is_heads_title()]
        return self._one(running) if not known else None

    def _is_heads_title(self) -> bool:
        shared = shared_titles().get(self.title)
        return shared is not None and bool(shared.kinds & {"head_of_state", "head_of_government"})

    def _untitled(self, options: Sequence[Option], common: bool, alone: bool) -> Option | None:
        if self._on is None:
            return self._one(options)
        if self._reading.time is not Time.NOW:
            return self._latest(options)
        here = [option for option in options if self._codes or option.tenure.country in self._places]
        running = [option for option in (here or options) if option.gap <= SLACK]
        for tier in (HEADS,) if common and not here else (HEADS, RENOWNED - HEADS, None):
            fitting = [option for option in running if tier is None or option.tenure.kind in tier]
            if fitting:
                return self._current(fitting if here or not common else self._prominent(fitting))
        return None if common and not here else self._remembered(options, alone)

    def _prominent(self, heads: Sequence[Option]) -> Sequence[Option]:
        """The heads of states whom news names so; nobody where a head of a lesser state bears the name as well."""
        states = [option for option in heads if option.tenure.kind != "organisation_head"]
        return states if all(option.tenure.country in PROMINENT for option in states) else ()

    def _remembered(self, options: Sequence[Option], alone: bool) -> Option | None:
        """Someone who held high office not long ago or soon will; however long ago for the only bearer of a name."""
        renowned = [option for option in options if option.tenure.kind in RENOWNED]
        near = [option for option in renowned if self._is_past(option, _RECENT) or self._is_ahead(option)]
        ever = [option for option in renowned if alone and self._is_past(option, LIFETIME)]
        return self._one(near) or self._one(ever)

    def _is_past(self, option: Option, days: int) -> bool:
        return self._on is not None and self._on >= option.tenure.first and option.gap <= days

    def _is_ahead(self, option: Option) -> bool:
        return self._on is not None and self._on < option.tenure.first and option.gap <= _AHEAD

    def _latest(self, options: Sequence[Option]) -> Option | None:
        return min(options, key=lambda option: (option.misfit, option.gap), default=None)

    def _current(self, options: Sequence[Option]) -> Option | None:
        """The only one, or the only one whose office runs on the day, or the only one near."""
        exact = [option for option in options if not option.misfit] or options
        return self._one([option for option in exact if not option.gap]) or self._one(exact)

    def _one(self, options: Sequence[Option]) -> Option | None:
        """The only person, or the only one of the context; two of one single office are two spellings of one."""
        for choice in (options, [option for option in options if option.tenure.country in self._places]):
            posts = {(option.tenure.country, option.tenure.kind) for option in choice}
            alone = len({option.person.id for option in choice}) == 1
            if alone or (len(posts) == 1 and self._on and not any(kind in _LESSER for _, kind in posts)):
                return min(choice, key=lambda option: (option.gap, preference(option.tenure, self._on)))
        return None
