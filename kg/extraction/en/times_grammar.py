"""How time expressions are written: a table of templates, each with the reader of what it matches.

In a template `<month>` is a fragment of the lexicon (`<month2>` a second one), `{tail}` one of the macros below,
a blank any run of white space, and the rest a regular expression.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain

from kg.extraction.en import times_readers as read
from kg.extraction.en.times_meaning import Meaning, Offset, Undated
from kg.extraction.en.times_readers import Found
from kg.extraction.en.times_words import Lexicon, TimeWords, lexicon, one_of, phrase_keys, phrase_pattern, plain

Reader = Callable[[Found], Meaning | None]

_MACROS = {
    "late": r"(?P<late>(?:late|early|later|earlier)(?: on)? |(?:(?:the|a|late|early) )*<dp> (?:of|on) (?:the )?)?",
    "tail": r"(?:,?(?: (?:at|in the|late|early))? <dp2>)?",
    "tail2": r"(?:,?(?: (?:at|in the|late|early))? <dp3>)?",
    "of_year": r"(?:,?(?: (?:of|in))? <year>|,?(?: of)? <ypoint> year)",
    "wd": r"(?:<wday>(?:,| the)? )?",
    "wd2": r"(?:<wday2>(?:,| the)? )?",
    "joint": r"(?P<joint>\s*[-–—/]\s*| (?:to|and|or|until|till|through|thru) )",
    "list": r"(?:, [0-3]?\d)*",
    "d": r"(?:the )?<day>",
    "d2": r"(?:the )?<day2>",
}

_TEMPLATES: tuple[tuple[str, Reader], ...] = (
    (r"<year>[-/]<num2>[-/]<num3>", read.numeric),
    (r"<num>\.<num2>\.<year>", read.numeric),
    (r"<num>/<num2>/<year>", read.numeric),
    (r"<num>-<num2>-<year>", read.numeric),
    (r"{late}(?:<pointer> )?{wd}{d}(?: of)? <month>{of_year}?{tail}", read.day),
    (r"{late}(?:<pointer> )?{wd}<month> {d}{of_year}?{tail}", read.day),
    (r"{late}the <nth> of <month>{of_year}?", read.day),
    (r"<wday> \(<month> <day>\)", read.day),
    (r"<wday> \(<day> <month>\)", read.day),
    (r"{late}{wd}{d}{list}{joint}{wd2}{d2}(?: of)? <month>{of_year}?", read.days),
    (r"{late}{wd}<month> {d}{list}{joint}{wd2}{d2}{of_year}?", read.days),
    (r"{wd}{d}(?: of)? <month>(?:,? <year2>)?,?{joint}{wd2}{d2}(?: of)? <month2>{of_year}?", read.days),
    (r"{wd}<month> {d}(?:,? <year2>)?,?{joint}{wd2}<month2> {d2}{of_year}?", read.days),
    (r"{late}(?:<pointer> )?<weekday>(?: <last>)?{tail}", read.weekday),
    (r"(?:(?<=\bon\s)|(?<=(?-i:[a-z])\s)(?=\w+\s*$))<wday>", read.weekday),
    (r"{late}<weekday>{tail},? (?:(?:of|in) )?<pointer> week", read.weekday_of_week),
    (r"<pointer> week,? on <weekday>", read.weekday_of_week),
    (r"(?:<pointer> )?<weekday>{tail}{joint}<weekday2>{tail2}", read.weekday_range),
    (r"(?:<wday>,? (?:the )?|(?P<late>(?:(?:the|a|late|early) )*<dp> (?:of|on) the ))<dayth>", read.day_of_month),
    (r"the <dayth>{no_noun}", read.day_of_month),
    (r"<part>[\s-]+<month>{of_year}?", read.month),
    (r"<month>{of_year}", read.month),
    (r"(?:<part>[\s-]+|(?:earlier|later) )?<pointer> <month>", read.month),
    (r"(?:(?:earlier|later) in )?<month>(?=(?P<owner>['’]s)?)", read.lone_month),
    (r"<month>{joint}<month2>{of_year}?", read.month_range),
    (r"(?:<part>[\s-]+|(?:earlier|later) )?<pointer> <season>", read.season),
    (r"<part>[\s-]+(?:the )?<season>", read.season),
    (r"(?:<part>[\s-]+)?(?:the )?<season>{of_year}", read.season),
    (r"(?<=\b(?:in|by)\s)(?:the )?<season>(?! (?:of|from|in)\b)", read.season),
    (r"the <nth> quarter{of_year}?", read.quarter),
    (r"Q<num>{of_year}?", read.quarter),
    (r"(?:<part>[\s-]+)?(?:<pointer>|the) <weekend>(?! of)", read.weekend),
    (r"{late}(?:<pointer> )?<holiday>{of_year}?", read.holiday),
    (r"<part>[\s-]+<year>", read.year),
    (r"<year>", read.lone_year),
    (r"<year>{joint}(?:<year2>|<num>)", read.years),
    (r"(?:the )?(?:<part>[\s-]+)?<year>s", read.decade),
    (r"(?:in|over|during|within|throughout)(?: the| these)? <reach> (?:<count> )?<unit>", read.reach),
    (r"(?:<part>[\s-]+)?<pointer> <unit>", read.calendar_unit),
    (r"<part> the <unit>", read.calendar_unit),
    (r"<side> (?:in the|<pointer>) <unit>", read.calendar_unit),
    (r"the <unit> <beside>", read.unit_beside),
    (r"(?:<about> )?(?:<count> )?<unit> <way>(?! than)", read.counted),
    (r"in (?:<about> )?<count> <unit>(?:['’]s?)?(?: time)?(?! of\b)", read.ahead),
    (r"within (?:<about> )?<count> <unit>", read.within),
)

_LEAD = r"(?:(?P<bound>{boundaries})\s+)?(?:(?P<lead>{leads})\s+)?"
_BEFORE, _AFTER = r"(?<![\w$€£#/-])(?<!\d[.,])", r"(?!\w|-\w|\.\d|%)"

# What looks like a date and is a habit or a duration.
_NO_DATES = (
    r"<habit> [\w-]+",
    r"for (?:the )?(?:<about> )?(?:<count> )<unit>",
    r"for the <reach>(?: <count>)? <unit>",
    r"(?:<count> )?(?:<unit> )?and a half(?: <unit>)?",
    r"half an? <unit>",
    r"(?:times?|<nth>(?: [\w'’-]+){1,5}) in (?:<about> )?<count> <unit>",
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to write a time; a text that has none of its keys, where there are any, does not have it."""

    pattern: re.Pattern[str]
    read: Reader
    keys: frozenset[str] = frozenset()

    def find(self, text: str, keys: frozenset[str]) -> Iterator[tuple[re.Match[str], Meaning]]:
        """Every place where `text`, which has these `keys`, has it, and what it means there."""
        if self.keys and self.keys.isdisjoint(keys):
            return
        words = lexicon()
        for match in self.pattern.finditer(text):
            groups = {name: plain(value) for name, value in match.groupdict().items() if value}
            meaning = self.read(Found(groups, words))
            if meaning:
                yield match, meaning


def expand(template: str, words: Lexicon) -> str:
    """The regular expression of a template."""
    for name, macro in (*_MACROS.items(), ("no_noun", _no_noun(words.words))):
        template = template.replace("{" + name + "}", macro)
    return re.sub(r"(?<!\?P)<([a-z]+)(\d?)>", lambda group: _group(group, words), template.replace(" ", r"\s+"))


def _no_noun(words: TimeWords) -> str:
    """What follows "the 26th" where no noun does."""
    return rf"(?=\s*(?:[^\w\s'’-]|$)|\s+{one_of(words.after_day_numbers)}\b)"


def _group(group: re.Match[str], words: Lexicon) -> str:
    return f"(?P<{group[1]}{group[2]}>{words.fragments[group[1]]})"


def _compiled(body: str, words: TimeWords) -> re.Pattern[str]:
    lead = _LEAD.format(boundaries=one_of(words.boundaries), leads=one_of(words.leads))
    return re.compile(f"{_BEFORE}{lead}(?P<body>{body}){_AFTER}", re.IGNORECASE)


def _keys(template: str, words: Lexicon) -> frozenset[str]:
    named = (keys for name, keys in words.keys.items() if f"<{name}>" in template)
    return next(named, frozenset({"quarter"} if "quarter" in template else ()))


def _phrase_rules(words: TimeWords) -> Iterator[Rule]:
    offsets = (
        (phrase, Offset(origin, *ends)) for origin, phrases in words.phrases.items() for phrase, ends in phrases.items()
    )
    undated = ((phrase, Undated()) for phrase in words.undated)
    phrases: Iterator[tuple[str, Meaning]] = chain(offsets, undated)
    for phrase, meaning in phrases:
        yield Rule(_compiled(phrase_pattern(phrase), words), partial(_always, meaning), phrase_keys(phrase))


def _always(meaning: Meaning, _found: Found) -> Meaning:
    return meaning


@cache
def grammar() -> tuple[Rule, ...]:
    """Every way to write a time, those of the templates first."""
    known = lexicon()
    templates = (
        Rule(_compiled(expand(body, known), known.words), reader, _keys(body, known)) for body, reader in _TEMPLATES
    )
    return (*templates, *_phrase_rules(known.words))


@cache
def all_keys() -> frozenset[str]:
    """The words and digits without which a text has no time; every rule needs one of its own."""
    return frozenset().union(*(rule.keys for rule in grammar()))


@cache
def no_dates() -> re.Pattern[str]:
    """What only looks like a time."""
    known = lexicon()
    named = [expand(template, known) for template in _NO_DATES]
    either = "|".join([*named, *map(phrase_pattern, known.words.no_dates)])
    return re.compile(r"\b(?:" + re.sub(r"\(\?P<\w+>", "(?:", either) + r")(?!\w)", re.IGNORECASE)
