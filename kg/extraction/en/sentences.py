"""Sentences of English news and readouts, with offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from kg.extraction.frames import Sentence

_BLANK_LINE = re.compile(r"\n(?=[^\S\n]*\n)")
# A line that ends a sentence, or that is much shorter than a wrapped line, ends its paragraph too.
_LINE_END = re.compile(r"(?<=[.!?:\"”’)])[ \t]*\n|\n(?=[ \t]*[-•*–])")
_ABBREVIATION = (
    "Mr Ms Mrs Ma Dr Jr Sr St Gen Col Maj Lt Capt Sgt Sen Rep Gov Prof Rev Hon Amb Adm Pres Sec Dep Min Messrs Mt No "
    "vs etc retd "
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun approx Inc Ltd Co Corp"
).split()
# The end mark comes first, so that the many things that may not stand before it are looked for there alone; runs of
# marks are cut at ten, so that no text takes time in the square of its length.
_BOUNDARY = re.compile(
    r"[.!?…](?<!\b[A-Z].)(?<!\b[A-Z]\.[A-Z].)"
    + "".join(rf"(?<!\b{word}.)" for word in _ABBREVIATION)
    + r"[.!?…]{0,10}+[\"”’')\]]{0,10}+\s++(?=[\"“‘'(\[]?[A-Z0-9À-Þ])"
    + r"|\.(?<=\b[A-Z]\.[A-Z]\.)\s++(?=(?:The|In|On|At|He|She|They|But|It|His|Her|A|An)\b)"
)


_DATELINE = re.compile(
    r"[A-Z][A-Z'’.-]+(?:[ /,]+[A-Z][\w'’.-]*){0,4}"  # the city in capitals, with what follows it
    r"(?:,? \(?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:, \d{4})?\)?)?"
    r"(?: \([A-Za-z ]+\)| /[A-Za-z ]+/)?"  # the agency
    r"(?:\s*[-–—:]{1,2}\s+|\. (?=[A-Z]))"
)


def dateline(sentence: Sentence) -> int:
    """How many code points of an article's first sentence are its dateline ("WASHINGTON, May 24 - ")."""
    if sentence.part != "text" or sentence.start:
        return 0
    found = _DATELINE.match(sentence.text)
    return found.end() if found else 0


_OPENING_SOURCE = re.compile(r"According to [^,.;]{2,80}, (?=[\"“]?[A-Z])")


def opening(sentence: Sentence) -> int:
    """How many code points at a sentence's start the parser is better off without: a dateline, "According to X, "."""
    start = dateline(sentence)
    source = _OPENING_SOURCE.match(sentence.text, start)
    return source.end() if source else start


def split_sentences(text: str, part: Literal["text", "title"] = "text") -> tuple[Sentence, ...]:
    """Sentences in order.

    Args:
        text: title or body of an article.
        part: which of the two it is.
    """
    spans = [
        (start, end, number)
        for number, (first, last) in enumerate(_paragraphs(text))
        for start, end in _sentences(text, first, last)
    ]
    return tuple(Sentence(i, part, start, end, text[start:end], number) for i, (start, end, number) in enumerate(spans))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    for start, end in _blocks(text):
        first = start
        for line in _LINE_END.finditer(text, start, end):
            yield first, line.start()
            first = line.end()
        yield first, end


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Stretches between blank lines."""
    start = 0
    for blank in _BLANK_LINE.finditer(text):
        if blank.start() > start:
            yield start, blank.start()
        start = blank.end()
    if start < len(text):
        yield start, len(text)


def _sentences(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    start = first
    for boundary in _BOUNDARY.finditer(text, first, last):
        yield from _trimmed(text, start, boundary.end())
        start = boundary.end()
    yield from _trimmed(text, start, last)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
