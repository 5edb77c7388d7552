"""Who holds an office that stands without a name: somebody of the document, else whoever the tables tell."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from kg.extraction.en.mentions.candidates import Candidate
from kg.extraction.en.mentions.dossiers import Dossier
from kg.extraction.en.mentions.naming import Naming
from kg.extraction.en.mentions.persons import saying
from kg.extraction.en.mentions.rules import place_rules, title_rules
from kg.extraction.en.mentions.titles import Time, Title, in_state
from kg.model import Kind
from kg.world import Tenure
from kg.world.names import fold
from kg.world.offices import HEADS


class Holders:
    """Finds the holders of one document's offices.

    Args:
        naming: who is named in the document.
    """

    def __init__(self, naming: Naming) -> None:
        self._naming, self._gazetteer, self._setting = naming, naming.gazetteer, naming.setting
        self._who, self._dossiers, self._discourse = naming.who, naming.dossiers, naming.discourse

    def resolve(self, candidate: Candidate, rest: Sequence[Candidate]) -> Dossier | None:
        """Who holds the office of a candidate without a name; a post where nobody is known to; None for nobody.

        Args:
            candidate: the candidate.
            rest: the candidates behind it in the same text.
        """
        owner = self._naming.owner(candidate)
        if candidate.title is None or (candidate.owner and owner is None and not candidate.country):
            return None
        country = candidate.country or (owner.country if owner else "") or self._possessor_country(candidate)
        title = in_state(candidate.title, country or self._setting.issuer, candidate.post)
        home = self._gazetteer.home_of(country)
        if title.name in title_rules().shared or title.family or home != country:
            return self._of_many(candidate, home or self._setting.issuer)
        if not country:
            return self._office_at_home(candidate, title, rest)
        held = self._holder_named(candidate, title, country) or self._incumbent(candidate, title, country)
        return held or self._unnamed(candidate, country)

    def _unnamed(self, candidate: Candidate, country: str) -> Dossier:
        """An office that nobody is known to fill; who represents a state is a party without a name too."""
        post = self._dossiers.impersonal(Kind.POST, country, candidate.post)
        post.offices |= candidate.kinds & title_rules().representing
        return post

    def _possessor_country(self, candidate: Candidate) -> str:
        """The country of "his foreign minister": that of the person before."""
        if candidate.determiner not in {"his", "her", "their"}:
            return ""
        before = next((dossier for dossier in self._discourse.recent() if dossier.country), None)
        return before.country if before else ""

    def _office_at_home(self, candidate: Candidate, title: Title, rest: Sequence[Candidate]) -> Dossier | None:
        """An office without a country: the issuer's own, else that of somebody named before.

        Where nobody is named, the dateline tells the country of offices that a text calls so only at home.
        """
        before = self._antecedent(candidate, title, rest)
        issuer, home = self._setting.issuer, self._setting.home if title.name == "head_of_state" else ""
        if not issuer or title.name in title_rules().anaphoric:
            return before or (self._incumbent(candidate, title, home) if home else None)
        own = self._holder_named(candidate, title, issuer)
        general = title.head in title_rules().general
        if own and not general and title.time is Time.NOW and title.head not in own.calls:
            own = None
        if own is None and (before is None or self._speaks_as(candidate)):
            own = self._incumbent(candidate, title, issuer, exact=not general)
        return own or before or self._unnamed(candidate, issuer)

    def _speaks_as(self, candidate: Candidate) -> bool:
        """Whether the issuer's name is the office's: "Prime Minister's Office"."""
        return set(fold(candidate.post).split()) <= self._setting.voice

    def _antecedent(self, candidate: Candidate, title: Title, rest: Sequence[Candidate]) -> Dossier | None:
        """The person named before who holds the office: whoever was introduced with it, then who is spoken of most."""
        others = {*self._discourse.named_in_clause(candidate.position), *self._named_behind(candidate, rest)}
        wanted = set(fold(candidate.post).split())
        fitting = [dossier for dossier in self._discourse.recent() if dossier not in others]
        fitting = [dossier for dossier in fitting if self._is_called(dossier, title)]
        introduced = [dossier for dossier in fitting if wanted <= set(fold(dossier.post).split())]
        likely = introduced or [dossier for dossier in fitting if wanted <= dossier.calls] or fitting
        return likely[0] if len(likely) == 1 else self._discourse.subject(likely)

    def _named_behind(self, candidate: Candidate, rest: Sequence[Candidate]) -> Iterator[Dossier]:
        """Those who are named behind a candidate in its sentence: the candidate is none of them."""
        for other in takewhile(lambda other: other.position.sentence == candidate.position.sentence, rest):
            introduced = self._naming.introduced(other)
            if introduced:
                yield introduced
            elif other.name:
                yield from self._dossiers.called(other.name.text)

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
        for dossier in self._discourse.recent():
            if (
                dossier.post
                and dossier.agrees(country)
                and post <= set(fold(dossier.post).split())
                and not candidate.owner
            ):
                return dossier
        return self._unnamed(candidate, country) if country else None

    def _holder_named(self, candidate: Candidate, title: Title, country: str) -> Dossier | None:
        """The person of the document who holds the office, the nearest before it first."""
        kinds = HEADS if "leader" in title.kinds else title.kinds
        holding = [dossier for dossier in self._dossiers.persons() if self._holds(dossier, kinds, country, title.time)]
        now = title.time is Time.NOW
        fitting = saying(holding, lambda dossier: dossier.calls, title.head, title.says) if now else holding
        if candidate.determiner in {"his", "her", "their"}:
            fitting = [dossier for dossier in fitting if dossier is not self._discourse.latest]
        recent = [dossier for dossier in self._discourse.recent() if dossier in fitting]
        return next(iter(recent or fitting), None)

    def _holds(self, dossier: Dossier, kinds: Collection[str], country: str, time: Time) -> bool:
        if country and dossier.country != country:
            person = dossier.person if time is Time.PAST else None
            return person is not None and self._who.held_before(person, kinds, country)
        if time is Time.FUTURE:
            return bool(dossier.coming & set(kinds))
        if time is Time.NOW:
            return bool(dossier.offices & set(kinds))
        if dossier.former or dossier.person is None:
            return dossier.former
        return not dossier.offices & set(kinds) and self._who.held_before(dossier.person, kinds)

    def _incumbent(self, candidate: Candidate, title: Title, country: str, *, exact: bool = False) -> Dossier | None:
        """Whoever holds the office on the day, by the tables; where `exact`, only if they call it by the same word."""
        if title.time is not Time.NOW or not title.kinds:
            return None
        says = frozenset({title.head}) if exact and "leader" not in title.kinds else title.says
        dossier = self._tenant(self._who.holder(country, title.kinds, title.head, says, candidate.post), country)
        return self._naming.noted(dossier, candidate) if dossier else None

    def _tenant(self, tenure: Tenure | None, country: str) -> Dossier | None:
        person = self._gazetteer.world.people.get(tenure.person) if tenure else None
        return self._naming.of(person, person.name, country) if person else None

    def voice(self, country: str, issuer: str) -> Dossier | None:
        """In whose voice an official issuer speaks: its minister's, else whoever leads the state on the day."""
        name = f" {fold(issuer)} "
        told = (kind for kind, words in place_rules().voices.items() if any(f" {word} " in name for word in words))
        found = (self._tenant(self._who.holder(country, {kind}, "", (), ""), country) for kind in told)
        return next(filter(None, found), None) or self.leader(country)

    def leader(self, country: str) -> Dossier | None:
        """Who leads a state on the day."""
        return self._tenant(self._who.holder(country, {"leader"}, "", (), ""), country)
