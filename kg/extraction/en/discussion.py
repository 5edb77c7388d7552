"""Where a sentence says what was discussed."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path

from kg.extraction.rulebook import load_rules
from kg.model.base import Value


class Discussion(Value):
    """`discussion.yaml`: cues, openings and stops."""

    cues: tuple[str, ...]
    openings: tuple[str, ...]
    stops: tuple[str, ...]

    @cached_property
    def _cue(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{_either(self.cues)})\b", re.IGNORECASE)

    @cached_property
    def _opening(self) -> re.Pattern[str]:
        return re.compile(
            r"(?:[^\w]*+(?:according to [^,]+,|in addition,|additionally,|moreover,)?\s*)"
            rf"(?:{_either(self.openings)})\b",
            re.IGNORECASE,
        )

    @cached_property
    def _stop(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{_either(self.stops)})\b", re.IGNORECASE)

    def region(self, sentence: str, trigger: int = -1) -> tuple[int, int] | None:
        """The span of a sentence that says what was discussed: from its first cue, or from the trigger, to a stop.

        Args:
            sentence: the sentence.
            trigger: where the word stands that tells the contact; negative for a sentence that tells none.
        """
        cue = self._cue.search(sentence)
        starts = [start for start in (cue.end() if cue else -1, trigger) if start >= 0]
        if not starts:
            return None
        start = min(starts)
        stop = self._stop.search(sentence, start)
        return start, stop.start() if stop else len(sentence)

    def goes_on(self, sentence: str) -> bool:
        """Whether a sentence goes on telling of the contact before it."""
        return self._opening.match(sentence) is not None and self._cue.search(sentence) is not None


def _either(phrases: tuple[str, ...]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


def load_discussion() -> Discussion:
    """The shipped rules.

    Raises:
        RuleError: the file does not fit its schema.
    """
    return load_rules(Path(__file__).parent / "rules" / "discussion.yaml", Discussion)
