"""Tellings: each frame that tells a contact, and the drafts that gather all tellings of one contact in an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.extraction.casting import Cast
from kg.extraction.discourse import Referent
from kg.extraction.frames import Frame, Sentence
from kg.model import Channel, Kind, Status, Via, Window

UNDONE = {Status.CANCELLED, Status.POSTPONED}
_OPEN = {Status.PLANNED, Status.PROPOSED}
# Which status wins when several tell of one contact that has not been held.
_WEIGHT = [Status.PROPOSED, Status.PLANNED, Status.DENIED, Status.POSTPONED, Status.CANCELLED]
_NEWS_SLACK = 3  # days by which a dated telling may lie off the inferred day of the news


@dataclass(frozen=True, slots=True)
class Telling:
    """One frame that tells a contact.

    Attributes:
        frame: the frame.
        cast: who takes part.
        status: whether it happened.
        channel: by which means.
        window: when, by its own words.
        authority: on whose word.
        topics: what was discussed, by its own sentence.
        elaborates: whether it only adds to a contact told before ("the talks lasted two hours").
        news: the window that the telling has as news, if it has no date of its own.
        status_words: the words that say whether it happened; empty where only the tense does.
        channel_words: the words that say by which means; empty where no word does.
    """

    frame: Frame
    cast: Cast
    status: Status
    channel: Channel
    window: Window
    authority: str = ""
    topics: tuple[str, ...] = ()
    elaborates: bool = False
    news: Window = field(default_factory=Window)
    status_words: str = ""
    channel_words: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether it is a headline without a verb ("Readout of X's call with Y"), which only names the contact."""
        return self.frame.sentence.part == "title" and self.frame.rule.startswith("noun.")

    @property
    def keys(self) -> frozenset[str]:
        """Those who take part."""
        return frozenset(referent.entity.key for referent in self.cast.members)


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence that goes on telling of a contact ("They also touched on trade")."""

    sentence: Sentence
    topics: tuple[str, ...]
    authority: str = ""


@dataclass(slots=True)
class Draft:
    """One contact of an article while its tellings are gathered.

    Attributes:
        tellings: in order of reading; the first one made the draft.
        companions: people whom later sentences add ("X also attended the meeting").
        remarks: sentences that only add to what was discussed.
    """

    tellings: list[Telling]
    companions: list[Referent] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    @property
    def members(self) -> tuple[Referent, ...]:
        """Those who take part."""
        return (*self.tellings[0].cast.members, *self.companions)

    @property
    def keys(self) -> frozenset[str]:
        """Their keys; those of companions are no part of it, since later tellings mostly leave them out."""
        return self.tellings[0].keys

    @property
    def status(self) -> Status:
        """Held, if any telling says so; else the weightiest."""
        told = {telling.status for telling in self.tellings if not telling.is_heading} or {self.tellings[0].status}
        return Status.HELD if Status.HELD in told else max(told, key=_WEIGHT.index)

    @property
    def channel(self) -> Channel:
        """The first channel that is not unspecified."""
        told = [telling.channel for telling in self.tellings if telling.channel is not Channel.UNSPECIFIED]
        return told[0] if told else Channel.UNSPECIFIED

    @property
    def window(self) -> Window:
        """The narrowest window told, else that of the news."""
        text = [telling.window for telling in self.tellings if telling.window.is_known and not telling.is_heading]
        heading = [telling.window for telling in self.tellings if telling.window.is_known and telling.is_heading]
        told = text + [window for window in heading if not text or any(window.overlaps(other) for other in text)]
        if told:
            return min(told, key=lambda window: window.days)
        news = next((telling.news for telling in self.tellings if telling.news.is_known), Window())
        return news if self.status is Status.HELD else Window()

    @property
    def status_words(self) -> str:
        """The words behind the status, from a telling that has it."""
        return next((telling.status_words for telling in self.tellings if telling.status is self.status), "")

    @property
    def channel_words(self) -> str:
        """The words behind the channel, from the telling that gave it."""
        return next((telling.channel_words for telling in self.tellings if telling.channel is self.channel), "")

    def takes(self, telling: Telling) -> bool:
        """Whether a telling can be of this contact."""
        if telling.is_heading:
            nested = self.keys <= telling.keys or telling.keys <= self.keys
            return nested and channels_fit(self.channel, telling.channel)
        if self._part_of(telling):
            return True
        return (
            self.keys == telling.keys
            and _statuses_fit(self.status, telling.status)
            and channels_fit(self.channel, telling.channel)
            and self._windows_fit(telling)
        )

    def _part_of(self, telling: Telling) -> bool:
        """ "A spoke with B and C ... to discuss X": some of them, in one breath."""
        vague = telling.channel is Channel.UNSPECIFIED and telling.status is Status.HELD
        return vague and telling.keys < self.keys and self._same_sentence(telling)

    def _windows_fit(self, telling: Telling) -> bool:
        if telling.frame.ordinal and telling.window.is_known and not self._same_sentence(telling):
            return False
        if telling.frame.times and not telling.window.is_known and not self._same_words(telling):
            return False  # dated, though nobody knows to which day
        slack = _NEWS_SLACK if self.window.inferred or telling.window.inferred else 0
        return self.window.overlaps(telling.window, slack)

    def _same_words(self, telling: Telling) -> bool:
        words = {time.text for time in telling.frame.times}
        return any(words & {time.text for time in other.frame.times} for other in self.tellings)

    def _same_sentence(self, telling: Telling) -> bool:
        return any(other.frame.sentence == telling.frame.sentence for other in self.tellings)


def _statuses_fit(one: Status, other: Status) -> bool:
    if one == other:
        return True
    statuses = {one, other}
    if statuses <= _OPEN:
        return True
    return bool(statuses & UNDONE) and bool(statuses & (_OPEN | {Status.DENIED}))


def channels_fit(one: Channel, other: Channel) -> bool:
    """Whether two tellings' channels can be of one contact."""
    return one == other or Channel.UNSPECIFIED in {one, other}


class Gatherer:
    """Gathers tellings into one draft for each contact, in order of reading: the text first, then its headline."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.latest: Draft | None = None

    def add(self, telling: Telling) -> Draft | None:
        """Put a telling where it belongs; None where it only elaborates on a contact that was never told."""
        draft = _home(self.drafts, telling)
        if draft is None and self._is_echo(telling):
            return None
        if draft is not None:
            draft.tellings.append(telling)
        elif not telling.elaborates:
            draft = Draft([telling])
            self.drafts.append(draft)
        self.latest = draft or self.latest
        return draft

    def _is_echo(self, telling: Telling) -> bool:
        """A headline with bare roles ("FM holds talks with Iranian and US delegations") repeats what the text tells."""
        if telling.frame.sentence.part != "title":
            return False
        named = {r.entity.key for r in telling.cast.members if r.via is Via.NAMED and r.entity.kind is Kind.PERSON}
        vague = len(named) < len(telling.cast.members)
        return vague and any(named <= draft.keys for draft in self.drafts)


def _home(drafts: Sequence[Draft], telling: Telling) -> Draft | None:
    """The draft a telling belongs to: the one it shares a dated window with, else the latest that takes it."""
    fitting = [draft for draft in reversed(drafts) if draft.takes(telling)]
    dated = [draft for draft in fitting if draft.window.is_known and telling.window.is_known]
    return next(iter(dated or fitting), None)
