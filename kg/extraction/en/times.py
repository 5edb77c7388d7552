"""Time expressions of English news text: find them, and resolve them to days.

The conventions are those of section 5 of the annotation guidelines: weeks are ISO weeks; early, mid and late in a month
are its days 1-10, 11-20 and 21-end; a season is three months; "two weeks ago" is loose by three days; a bare weekday,
month or day is the nearest that the tense of the verb allows, the day of publication included. A window of several days
that holds the day of publication ends there for the past and begins there for the future.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kg.extraction.en.times_calendar import Span, Unit, Weekday, unit_span
from kg.extraction.en.times_grammar import all_keys, grammar, no_dates
from kg.extraction.en.times_meaning import Beside, Frame, Meaning, Origin, Pick, Tense, Turn
from kg.extraction.en.times_words import keys_of, lexicon, plain
from kg.model.window import Window

__all__ = ["Relation", "Tense", "TimeExpression", "find_times", "names_weekday", "resolve"]


class Relation(StrEnum):
    """How the time of the event stands to the days that the words name."""

    ON = "on"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    BY = "by"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression found in a text, not yet resolved.

    Attributes:
        start: first code point in the text.
        end: one past its last code point.
        text: the words, verbatim.
        meaning: what they say.
        relation: ON for a date of the event itself; "since Monday" or "by May 5" only bound it.
        anchor_follows: whether the event that it counts from is named after it, as in "the day after the summit".
    """

    start: int
    end: int
    text: str
    meaning: Meaning
    relation: Relation = Relation.ON
    anchor_follows: bool = False

    @property
    def needs_anchor(self) -> bool:
        """Whether it counts from a dated event: "the next day"."""
        return self.meaning.origin is Origin.ANCHOR


_ANCHOR_FOLLOWS = re.compile(r"\b(?:after|before|of|prior)$", re.IGNORECASE)
_DIRECTLY = re.compile(r"\s+(?:the\s+)?", re.IGNORECASE)


def names_weekday(expression: TimeExpression) -> bool:
    """Whether a time expression is a bare day of the week on which something is: "on Monday", not "Monday's"."""
    meaning = expression.meaning
    bare = isinstance(meaning, Turn) and isinstance(meaning.cycle, Weekday) and meaning.pick is Pick.NEAR
    return bare and expression.text.lower().startswith("on ")


def find_times(text: str) -> tuple[TimeExpression, ...]:
    """The time expressions of a text, in order and without overlap; of two that overlap the longer.

    Durations, ages, habits ("every Monday") and clock times are none.
    """
    if all_keys().isdisjoint(keys_of(text)):
        return ()
    clear = no_dates().sub(lambda match: "_" * len(match[0]), text)
    keys = keys_of(clear)
    matches = [found for rule in grammar() for found in rule.find(clear, keys)]
    anchored = {match.end() for match, meaning in matches if meaning.origin is Origin.ANCHOR}
    taken: list[TimeExpression] = []
    found = (_expression(text, match, meaning, anchored) for match, meaning in matches)
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(one.end <= other.start or other.end <= one.start for other in taken):
            taken.append(one)
    return _joined(text, sorted(taken, key=lambda one: one.start))


def _expression(text: str, match: re.Match[str], meaning: Meaning, anchored: set[int]) -> TimeExpression:
    """What was matched, without the words before "Friday's" and before the date in "two days before 9 May"."""
    possessive = text[match.end() : match.end() + 2] in ("'s", "’s")
    bare = possessive or match.end("bound") in anchored
    start = match.start("body") if bare else match.start()
    ends_open = _ANCHOR_FOLLOWS.search(match[0]) and re.match(r"\s+\w", text[match.end() :])
    return TimeExpression(
        start,
        match.end(),
        text[start : match.end()],
        meaning,
        Relation.ON if bare else _relation(match),
        meaning.origin is Origin.ANCHOR and bool(ends_open),
    )


def _joined(text: str, found: list[TimeExpression]) -> tuple[TimeExpression, ...]:
    """Words that count from a date, and that date right behind them, made one."""
    joined: list[TimeExpression] = []
    for one in found:
        last = joined[-1] if joined else None
        if last and last.anchor_follows and _is_anchor(one) and _DIRECTLY.fullmatch(text, last.end, one.start):
            meaning = Beside(last.meaning, one.meaning)
            joined[-1] = TimeExpression(last.start, one.end, text[last.start : one.end], meaning, last.relation)
        else:
            joined.append(one)
    return tuple(joined)


def _is_anchor(expression: TimeExpression) -> bool:
    return expression.relation is Relation.ON and not expression.needs_anchor


def _relation(match: re.Match[str]) -> Relation:
    if not match["bound"]:
        return Relation.ON
    relation = Relation(lexicon().words.boundaries[plain(match["bound"])])
    at_the_end = "part" in match.re.groupindex and plain(match["part"] or "") in lexicon().ends
    return Relation.BY if relation is Relation.BEFORE and at_the_end else relation


def resolve(
    expression: TimeExpression,
    *,
    published: date | None,
    tense: Tense,
    anchor: Window | None = None,
    year: int | None = None,
) -> Window | None:
    """The days that an expression means.

    "Before" and "by" a day bound an event of the future, from the day of publication on. Since, until and after a day
    say no day of an event, so that nothing is known.

    Args:
        expression: what `find_times` found.
        published: the day that "today" is, in the issuer's time zone.
        tense: of the verb that governs the expression.
        anchor: the dated event that "the day after" or "on the 26th" count from.
        year: the year of dates without one, where the context gives it.

    Returns:
        The window, its `date_text` the words; nothing where the day cannot be known.
    """
    frame = Frame(published, tense, _span(anchor), year)
    try:
        span = _related(expression, frame)
        return _window(span, expression.text) if span else None
    except OverflowError:  # before the year 1 or after 9999
        return None


def _span(window: Window | None) -> Span | None:
    if window is None or window.earliest is None or window.latest is None:
        return None
    return Span(window.earliest, window.latest, "/" in window.edtf)


def _related(expression: TimeExpression, frame: Frame) -> Span | None:
    span = expression.meaning.days(frame)
    if span is None or expression.relation is Relation.ON:
        return span
    if expression.relation not in (Relation.BEFORE, Relation.BY) or frame.tense is Tense.PAST or not frame.published:
        return None
    last = span.last if expression.relation is Relation.BY else span.first - timedelta(1)
    return Span(frame.published, last) if frame.published <= last else None


def _window(span: Span, text: str) -> Window:
    if span.lasting:
        return Window.lasting(span.first, span.last, text)
    if span == unit_span(Unit.MONTH, span.first):
        return Window.month(span.first.year, span.first.month, text)
    if span == unit_span(Unit.YEAR, span.first):
        return Window.year(span.first.year, text)
    return Window.within(span.first, span.last, text)
