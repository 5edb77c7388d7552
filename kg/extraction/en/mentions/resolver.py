"""Who each candidate stands for: names first, wherever they stand, then bare names, offices and nationalities."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.en.mentions.candidates import Candidate
from kg.extraction.en.mentions.dossiers import Dossier
from kg.extraction.en.mentions.gazetteer import Gazetteer
from kg.extraction.en.mentions.holders import Holders
from kg.extraction.en.mentions.naming import Naming, Setting
from kg.extraction.en.mentions.scenes import Scenes
from kg.extraction.mentions import Form
from kg.model import Kind


class Resolver:
    """Resolves the candidates of one document.

    Args:
        gazetteer: look-ups.
        setting: where and when the text stands.
    """

    def __init__(self, gazetteer: Gazetteer, setting: Setting) -> None:
        self.naming = Naming(gazetteer, setting)
        self.holders, self.scenes = Holders(self.naming), Scenes(self.naming)

    def resolve(self, candidate: Candidate, rest: Sequence[Candidate]) -> Dossier | None:
        """The entity that a candidate stands for, in reading order; None where it stands for none.

        Args:
            candidate: the candidate.
            rest: the candidates behind it in the same text.
        """
        if candidate.scene:
            self.scenes.note(candidate.country, candidate)
            return None
        dossier = self.naming.introduced(candidate) or self._resolved(candidate, rest)
        if dossier:
            self.scenes.tell(dossier, candidate)
            self.scenes.note(dossier.country, candidate)
        if dossier and dossier.kind is Kind.PERSON:
            self.naming.discourse.tell(dossier, candidate.position)
        return dossier

    def _resolved(self, candidate: Candidate, rest: Sequence[Candidate]) -> Dossier | None:
        match candidate.form:
            case Form.NAME:
                return (
                    self.naming.bare(candidate.name.text, candidate)
                    if candidate.name and candidate.name.is_single
                    else None
                )
            case Form.OFFICE:
                return self.holders.resolve(candidate, rest)
            case Form.COUNTERPART:
                return self._counterpart(candidate)
            case Form.NATIONALITY:
                return self._national(candidate.country)
            case Form.ORGANISATION:
                code = candidate.country
                return self.naming.dossiers.impersonal(Kind.ORGANISATION, code, name=self._name_of(code))
            case _:
                return self._party(candidate.country)

    def _party(self, code: str) -> Dossier:
        """The state, or the organisation for which a metonym stands."""
        kind = Kind.ORGANISATION if code in self.naming.gazetteer.world.organisations else Kind.STATE
        return self.naming.dossiers.impersonal(kind, code, name=self._name_of(code))

    def _name_of(self, code: str) -> str:
        world = self.naming.gazetteer.world
        body = world.organisations.get(code) or world.countries.get(code)
        return body.name if body else ""

    def _counterpart(self, candidate: Candidate) -> Dossier | None:
        """The only person of the document who holds the antecedent's office in the other country."""
        antecedent = self.naming.owner(candidate) or self.naming.discourse.latest
        if antecedent is None or not candidate.country:
            return None
        compatriots = (dossier for dossier in self.naming.dossiers.persons() if dossier.country == candidate.country)
        equals = [other for other in compatriots if other is not antecedent and other.offices & antecedent.offices]
        return equals[0] if len(equals) == 1 else None

    def _national(self, country: str) -> Dossier | None:
        """Whom "the Georgian" means: the person of that country named last before it, else its leader."""
        recent = next((dossier for dossier in self.naming.discourse.recent() if dossier.country == country), None)
        return recent or self.holders.leader(country)
