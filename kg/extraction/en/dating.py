"""Dating: which time expressions of a sentence belong to which contact."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extraction.en.mood import MoodReader
from kg.extraction.en.phrases import ParsedSentence
from kg.extraction.en.syntax import children, clause_of, is_predicate
from kg.extraction.en.times import TimeExpression, find_times
from kg.extraction.mentions import within

_ABOUT = {"about", "regarding", "concerning"}
_ELSEWHERE = {"since", "before", "after", "until", "till", "because", "although", "though"}


@dataclass(frozen=True, slots=True)
class Dates:
    """The time expressions of one contact.

    Attributes:
        own: those that date it.
        cue: those that date what is said about it ("cancelled on Thursday").
    """

    own: tuple[TimeExpression, ...] = ()
    cue: tuple[TimeExpression, ...] = ()


class Dating:
    """Assigns the time expressions of a sentence.

    Args:
        parsed: the sentence.
        moods: knows the words that govern a contact.
        triggers: places of all triggers of the sentence.
        occasions: nouns whose date is that of what was held there.
    """

    def __init__(
        self, parsed: ParsedSentence, moods: MoodReader, triggers: Collection[int], occasions: Collection[str]
    ) -> None:
        self._occasions = occasions
        self._parsed = parsed
        self._moods = moods
        self._triggers = set(triggers)
        sentence, at = parsed.sentence, parsed.sentence.start
        inside = within(parsed.mentions, at, sentence.end)
        named = [(mention.start, mention.end) for mention in inside]  # the March 23 Movement
        times = find_times(sentence.text.replace("\n", " "))
        self._times = [t for t in times if not any(s <= at + t.start and at + t.end <= e for s, e in named)]

    def of(self, token: Token, spine: Sequence[Token], carrier: Token | None, *, held: bool) -> Dates:
        """The dates of the contact that `token` tells.

        Args:
            token: the trigger.
            spine: the trigger and the words above it that tell of the same event.
            carrier: the verb that only carries a contact noun.
            held: whether it took place; the day on which that was "confirmed" is then another one.
        """
        near = {part.i for part in spine if not self._moods.is_cue(part)} | {token.i}
        if carrier is not None and not self._moods.undoes(carrier):
            near.add(carrier.i)
        above = {part.i for part in spine}
        said = {part.i for part in spine if held and part.lemma_ in self._moods.reporting}
        owners = [(expression, self._owner(expression, self._triggers | above)) for expression in self._times]
        own = [pair for pair in owners if pair[1] in near or self._is_below(pair[1], token)]
        own += [(expression, None) for expression in self._of_place_or_time(spine)]
        own = own or [(expression, None) for expression in self._of_journey(token)]
        own.sort(
            key=lambda pair: pair[1] != token.i
        )  # "saw X on Saturday after meeting Y on Friday": its own comes first
        return Dates(
            tuple(expression for expression, _ in own),
            tuple(expression for expression, owner in owners if owner in above - near - said),
        )

    def _of_place_or_time(self, spine: Sequence[Token]) -> list[TimeExpression]:
        """ "On August 6, when he will meet X", "leaves on Friday for Rome, where he will meet X": the same day."""
        clause = spine[-1]
        if clause.dep_ not in {"relcl", "advcl"} or not {"where", "when"} & {c.lower_ for c in clause.children}:
            return []
        above = clause_of(clause)
        if above.i > clause.i:
            return []
        owners = {above.i} | ({clause.head.i} if clause.dep_ == "relcl" else set())
        return [e for e in self._times if self._owner(e, self._triggers | owners) in owners - self._triggers]

    def _of_journey(self, token: Token) -> list[TimeExpression]:
        """ "Flew to Asmara on 8 July and was welcomed by X": the day of the journey, where it has none of its own."""
        verb = token if token.dep_ == "conj" else clause_of(token)
        before = verb.head
        if verb.dep_ != "conj" or not self._moods.moves(before):
            return []
        return [e for e in self._times if self._owner(e, self._triggers | {before.i, verb.i}) == before.i]

    def _is_elsewhere(self, verb: Token) -> bool:
        """ "Since they fell out two years ago", "the point where they stopped in 1996": another clause's date."""
        if verb.dep_ in {"relcl", "acl"} and verb.head.pos_ in {"NOUN", "PROPN"}:
            return verb.head.i not in self._triggers and verb.head.lemma_ not in self._occasions
        return verb.dep_ == "advcl" and any(child.lower_ in _ELSEWHERE for child in children(verb, "mark"))

    def _is_below(self, owner: int | None, token: Token) -> bool:
        """ "Will host X for a meeting on Friday": the date of the meeting is that of the visit."""
        if owner is None or owner not in self._triggers:
            return False
        node = self._parsed.doc[owner]
        while node.i != token.i and node.pos_ in {"NOUN", "ADP", "PROPN"} and node.head.i != node.i:
            if node.lower_ == "of":
                return False  # "discussed the agenda of the meeting on Friday"
            node = node.head
        return node.i == token.i

    def _owner(self, expression: TimeExpression, stops: set[int]) -> int | None:
        """The first trigger, or word of this contact's spine, above a time expression."""
        start, end = (self._parsed.sentence.start + at for at in (expression.start, expression.end))
        node = next((token for token in self._parsed.doc if start <= self._parsed.source(token) < end), None)
        while node is not None and node.i not in stops:
            if node.lower_ in _ABOUT:
                return None  # "discussed X's visit in May": the date of what was discussed
            told = is_predicate(node) and node.lemma_ in self._moods.reporting
            if node.head.i == node.i or told or self._is_elsewhere(node):
                return None
            node = node.head
        return node.i if node is not None else None
