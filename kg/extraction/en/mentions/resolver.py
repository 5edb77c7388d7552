"""Who each candidate stands for: names first, wherever they stand, then bare names, offices and nationalities."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile

from kg.extraction.en.mentions.candidates import Candidate
from kg.extraction.en.mentions.discourse import Discourse
from kg.extraction.en.mentions.dossiers import Dossier, Dossiers
from kg.extraction.en.mentions.gazetteer import Gazetteer
from kg.extraction.en.mentions.persons import HEADS, Standing, WhoIsWho, saying
from kg.extraction.en.mentions.rules import name_rules, title_rules
from kg.extraction.en.mentions.titles import Time, Title, in_state
from kg.extraction.mentions import Form
from kg.model import Kind
from kg.world import Person, Tenure
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


class Resolver:
    """Resolves the candidates of one document.

    Args:
        gazetteer: look-ups.
        setting: where and when the text stands.
    """

    def __init__(self, gazetteer: Gazetteer, setting: Setting) -> None:
        self.gazetteer, self.setting = gazetteer, setting
        self.who, self.dossiers = WhoIsWho(gazetteer, setting.day), Dossiers()
        self._places: set[str] = set()
        self.discourse = Discourse()
        self._introduced: dict[int, Dossier] = {}

    # --- names ---

    def introduce(self, candidates: Sequence[Candidate]) -> None:
        """Take in the persons whom the document names in full or with a title, wherever."""
        self._places |= {candidate.country for candidate in candidates if candidate.country}
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
            person = person or self.who.incumbent(words, candidate.country, candidate.kinds)
        dossier = self.dossiers.of_person(person) if person else self.dossiers.named(words, candidate.country)
        if dossier or person or candidate.introduced or self._looks_like_person(words, candidate):
            return self._noted(dossier or self._new(name.text, person, candidate), candidate)
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
                return self._noted(known, candidate)
            person = self._titled_person(name.text, candidate)
            if person and candidate.gender and person.gender not in {"", candidate.gender}:
                person = None
            if known and not person:
                return self._noted(known, candidate)
        dossier = self.dossiers.of_person(person) if person else None
        return self._noted(dossier or self._new(name.text, person, candidate), candidate)

    def _titled_person(self, name: str, candidate: Candidate) -> Person | None:
        if candidate.title and candidate.time is Time.PAST:
            return self.who.former(name, candidate.country, candidate.title.kinds)
        loose = candidate.title is None or candidate.title.name in title_rules().loose
        near = self._near()
        reign = candidate.royal_name
        person = self.who.bare(reign, candidate.country, (), titled=True, near=near) if reign else None
        if person is None and candidate.kinds:
            person = self.who.bare(name, candidate.country, candidate.kinds, titled=True, near=near)
        codes = [candidate.country] if candidate.country else sorted(near)
        spelt = (self.who.incumbent(fold(name).split(), code, candidate.kinds) for code in codes)
        person = person or next((someone for someone in spelt if someone), None)
        return person or (self.who.bare(name, candidate.country, (), titled=True, near=near) if loose else None)

    def _near(self) -> set[str]:
        own = {self.setting.issuer, self.setting.home, self.setting.visited}
        return self._places | own | {dossier.country for dossier in self.dossiers}

    def _new(self, name: str, person: Person | None, candidate: Candidate) -> Dossier:
        country = candidate.country
        if person and candidate.time is Time.FUTURE and not country:
            country = self.who.coming(person, candidate.kinds)
        standing = self.who.standing(person, country) if person else Standing()
        country = country or standing.country or self._owner_country(candidate) or candidate.beside
        if not country and candidate.is_titled_first:
            country = self.setting.issuer or self.setting.visited
        gender = (person.gender if person else "") or self.gazetteer.gender_of(fold(name).split()[0])
        return self.dossiers.add(Dossier.of(name, country, person, standing, gender))

    def _owner_country(self, candidate: Candidate) -> str:
        owner = self._owner(candidate)
        return owner.country if owner else ""

    def _owner(self, candidate: Candidate) -> Dossier | None:
        """The person whose spokesman or adviser it is."""
        owner = candidate.owner
        if owner is None or owner.name is None:
            return None
        if owner.name.is_single and not owner.introduced and not owner.name.people:
            return self._bare(owner.name.text, owner)
        return self._whole(owner) or self._titled(owner)

    def _of(self, person: Person, name: str, country: str = "") -> Dossier:
        return self.dossiers.of_person(person) or self._new(name, person, Candidate(0, 0, Form.NAME, country=country))

    def _noted(self, dossier: Dossier, candidate: Candidate) -> Dossier:
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

    def _bare(self, name: str, candidate: Candidate) -> Dossier | None:
        """Whom a bare name means: someone of the document, else whoever holds a high office on the day."""
        known = self._called(name, candidate)
        doubtful = candidate.attached or (candidate.opens and fold(name) in name_rules().common_family)
        if known or len(name) < 2 or doubtful:
            return known
        person = self.who.bare(name, candidate.country, (), titled=False, near=self._near())
        return self._of(person, name) if person else None

    # --- everything else ---

    def resolve(self, candidate: Candidate, rest: Sequence[Candidate]) -> Dossier | None:
        """The entity that a candidate stands for, in reading order; None where it stands for none.

        Args:
            candidate: the candidate.
            rest: the candidates behind it in the same text.
        """
        dossier = self._introduced.get(id(candidate)) or self._resolved(candidate, rest)
        if candidate.nation in self.gazetteer.world.countries:
            self.discourse.place(candidate.nation)
        if dossier and not dossier.country:
            dossier.country = self._state_spoken_of(candidate)
        if dossier and dossier.country in self.gazetteer.world.countries:
            self.discourse.place(dossier.country)
        if dossier and dossier.kind is Kind.PERSON:
            self.discourse.tell(dossier, candidate.position)
        return dossier

    def _state_spoken_of(self, candidate: Candidate) -> str:
        """The country of an office that names none: the only one spoken of so far, for offices within a state the last.

        Without any it is that of the dateline.
        """
        title, states = candidate.title, self.discourse.states
        if title is None or title.family or candidate.owner:
            return ""
        domestic = title.head in title_rules().domestic
        return states[-1] if states and (domestic or len(states) == 1) else self.setting.home

    def _resolved(self, candidate: Candidate, rest: Sequence[Candidate]) -> Dossier | None:
        match candidate.form:
            case Form.NAME:
                return (
                    self._bare(candidate.name.text, candidate) if candidate.name and candidate.name.is_single else None
                )
            case Form.OFFICE:
                return self._office(candidate, rest)
            case Form.COUNTERPART:
                return self._counterpart(candidate)
            case Form.NATIONALITY:
                return self._national(candidate.country)
            case Form.ORGANISATION:
                code = candidate.country
                return self.dossiers.impersonal(Kind.ORGANISATION, code, name=self._name_of(code))
            case _:
                return self._party(candidate.country)

    def _party(self, code: str) -> Dossier:
        """The state, or the organisation for which a metonym stands."""
        kind = Kind.ORGANISATION if code in self.gazetteer.world.organisations else Kind.STATE
        return self.dossiers.impersonal(kind, code, name=self._name_of(code))

    def _name_of(self, code: str) -> str:
        world = self.gazetteer.world
        body = world.organisations.get(code) or world.countries.get(code)
        return body.name if body else ""

    def _office(self, candidate: Candidate, rest: Sequence[Candidate]) -> Dossier | None:
        owner = self._owner(candidate)
        if candidate.title is None or (candidate.owner and owner is None and not candidate.country):
            return None
        country = candidate.country or (owner.country if owner else "") or self._possessor_country(candidate)
        title = in_state(candidate.title, country or self.setting.issuer, candidate.post)
        home = self.gazetteer.home_of(country)
        if title.name in title_rules().shared or title.family or home != country:
            return self._of_many(candidate, home or self.setting.issuer)
        if not country:
            return self._office_at_home(candidate, title, rest)
        held = self._holder_named(candidate, title, country) or self._incumbent(candidate, title, country)
        return held or self.dossiers.impersonal(Kind.POST, country, candidate.post)

    def _possessor_country(self, candidate: Candidate) -> str:
        """The country of "his foreign minister": that of the person before."""
        if candidate.determiner not in {"his", "her", "their"}:
            return ""
        before = next((dossier for dossier in self.discourse.recent() if dossier.country), None)
        return before.country if before else ""

    def _office_at_home(self, candidate: Candidate, title: Title, rest: Sequence[Candidate]) -> Dossier | None:
        """An office without a country: the issuer's own, else that of somebody named before.

        Where nobody is named, the dateline tells the country of offices that a text calls so only at home.
        """
        before = self._antecedent(candidate, title, rest)
        issuer, home = self.setting.issuer, self.setting.home if title.name == "head_of_state" else ""
        if not issuer or title.name in title_rules().anaphoric:
            return before or (self._incumbent(candidate, title, home) if home else None)
        own = self._holder_named(candidate, title, issuer)
        general = title.head in title_rules().general
        if own and not general and title.time is Time.NOW and title.head not in own.calls:
            own = None
        if own is None and (before is None or self._speaks_as(candidate)):
            own = self._incumbent(candidate, title, issuer, exact=not general)
        return own or before or self.dossiers.impersonal(Kind.POST, issuer, candidate.post)

    def _speaks_as(self, candidate: Candidate) -> bool:
        """Whether the issuer's name is the office's: "Prime Minister's Office"."""
        return set(fold(candidate.post).split()) <= self.setting.voice

    def _antecedent(self, candidate: Candidate, title: Title, rest: Sequence[Candidate]) -> Dossier | None:
        """The person named before who holds the office: whoever was introduced with it, then who is spoken of most."""
        others = {*self.discourse.named_in_clause(candidate.position), *self._named_behind(candidate, rest)}
        wanted = set(fold(candidate.post).split())
        fitting = [dossier for dossier in self.discourse.recent() if dossier not in others]
        fitting = [dossier for dossier in fitting if self._is_called(dossier, title)]
        introduced = [dossier for dossier in fitting if wanted <= set(fold(dossier.post).split())]
        likely = introduced or [dossier for dossier in fitting if wanted <= dossier.calls] or fitting
        return likely[0] if len(likely) == 1 else self.discourse.subject(likely)

    def _named_behind(self, candidate: Candidate, rest: Sequence[Candidate]) -> Iterator[Dossier]:
        """Those who are named behind a candidate in its sentence: the candidate is none of them."""
        for other in takewhile(lambda other: other.position.sentence == candidate.position.sentence, rest):
            introduced = self._introduced.get(id(other))
            if introduced:
                yield introduced
            elif other.name:
                yield from self.dossiers.called(other.name.text)

    def _is_called(self, dossier: Dossier, title: Title) -> bool:
        """Whether the office without a country, as the text calls it, can be this person's."""
        rules = title_rules()
        if title.name in rules.anaphoric and title.name != "leader":
            head = not dossier.offices & HEADS and title.head in fold(dossier.post).split()
            return head or bool(dossier.offices & title.kinds)
        if not self._holds(dossier, HEADS if "leader" in title.kinds else title.kinds, "", title.time):
            return False
        now = title.time is Time.NOW and bool(title.says)
        exact = title.head in title.says and title.head not in rules.general
        return not now or bool(dossier.calls & ({title.head} if exact else title.says))

    def _of_many(self, candidate: Candidate, country: str) -> Dossier | None:
        """One of several who hold such an office: somebody named with it, else a post."""
        post = set(fold(candidate.post).split())
        anaphoric = candidate.title is not None and candidate.title.name in title_rules().anaphoric
        if anaphoric and not (candidate.country or candidate.owner) and candidate.determiner == "the":
            country = ""
        for dossier in self.discourse.recent():
            if (
                dossier.post
                and dossier.agrees(country)
                and post <= set(fold(dossier.post).split())
                and not candidate.owner
            ):
                return dossier
        return self.dossiers.impersonal(Kind.POST, country, candidate.post) if country else None

    def _holder_named(self, candidate: Candidate, title: Title, country: str) -> Dossier | None:
        """The person of the document who holds the office, the nearest before it first."""
        kinds = HEADS if "leader" in title.kinds else title.kinds
        holding = [dossier for dossier in self.dossiers.persons() if self._holds(dossier, kinds, country, title.time)]
        now = title.time is Time.NOW
        fitting = saying(holding, lambda dossier: dossier.calls, title.head, title.says) if now else holding
        if candidate.determiner in {"his", "her", "their"}:
            fitting = [dossier for dossier in fitting if dossier is not self.discourse.latest]
        recent = [dossier for dossier in self.discourse.recent() if dossier in fitting]
        return next(iter(recent or fitting), None)

    def _holds(self, dossier: Dossier, kinds: Collection[str], country: str, time: Time) -> bool:
        if country and dossier.country != country:
            return False
        if time is Time.FUTURE:
            return bool(dossier.coming & set(kinds))
        if time is Time.NOW:
            return bool(dossier.offices & set(kinds))
        if dossier.former or dossier.person is None:
            return dossier.former
        return not dossier.offices & set(kinds) and self.who.held_before(dossier.person, kinds)

    def _incumbent(self, candidate: Candidate, title: Title, country: str, *, exact: bool = False) -> Dossier | None:
        """Whoever holds the office on the day, by the tables; where `exact`, only if they call it by the same word."""
        if title.time is not Time.NOW or not title.kinds:
            return None
        says = frozenset({title.head}) if exact and "leader" not in title.kinds else title.says
        dossier = self._tenant(self.who.holder(country, title.kinds, title.head, says, candidate.post), country)
        return self._noted(dossier, candidate) if dossier else None

    def _tenant(self, tenure: Tenure | None, country: str) -> Dossier | None:
        person = self.gazetteer.world.people.get(tenure.person) if tenure else None
        return self._of(person, person.name, country) if person else None

    def _counterpart(self, candidate: Candidate) -> Dossier | None:
        """The only person of the document who holds the antecedent's office in the other country."""
        antecedent = self._owner(candidate) or self.discourse.latest
        if antecedent is None or not candidate.country:
            return None
        compatriots = (dossier for dossier in self.dossiers.persons() if dossier.country == candidate.country)
        equals = [other for other in compatriots if other is not antecedent and other.offices & antecedent.offices]
        return equals[0] if len(equals) == 1 else None

    def _national(self, country: str) -> Dossier | None:
        """Whom "the Georgian" means: the person of that country named last before it, else its leader."""
        recent = next((dossier for dossier in self.discourse.recent() if dossier.country == country), None)
        return recent or self.leader(country)

    def leader(self, country: str) -> Dossier | None:
        """Who leads a state on the day."""
        return self._tenant(self.who.holder(country, {"leader"}, "", (), ""), country)
