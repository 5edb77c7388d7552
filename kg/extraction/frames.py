"""Frames: what one predicate or contact noun says, read off a sentence. Rules speak of frames, never of strings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from kg.extraction.mentions import Mention
from kg.model import Channel, Status

if TYPE_CHECKING:
    from kg.extraction.en.times import TimeExpression


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article.

    Attributes:
        index: place among the sentences of its part.
        part: the part of the article that the offsets count in.
        start: first code point.
        end: one past the last one.
        text: the sentence itself.
        paragraph: number of its paragraph.
    """

    index: int
    part: Literal["text", "title"]
    start: int
    end: int
    text: str
    paragraph: int = 0


class Shape(StrEnum):
    """What a phrase is that fills a slot."""

    MENTION = "mention"
    PRONOUN = "pronoun"
    GROUP = "group"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase in a slot.

    Attributes:
        shape: what it is.
        start: code point of the article's part at which its head begins.
        word: lemma of its head, in lower case.
        mention: the mention, for that shape; of a pronoun, whom its place in the sentence makes likely.
        office: class of office of a group ("the foreign ministers"), or empty.
        size: how many a group says it has ("the three presidents"), 0 where it does not say.
        plural: whether it stands for several.
        gender: male or female, of a pronoun; empty where it does not say.
        speaker: whether it is the first person.
        states: whether it stands for states, or for unnamed people of theirs.
        holders: whether those people hold an office ("leaders", "ministers").
        counterpart: whether it stands for those who hold the same office elsewhere.
        countries: states a group stands for ("the leaders of Russia and Turkey").
    """

    shape: Shape
    start: int
    word: str = ""
    mention: Mention | None = None
    office: str = ""
    size: int = 0
    plural: bool = False
    gender: str = ""
    speaker: bool = False
    states: bool = False
    holders: bool = False
    counterpart: bool = False
    countries: tuple[str, ...] = ()


Slots = Mapping[str, tuple[Phrase, ...]]


@dataclass(frozen=True, slots=True)
class Mood:
    """How a frame is told.

    Attributes:
        status: what its cues say; None where the frame speaks of no event (a condition, a habit).
        future: whether the governing verb looks ahead, for dates without a year or a tense of their own.
        reason: why there is no status, in words for people.
        cue: the word that set the status.
    """

    status: Status | None
    future: bool = False
    reason: str = ""
    cue: str = ""


@dataclass(frozen=True, slots=True)
class ChannelCue:
    """What a clause shows of the means.

    Attributes:
        channel: by which means.
        words: the words that show it.
    """

    channel: Channel
    words: str


@dataclass(frozen=True, slots=True)
class Frame:
    """One predicate or contact noun with what fills its slots.

    Attributes:
        sentence: where it stands.
        start: code point of the article's part at which the trigger begins.
        rule: id of the contact rule.
        trigger: the trigger as written.
        slots: noun phrases by slot.
        mood: status and tense.
        channel: channel that the clause's wording shows, and the words; None leaves the rule's own.
        separate: whether the partners were met one by one ("in separate calls with").
        plural: whether a contact noun is in the plural ("calls", "meetings").
        definite: whether a contact noun points back ("the talks", "their meeting").
        background: whether it is told in passing, and so is not the day's news.
        attended: whether somebody attended or joined it, told of a contact noun.
        ordinal: whether it is one of several ("the first talks", "their third call").
        times: expressions that date this frame.
        cue_times: expressions that date what is said about it ("cancelled on Thursday", "agreed on Monday to").
        place: city or venue.
        occasion: summit or visit at which it was held.
        because_of: what prompted it.
        authority: who says so, by the sentence itself.
    """

    sentence: Sentence
    start: int
    rule: str
    trigger: str
    slots: Slots
    mood: Mood
    channel: ChannelCue | None = None
    separate: bool = False
    plural: bool = False
    definite: bool = False
    background: bool = False
    attended: bool = False
    ordinal: bool = False
    times: tuple[TimeExpression, ...] = ()
    cue_times: tuple[TimeExpression, ...] = ()
    place: str = ""
    occasion: str = ""
    because_of: str = ""
    authority: str = ""
