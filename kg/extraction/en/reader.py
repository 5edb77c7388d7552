"""The frame reader: from the parse of a marked sentence to frames."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.en.dating import Dating
from kg.extraction.en.facets import authority_of, cause_of, occasion_of, place_of
from kg.extraction.en.lexicon import Lexicon
from kg.extraction.en.mood import MoodReader
from kg.extraction.en.phrases import ParsedSentence, PhraseReader
from kg.extraction.en.slots import SlotReader
from kg.extraction.en.syntax import SUBJECTS, children, clause_of, coordinated, heads, is_date, is_predicate, obliques
from kg.extraction.en.times import Relation, TimeExpression
from kg.extraction.en.triggers import Trigger, find_triggers, means_of
from kg.extraction.frames import ChannelCue, Frame, Mood
from kg.model import Channel, Status

_MEANS = {"in", "by", "during", "over"}
_SEPARATE = {"each", "separate", "separately", "respectively", "individually", "successive"}
_SIDES = {"with", "by", "to"}
_ORDINAL = {"first", "second", "third", "fourth", "last", "latest", "previous", "earlier", "another", "next", "new"}
_POINTING = {"the", "this", "that", "these", "those", "their", "his", "her", "its"}
_DETERMINED = 4  # tokens before a noun within which its article stands; "mini-summit" is three of them
_REACH = 10  # tokens within which a word of the clause can show the channel
_ATTENDING = {"attend", "join"}
_PRESENT = _ATTENDING | {"participate", "take", "address"}
_IN_PASSING = {"last", "then", "previously", "earlier", "previous"}
_SINCE = {"since", "when", "as", "while"}
_AGAIN = re.compile(r"\b(?:and|then) (?:once )?(?:again|more)\b")
_UNITS = {"hour", "minute"}
_NOUN_ONLY = {"compound", "amod", "nmod"}


class FrameReader:
    """Reads the frames of parsed sentences.

    Args:
        lexicon: contact rules, status cues and group words.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def read(self, parsed: ParsedSentence) -> tuple[Frame, ...]:
        """The frames of one sentence, in the order of their triggers."""
        triggers = find_triggers(parsed, self._lexicon.contacts)
        return tuple(_SentenceReader(parsed, self._lexicon, triggers).frames()) if triggers else ()


class _SentenceReader:
    def __init__(self, parsed: ParsedSentence, lexicon: Lexicon, triggers: tuple[Trigger, ...]) -> None:
        self._parsed = parsed
        self._lexicon = lexicon
        self._triggers = triggers
        self._places = {trigger.token.i for trigger in triggers}
        phrases = PhraseReader(parsed, lexicon.referents)
        contacts = lexicon.contacts
        self._slots = SlotReader(parsed, phrases, contacts.light_verbs, self._places, contacts.itineraries)
        self._moods = MoodReader(lexicon, headline=parsed.sentence.part == "title")
        events = {
            at for at in self._places if parsed.doc[at].lemma_ not in _UNITS
        }  # "for an hour today" dates what took it
        self._dating = Dating(parsed, self._moods, events, lexicon.contacts.occasions)

    def frames(self) -> Iterator[Frame]:
        new = (trigger for trigger in self._triggers if not self._retold(trigger) and not self._is_part(trigger))
        frames = (self._frame(trigger) for trigger in new)
        return (one for frame in frames for one in self._repeated(frame))

    def _repeated(self, frame: Frame) -> Iterator[Frame]:
        """ "Met in Paris on May 23 and again in Rome on Oct 13": two contacts."""
        text = frame.sentence.text
        later = [
            time for time in frame.times if any(_AGAIN.search(text[: time.start], other.end) for other in frame.times)
        ]
        first = tuple(time for time in frame.times if time not in later)
        yield replace(frame, times=first) if later else frame
        if later:
            yield replace(frame, times=tuple(later), place="")

    def _is_part(self, trigger: Trigger) -> bool:
        """ "Handed him a note", "exchanged letters with him": the noun belongs to the verb that tells it."""
        noun = trigger.token
        verbs = (other for other in self._triggers if other.verb and other.token.i == noun.head.i)
        preps = (*children(noun, "prep"), *children(noun.head, "prep"))
        owned = children(noun, "poss") or any(prep.lower_ == "from" for prep in preps)
        return noun.dep_ == "dobj" and not owned and any(noun.lower_ in verb.rule.needs for verb in verbs)

    def _retold(self, trigger: Trigger) -> bool:
        """ "A meeting with X, during which the two discussed trade": the clause tells of nothing new."""
        clause = trigger.token
        if not trigger.verb or clause.dep_ != "relcl" or clause.head.i not in self._places:
            return False
        return any(noun.lower_ == "which" for noun in obliques(clause, _MEANS, deep=False))

    def _frame(self, trigger: Trigger) -> Frame:
        token, verb = trigger.token, trigger.verb
        slots = self._slots.of_verb(token) if verb else self._slots.of_noun(token)
        words = {child.lower_ for child in token.children}
        spine = list(self._moods.spine(token))
        carrier = self._slots.carrier(token)
        status = self._lexicon.status
        mood = self._mood(token, carrier, verb=verb and token.pos_ != "NOUN")
        dates = self._dating.of(token, spine, carrier, held=mood.status is Status.HELD)
        return Frame(
            sentence=self._parsed.sentence,
            start=self._parsed.source(token),
            rule=trigger.rule_id,
            trigger=self._parsed.verbatim(token),
            slots={name: filler for name, filler in slots.items() if filler},
            mood=mood,
            background=self._is_background(token),
            attended=(carrier is not None and carrier.lemma_ in _ATTENDING) or self._sat_in(token),
            channel=self._channel(token, carrier) or means_of(token, trigger.rule),
            separate=self._separate(token),
            plural=not verb and token.tag_ in {"NNS", "NNPS"} and token.lemma_.lower() != token.lower_,
            definite=not verb and (bool(words & _POINTING) or self._of_a_day(token)),
            ordinal=bool(words & _ORDINAL),
            times=_turned(dates.own) if mood.cue == "since" else dates.own,
            cue_times=dates.cue,
            place=place_of(spine, self._parsed),
            occasion=occasion_of(spine, self._parsed),
            because_of=cause_of(spine, self._parsed),
            authority=authority_of(token, self._parsed, status.reporting, status.describing),
        )

    def _sat_in(self, noun: Token) -> bool:
        """ "Sat in on the talks", "was present at the meeting"."""
        if noun.dep_ != "pobj":
            return False
        verb = clause_of(noun)
        words = {child.lower_ for child in verb.children}
        return (verb.lemma_ == "sit" and "in" in words) or (verb.lemma_ == "be" and "present" in words)

    def _of_a_day(self, noun: Token) -> bool:
        """ "Saturday's meeting": one known by its day."""
        return any(is_date(owner) and self._parsed.mention(owner) is None for owner in children(noun, "poss"))

    def _mood(self, token: Token, carrier: Token | None, *, verb: bool) -> Mood:
        if self._lexicon.contacts.not_contacts.clause & {part.lemma_.lower() for part in token.subtree}:
            return Mood(None, reason="a match")
        return self._moods.of_verb(token) if verb else self._mood_of_noun(token, carrier)

    def _is_background(self, token: Token) -> bool:
        """Whether it is told in passing: in a relative clause, before something else, since when, last time."""
        if {child.lower_ for child in token.children} & _IN_PASSING:
            return True
        for node in (token, *heads(token)):
            marks = {child.lower_ for child in children(node, "mark", "advmod")}
            clause = node.dep_ in {"relcl", "advcl"} and is_predicate(node)
            if (clause and (node.dep_ == "relcl" or marks & _SINCE)) or (
                node.dep_ == "pobj" and node.head.lower_ == "since"
            ):
                return True
        return False

    def _mood_of_noun(self, noun: Token, carrier: Token | None) -> Mood:
        contacts = self._lexicon.contacts
        before = {child.lower_ for child in children(noun, "compound", "amod", "nmod")}
        after = noun.nbor(1).lower_ if noun.i + 1 < len(self._parsed.doc) else ""
        if before & set(contacts.not_contacts.before) or after in contacts.not_contacts.after:
            return Mood(None, reason="another kind of event")
        if before & set(contacts.habitual.adjectives):
            return Mood(None, reason="a habit, not one contact")
        if noun.dep_ in _NOUN_ONLY and noun.head.pos_ == "NOUN":
            return Mood(None, reason="part of another noun")
        if clause_of(noun).lemma_ in contacts.habitual.verbs and noun.dep_ in {"dobj", "pobj"}:
            return Mood(None, reason="a habit, not one contact")
        if carrier is None:
            return self._moods.of_noun(noun)
        known = not {part.lower_ for part in noun.doc[max(0, noun.i - _DETERMINED) : noun.i]} & {"a", "an"}
        if known and noun.lemma_ in contacts.occasions and carrier.lemma_ in _PRESENT:
            return Mood(None, reason="attendance of the same occasion is no contact")
        return self._moods.of_verb(carrier) if carrier.dep_ == "relcl" else self._moods.of_noun(noun)

    def _channel(self, token: Token, carrier: Token | None) -> ChannelCue | None:
        near = [p for p in token.subtree if abs(p.i - token.i) <= _REACH and self._belongs(p, token)]
        if carrier is not None and token.pos_ == "NOUN":
            near += [part for prep in children(carrier, "prep", "advmod") for part in prep.subtree]
        near_words = " ".join(part.lower_ for part in sorted(near, key=lambda part: part.i)).replace(" - ", "-")
        channels = self._lexicon.contacts.channel_words.items()
        cues = (ChannelCue(channel, cue) for channel, words in channels for cue in words)
        shown = (cue for cue in cues if f" {cue.words} " in f" {near_words} ")
        return next(shown, None) or self._channel_of_means(token)

    def _channel_of_means(self, token: Token) -> ChannelCue | None:
        """ "Consulted X in a series of telephone conversations": the channel of the noun in which it was done."""
        for noun in self._served(obliques(token, _MEANS, deep=False)):
            described = {child.lemma_.lower() for child in children(noun, "compound", "amod")}
            for rule in self._lexicon.contacts.by_noun.get(noun.lemma_.lower(), ()):
                if rule.needs and not described & set(rule.needs):
                    continue  # a call is no courtesy call unless it is called one
                words = self._lexicon.contacts.channel_words.items()
                shown = (ChannelCue(channel, cue) for channel, cues in words for cue in cues if cue in described)
                own = None if rule.channel is Channel.UNSPECIFIED else ChannelCue(rule.channel, noun.lower_)
                return next(shown, own)
        return None

    def _belongs(self, part: Token, token: Token) -> bool:
        """Whether a word stands under this trigger and under no other one between them."""
        while part.i != token.i:
            if part.i in self._places:
                return False
            part = part.head
        return True

    def _served(self, nouns: list[Token]) -> list[Token]:
        """The nouns, and those of which they are a series ("in a series of calls")."""
        return [part for noun in nouns for part in (*obliques(noun, {"of"}, deep=False), noun)]

    def _separate(self, token: Token) -> bool:
        nouns = obliques(token, _MEANS)
        in_turn = any(noun.lower_ == "turn" for noun in nouns)
        serial = any(
            noun.tag_ == "NNS" and noun.lemma_ in self._lexicon.contacts.by_noun for noun in self._served(nouns)
        )
        doers = [part for doer in children(token, *SUBJECTS) for one in coordinated(doer) for part in one.children]
        near = (*token.children, *token.head.children, *doers)  # "A and B each rang C"
        return in_turn or serial or _said_again(token) or any(part.lower_ in _SEPARATE for part in near)


def _turned(times: tuple[TimeExpression, ...]) -> tuple[TimeExpression, ...]:
    """ "Have not met since last April": April is when they met."""
    return tuple(replace(time, relation=Relation.ON) if time.relation is Relation.SINCE else time for time in times)


def _said_again(token: Token) -> bool:
    """ "Spoke with A and with B", "was seen by A and by B": one by one; "a meeting with A and with B" is one."""
    if token.pos_ == "NOUN" and token.tag_ != "NNS":
        return False
    own = children(token, "prep", "agent")
    words = [prep.lower_ for first in own for prep in (first, *children(first, "conj"))]
    return any(words.count(word) > 1 for word in _SIDES)
