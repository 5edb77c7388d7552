"""When a frame's contact took place, from its time expressions, its tense and the publication day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kg.extraction.en.sentences import dateline
from kg.extraction.en.timeline import Timeline
from kg.extraction.en.times import Tense, TimeExpression, find_times, names_weekday, resolve
from kg.extraction.frames import Frame, Sentence
from kg.model import Status, Window

_OPEN = {Status.PLANNED, Status.PROPOSED}
_DELAY = timedelta(3)


def window_of(
    frame: Frame,
    status: Status,
    published: date | None,
    timeline: Timeline,
    year: int | None = None,
    recent: Window | None = None,
) -> Window:
    """The window that the frame's own words give; an empty one where they give none.

    Args:
        frame: the frame.
        status: its status.
        published: publication day.
        timeline: what "the day after" counts from.
        year: the year where the world tables prove it.
        recent: the window of the contact told just before, which such words count from first.
    """
    future, scheduled = frame.mood.future, _scheduled(frame)
    resolver = _Resolver(frame.sentence, status, published, timeline, year, recent, future, scheduled)
    if own := resolver.windows(frame.times):
        return min(own, key=lambda window: window.days)
    if status is Status.HELD:
        return min(resolver.windows(frame.cue_times), key=lambda window: window.days, default=Window())
    if status in _OPEN and published is not None:
        trigger = frame.start - frame.sentence.start
        behind = tuple(expression for expression in frame.cue_times if expression.start > trigger)
        ahead = (window for window in resolver.windows(behind) if window.earliest and window.earliest > published)
        return next(ahead, Window())
    return Window()


def _scheduled(frame: Frame) -> bool:
    """ "On Wednesday he travels to Paris to meet X": the present tense tells a plan, but in a headline the news."""
    return frame.mood.cue == "present" and frame.sentence.part == "text"


@dataclass(frozen=True, slots=True)
class _Resolver:
    sentence: Sentence
    status: Status
    published: date | None
    timeline: Timeline
    proven_year: int | None
    recent: Window | None
    future: bool
    scheduled: bool

    def windows(self, expressions: tuple[TimeExpression, ...]) -> list[Window]:
        found = [self._window(expression) for expression in expressions]
        return [window for window in found if window is not None and window.is_known]

    def _window(self, expression: TimeExpression) -> Window | None:
        ahead = (self.status in _OPEN and self.future) or (self.scheduled and names_weekday(expression))
        tense = Tense.FUTURE if ahead else Tense.PAST if self.status is Status.HELD else Tense.PRESENT
        return resolve(
            expression,
            published=self.published,
            tense=tense,
            anchor=None
            if expression.anchor_follows
            else self.recent or self.timeline.anchor(self.sentence, expression, past=self.status is Status.HELD),
            year=self.proven_year or self.timeline.year(self.sentence, expression),
        )


def day_told(opening: Sentence, published: date | None) -> date | None:
    """The day from which a text tells: that of its dateline ("PARIS, April 28 - "), else that of publication.

    Args:
        opening: the first sentence of the text.
        published: publication day; a dateline some days before it counts, others are misread.
    """
    if published is None:
        return None
    line = opening.text[: dateline(opening)].replace("\n", " ")
    for expression in find_times(line):
        told = resolve(expression, published=published, tense=Tense.PAST)
        if told and told.earliest and told.earliest == told.latest and published - told.earliest <= _DELAY:
            return min(told.earliest, published)
    return published


def news_window(published: date | None) -> Window:
    """The window of what is told as news in the past tense without a date: the day of publication or the one before."""
    if published is None:
        return Window()
    return Window.within(published - timedelta(days=1), published, inferred=True)
