"""Who each phrase stands for: names first, wherever they stand, then bare names, offices and nationalities."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from kg.extraction.en.mentions.drafts import Draft, Drafts
from kg.extraction.en.mentions.lexicon import Lexicon
from kg.extraction.en.mentions.persons import WhoIsWho
from kg.extraction.en.mentions.phrases import Phrase
from kg.extraction.en.mentions.titles import Time
from kg.extraction.mentions import Form
from kg.model import Kind
from kg.world import Person
from kg.world.names import fold

_PERSONAL = frozenset(
    {
        "spokesperson",
        "family",
        "ambassador",
        "un_ambassador",
        "envoy",
        "adviser",
        "deputy",
        "deputy_foreign_minister",
        "",
    }
)
"""Classes of titles that several persons of a state hold at once: an office alone names none of them."""


class Resolver:
    """Resolves the phrases of one document.

    Args:
        lexicon: look-ups.
        day: day of publication.
        self_country: code of the issuer, for "the President" and "our ambassador"; empty for newspapers.
        default_country: code of the place a note tells of, for persons that only a title introduces.
    """

    def __init__(self, lexicon: Lexicon, day: date | None, self_country: str = "", default_country: str = "") -> None:
        self.lexicon, self.who, self.drafts = lexicon, WhoIsWho(lexicon, day), Drafts()
        self.self_country, self.default_country = self_country, default_country
        self.places: set[str] = set()
        self._recent: list[Draft] = []

    # --- names ---------------------------------------------------------------------------------------------------

    def introduce(self, phrases: Sequence[Phrase]) -> dict[int, Draft]:
        """The persons whom the document names in full or with a title, wherever, by the `id` of the phrase."""
        self.places |= {phrase.country for phrase in phrases if phrase.country}
        found: dict[int, Draft] = {}
        for wanted in (self._whole, self._titled):
            for phrase in phrases:
                draft = None if id(phrase) in found or phrase.name is None else wanted(phrase)
                if draft:
                    found[id(phrase)] = draft
        return found

    def _whole(self, phrase: Phrase) -> Draft | None:
        name = phrase.name
        if name is None or (name.is_single and not name.people):
            return None
        words = name.text.split()
        person = self.who.whole(name.people, phrase.country, phrase.kinds)
        folded = [word for part in words for word in _fold(part)]
        if person is None and not name.is_single:
            person = self.who.namesake(folded, phrase.country, phrase.kinds)
        draft = self.drafts.of_person(person) if person else self.drafts.named(folded, phrase.country)
        if draft is None and person is None and not phrase.introduced and not self._looks_like_person(folded):
            return None
        return self._noted(draft or self._new(name.text, person, phrase), phrase)

    def _looks_like_person(self, words: Sequence[str]) -> bool:
        return 2 <= len(words) <= 4 and words[0] in self.lexicon.given_names

    def _titled(self, phrase: Phrase) -> Draft | None:
        name = phrase.name
        if name is None or not name.is_single or not phrase.introduced:
            return None
        known = self._called(name.text, phrase)
        if known:
            return self._noted(known, phrase)
        kinds = () if phrase.time is Time.PAST else phrase.kinds
        person = self.who.bare(name.text, phrase.country, kinds, titled=True, near=self._near())
        draft = self.drafts.of_person(person) if person else None
        return self._noted(draft or self._new(name.text, person, phrase), phrase)

    def _near(self) -> set[str]:
        return self.places | {draft.country for draft in self.drafts} | {self.self_country}

    def _new(self, name: str, person: Person | None, phrase: Phrase) -> Draft:
        standing = self.who.standing(person, phrase.country) if person else None
        country = phrase.country or (standing.country if standing else "") or self._owner_country(phrase)
        if not country and phrase.title and not phrase.title.family:
            country = self.self_country or self.default_country
        gender = (person.gender if person else "") or self.lexicon.given_names.get(_fold(name)[0], "")
        offices = set(standing.offices) if standing else set()
        return self.drafts.add(Draft(Kind.PERSON, name, country=country, person=person, gender=gender, offices=offices))

    def _owner_country(self, phrase: Phrase) -> str:
        owner = self._owner(phrase)
        return owner.country if owner else ""

    def _owner(self, phrase: Phrase) -> Draft | None:
        if phrase.owner is None:
            return None
        if phrase.owner.is_single:
            return self._bare(phrase.owner.text, phrase)
        person = self.who.whole(phrase.owner.people, "", ())
        if person is None:
            return self.drafts.named(_fold(phrase.owner.text), "")
        return self.drafts.of_person(person) or self._new(phrase.owner.text, person, Phrase(0, 0, Form.NAME))

    def _noted(self, draft: Draft, phrase: Phrase) -> Draft:
        """The entity with what this phrase says about it."""
        if phrase.name and len(phrase.name.text.split()) > len(draft.name.split()):
            draft.name = phrase.name.text
        draft.country = draft.country or phrase.country
        draft.gender = draft.gender or phrase.gender
        if phrase.title and phrase.time is Time.PAST:
            draft.former = True
        elif phrase.title:
            draft.offices |= phrase.kinds - {"leader"}
            if len(phrase.post) > len(draft.post) and (not draft.post or phrase.country):
                draft.post = phrase.post
        return draft

    def _called(self, name: str, phrase: Phrase) -> Draft | None:
        """The entity of the document that this bare name means: the latest of those that fit, the best office first."""
        fitting = [draft for draft in self.drafts.called(name) if draft.agrees(phrase.country, phrase.gender)]
        if phrase.kinds and len(fitting) > 1:
            fitting = [draft for draft in fitting if draft.offices & phrase.kinds] or fitting
        recent = [draft for draft in reversed(self._recent) if draft in fitting]
        return next(iter(recent or fitting), None)

    def _bare(self, name: str, phrase: Phrase) -> Draft | None:
        """Whom a bare name means: someone of the document, else whoever holds a high office on the day."""
        known = self._called(name, phrase)
        if known or len(name) < 2:
            return known
        person = self.who.bare(name, phrase.country, (), titled=False, near=self._near())
        if person is None:
            return None
        return self.drafts.of_person(person) or self._new(name, person, Phrase(0, 0, Form.NAME))

    # --- everything else -----------------------------------------------------------------------------------------

    def resolve(self, phrase: Phrase, introduced: Draft | None) -> Draft | None:
        """The entity that a phrase stands for, in reading order; None where it stands for none."""
        draft = introduced or self._resolved(phrase)
        if draft and draft.kind is Kind.PERSON:
            self._recent.append(draft)
        return draft

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
                return self.drafts.impersonal(Kind.ORGANISATION, phrase.country)
            case _:
                return self.drafts.impersonal(Kind.STATE, phrase.country)

    def _office(self, phrase: Phrase) -> Draft | None:
        title = phrase.title
        if title is None:
            return None
        owner = self._owner(phrase)
        if phrase.owner and owner is None:
            return None
        country = phrase.country or (owner.country if owner else "") or self._implied_country(phrase)
        if title.name in _PERSONAL or title.family:
            return self._of_many(phrase, country)
        named = self._holders_named(phrase, country)
        if named:
            return named
        if not country:
            return None
        return self._incumbent(phrase, country) or self.drafts.impersonal(Kind.POST, country, phrase.post)

    def _implied_country(self, phrase: Phrase) -> str:
        """The country of "his foreign minister", or of "the President" in a government's own release."""
        if phrase.determiner in {"his", "her", "their"}:
            before = next((draft for draft in reversed(self._recent) if draft.country), None)
            return before.country if before else ""
        return self.self_country

    def _of_many(self, phrase: Phrase, country: str) -> Draft | None:
        """One of several who hold such an office: somebody named with it, else a post."""
        post = set(_fold(phrase.post))
        for draft in reversed(self._recent):
            if draft.post and draft.agrees(country) and post <= set(_fold(draft.post)) and not phrase.owner:
                return draft
        return self.drafts.impersonal(Kind.POST, country, phrase.post) if country else None

    def _holders_named(self, phrase: Phrase, country: str) -> Draft | None:
        """The person of the document who holds the office, the nearest before it first."""
        kinds = self._wanted(phrase.kinds)
        past = phrase.time is Time.PAST
        fitting = [draft for draft in self.drafts.persons() if self._holds(draft, kinds, country, past=past)]
        if not country and len(fitting) > 1:
            return None
        recent = [draft for draft in reversed(self._recent) if draft in fitting]
        return next(iter(recent or fitting), None)

    def _holds(self, draft: Draft, kinds: Collection[str], country: str, *, past: bool) -> bool:
        if country and draft.country != country:
            return False
        if past:
            return draft.former or (
                draft.person is not None and not draft.offices & set(kinds) and self.who.last_held(draft.person, kinds)
            )
        return bool(draft.offices & set(kinds))

    def _wanted(self, kinds: Collection[str]) -> frozenset[str]:
        return (
            frozenset({"head_of_state", "head_of_government", "organisation_head"})
            if "leader" in kinds
            else frozenset(kinds)
        )

    def _incumbent(self, phrase: Phrase, country: str) -> Draft | None:
        """Whoever holds the office on the day, by the tables."""
        title = phrase.title
        if title is None or title.time is not Time.NOW or not title.kinds:
            return None
        tenure = self.who.holder(country, title.kinds, title.says, phrase.post)
        person = self.lexicon.world.people.get(tenure.person) if tenure else None
        if person is None:
            return None
        draft = self.drafts.of_person(person) or self._new(person.name, person, phrase)
        return self._noted(draft, phrase)

    def _counterpart(self, phrase: Phrase) -> Draft | None:
        """Whoever holds the antecedent's office in the other country."""
        antecedent = self._owner(phrase) or next(iter(self._recent[-1:]), None)
        if antecedent is None or not phrase.country:
            return None
        kinds = antecedent.offices
        named = [
            d
            for d in self.drafts.persons()
            if d is not antecedent and d.country == phrase.country and d.offices & kinds
        ]
        return named[0] if len(named) == 1 else None

    def _national(self, country: str) -> Draft | None:
        """ "the Georgian": the person of that country named last before it, else its leader."""
        recent = next((draft for draft in reversed(self._recent) if draft.country == country), None)
        return recent or self.leader(country)

    def leader(self, country: str) -> Draft | None:
        """Who leads a state on the day."""
        tenure = self.who.holder(country, {"leader"}, "", "")
        person = self.lexicon.world.people.get(tenure.person) if tenure else None
        if person is None:
            return None
        return self.drafts.of_person(person) or self._new(person.name, person, Phrase(0, 0, Form.NAME, country=country))


def _fold(text: str) -> list[str]:
    return fold(text).split() or [""]
