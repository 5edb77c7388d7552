"""Casting: who takes part, by a frame's slots and its rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Literal, Protocol

from kg.extraction.discourse import Discourse, Referent
from kg.extraction.frames import Frame, Shape
from kg.model import Kind, Roles

_IMPERSONAL = {Kind.STATE, Kind.ORGANISATION}
_ADDRESSED = {"object", "with"}  # slots whose filler, whoever it is, was the other side
_SPEAKERS = {"spokesperson", "press_secretary"}
_TOGETHER = {"between", "compound", "reciprocal"}  # slots that hold both sides, whoever else stands in the clause


Side = Literal["agent", "partner"]


class CastingRule(Protocol):
    """What casting needs of a contact rule."""

    @property
    def agent(self) -> Sequence[str]: ...
    @property
    def partner(self) -> Sequence[str]: ...
    @property
    def joint(self) -> Sequence[str]: ...
    @property
    def pairwise(self) -> bool: ...
    @property
    def personal(self) -> bool: ...
    @property
    def roles(self) -> Mapping[Side, str]: ...


@dataclass(frozen=True, slots=True)
class Cast:
    """Those who take part in one contact.

    Attributes:
        members: two or more, each once.
        roles: who did what.
        anaphoric: whether a pronoun or a group word stood for some of them.
    """

    members: tuple[Referent, ...]
    roles: Roles = field(default_factory=Roles)
    anaphoric: bool = False


def cast(frame: Frame, rule: CastingRule, discourse: Discourse) -> tuple[Cast, ...]:
    """Everyone who takes part, as one cast for each contact that the frame tells; empty where partners are missing."""
    return tuple(_known(one) for one in _cast(frame, rule, discourse))


def _known(one: Cast) -> Cast:
    """Without unnamed aides, where enough others take part."""
    members = tuple(r for r in one.members if r.entity.kind is not Kind.POST or r.entity.offices)
    return replace(one, members=members) if len(members) > 1 else one


def _cast(frame: Frame, rule: CastingRule, discourse: Discourse) -> tuple[Cast, ...]:
    filler = _Filler(frame, rule, discourse)
    for slot in (*rule.joint, "reciprocal"):
        if slot in _TOGETHER and not frame.slots.get("with") and len(together := filler.fill(slot, [])) > 1:
            return tuple(_joint(frame, together))
    if frame.slots.get("between") and "between" in rule.joint:
        return ()  # "enlisted A and B for talks between the rebels and their neighbours"
    if filler.counterparts(rule.partner) or filler.asked_first(rule):  # who the one side is decides the other
        agents = filler.first(rule.agent, [])
        partners = filler.first(rule.partner, agents[1])
    else:
        partners = filler.first(rule.partner, filler.named(rule.agent, rule.partner))
        agents = filler.first(rule.agent, partners[1])
    if not agents[1] and partners[1]:
        agents = (agents[0], _implied(frame, discourse, partners[1]))
    if agents[1] and partners[1] and not _about(frame, agents[1], partners[1]):
        return tuple(_casts(frame, rule, agents, partners))
    if any(p.shape is Shape.OTHER for slot in rule.partner if slot in _ADDRESSED for p in frame.slots.get(slot, ())):
        return ()  # "A and B met reporters", "met their targets"
    for slot in rule.joint:
        if len(together := filler.fill(slot, [])) > 1:
            return tuple(_joint(frame, together))
    return ()


Filled = tuple[str, list[Referent]]


@dataclass(frozen=True, slots=True)
class _Filler:
    """Fills slots with those whom their phrases stand for."""

    frame: Frame
    rule: CastingRule
    discourse: Discourse

    def counterparts(self, slots: Sequence[str]) -> bool:
        """Whether a slot holds counterparts."""
        return any(phrase.counterpart for slot in slots for phrase in self.frame.slots.get(slot, ()))

    def asked_first(self, rule: CastingRule) -> bool:
        """Whether one person's pronoun does something to a group's ("she met them"): the group is without her."""
        own = [p for slot in rule.agent for p in self.frame.slots.get(slot, ())]
        others = [p for slot in rule.partner for p in self.frame.slots.get(slot, ())]
        alone = bool(own) and all(p.shape is Shape.PRONOUN and p.gender for p in own)
        return alone and bool(others) and all(p.shape in {Shape.PRONOUN, Shape.GROUP} and p.plural for p in others)

    def named(self, slots: Sequence[str], others: Sequence[str]) -> list[Referent]:
        """Those whom the first filled slot names outright: no pronoun of another slot stands for them."""
        for slot in slots:
            named = [p for p in self.frame.slots.get(slot, ()) if p.shape is Shape.MENTION]
            if named and slot not in others:
                return [r for p in named for r in self.discourse.resolve(p, self.frame.sentence, p.start, [])]
        return []

    def first(self, slots: Sequence[str], exclude: list[Referent]) -> Filled:
        """The first slot that somebody fills."""
        for slot in slots:
            if found := self.fill(slot, exclude):
                return slot, found
        return "", []

    def fill(self, slot: str, exclude: list[Referent]) -> list[Referent]:
        """Everyone in a slot, each once, without those excluded."""
        banned = [referent.entity for referent in exclude]
        keys = {entity.key for entity in banned}
        found: dict[str, Referent] = {}
        for phrase in self.frame.slots.get(slot, ()):
            known = [*banned, *(referent.entity for referent in found.values())]
            for referent in self.discourse.resolve(phrase, self.frame.sentence, phrase.start, known):
                barred = self.rule.personal and referent.entity.kind in _IMPERSONAL
                if referent.entity.key not in keys and not barred and not (slot == "subject" and _speaks(referent)):
                    found.setdefault(referent.entity.key, replace(referent, slot=slot))
        return list(found.values())


def _about(frame: Frame, agents: list[Referent], partners: list[Referent]) -> bool:
    """ "A and B discussed Russia's ties with Iran": two persons talk of something; a state "with" it is no party."""
    matter = any(phrase.shape is Shape.OTHER for phrase in frame.slots.get("object", ()))
    persons = {referent.entity.country for referent in agents if referent.entity.kind not in _IMPERSONAL}
    return matter and len(persons) > 1 and all(partner.entity.kind in _IMPERSONAL for partner in partners)


def _speaks(referent: Referent) -> bool:
    """Whether somebody's office is to speak for others."""
    return bool(_SPEAKERS & set(referent.entity.offices)) or "spokes" in referent.entity.post.casefold()


def _implied(frame: Frame, discourse: Discourse, partners: list[Referent]) -> list[Referent]:
    """A one-sided headline or note: the other side is the one whose doings the text tells."""
    speaker = discourse.mentions.speaker
    if frame.authority or discourse.others_named(frame, partners):
        return []
    if speaker is None or any(partner.entity.key == speaker.key for partner in partners):
        return []
    return [Referent(speaker)]


def _casts(frame: Frame, rule: CastingRule, agents: Filled, partners: Filled) -> list[Cast]:
    anaphoric = any(
        phrase.shape in {Shape.PRONOUN, Shape.GROUP}
        for slot in (agents[0], partners[0])
        for phrase in frame.slots.get(slot, ())
    )
    of_each = any(phrase.counterpart and phrase.plural for phrase in frame.slots.get(partners[0], ()))
    one_by_one = frame.separate or of_each or (frame.plural and len(partners[1]) > 1)
    right = [[partner] for partner in partners[1]] if rule.pairwise or one_by_one else [partners[1]]
    left = [[agent] for agent in agents[1]] if frame.separate and len(right) == 1 else [agents[1]]
    return [Cast((*some, *others), _roles(rule, some, others), anaphoric) for some, others in product(left, right)]


def _roles(rule: CastingRule, agents: list[Referent], partners: list[Referent]) -> Roles:
    sides: dict[Side, list[Referent]] = {"agent": agents, "partner": partners}
    return Roles(**{role: tuple(_name(r) for r in sides[side]) for side, role in rule.roles.items()})


def _name(referent: Referent) -> str:
    return referent.entity.name or referent.entity.post


def _joint(frame: Frame, together: list[Referent]) -> list[Cast]:
    principals = [referent for referent in together if not _speaks(referent)]
    together = principals if len(principals) > 1 else together  # "a meeting of the presidents, the spokesman said"
    anaphoric = all(referent.via == "group" for referent in together)
    if frame.separate and len(together) > 2:
        return [Cast((together[0], other)) for other in together[1:]]
    return [Cast(tuple(together), anaphoric=anaphoric)]


def objection(cast_: Cast) -> str:
    """Why these are no parties to a diplomatic contact, in words for people; empty where they are."""
    entities = [referent.entity for referent in cast_.members]
    if len({entity.key for entity in entities}) < 2:
        return "fewer than two participants"
    if any(entity.kind is Kind.POST and not entity.offices for entity in entities):
        return "an unnamed aide or envoy"
    if not any(entity.offices or entity.post or entity.person or entity.kind in _IMPERSONAL for entity in entities):
        return "nobody of them holds an office"
    countries = {entity.country for entity in entities if entity.country}
    strangers = [entity for entity in entities if not entity.country]
    if len(countries) < 2 and not (countries and any(entity.offices or entity.person for entity in strangers)):
        return "all participants are of one state" if countries else "participants of no known state"
    return ""
