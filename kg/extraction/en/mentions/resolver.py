"""Who each phrase stands for: names first, wherever they stand, then bare names, offices and nationalities."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from kg.extraction.en.mentions.drafts import Draft, Drafts
from kg.extraction.en.mentions.lexicon import Lexicon
from kg.extraction.en.mentions.persons import HEADS, Standing, WhoIsWho, saying
from kg.extraction.en.mentions.phrases import Phrase
from kg.extraction.en.mentions.rules import name_rules, title_rules
from kg.extraction.en.mentions.titles import Time, Title
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
        visited: code of the state that a note tells of, whose officials need no country.
        home: code of the state of the dateline.
    """

    day: date | None = None
    issuer: str = ""
    visited: str = ""
    home: str = ""


class Resolver:
    """Resolves the phrases of one document.

    Args:
        lexicon: look-ups.
        setting: where and when the text stands.
    """

    def __init__(self, lexicon: Lexicon, setting: Setting) -> None:
        self.lexicon, self.setting = lexicon, setting
        self.who, self.drafts = WhoIsWho(lexicon, setting.day), Drafts()
        self._places: set[str] = set()
        self._recent: dict[Draft, None] = {}

    # --- names ---

    def introduce(self, phrases: Sequence[Phrase]) -> dict[int, Draft]:
        """The persons whom the document names in full or with a title, wherever, by the `id` of the phrase."""
        self._places |= {phrase.country for phrase in phrases if phrase.country}
        found: dict[int, Draft] = {}
        for wanted in (self._whole, self._titled):
            for phrase in phrases:
                draft = None if id(phrase) in found or phrase.name is None else wanted(phrase)
                if draft:
                    found[id(phrase)] = draft
        return found

    def _whole(self, phrase: Phrase) -> Draft | None:
        """Whoever bears a whole name; unknown bearers where the words around it or a given name tell a person."""
        name = phrase.name
        if name is None or (name.is_single and not name.people):
            return None
        words = fold(name.text).split()
        person = self.who.whole(name.people, phrase.country, phrase.kinds)
        if person is None and not name.is_single:
            person = self.who.namesake(words, phrase.country, phrase.kinds)
            person = person or self.who.incumbent(words, phrase.country, phrase.kinds)
        draft = self.drafts.of_person(person) if person else self.drafts.named(words, phrase.country)
        if draft or person or phrase.introduced or self._looks_like_person(words, phrase):
            return self._noted(draft or self._new(name.text, person, phrase), phrase)
        return None

    def _looks_like_person(self, words: Sequence[str], phrase: Phrase) -> bool:
        named = 2 <= len(words) <= 4 and words[0] in self.lexicon.given_names
        return named and not (phrase.placed or phrase.attached or phrase.heading)

    def _titled(self, phrase: Phrase) -> Draft | None:
        """Whoever has one name and a title or honorific before it: "President Chirac", "Mr Chirac"."""
        name = phrase.name
        if name is None or not name.is_single or not phrase.introduced:
            return None
        person: Person | None = None
        if not (phrase.title and phrase.title.family):
            known = self._called(name.text, phrase)
            if known:
                return self._noted(known, phrase)
            person = self._titled_person(name.text, phrase)
        draft = self.drafts.of_person(person) if person else None
        return self._noted(draft or self._new(name.text, person, phrase), phrase)

    def _titled_person(self, name: str, phrase: Phrase) -> Person | None:
        if phrase.title and phrase.time is Time.PAST:
            return self.who.former(name, phrase.country, phrase.title.kinds)
        loose = phrase.title is None or phrase.title.name in title_rules().loose
        near = self._near()
        person = self.who.bare(name, phrase.country, phrase.kinds, titled=True, near=near) if phrase.kinds else None
        codes = [phrase.country] if phrase.country else sorted(near)
        spelt = (self.who.incumbent(fold(name).split(), code, phrase.kinds) for code in codes)
        person = person or next((someone for someone in spelt if someone), None)
        return person or (self.who.bare(name, phrase.country, (), titled=True, near=near) if loose else None)

    def _near(self) -> set[str]:
        own = {self.setting.issuer, self.setting.home, self.setting.visited}
        return self._places | own | {draft.country for draft in self.drafts}

    def _new(self, name: str, person: Person | None, phrase: Phrase) -> Draft:
        standing = self.who.standing(person, phrase.country) if person else Standing()
        country = phrase.country or standing.country or self._owner_country(phrase) or phrase.beside
        if not country and phrase.title and not phrase.title.family:
            country = self.setting.issuer or self.setting.visited
        gender = (person.gender if person else "") or self.lexicon.gender_of(fold(name).split()[0])
        return self.drafts.add(Draft.of(name, country, person, standing, gender))

    def _owner_country(self, phrase: Phrase) -> str:
        owner = self._owner(phrase)
        return owner.country if owner else ""

    def _owner(self, phrase: Phrase) -> Draft | None:
        """The person whose spokesman or adviser it is."""
        if phrase.owner is None:
            return None
        if phrase.owner.is_single:
            return self._bare(phrase.owner.text, Phrase(0, 0, Form.NAME, name=phrase.owner))
        person = self.who.whole(phrase.owner.people, "", ())
        if person is None:
            return self.drafts.named(fold(phrase.owner.text).split(), "")
        return self._of(person, phrase.owner.text)

    def _of(self, person: Person, name: str, country: str = "") -> Draft:
        return self.drafts.of_person(person) or self._new(name, person, Phrase(0, 0, Form.NAME, country=country))

    def _noted(self, draft: Draft, phrase: Phrase) -> Draft:
        """The entity with what this phrase says about it."""
        if phrase.name and len(phrase.name.text.split()) > len(draft.name.split()):
            draft.name = phrase.name.text
        draft.country = draft.country or phrase.country
        draft.gender = draft.gender or phrase.gender
        draft.former = draft.former or phrase.time is Time.PAST
        draft.elect = draft.elect or phrase.time is Time.FUTURE
        if phrase.title and phrase.time is Time.NOW:
            draft.offices |= phrase.kinds - {"leader"} if not draft.offices & phrase.kinds else set()
            draft.calls |= set(fold(phrase.post).split())
            if len(phrase.post) > len(draft.post) and (not draft.post or phrase.country):
                draft.post = phrase.post
        return draft

    def _called(self, name: str, phrase: Phrase) -> Draft | None:
        """The entity of the document that this bare name means: the latest of those that fit."""
        fitting = [draft for draft in self.drafts.called(name) if self._may_be(draft, phrase)]
        rank = max((self._weight(draft, phrase) for draft in fitting), default=(False, 0))
        best = [draft for draft in fitting if self._weight(draft, phrase) == rank]
        recent = [draft for draft in reversed(self._recent) if draft in best]
        return next(iter(recent or best), None)

    def _weight(self, draft: Draft, phrase: Phrase) -> tuple[bool, int]:
        """How likely a bare name is this namesake's: the office just named, then any office, then a post as written."""
        post = draft.post.casefold().split()
        relative = bool(post) and post[-1] in title_rules().family
        return (bool(draft.offices & phrase.kinds), 2 * bool(draft.offices) + bool(draft.person or post) - 2 * relative)

    def _may_be(self, draft: Draft, phrase: Phrase) -> bool:
        """Whether country, gender and title allow a mention to be this entity."""
        if not draft.agrees(phrase.country, phrase.gender):
            return False
        kinds = phrase.kinds - {"leader"}
        if not (kinds and draft.person) or draft.offices & kinds:
            return True
        return self.who.held_before(draft.person, kinds) or (
            phrase.title is not None and phrase.title.name in title_rules().loose
        )

    def _bare(self, name: str, phrase: Phrase) -> Draft | None:
        """Whom a bare name means: someone of the document, else whoever holds a high office on the day."""
        known = self._called(name, phrase)
        doubtful = phrase.attached or (phrase.opens and fold(name) in name_rules().common_family)
        if known or len(name) < 2 or doubtful:
            return known
        person = self.who.bare(name, phrase.country, (), titled=False, near=self._near())
        return self._of(person, name) if person else None

    # --- everything else ---

    def resolve(self, phrase: Phrase, introduced: Draft | None) -> Draft | None:
        """The entity that a phrase stands for, in reading order; None where it stands for none."""
        draft = introduced or self._resolved(phrase)
        if draft and phrase.title and phrase.title.head in title_rules().domestic:
            latest = self._latest()
            draft.country = draft.country or (latest.country if latest else self.setting.home)
        if draft and draft.kind is Kind.PERSON:
            self._recent.pop(draft, None)
            self._recent[draft] = None
        return draft

    def _latest(self) -> Draft | None:
        """The person named last."""
        return next(reversed(self._recent), None)

    def _resolved(self, phrase: Phrase) -> Draft | None:
        match phrase.form:
            case Form.NAME:
                return self._bare(phrase.name.text, phrase) if phrase.name and phrase.name.is_single else None
            case Form.OFFICE:
                return self._office(phrase)
            case Form.COUNTERPART:
                return self._counterpart(phrase)
            case Form.NATIONALITY:
                return self._national(phrase.country)
            case Form.ORGANISATION:
                return self.drafts.impersonal(Kind.ORGANISATION, phrase.country, name=self._name_of(phrase.country))
            case _:
                return self._party(phrase.country)

    def _party(self, code: str) -> Draft:
        """The state, or the organisation for which a metonym stands."""
        kind = Kind.ORGANISATION if code in self.lexicon.world.organisations else Kind.STATE
        return self.drafts.impersonal(kind, code, name=self._name_of(code))

    def _name_of(self, code: str) -> str:
        world = self.lexicon.world
        body = world.organisations.get(code) or world.countries.get(code)
        return body.name if body else ""

    def _office(self, phrase: Phrase) -> Draft | None:
        title, owner = phrase.title, self._owner(phrase)
        if title is None or (phrase.owner and owner is None):
            return None
        country = phrase.country or (owner.country if owner else "") or self._possessor_country(phrase)
        home = self.lexicon.home_of(country)
        if title.name in title_rules().shared or title.family or home != country:
            return self._of_many(phrase, home or self.setting.issuer)
        if not country:
            return self._office_at_home(phrase, title)
        held = self._holder_named(phrase, title, country) or self._incumbent(phrase, title, country)
        return held or self.drafts.impersonal(Kind.POST, country, phrase.post)

    def _possessor_country(self, phrase: Phrase) -> str:
        """The country of "his foreign minister": that of the person before."""
        if phrase.determiner not in {"his", "her", "their"}:
            return ""
        before = next((draft for draft in reversed(self._recent) if draft.country), None)
        return before.country if before else ""

    def _office_at_home(self, phrase: Phrase, title: Title) -> Draft | None:
        """An office without a country: the issuer's own, else that of the only one named who can hold it.

        Where nobody is named, the dateline tells the country of offices that a text calls so only at home.
        """
        issuer, home = self.setting.issuer, self.setting.home if title.name == "head_of_state" else ""
        if issuer:
            held = self._holder_named(phrase, title, issuer) or self._incumbent(phrase, title, issuer)
            named = held or self._holder_named(phrase, title, "")
            return named or self.drafts.impersonal(Kind.POST, issuer, phrase.post)
        return self._holder_named(phrase, title, "") or (self._incumbent(phrase, title, home) if home else None)

    def _of_many(self, phrase: Phrase, country: str) -> Draft | None:
        """One of several who hold such an office: somebody named with it, else a post."""
        post = set(fold(phrase.post).split())
        for draft in reversed(self._recent):
            if draft.post and draft.agrees(country) and post <= set(fold(draft.post).split()) and not phrase.owner:
                return draft
        return self.drafts.impersonal(Kind.POST, country, phrase.post) if country else None

    def _holder_named(self, phrase: Phrase, title: Title, country: str) -> Draft | None:
        """The person of the document who holds the office, the nearest before it first."""
        kinds = HEADS if "leader" in title.kinds else title.kinds
        holding = [draft for draft in self.drafts.persons() if self._holds(draft, kinds, country, title.time)]
        now = title.time is Time.NOW
        fitting = saying(holding, lambda draft: draft.calls, title.head, title.says) if now else holding
        if phrase.determiner in {"his", "her", "their"}:
            fitting = [draft for draft in fitting if draft is not self._latest()]
        if not country and len(fitting) > 1:
            return None
        recent = [draft for draft in reversed(self._recent) if draft in fitting]
        return next(iter(recent or fitting), None)

    def _holds(self, draft: Draft, kinds: Collection[str], country: str, time: Time) -> bool:
        if country and draft.country != country:
            return False
        if time is Time.FUTURE:
            return draft.elect
        if time is Time.NOW:
            return bool(draft.offices & set(kinds))
        if draft.former or draft.person is None:
            return draft.former
        return not draft.offices & set(kinds) and self.who.held_before(draft.person, kinds)

    def _incumbent(self, phrase: Phrase, title: Title, country: str) -> Draft | None:
        """Whoever holds the office on the day, by the tables."""
        if title.time is not Time.NOW or not title.kinds:
            return None
        draft = self._tenant(self.who.holder(country, title.kinds, title.head, title.says, phrase.post), country)
        return self._noted(draft, phrase) if draft else None

    def _tenant(self, tenure: Tenure | None, country: str) -> Draft | None:
        person = self.lexicon.world.people.get(tenure.person) if tenure else None
        return self._of(person, person.name, country) if person else None

    def _counterpart(self, phrase: Phrase) -> Draft | None:
        """The only person of the document who holds the antecedent's office in the other country."""
        antecedent = self._owner(phrase) or self._latest()
        if antecedent is None or not phrase.country:
            return None
        others = (
            draft for draft in self.drafts.persons() if draft is not antecedent and draft.country == phrase.country
        )
        equals = [draft for draft in others if draft.offices & antecedent.offices]
        return equals[0] if len(equals) == 1 else None

    def _national(self, country: str) -> Draft | None:
        """Whom "the Georgian" means: the person of that country named last before it, else its leader."""
        recent = next((draft for draft in reversed(self._recent) if draft.country == country), None)
        return recent or self.leader(country)

    def leader(self, country: str) -> Draft | None:
        """Who leads a state on the day."""
        return self._tenant(self.who.holder(country, {"leader"}, "", (), ""), country)
