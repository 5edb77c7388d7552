"""The dates of an article in the order of reading, for expressions that count from the one before ("the next day")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from kg.extraction.en.times import Relation, Tense, TimeExpression, find_times, resolve
from kg.extraction.frames import Sentence
from kg.extraction.screening import LONGEST
from kg.model import Window

_LOOKING_BACK = 2  # years; a paragraph that has gone back so far stays there for dates without a year
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PARAGRAPHS = 2  # paragraphs over which "the next day" can reach back


class Timeline:
    """What each place of an article counts from.

    Args:
        sentences: all sentences of one part, in order.
        published: publication day.
    """

    def __init__(self, sentences: Sequence[Sentence], published: date | None) -> None:
        self._published = published
        self._sentences = sentences
        self._dated: list[tuple[Sentence, int, Window]] | None = None
        self._years = {sentence.paragraph for sentence in sentences if _YEAR.search(sentence.text)}

    def _read(self) -> list[tuple[Sentence, int, Window]]:
        """Most articles never ask, so that the dates are read when one does."""
        self._dated = []
        for sentence in (one for one in self._sentences if len(one.text) <= LONGEST):
            for expression in find_times(sentence.text.replace("\n", " ")):
                self._note(self._dated, sentence, expression)
        return self._dated

    def _note(self, dated: list[tuple[Sentence, int, Window]], sentence: Sentence, expression: TimeExpression) -> None:
        anchor = self.anchor(sentence, expression)
        year = self.year(sentence, expression)
        window = resolve(expression, published=self._published, tense=Tense.PAST, anchor=anchor, year=year)
        if window is not None and window.is_known and expression.relation is Relation.ON:
            dated.append((sentence, expression.start, window))

    def anchor(self, sentence: Sentence, expression: TimeExpression, *, past: bool = False) -> Window | None:
        """The date that an expression counts from: the last one before it; none where another event is named.

        Args:
            sentence: the sentence of the expression.
            expression: the expression.
            past: whether it dates what has happened, so that no date ahead can be meant.
        """
        if not expression.needs_anchor or expression.anchor_follows:
            return None
        return self._last(sentence, expression, _PARAGRAPHS, past=past)

    def year(self, sentence: Sentence, expression: TimeExpression) -> int | None:
        """The year of a date without one, where its paragraph tells of years ago."""
        if sentence.paragraph not in self._years:
            return None
        last = self._last(sentence, expression, 0)
        if last is None or last.earliest is None or self._published is None:
            return None
        return last.earliest.year if self._published.year - last.earliest.year >= _LOOKING_BACK else None

    def _last(
        self, sentence: Sentence, expression: TimeExpression, paragraphs: int, *, past: bool = False
    ) -> Window | None:
        today = self._published if past else None
        place = (sentence.start, expression.start)
        before = (
            window
            for other, start, window in reversed(self._read() if self._dated is None else self._dated)
            if (other.start, start) < place
            and sentence.paragraph - other.paragraph <= paragraphs
            and (today is None or window.earliest is None or window.earliest <= today)
        )
        return next(before, None)
