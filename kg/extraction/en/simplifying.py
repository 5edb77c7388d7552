"""Simplifying: small edits of the plain text between persons that keep the parser on the right path.

Each mends a kind of wording that spaCy's small pipeline misreads once names are single nouns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAYTIME = r"(?: (?:morning|afternoon|evening|night))?"
# "Smith on Tuesday hosted Jones" is read as a participle; with an adverb it is not.
_DAY_BEFORE_VERB = re.compile(rf" (?:late |early )?(?:on |this )?{_WEEKDAY}{_DAYTIME}(?= [a-z]+(?:ed|ld|t|w|g|s)\b)")
# "Smith will on Thursday, 28 September 2023, host Jones": the same between an auxiliary and its verb.
_DAY_AFTER_MODAL = re.compile(
    rf"(?<= will)(?: also)? on {_WEEKDAY}(?:,? (?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}})(?:,? \d{{4}})?,?)?(?= [a-z]+ )"
)
# "Smith met Jones Wednesday" makes one name of both.
_BARE_DAY = re.compile(rf" (?={_WEEKDAY}\b|{_MONTH} \d)")
# "received on Wednesday Jones": the same between a verb and its object.
_DAY_BEFORE_NAME = re.compile(rf"(?<=[a-z]) (?:late |early )?on {_WEEKDAY}{_DAYTIME} $")
# "Received in audience Smith", the formula of some courts: the name becomes part of "audience".
_IN_AUDIENCE = re.compile(r"(?<=receive[ds]) in (?:private )?audience $")
# "On Monday Smith had lunched": without a comma the parser takes "Monday Smith" for one name.
_OPENING_DATE = re.compile(
    r"(?:^|[,;:] |[\"“] ?)"
    r"(?:(?:On|In|At|Last|Earlier|Later|Early|Late|By|Over|Since|This|The|Just|Only|That) (?:[\w.']+ ){0,3})?"
    rf"(?:{_WEEKDAY}|{_MONTH}|\d{{1,4}}(?:st|nd|rd|th)?|week|month|year|today|yesterday|morning|afternoon|evening"
    r"|night|weekend|ago|later|earlier) $",
    re.IGNORECASE,
)
# "Smith met Jones on 3 May and Brown today": the second is made part of the date; the verb said again parts them.
_GAPPED = re.compile(
    rf"(?: on (?:{_WEEKDAY}|{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})| (?:yesterday|today|{_WEEKDAY})){_DAYTIME}"
    r"(?: in [A-Z]\w+)?,? and $"
)
_SHARED_VERB = re.compile(
    r"\b(?:(?:met|meet|spoke|speak|talked|talk|conferred|confer)(?: (?:with|to))?"
    r"|called|phoned|telephoned|saw|see|received|receive|hosted|host|welcomed)\b"
)
# The tokenizer parts "co-chaired" and makes "co" a name of its own.
_JOINTLY = re.compile(r"\bco-(?=(?:chair|host)(?:s|ed|ing)?\b)")
# The small pipeline does not know the past tense of "ring".
_RANG = re.compile(r"\brang(?= (?:up )?$)")
# "Italy summons Smith": the small pipeline takes the verb for the noun.
_SUMMONS = re.compile(r"(?<!\ba)(?<!\bthe)(?<!'s) summons(?= $)")
_MISREAD = ((_SUMMONS, " summoned"), (_JOINTLY, "jointly "), (_RANG, "phoned"), (_IN_AUDIENCE, " "))
# "The Democratic Republic of the Congo (DRC) and Rwanda": a short name in brackets breaks a list.
_SHORT_NAME = re.compile(r"(?<=\w) \([A-Z][A-Z0-9.&-]{1,9}\)")
# "Egypt and Jordan meet in Riyadh": read as a noun behind names of states.
_STATES_MEET = re.compile(r"(?<=[a-z]) meet(?= (?:in|at|to|for|with|on) )")
# "Will not meet one-on-one", "talked face to face": read as objects.
_IN_PERSON = re.compile(r"(?<=[a-z]) (?:one[- ]on[- ]one|face[- ]to[- ]face)\b(?! (?:meeting|talk|session|encounter))")
# Headlines tell in the present; the small pipeline takes "Smith hosts Jones" for three nouns, but knows the past tense.
_HEADLINE_PAST = {
    "hosts": "hosted",
    "meets": "met",
    "calls": "called",
    "phones": "phoned",
    "telephones": "telephoned",
    "visits": "visited",
    "receives": "received",
    "welcomes": "welcomed",
    "greets": "greeted",
    "holds": "held",
    "hold": "held",
    "dials": "telephoned",
    "writes": "wrote",
    "sends": "sent",
    "cancels": "cancelled",
    "postpones": "postponed",
    "invites": "invited",
    "speaks": "spoke",
    "talks": "talked",
    "discuss": "discussed",
    "discusses": "discussed",
}
_HEADLINE_VERB = re.compile(rf" (?P<verb>{'|'.join(_HEADLINE_PAST)})\b(?! (?:on|off|with) hold)")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of plain text as the parser reads it.

    Attributes:
        text: what the parser reads.
        start: first code point of the plain text that it stands for.
        length: how many code points it stands for; 0 for a word put in.
    """

    text: str
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a stretch of plain text.

    Attributes:
        before: the marked text so far, empty at the start of the sentence.
        behind_person: whether a person stands right before it.
        before_person: whether a person stands right behind it.
        headline: whether it is part of a headline.
    """

    before: str
    behind_person: bool
    before_person: bool
    headline: bool = False


def simplified(plain: str, around: Surroundings) -> list[Chunk]:
    """The plain text between two persons, edited.

    Args:
        plain: the text as written.
        around: what stands around it.
    """
    edits = sorted(_edits(plain, around))
    chunks: list[Chunk] = []
    at = 0
    for start, end, text in edits:
        if start < at:
            continue
        chunks += [Chunk(plain[at:start], at, start - at)] if start > at else []
        chunks.append(Chunk(text, start, end - start))
        at = end
    return chunks + ([Chunk(plain[at:], at, len(plain) - at)] if at < len(plain) else [])


def _edits(plain: str, around: Surroundings) -> Iterator[tuple[int, int, str]]:
    yield from _anywhere(plain)
    if around.behind_person:
        yield from _behind_person(plain, around)
    if not around.before_person:
        return
    for misread, word in _MISREAD:
        if found := misread.search(plain):
            yield found.start(), found.end(), word
    if _GAPPED.search(plain) and (verbs := _SHARED_VERB.findall(around.before)):
        yield len(plain), len(plain), f"{verbs[-1]} "
    elif found := _DAY_BEFORE_NAME.search(plain):
        yield found.start(), found.end(), " yesterday "
    elif _OPENING_DATE.search(around.before + plain):
        yield len(plain) - 1, len(plain), ", "
    if around.behind_person and not plain.strip():
        yield 0, len(plain), " and "  # one phrase for two persons: "the foreign ministers of Egypt and Sudan"


def _anywhere(plain: str) -> Iterator[tuple[int, int, str]]:
    for apart in _IN_PERSON.finditer(plain):
        yield apart.start(), apart.end(), " in person"
    for short in _SHORT_NAME.finditer(plain):
        yield short.start(), short.end(), ""
    for verb in _STATES_MEET.finditer(plain):
        if plain[: verb.start()].rpartition(" ")[2][:1].isupper():
            yield verb.start(), verb.end(), " met"


def _behind_person(plain: str, around: Surroundings) -> Iterator[tuple[int, int, str]]:
    if found := _DAY_AFTER_MODAL.search(plain):
        yield found.start(), found.end(), " today"
    elif found := _DAY_BEFORE_VERB.match(plain):
        yield found.start(), found.end(), " yesterday"
    elif found := _BARE_DAY.match(plain):
        yield found.start(), found.end(), " on "
    if around.headline and (verb := _HEADLINE_VERB.match(plain)):
        yield verb.start("verb"), verb.end("verb"), _HEADLINE_PAST[verb["verb"]]
    if around.headline and around.before_person and plain == ", ":
        yield 0, 2, " and "
