"""Whom a mention means on a day: by name, by office, as a counterpart; nobody rather than the wrong one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from difflib import get_close_matches

from kg.world.bearers import bare, bearers
from kg.world.choosing import Chooser, Option
from kg.world.directory import Directory
from kg.world.mention_reader import MentionReader
from kg.world.names import fold, tokens
from kg.world.offices import HEADS, days_apart
from kg.world.posts import Posts, single
from kg.world.resolution import Alternative, Certainty, Reading, Resolution, Time
from kg.world.titles import Key, plain
from kg.world.types import Person, Tenure
from kg.world.words import Gazetteer

_SOON = timedelta(days=150)
"""How long before the office one is called its elect."""
_LATELY = timedelta(days=60)
"""How long a holder is surely the new one, even where the next takes over soon."""
_FRESH = timedelta(days=400)
"""How long a holder is called new at all."""
_SPELLING = 0.78
"""Similarity (Ratcliff and Obershelp) from which two words can be spellings of one name: Demirel, Demiral."""
_MOST = 6
"""Alternatives that are told."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known beside the mention.

    Attributes:
        on: the day.
        known: whom the context names, in its order.
        places: states and organisations of the context, and of `country` and the issuer.
        country: state that is meant where the words name none.
        home: state of the issuer.
    """

    on: date | None
    known: tuple[Resolution, ...] = ()
    places: tuple[str, ...] = ()
    country: str = ""
    home: str = ""


class Resolver:
    """Resolves mentions against one world.

    Args:
        world: the tables.
    """

    def __init__(self, world: Directory) -> None:
        self.world = world
        self.gazetteer = Gazetteer(world.geo)
        self.posts = Posts(world, self.gazetteer)
        self._reader = MentionReader(world, self.gazetteer)

    def resolve(
        self, mention: str | Reading, on: date | None, context: Collection[str], country: str, issuer: str
    ) -> Resolution:
        """Whom a mention means; see `World.resolve`."""
        reading = self._reader.read(mention) if isinstance(mention, str) else mention
        return _Question(self, reading, self._setting(on, context, country, issuer)).answer()

    def _setting(self, on: date | None, context: Collection[str], country: str, issuer: str) -> Setting:
        words = self.gazetteer.cut(issuer)
        home = next((word.code for word in words if word.code), "")
        alone = Setting(on, places=tuple(filter(None, (country, home))), country=country, home=home)
        known = tuple(_Question(self, self._reader.read(text), alone).answer() for text in context)
        places = dict.fromkeys((*alone.places, *(one.country for one in known)))
        return replace(alone, known=known, places=tuple(filter(None, places)))


class _Question:
    """One mention in its setting."""

    def __init__(self, resolver: Resolver, reading: Reading, setting: Setting) -> None:
        self._resolver, self._world, self._posts = resolver, resolver.world, resolver.posts
        self._reading, self._setting, self._on = reading, setting, setting.on
        self._key = self._posts.key(reading.title)
        self._title: Key = plain(self._key - frozenset(reading.codes))

    def answer(self) -> Resolution:
        """The answer, by what the mention holds: a counterpart, a name, an office, a state."""
        reading = self._reading
        if reading.counterpart and not reading.name:
            return self._counterpart()
        if reading.name:
            return self._named()
        if reading.indefinite:
            return self._unknown("stands for nobody in particular")
        if reading.plural:
            return self._several()
        if self._title:
            return self._office()
        return self._place()

    # --- names ---

    def _named(self) -> Resolution:
        name = self._reading.name
        people, as_written = bearers(self._world, name)
        if people:
            found = self._whole(people, as_written=as_written)
            if found.person or len(tokens(name)) > 1:
                return found if found.person else self._spelt_otherwise() or found
        return self._by_context() or self._bare()

    def _chooser(self, country: str = "", reading: Reading | None = None) -> Chooser:
        return Chooser(self._world, self._posts, reading or self._reading, self._on, country, self._setting.places)

    def _whole(self, people: Sequence[Person], *, as_written: bool) -> Resolution:
        choice, options = self._chooser().whole(people, as_written=as_written)
        if choice is None and not options and self._reading.time is not Time.NOW:
            present = replace(self._reading, time=Time.NOW)
            choice, options = self._chooser(reading=present).whole(people, as_written=as_written)
        if choice is None:
            return self._unknown(_why_none(len(people), len(options)), options)
        return self._found(choice.person, self._tenure(choice), Certainty.EXACT, "bears this name", options)

    def _tenure(self, choice: Option) -> Tenure | None:
        """The office by which one is meant: that of the words, else the most senior of the day."""
        former = self._reading.time is Time.FORMER and choice.misfit < 2
        if self._title and (former or (choice.gap == 0 and choice.misfit == 0)):
            return self._own(choice.tenure)
        held = [self._own(tenure) for tenure in self._world.offices(choice.person.id, self._on)] if self._on else ()
        return next(iter(held), choice.tenure if self._title and choice.misfit < 2 else None)

    def _own(self, tenure: Tenure) -> Tenure:
        """The tenure; of one who heads several states at once that of the state with most offices in the tables."""
        if tenure.kind != "head_of_state" or self._reading.codes:
            return tenure
        same = [other for other in self._world.offices(tenure.person, self._on) if other.kind == tenure.kind]
        return max(same or [tenure], key=lambda other: len(self._posts.of(other.country)))

    def _by_context(self) -> Resolution | None:
        """The person of the context whom the text may call so afterwards."""
        said = set(tokens(self._reading.name))
        for one in reversed(self._setting.known):
            person = one.person
            if person is None or not said <= {word for own in (person.name, *person.called) for word in tokens(own)}:
                continue
            options = self._chooser().options([person])
            if options and options[0].misfit < 2:
                return self._found(person, self._tenure(options[0]), Certainty.BY_LAST_NAME, "named in the context")
        return None

    def _bare(self) -> Resolution:
        name = bare(self._reading.name)
        people = self._world.people_called(name)
        choice, options = self._chooser(self._setting.country).bare(people)
        if choice:
            reason = f"called {self._reading.name}" + (" with this title" if self._title else "")
            return self._found(choice.person, self._tenure(choice), Certainty.BY_LAST_NAME, reason, options)
        return self._spelt_otherwise() or self._unknown(_why_none(len(people), len(options)), options)

    def _spelt_otherwise(self) -> Resolution | None:
        """The holder of the office, where the name is a part or another spelling of the holder's."""
        if not self._title or self._on is None or self._reading.time not in {Time.NOW, Time.ACTING}:
            return None
        owners = self._reading.codes or tuple(filter(None, (self._setting.country,)))
        held = [t for code in owners for t in self._posts.held(code, self._key, self._on)]
        held = held if owners else self._posts.shared(self._title, self._on)
        like = [tenure for tenure in held if self._is_spelling(tenure, {*owners, *self._setting.places})]
        if len({tenure.person for tenure in like}) != 1:
            return None
        person = self._world.people[like[0].person]
        return self._found(person, like[0], Certainty.BY_OFFICE, "holds the office, and the name is much alike")

    def _is_spelling(self, tenure: Tenure, near: Collection[str]) -> bool:
        """Whether the name can be the holder's: another spelling where the state is told, else a part of it."""
        cutoff = _SPELLING if tenure.country in near else 1.0
        return _resembles(self._reading.name, self._world.people[tenure.person], cutoff)

    # --- offices ---

    def _owners(self) -> tuple[str, ...]:
        """States whose office it can be."""
        setting = self._setting
        if self._reading.codes:
            return self._reading.codes
        if self._reading.antecedent:
            before = self._antecedent()
            return (before.country,) if before else ()
        told = setting.country or (setting.known[-1].country if setting.known and self._reading.possessed else "")
        return tuple(filter(None, (told or setting.home or (setting.known[-1].country if setting.known else ""),)))

    def _office(self) -> Resolution:
        if self._reading.time is Time.FORMER:
            return self._former()
        if self._reading.time is Time.ELECT:
            return self._elect()
        if self._on is None:
            return self._ever()
        owners = self._owners()
        if self._reading.antecedent and not owners:
            return self._unknown("whose office it is, is not known")
        for owner in owners:
            held = self._posts.held(owner, self._key, self._on)
            if held:
                return self._newcomer(owner, self._on) if self._reading.fresh and single(held) else self._holder(held)
        # "Hamas leader" is an office of Palestine in the tables
        anywhere = self._posts.anywhere(self._key, self._on) if self._reading.codes or not owners else []
        if owners and not anywhere:
            return self._unknown("nobody is known to have held this office on the day")
        return self._holder(anywhere)

    def _holder(self, held: Sequence[Tenure]) -> Resolution:
        if not held:
            return self._unknown("the words do not say of which state")
        if len({tenure.country for tenure in held}) > 1 or not single(held):
            return self._unknown("several held such an office on the day", (), held)
        acting = [tenure for tenure in held if tenure.acting] if self._reading.time is Time.ACTING else []
        best = (acting or held)[0]
        person = self._world.people[best.person]
        return self._found(person, best, Certainty.BY_OFFICE, "held this office on the day", (), held)

    def _newcomer(self, owner: str, on: date) -> Resolution:
        """Whom "new" means: who took the office just before the day, else who takes it soon, else not long before."""
        ever = self._posts.ever(owner, self._key)
        near = [tenure for tenure in ever if on - _FRESH <= tenure.first <= on + _SOON]
        if not near:
            return self._unknown("nobody is known to have taken this office near the day", (), ())
        best = min(near, key=lambda tenure: (on - tenure.first > _LATELY, abs(on - tenure.first)))
        return self._found(self._world.people[best.person], best, Certainty.BY_OFFICE, "took this office", (), near)

    def _ever(self) -> Resolution:
        held = [tenure for owner in self._owners()[:1] for tenure in self._posts.ever(owner, self._key)]
        if len({tenure.person for tenure in held}) == 1:
            return self._found(self._world.people[held[0].person], held[0], Certainty.BY_OFFICE, "the only holder ever")
        return self._unknown("who held this office depends on the day, and none is given", (), held)

    def _former(self) -> Resolution:
        """A former holder, where there is a single one."""
        on = self._on or date.max
        owner = next(iter(self._owners()), "")
        held = [tenure for tenure in self._posts.ever(owner, self._key) if tenure.first <= on]
        now = {tenure.person for tenure in held if tenure.last is None or tenure.last >= on}
        past = sorted((t for t in held if t.person not in now), key=lambda tenure: tenure.first, reverse=True)
        if len({tenure.person for tenure in past}) == 1:
            return self._found(
                self._world.people[past[0].person], past[0], Certainty.BY_OFFICE, "the only former holder"
            )
        return self._unknown("several held this office before the day", (), past)

    def _elect(self) -> Resolution:
        """Who takes the office soon."""
        on, owner = self._on, next(iter(self._owners()), "")
        ever = self._posts.ever(owner, self._key) if on else []
        soon = [tenure for tenure in ever if on and on < tenure.first <= on + _SOON]
        now = {tenure.person for tenure in ever if on and tenure.first <= on and (tenure.last or on) >= on}
        coming = [tenure for tenure in soon if tenure.person not in now]
        if len({tenure.person for tenure in coming}) == 1:
            person = self._world.people[coming[0].person]
            return self._found(person, coming[0], Certainty.BY_OFFICE, "took this office soon after")
        return self._unknown("nobody is known to have taken this office soon after the day", (), coming)

    def _several(self) -> Resolution:
        owners = self._reading.codes if self._on else ()
        held = [t for code in owners for t in self._posts.held(code, self._title, self._on or date.max)[:1]]
        return self._unknown("stands for several persons", (), held)

    # --- counterparts and places ---

    def _counterpart(self) -> Resolution:
        """Who holds the office of the one before in the state named."""
        before = self._antecedent()
        target = next((code for code in self._reading.codes if before is None or code != before.country), "")
        if before is None or self._on is None or not target:
            return self._unknown("whose counterpart it is, or of which state, is not known")
        named = [one for one in self._setting.known if one.person and one.tenure and one.country == target]
        same = [one for one in named if one.tenure and one.tenure.kind == before.kind]
        held = [one.tenure for one in same if one.tenure] or self._equals(before, target, self._on)
        if not held:
            return self._unknown("nobody is known to have held the same office there on the day")
        person = self._world.people[held[0].person]
        return self._found(person, held[0], Certainty.BY_OFFICE, f"holds the office of {before.office} there", (), held)

    def _antecedent(self) -> Tenure | None:
        if self._reading.antecedent:
            alone = replace(self._reading, name=self._reading.antecedent, counterpart=False, codes=(), title="")
            found = _Question(self._resolver, alone, self._setting).answer()
            return found.tenure
        tenured = (one.tenure for one in reversed(self._setting.known) if one.tenure)
        return next((tenure for tenure in tenured if tenure.country not in self._reading.codes[:1]), None)

    def _equals(self, before: Tenure, target: str, on: date) -> list[Tenure]:
        """Holders of the same kind of office; leaders meet leaders, and nobody is sure where a president rivals one."""
        held = list(self._world.holders(target, {before.kind}, on))
        leader, own = self._world.head(target, on), self._world.head(before.country, on)
        if leader is None or own is None or own.person != before.person or before.kind not in HEADS:
            return held[:1] if single(held) else []
        rivals = {tenure.person for tenure in held if "president" in fold(tenure.office).split()} - {leader.person}
        is_president = "president" in fold(before.office).split()
        return [] if is_president and rivals and leader.kind == "head_of_government" else [leader]

    def _place(self) -> Resolution:
        if self._reading.codes:
            return self._unknown("stands for a state or organisation, for no person")
        return self._unknown("neither a name nor an office of the tables")

    # --- answers ---

    def _found(
        self, person: Person, tenure: Tenure | None, certainty: Certainty, reason: str,
        options: Iterable[Option] = (), tenures: Iterable[Tenure] = (),
    ) -> Resolution:  # fmt: skip
        others = self._alternatives(options, tenures, person)
        country = tenure.country if tenure else self._country_of(person)
        told = f"{reason}: {_in_words(tenure)}" if tenure else reason
        return Resolution(person, tenure, person.name, self._reading.title, country, told, certainty, others)

    def _country_of(self, person: Person) -> str:
        """The state named if the person had to do with it, else that of the office nearest to the day."""
        held = self._world.tenures_of(person.id)
        near = sorted(held, key=lambda one: (days_apart(one, self._on), -one.first.toordinal()))
        own = [tenure.country for tenure in near]
        return next((code for code in self._reading.codes if code in own), own[0] if own else "")

    def _unknown(self, reason: str, options: Iterable[Option] = (), tenures: Iterable[Tenure] = ()) -> Resolution:
        reading = self._reading
        country = next(iter(reading.codes), "") or (self._setting.country if reading.name or self._title else "")
        others = self._alternatives(options, tenures, None)
        return Resolution(None, None, reading.name, reading.title, country, reason, Certainty.UNKNOWN, others)

    def _alternatives(
        self, options: Iterable[Option], tenures: Iterable[Tenure], chosen: Person | None
    ) -> tuple[Alternative, ...]:
        pairs = [(option.person, option.tenure) for option in options]
        pairs += [(self._world.people[tenure.person], tenure) for tenure in tenures]
        others = {person.id: Alternative(person, tenure, _in_words(tenure)) for person, tenure in reversed(pairs)}
        kept = [others[id_] for id_ in dict.fromkeys(person.id for person, _ in pairs)]
        return tuple(other for other in kept if chosen is None or other.person.id != chosen.id)[:_MOST]


def _why_none(people: int, options: int) -> str:
    if not people:
        return "nobody in the tables bears this name"
    return "several bear this name" if options > 1 else "whoever bears this name held no such office near the day"


def _in_words(tenure: Tenure) -> str:
    end = f"to {tenure.last}" if tenure.last else "on"
    return f"{tenure.office} ({tenure.country}) from {tenure.first} {end}"


def _resembles(name: str, person: Person, cutoff: float) -> bool:
    """Whether the family name is the person's, or all longer words of the name are, but for a letter or two.

    Args:
        name: as written.
        person: who holds the office that stands before the name.
        cutoff: similarity from which words count as spellings of one; 1 for equal words only.
    """
    own = {word for held in (person.name, *person.aliases, *person.called) for word in fold(held).split()}
    words = [word for word in tokens(name) if len(word) > 3]
    if cutoff < 1 and words and words[-1] == fold(person.family):
        return True
    return bool(words) and all(get_close_matches(word, own, n=1, cutoff=cutoff) for word in words[-2:])
