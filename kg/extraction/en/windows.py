"""When a frame's contact took place, from its time expressions, its tense and the publication day."""

from __future__ import annotations

from datetime import date, timedelta

from kg.extraction.en.times import Tense, TimeExpression, resolve
from kg.extraction.frames import Frame
from kg.model import Status, Window

_OPEN = {Status.PLANNED, Status.PROPOSED}


def window_of(
    frame: Frame, status: Status, published: date | None, *, anchor: Window | None = None, year: int | None = None
) -> Window:
    """The window that the frame's own words give; an empty one where they give none.

    Args:
        frame: the frame.
        status: its status.
        published: publication day.
        anchor: a dated event of the text, for "the day after".
        year: the year where the world tables prove it.
    """
    tense = Tense.FUTURE if status in _OPEN else Tense.PAST if status is Status.HELD else Tense.PRESENT
    own = _resolved(frame.times, published, tense, anchor, year)
    if own:
        return min(own, key=lambda window: window.days)
    if status is Status.HELD:
        told = _resolved(frame.cue_times, published, tense, anchor, year)
        return min(told, key=lambda window: window.days) if told else Window()
    if status in _OPEN and published is not None:
        ahead = [
            w
            for w in _resolved(frame.cue_times, published, tense, anchor, year)
            if w.earliest and w.earliest > published
        ]
        ahead = [w for w in ahead if any(t.text == w.date_text and t.start > _trigger(frame) for t in frame.cue_times)]
        return ahead[0] if ahead else Window()
    return Window()


def news_window(published: date | None) -> Window:
    """The window of what is told as news in the past tense without a date: the day of publication or the one before."""
    if published is None:
        return Window()
    return Window.within(published - timedelta(days=1), published, inferred=True)


def _trigger(frame: Frame) -> int:
    return frame.start - frame.sentence.start


def _resolved(
    expressions: tuple[TimeExpression, ...],
    published: date | None,
    tense: Tense,
    anchor: Window | None,
    year: int | None,
) -> list[Window]:
    found = [resolve(e, published=published, tense=tense, anchor=anchor, year=year) for e in expressions]
    return [window for window in found if window is not None and window.is_known]
