"""The words of time of rules/times.yaml, as lookups and as the fragments that patterns are made of."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import Field

from kg.extraction.en.times_calendar import Part, Unit
from kg.extraction.en.times_meaning import Origin
from kg.extraction.rulebook import load_rules
from kg.model.base import Value

RULES = Path(__file__).parent / "rules" / "times.yaml"

Step = tuple[Origin, int]
Ends = tuple[int, int]


class TimeWords(Value):
    """The schema of rules/times.yaml, where every field is explained beside its words."""

    months: dict[str, tuple[str, ...]] = Field(min_length=12, max_length=12)
    name_like_months: dict[str, tuple[str, ...]]
    month_leads: tuple[str, ...]
    year_leads: tuple[str, ...]
    weekdays: dict[str, tuple[str, ...]] = Field(min_length=7, max_length=7)
    parts_of_day: tuple[str, ...]
    leads: tuple[str, ...]
    boundaries: dict[str, str]
    numbers: dict[str, int]
    vague_counts: dict[str, Ends]
    approximators: tuple[str, ...]
    ordinals: dict[str, int]
    units: dict[str, tuple[int, Unit]]
    parts: dict[Part, tuple[str, ...]]
    seasons: dict[str, int]
    holidays: dict[str, Ends]
    pointers: dict[str, Step]
    ways: dict[str, Step]
    reaches: dict[str, Step]
    unstated_reach: dict[Unit, int]
    phrases: dict[Origin, dict[str, Ends]]
    undated: tuple[str, ...]
    no_dates: tuple[str, ...]
    habits: tuple[str, ...]
    after_day_numbers: tuple[str, ...]


@cache
def time_words() -> TimeWords:
    """The shipped words.

    Raises:
        RuleError: the file does not fit its schema.
    """
    return load_rules(RULES, TimeWords)


def plain(text: str) -> str:
    """The text in lower case and with single blanks, as the lexicon has its words."""
    return " ".join(text.casefold().split())


def keys_of(text: str) -> frozenset[str]:
    """The words and digits of a text, to compare with the keys of a rule."""
    return frozenset(re.findall(r"[^\W\d_]+|\d", text.casefold()))


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"


_TOKEN = r"\([^)]*\)\??|\S+"


def phrase_pattern(phrase: str) -> str:
    """A pattern for a phrase with choices "(a|b)" and optional choices "(a|b)?"."""
    pattern, started = "", False
    for token in re.findall(_TOKEN, phrase):
        optional = token.endswith(")?")
        choice = one_of(token.strip("()?").split("|"))
        piece = choice if not started and not optional else rf"\s+{choice}" if started else rf"{choice}\s+"
        pattern += f"(?:{piece})?" if optional else piece
        started = started or not optional
    return pattern


def phrase_keys(phrase: str) -> frozenset[str]:
    """Words of which a text has one wherever it has the phrase: the rarest, which is the longest, of those required."""
    required = [token.strip("()") for token in re.findall(_TOKEN, phrase) if not token.endswith(")?")]
    choices = max((token.casefold().split("|") for token in required), key=lambda choice: min(map(len, choice)))
    return frozenset(re.findall(r"[a-z]+", choice)[-1] for choice in choices)


def _capitalised(words: Iterable[str]) -> str:
    """Months and weekdays: with a capital or in capitals, so that "may", "march" and "sun" stay words."""
    spelled = [spelling for word in words for spelling in (word, word.upper())]
    return f"(?-i:{one_of(spelled)})"


def _abbreviated(names: Mapping[str, tuple[str, ...]]) -> str:
    full, short = _capitalised(names), _capitalised(word for words in names.values() for word in words)
    return rf"(?:{full}|{short}\b\.?)"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words by what they stand for, keyed in lower case."""

    words: TimeWords
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    parts: Mapping[str, Part]
    fragments: Mapping[str, str]
    keys: Mapping[str, frozenset[str]]

    @property
    def ends(self) -> tuple[str, ...]:
        """The words that point to the end of a unit."""
        return self.words.parts[Part.LATE]

    def month(self, text: str) -> int:
        """Number of a month, 1 is January."""
        return self.months[text.rstrip(".")] + 1

    def weekday(self, text: str) -> int:
        """Number of a weekday, 0 is Monday."""
        return self.weekdays[text.rstrip(".")]

    def count(self, text: str) -> Ends:
        """Smallest and largest number meant by a count."""
        if text in self.words.vague_counts:
            return self.words.vague_counts[text]
        number = int(text) if text.isdecimal() else sum(self.words.numbers[word] for word in text.split("-"))
        return number, number

    def ordinal(self, text: str) -> int:
        """The number of "2nd" or "second"."""
        return self.words.ordinals[text] if text in self.words.ordinals else int(re.sub(r"\D", "", text))

    def unit(self, text: str) -> tuple[int, Unit]:
        """A unit, as so many of a plain one."""
        return self.words.units[text.removesuffix("s")]


def _numbered(names: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    spelled = ((number, [name, *short]) for number, (name, short) in enumerate(names.items()))
    return {word.casefold(): number for number, words in spelled for word in words}


def _fragments(words: TimeWords) -> dict[str, str]:
    tens = [word for word, number in words.numbers.items() if number % 10 == 0 and " " not in word]
    ones = [word for word, number in words.numbers.items() if number < 10 and word not in ("a", "an")]
    return {
        "month": _abbreviated(words.months),
        "weekday": _capitalised(words.weekdays),
        "wday": _abbreviated(words.weekdays),
        "day": r"[0-3]?\d(?:st|nd|rd|th)?(?!\d|[:.]\d|%)(?!\s(?:per\s?cent|million|billion|thousand))",
        "nth": r"(?:[0-3]?\d(?:st|nd|rd|th)|" + one_of(words.ordinals) + ")",
        "dayth": r"[0-3]?\d(?:st|nd|rd|th)",
        "num": r"\d{1,2}",
        "year": r"(?:1[89]|20)\d\d(?!\d)",
        "count": rf"(?:\d{{1,3}}|{one_of(tens)}-{one_of(ones)}|{one_of([*words.numbers, *words.vague_counts])})",
        "about": one_of(words.approximators),
        "unit": f"{one_of(words.units)}s?",
        "part": one_of(word for spellings in words.parts.values() for word in spellings),
        "season": one_of(words.seasons),
        "holiday": one_of([*words.holidays, *(name.replace("'", "’") for name in words.holidays)]),
        "pointer": one_of(words.pointers),
        "ypoint": one_of(words.pointers),
        "way": one_of(words.ways),
        "side": "(?:earlier|later)",
        "beside": "(?:before last|after next|before|after)".replace(" ", r"\s+"),
        "last": "last",
        "weekend": "weekend",
        "reach": one_of(words.reaches),
        "dp": one_of(words.parts_of_day),
        "habit": one_of(words.habits),
    }


def _keys(words: TimeWords) -> dict[str, frozenset[str]]:
    """For some fragments, the words or digits of which a text has one wherever it has the fragment."""
    digits = frozenset(string.digits)
    return {
        "month": frozenset(_numbered(words.months)),
        "weekday": frozenset(map(str.casefold, words.weekdays)),
        "unit": frozenset(unit + plural for unit in words.units for plural in ("", "s")),
        "season": frozenset(words.seasons),
        "holiday": frozenset().union(*map(phrase_keys, words.holidays)),
        "weekend": frozenset({"weekend"}),
        "dayth": digits,
        "year": digits,
        "num": digits,
        "wday": frozenset(_numbered(words.weekdays)),
    }


@cache
def lexicon() -> Lexicon:
    """The lexicon of the shipped words."""
    words = time_words()
    return Lexicon(
        words=words,
        months=_numbered(words.months),
        weekdays=_numbered(words.weekdays),
        parts={spelling: part for part, spellings in words.parts.items() for spelling in spellings},
        fragments=_fragments(words),
        keys=_keys(words),
    )
