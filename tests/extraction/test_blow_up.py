"""No text, however odd, takes more than time in proportion to its length."""

from __future__ import annotations

import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from importlib import import_module
from pkgutil import walk_packages
from types import FrameType, ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kg.extraction
from kg.extraction import Extractor
from kg.extraction.en.discussion import load_discussion
from kg.extraction.en.mentions.rules import title_rules
from kg.extraction.en.times_grammar import grammar, no_dates
from kg.model import Article

LENGTH = 50_000
SENTENCE = 1_900  # the longest sentence that is parsed has 2,000 code points
UNITS = [
    *(
        "a ",
        "A. ",
        "1, ",
        '" ',
        "' ",
        "’s ",
        "“A” ",
        "\n",
        "\n ",
        "\t",
        " ",
        ". ",
        "...",
        "? ",
        "(",
        ") (",
        "-",
        "- ",
        "—",
    ),
    *("A ", "A", "a", "1", "é ", "İ", "A.", "x.", "A.-", "U.S. ", "Mr. ", "Jan. ", "a\n", "A\n\n", "A: ", "[", "/ "),
    *("Macron ", "and ", "and Macron ", "Macron, ", "Putin-Trump ", "France ", "met ", "two hours ", "the two ", "he "),
    *(
        "May 5, ",
        "on Monday ",
        "2019 ",
        "3 May 2019 ",
        "week ",
        "the President of ",
        "Prime Minister ",
        "said, ",
        "that ",
    ),
]


@contextmanager
def at_most(seconds: float, what: str) -> Iterator[None]:
    """Break off what takes longer; `re` lets signals through."""

    def too_long(_: int, __: FrameType | None) -> None:
        pytest.fail(f"{what} takes more than {seconds} seconds")

    before = signal.signal(signal.SIGVTALRM, too_long)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)  # processor time: other processes do not count
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def modules() -> Iterator[ModuleType]:
    for found in walk_packages(kg.extraction.__path__, "kg.extraction."):
        yield import_module(found.name)


def patterns() -> dict[str, re.Pattern[str]]:
    """All regular expressions of the room by name: constants of modules, and those made from rule files."""
    found: dict[str, Any] = {
        f"{module.__name__.removeprefix('kg.extraction.')}.{name}": value
        for module in modules()
        for name, value in vars(module).items()
    }
    found |= {f"times.{number}": rule.pattern for number, rule in enumerate(grammar())}
    found |= {f"titles.{number}": rule.pattern for number, rule in enumerate(title_rules().classes)}
    discussion = load_discussion()
    found |= {f"discussion.{name}": getattr(discussion, name) for name in ("_cue", "_opening", "_stop")}
    found["times.no_dates"] = no_dates()
    return {name: value for name, value in found.items() if isinstance(value, re.Pattern)}


PATTERNS = patterns()


def test_the_patterns_are_found() -> None:
    assert len(PATTERNS) > 100


DOCUMENT = ("en.sentences._BLANK", "en.sentences._LINE", "en.sentences._BOUNDARY", "en.mentions.tokens._TOKEN")
"""Patterns that whole texts go through; all others see sentences, titles or words."""


@pytest.mark.parametrize("name", sorted(PATTERNS))
@settings(max_examples=6, deadline=None, derandomize=True)
@given(units=st.lists(st.sampled_from(UNITS), min_size=1, max_size=2))
def test_a_pattern_takes_time_in_proportion(name: str, units: list[str]) -> None:
    unit = "".join(units)
    length = LENGTH if name.startswith(DOCUMENT) else SENTENCE
    with at_most(0.5, f"{name} on {unit!r}"):
        for _ in PATTERNS[name].finditer(unit * (length // len(unit))):
            pass


@settings(max_examples=12, deadline=None, derandomize=True)
@given(units=st.lists(st.sampled_from(UNITS), min_size=1, max_size=2))
def test_an_article_takes_time_in_proportion(extractor: Extractor, units: list[str]) -> None:
    unit = "".join(units)
    told = "President Macron met President Putin"
    article = Article(
        text=f"{told} in Paris.\n\n{unit * (LENGTH // len(unit))}\n\n{told} {unit * (SENTENCE // len(unit))}",
        title=f"{told} {unit * (SENTENCE // len(unit))}",
        published=date(2019, 4, 10),
    )
    with at_most(12, f"an article of {unit!r}"):
        extractor.read(article)


def test_five_megabytes_without_a_sentence_break(extractor: Extractor) -> None:
    text = "President Emmanuel Macron met President Vladimir Putin in Paris and then " * 70_000
    assert len(text) > 5_000_000
    with at_most(12, "a long text"):
        assert extractor.read(Article(text=text, published=date(2019, 4, 10))).claims == ()
