"""Pointing back: what says no more than that something is of a contact told before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.extraction.casting import Cast
from kg.extraction.discourse import Discourse, Referent
from kg.extraction.frames import Frame, Shape
from kg.extraction.tellings import Draft, channels_fit
from kg.model import Channel, Via

_OWN = ("with", "between", "of", "compound")  # slots that name a noun's participants themselves


def pointed(frame: Frame, latest: Draft | None, passed_over: Iterable[Frame]) -> tuple[Cast, ...]:
    """ "The talks lasted two hours", "the first talks took place in May": those of the contact told before.

    Args:
        frame: a frame that names nobody.
        latest: the contact told last.
        passed_over: what was told since, and is no contact.
    """
    points = frame.rule.startswith("noun.") and (frame.definite or frame.ordinal)
    if latest is None or not points or any(frame.slots.get(slot) for slot in _OWN):
        return ()
    near = (one for one in passed_over if one.rule == frame.rule or one.sentence == frame.sentence)
    if any(_is_of_others(one, latest) for one in near):
        return ()  # "Sharon paid a visit to the shrine. Mubarak condemned the visit."
    members = tuple(replace(referent, via=Via.GROUP, slot="") for referent in latest.members)
    return (Cast(members, anaphoric=True),)


def _is_of_others(frame: Frame, draft: Draft) -> bool:
    """Whether somebody who has no part in a contact does what a frame tells."""
    doers = frame.slots.get("subject") or frame.slots.get("light") or ()
    named = [phrase.mention for phrase in doers if phrase.shape is not Shape.PRONOUN]
    return any(one is None or one.entity is None or one.entity.key not in draft.keys for one in named)


def is_roll(frame: Frame) -> bool:
    """ "Present at the meeting were A and B": who else took part."""
    return frame.attended and frame.definite and not (frame.slots.get("with") or frame.slots.get("between"))


def attended(frame: Frame, drafts: Sequence[Draft], channel: Channel) -> Draft | None:
    """ "X also attended the meeting": the last contact of that kind, if the frame points at one.

    Args:
        frame: the frame.
        drafts: the contacts told so far, in order.
        channel: the channel of the frame's rule.
    """
    if not (frame.attended and frame.definite):
        return None
    fitting = (d for d in reversed(drafts) if d.status is frame.mood.status and channels_fit(d.channel, channel))
    return next(fitting, None)


def attendants(frame: Frame, draft: Draft, discourse: Discourse) -> list[Referent]:
    """Those of whom a frame tells that they attended, who are not known to have taken part."""
    known = [referent.entity for referent in draft.members]
    phrases = frame.slots.get("light") or frame.slots.get("subject", ())
    found = [r for p in phrases for r in discourse.resolve(p, frame.sentence, p.start, known)]
    return [r for r in found if r.via is not Via.GROUP and r.entity.key not in draft.keys and r.entity.name]
