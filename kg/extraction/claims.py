"""From drafts to claims: one claim for each authority, with only what was told on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.extraction.authority import authority_key, authority_name
from kg.extraction.confidence import Calibration, features_of
from kg.extraction.discourse import Referent
from kg.extraction.frames import Sentence
from kg.extraction.tellings import Draft, Remark, Telling
from kg.model import Article, Channel, Claim, Evidence, Kind, Participant, Roles, Status, Why, Window
from kg.world import World

_REMOTE = {Channel.PHONE, Channel.VIDEO, Channel.LETTER}  # held at no one place
_OPEN = {Status.PLANNED, Status.PROPOSED}


@dataclass(frozen=True, slots=True)
class _Voice:
    """What one authority tells of one contact."""

    authority: str
    tellings: tuple[Telling, ...]
    remarks: tuple[Remark, ...]


def claims_of(
    drafts: Iterable[Draft], article: Article, world: World, calibration: Calibration, issuer: str = ""
) -> tuple[tuple[Claim, Why], ...]:
    """The claims of one article, in the order of their evidence, each with the words behind it.

    Args:
        drafts: its contacts.
        article: the article.
        world: for authorities and occasions.
        calibration: how likely each is right.
        issuer: the authority of what the article tells in its own voice; empty where it is no party's voice.
    """
    voices = [(draft, voice) for draft in drafts for voice in _voices(draft, world, issuer)]
    told: list[tuple[Claim, Why]] = []
    for draft, voice in voices:
        claim = _claim(draft, voice, article, world)
        why = _why(draft, claim)
        features = features_of(claim, why, voice.tellings[0].frame, together=len(voices))
        rated = claim.model_copy(update={"confidence": calibration.probability(features)})
        told.append((rated, why.model_copy(update={"features": features})))
    return tuple(sorted(told, key=lambda pair: (pair[0].evidence[0].part == "title", pair[0].evidence[0].start)))


def _voices(draft: Draft, world: World, issuer: str) -> list[_Voice]:
    names: dict[str, str] = {}
    everything: tuple[Telling | Remark, ...] = (*draft.tellings, *draft.remarks)
    for told in everything:
        if told.authority:
            names.setdefault(authority_key(told.authority, world), authority_name(told.authority))
    own = authority_key(draft.tellings[0].authority, world)
    if len(names) < 2:
        name = names.get(own, "") or issuer
        return [_Voice(name, tuple(draft.tellings), tuple(draft.remarks))]
    first = own or next(iter(names))
    return [voice for key, name in names.items() if (voice := _voice(draft, key, name, world, first)).tellings]


def _voice(draft: Draft, key: str, name: str, world: World, first: str) -> _Voice:
    """What a named authority tells; the article's own voice goes with the first one."""

    def speaks(authority: str) -> bool:
        return (authority_key(authority, world) or first) == key

    tellings = tuple(telling for telling in draft.tellings if speaks(telling.authority))
    remarks = tuple(remark for remark in draft.remarks if speaks(remark.authority))
    return _Voice(name, tellings, remarks)


def _claim(draft: Draft, voice: _Voice, article: Article, world: World) -> Claim:
    members = draft.members
    main = voice.tellings[0]
    occasion = _first(telling.frame.occasion for telling in draft.tellings)
    topics = {topic for telling in voice.tellings for topic in telling.topics}
    topics |= {topic for remark in voice.remarks for topic in remark.topics}
    return Claim(
        article=article.id,
        participants=tuple(_participant(_best(referent, draft), world) for referent in members),
        channel=draft.channel,
        status=draft.status,
        window=draft.window if draft.window.is_known else _occasion_window(draft, occasion, article, world),
        authority=voice.authority,
        topics=tuple(sorted(topics)),
        place=_first(telling.frame.place for telling in draft.tellings) if draft.channel not in _REMOTE else "",
        occasion=occasion,
        because_of=_first(telling.frame.because_of for telling in voice.tellings),
        roles=next((t.cast.roles for t in draft.tellings if t.cast.roles != Roles()), Roles()),
        evidence=_evidence(article, voice),
        rule=main.frame.rule,
        trigger=main.frame.trigger,
    )


def _why(draft: Draft, claim: Claim) -> Why:
    return Why(
        rule=claim.rule,
        trigger=claim.trigger,
        status=draft.status_words,
        channel=draft.channel_words,
        when=claim.window.date_text,
        slots=tuple(_best(referent, draft).slot for referent in draft.members),
    )


def _best(referent: Referent, draft: Draft) -> Referent:
    """The telling of a participant that names the office, where one does."""
    same = (r for telling in draft.tellings for r in telling.cast.members if r.entity.key == referent.entity.key)
    return next((r for r in same if r.post), referent)


def _participant(referent: Referent, world: World) -> Participant:
    entity = referent.entity
    state = world.countries.get(entity.country)
    return Participant(
        name=entity.name,
        post=referent.post or entity.post,
        country=(state.continued_by if state else "") or entity.country,
        via=referent.via,
        id=entity.qid or entity.person,
        kind=Kind.PERSON if entity.kind is Kind.POST else entity.kind,
    )


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")


def _evidence(article: Article, voice: _Voice) -> tuple[Evidence, ...]:
    sentences: Sequence[Sentence] = [
        *(telling.frame.sentence for telling in voice.tellings),
        *(remark.sentence for remark in voice.remarks if remark.topics),
    ]
    seen = dict.fromkeys((s.start, s.end, s.part) for s in sentences)
    return tuple(Evidence.of(article, start, end, part) for start, end, part in seen)


def _occasion_window(draft: Draft, occasion: str, article: Article, world: World) -> Window:
    """The days of a summit that the world tables know, for what is to be held there."""
    if draft.status not in _OPEN or not occasion:
        return Window()
    place = _first(telling.frame.place for telling in draft.tellings)
    summit = world.occasion(occasion, article.published, city=place)
    return Window.within(summit.first, summit.last, inferred=True) if summit else Window()
