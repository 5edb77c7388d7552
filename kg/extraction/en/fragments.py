"""Fragments: clauses without a subject, in notes and headlines that tell the doings of a known person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from kg.extraction.frames import Sentence


@cache
def _opening(verbs: frozenset[str]) -> re.Pattern[str]:
    words = "|".join(sorted(verbs))
    return re.compile(rf"(?:^|(?<=[:;\]] ))(?:afterwards |then |also )?(?P<verb>{words})\b", re.IGNORECASE)


def segments(sentence: Sentence, verbs: frozenset[str]) -> Iterator[tuple[int, int, bool]]:
    """The stretches of a sentence that are to be parsed apart.

    Args:
        sentence: the sentence.
        verbs: verbs that open a clause without a subject.

    Yields:
        First and last code point within the sentence, and whether the stretch lacks its subject.
    """
    starts = [found.start("verb") for found in _opening(verbs).finditer(sentence.text)]
    edges = sorted({0, *starts, len(sentence.text)})
    for start, end in pairwise(edges):
        yield start, end, start in starts
