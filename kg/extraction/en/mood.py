"""Mood: what the words around a trigger say about whether the contact took place."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.en.cues import OPEN, ORDER, UNDONE, Cues
from kg.extraction.en.lexicon import Lexicon
from kg.extraction.en.syntax import (
    SUBJECTS,
    asks,
    auxiliaries,
    children,
    clause_of,
    finite_past,
    first_of_chain,
    governor,
    infinitive,
    is_date,
    is_predicate,
    negated,
    passive,
    subjects,
)
from kg.extraction.frames import Mood
from kg.model import Status

_OBJECT_LIKE = {"dobj", "nsubjpass", "attr", "oprd", "xcomp"}
_NON_FINITE = {"pcomp", "xcomp", "advcl", "acl", "csubj", "pobj", "conj"}
_SEEMING = {"seem", "appear", "claim"}
_AFTER = {"after", "following", "during", "since"}
_AHEAD = {"ahead of", "in advance of", "in preparation for", "on the eve of"}
_PLACES = {"in", "at", "to", "on", "near", "outside", "inside", "aboard"}
_ADVERBS = {"here", "there", "back", "home", "abroad", "away", "over", "in", "out", "up", "around", "off", "on"}
_DEPTH = 8
_HABIT = Mood(None, reason="a habit, not one contact")
_CONDITION = Mood(None, reason="a condition")
_QUESTION = Mood(None, reason="a question")
_LONG_AGO = Mood(None, reason="none for a long time")


class MoodReader:
    """Reads the mood of triggers.

    Args:
        lexicon: status cues and light verbs.
        headline: whether the sentence is a headline, where the present tense tells what has happened.
    """

    def __init__(self, lexicon: Lexicon, *, headline: bool = False) -> None:
        self._rules = lexicon.status
        self._habitual = lexicon.contacts.habitual
        self._light_verbs = lexicon.contacts.light_verbs
        self._cues = Cues(lexicon.status)
        self._headline = headline

    @property
    def reporting(self) -> frozenset[str]:
        """Verbs of reported speech."""
        return self._rules.reporting

    def moves(self, verb: Token) -> bool:
        """Whether a verb tells of a journey."""
        return verb.lemma_ in self._rules.motion and verb.lemma_ != "be"

    def is_cue(self, token: Token) -> bool:
        """Whether a word says that something is agreed, planned, cancelled: what it is dated to is another matter."""
        return self._cues.of(token) is not None

    def undoes(self, token: Token) -> bool:
        """Whether a word says that something is cancelled, put off, denied: its own date is another one."""
        return self._cues.of(token) in UNDONE

    def of_noun(self, noun: Token) -> Mood:
        """The mood of a contact noun ("a planned meeting", "after talks with", "held talks")."""
        described, governed = self._adjectives(noun), self._governed_noun(noun, 0)
        if described is None or governed.status in UNDONE or governed.status is None:
            return governed  # "cancelled a planned meeting"
        return described

    def of_verb(self, verb: Token, depth: int = 0) -> Mood:
        """The mood of a verb that tells a contact."""
        if self._is_habit(verb):
            return _HABIT
        if asks(verb):
            return _QUESTION
        own = self._tense(verb, depth)
        if own.status is None:
            return own
        denied = negated(verb)
        if denied and (since := self._since(verb)) is not None:
            return since
        if self._is_long_ago(verb):
            return _LONG_AGO
        if denied or (verb.head.lower_ == "going" and own.cue == "going to" and negated(verb.head)):
            never = any(child.lower_ == "never" for child in verb.children)
            return _HABIT if never and own.cue == "present" else Mood(Status.DENIED, own.future, cue="not")
        return self._reported(verb, own, depth)

    @staticmethod
    def _is_long_ago(verb: Token) -> bool:
        """ "It is a long time since they met"."""
        since = any(mark.lower_ == "since" for mark in children(verb, "mark"))
        spans = (noun for noun in children(verb.head, "attr") if is_date(noun) or noun.lemma_ == "time")
        return since and verb.head.lemma_ == "be" and any(spans)

    @staticmethod
    def _since(verb: Token) -> Mood | None:
        """ "Have not met since last April": they met then; "since the war broke out" tells of no one contact."""
        if not {"have", "has", "had", "'ve", "'s"} & set(auxiliaries(verb)):
            return None
        told = [child for child in verb.children if child.lower_ == "since" and child.dep_ == "prep"]
        clauses = [c for c in children(verb, "advcl") if any(mark.lower_ == "since" for mark in c.children)]
        if any(is_date(noun) for prep in told for noun in children(prep, "pobj")):
            return Mood(Status.HELD, cue="since")
        return _LONG_AGO if told or clauses else None

    def spine(self, token: Token) -> Iterator[Token]:
        """The trigger and the words above it that tell of the same event: where dates of the contact may hang."""
        yield token
        for head in self._above(token):
            if head.lemma_ in self._rules.reporting and head.lemma_ not in self._rules.governors[Status.PLANNED]:
                return
            yield head

    def _above(self, token: Token) -> Iterator[Token]:
        node = token
        for _ in range(_DEPTH):
            if node.head.i == node.i or (node.dep_ in {"relcl", "advcl"} and not infinitive(node)):
                return
            if node.dep_ == "conj" and is_predicate(node) and not infinitive(node) and node.tag_ != "VB":
                return
            node = node.head
            yield node

    def _is_habit(self, verb: Token) -> bool:
        """ "Often spoke", "met three times", "continue to consult"."""
        adverbs = {child.lemma_.lower() for child in children(verb, "advmod", "npadvmod")}
        counted = any(child.lemma_ == "time" and children(child, "nummod") for child in children(verb, "npadvmod"))
        kept_up = infinitive(verb) and verb.head.lemma_ in self._habitual.keeping
        return bool(adverbs & set(self._habitual.adverbs)) or counted or kept_up

    # ---- nouns

    def _adjectives(self, noun: Token) -> Mood | None:
        words = {child.lower_ for child in children(noun, "amod", "det", "compound", "advmod", "nmod")}
        for status in ORDER:
            if cue := words & self._rules.adjectives.get(status, frozenset()):
                return Mood(status, status in OPEN, cue=min(cue))
        return None

    def _governed_noun(self, noun: Token, depth: int) -> Mood:
        if depth > _DEPTH:
            return Mood(Status.HELD)
        head = governor(noun)
        if noun.dep_ == "conj" and not is_predicate(noun):
            return self._governed_noun(head, depth + 1)
        if noun.dep_ in {"pobj", "pcomp"}:
            return self._under_preposition(head, depth)
        if head.i == noun.i or not is_predicate(head):
            return self._modifier(head, depth) if head.i != noun.i else self._bare(noun)
        return self._under_verb(noun, head, depth)

    def _bare(self, noun: Token) -> Mood:
        """A headline without a verb ("Trump-Kim talks off") or a fragment ("A meeting with X.")."""
        for child in noun.children:
            if (status := self._cues.of(child)) is not None:
                return Mood(status, status in OPEN, cue=child.lower_)
        return Mood(Status.HELD)

    def _modifier(self, head: Token, depth: int) -> Mood:
        """A noun that hangs on another noun ("plans for talks", "a request for a meeting")."""
        status = self._cues.of(head)
        return self._cues.flipped(head, status) if status is not None else self._governed_noun(head, depth + 1)

    def _under_preposition(self, prep: Token, depth: int) -> Mood:
        phrase, head = self._phrase(prep), prep.head
        ahead = phrase in self._rules.prepositions[Status.PLANNED] and not finite_past(clause_of(prep))
        if ahead or phrase in _AHEAD:
            return Mood(Status.PLANNED, True, cue=phrase)
        if prep.lower_ == "without":
            return Mood(Status.DENIED, cue="without")
        within = prep.lower_ in self._rules.prepositions[Status.HELD]
        if (particle := self._rules.particles.get(f"{head.lemma_} {prep.lower_}")) is not None:
            return self._cues.flipped(head, particle)
        if (status := self._cues.of(head)) is not None and not within:
            return self._cues.flipped(head, status)
        if not is_predicate(head):
            return self.of_verb(clause_of(head), depth + 1) if within else self._governed_noun(head, depth + 1)
        untouched = head.lemma_ in self._rules.reporting or (negated(head) and head.lemma_ not in self._light_verbs)
        if (within and untouched) or (prep.lower_ in _AFTER and not self._ahead(head)):
            return Mood(Status.HELD, cue=prep.lower_)
        return self.of_verb(head, depth + 1)

    def _phrase(self, prep: Token) -> str:
        """Compound prepositions as one ("ahead of", "prior to")."""
        before = prep.nbor(-1).lower_ if prep.i > prep.doc[0].i else ""
        for words in (f"{before} {prep.lower_}", f"in {before} {prep.lower_}", f"on the {before} {prep.lower_}"):
            if any(words in group for group in self._rules.prepositions.values()):
                return words
        return prep.lower_

    def _under_verb(self, noun: Token, verb: Token, depth: int) -> Mood:
        if self._is_condition(verb):
            return _CONDITION
        if self._cues.copular(verb) and "would" in auxiliaries(verb):
            return Mood(None, reason="only thought of (would)")
        status = self._cues.of(verb)
        alone = verb.lemma_ in self._rules.particles or status in UNDONE  # "the talks collapsed", "fell through"
        if status is not None and (
            noun.dep_ in _OBJECT_LIKE or verb.tag_ == "VBN" or self._cues.copular(verb) or alone
        ):
            return self._cues.flipped(verb, status)
        return self.of_verb(verb, depth + 1)

    def _ahead(self, verb: Token) -> bool:
        return any(word in self._rules.modals["planned"] for word in auxiliaries(verb))

    # ---- verbs

    def _tense(self, verb: Token, depth: int) -> Mood:
        words, modals = set(auxiliaries(verb)), self._rules.modals
        if self._is_condition(verb):
            return _CONDITION
        if words & modals["planned"] or (verb.head.lower_ == "going" and infinitive(verb)):
            return Mood(Status.PLANNED, True, cue=min(words & modals["planned"], default="going to"))
        if words & modals["proposed"]:
            return Mood(Status.PROPOSED, True, cue=min(words & modals["proposed"]))
        if words & modals["hypothetical"]:
            return self._hypothetical(verb, words)
        if infinitive(verb) or (verb.tag_ == "VB" and verb.dep_ in {"xcomp", "ccomp", "conj", "pcomp"}):
            return self._infinitive(verb, depth)
        if verb.tag_ == "VBG" and not words and verb.dep_ in _NON_FINITE:
            return self._gerund(verb, depth)
        if finite_past(verb) or verb.tag_ == "VBN":
            return Mood(Status.HELD)
        if verb.dep_ == "advcl" and self._ahead(clause_of(verb)):
            return Mood(Status.PLANNED, True, cue="will")  # "talks will be held when he meets X"
        progressive = verb.tag_ == "VBG" and bool(words & {"is", "are", "'s", "'re", "be"})
        return Mood(Status.HELD, future=progressive, cue="present")

    def _is_condition(self, verb: Token) -> bool:
        """ "If X met Y", "had X met Y, ..."."""
        if any(child.lower_ in self._rules.hypothetical_markers for child in children(verb, "mark", "advmod")):
            return True
        subject = next(iter(children(verb, "nsubj", "nsubjpass")), None)
        inverted = [
            child for child in children(verb, "aux") if child.lower_ == "had" and subject and child.i < subject.i
        ]
        return bool(inverted) and verb.dep_ in {"advcl", "ccomp"}

    def _hypothetical(self, verb: Token, words: set[str]) -> Mood:
        """ "Said he would meet X" is a plan told in the past; other "would"s are conditions."""
        verb = first_of_chain(verb)  # "said that A would leave and that he would meet B"
        above = verb.head
        told = verb.dep_ in {"ccomp", "relcl"} and (above.lemma_ in self._rules.reporting or self.is_cue(above))
        conditions = (mark.lower_ for clause in children(verb, "advcl") for mark in children(clause, "mark"))
        if self._rules.hypothetical_markers & set(conditions):
            return _CONDITION  # "said he would meet X only if ..."
        if "would" in words and told and "have" not in words:
            return Mood(Status.PLANNED, True, cue="would")
        return Mood(None, reason=f"only thought of ({min(words & self._rules.modals['hypothetical'])})")

    def _infinitive(self, verb: Token, depth: int) -> Mood:
        head = verb.head
        if depth > _DEPTH:
            return Mood(Status.HELD)
        if (perfect := self._perfect(verb, head)) is not None:
            return perfect
        if verb.dep_ == "ROOT" or (head.pos_ == "PROPN" and (self._headline or head.dep_ == "ROOT")):
            return Mood(Status.PLANNED, True, cue="to")  # "Macron to meet Meloni"
        if verb.dep_ == "conj":
            return self._tense(head, depth + 1) if is_predicate(head) else Mood(Status.PLANNED, True)
        if head.lemma_ == "have" and any(child.lower_ == "yet" for child in head.children):
            return Mood(Status.DENIED, cue="yet")
        if (untold := self._only_thought(verb, head)) is not None:
            return untold
        if (status := self._cues.of(head)) is not None:
            return self._cues.flipped(head, status)
        if not is_predicate(head):
            return self._governed_noun(head, depth + 1) if infinitive(verb) else Mood(Status.HELD)
        return self._purpose(head, depth)

    @staticmethod
    def _perfect(verb: Token, head: Token) -> Mood | None:
        """ "Are believed to have met" tells a contact; "was to have met" one that did not come about."""
        if verb.tag_ != "VBN" or "have" not in auxiliaries(verb):
            return None
        if passive(head) or head.lemma_ in _SEEMING:
            return Mood(Status.HELD)
        return Mood(Status.CANCELLED, cue="was to have") if head.lemma_ == "be" else None

    def _only_thought(self, verb: Token, head: Token) -> Mood | None:
        """What keeps an infinitive from telling a contact: a condition, an appeal to others, a mere possibility."""
        if self._is_condition(head):
            return _CONDITION
        if self._is_appeal(head) and _has_partner(verb):
            return Mood(None, reason="an appeal to others")
        possible = head.lemma_ in self._rules.possibilities and self._cues.of(head) is None
        return Mood(None, reason=f"only possible ({head.lower_})") if possible else None

    def _is_appeal(self, head: Token) -> bool:
        """ "Urged X to meet Y", "called on X to talk": a third party's wish; "asked X to meet him" is none."""
        if head.lemma_ not in self._rules.appeals or passive(head):
            return False
        asked = [
            *children(head, "dobj"),
            *(n for p in children(head, "prep") if p.lower_ in {"on", "upon"} for n in p.children),
        ]
        subject = next(iter(children(head, "nsubj")), None)
        objects = (t for t in head.subtree if t.pos_ == "PRON" and t.dep_ in {"dobj", "pobj"} and t.i > head.i)
        pronouns = [t for t in objects if t not in asked]
        return bool(asked) and subject is not None and not pronouns

    def _purpose(self, head: Token, depth: int) -> Mood:
        """An infinitive below another verb: done where that was done, unless it only sets out for it."""
        arranged = [noun for noun in subjects(head) if noun.pos_ == "NOUN" and self.is_cue(noun)]
        if arranged:  # "arrangements are being made for X to meet Y"
            return self._cues.flipped(head, self._cues.of(arranged[0]) or Status.PLANNED)
        placed = [
            *(p for p in children(head, "prep") if p.lower_ in _PLACES and not any(map(is_date, children(p, "pobj")))),
            *(word for word in children(head, "advmod") if word.lower_ in _ADVERBS),
        ]
        moves = head.lemma_ in self._rules.motion and (head.lemma_ != "be" or bool(placed))
        if (
            head.lemma_ == "be"
            and finite_past(head)
            and any(child.lower_ == "it" for child in children(head, *SUBJECTS))
        ):
            return Mood(Status.HELD)  # "it was a pleasure to meet X"
        if head.lemma_ in self._rules.departing or (not moves and passive(head)) or (head.lemma_ == "be" and not moves):
            return Mood(Status.PLANNED, not finite_past(head), cue=head.lower_)
        present = head.tag_ in {"VBZ", "VBP"} and not auxiliaries(head) and not self._headline
        if present and not moves and head.lemma_ not in self._rules.doing:
            return Mood(Status.PLANNED, True, cue="to")
        return self.of_verb(head, depth + 1)

    def _gerund(self, verb: Token, depth: int) -> Mood:
        if verb.dep_ == "conj" and is_predicate(verb.head):
            return self._tense(verb.head, depth + 1)
        if verb.dep_ in {"pcomp", "pobj"}:
            pointless = not is_predicate(verb.head.head) and negated(verb.head.head)
            if pointless and self._cues.copular(clause_of(verb.head)):
                return Mood(Status.DENIED, cue="no")  # "there was no sense in seeing X"
            return self._under_preposition(verb.head, depth + 1)
        if (status := self._cues.of(verb.head)) is not None and verb.dep_ in {"xcomp", "acl", "ccomp"}:
            return self._cues.flipped(verb.head, status)
        above = verb.head.head.head
        if verb.dep_ == "acl" and verb.head.dep_ == "pobj" and (status := self._cues.of(above)) is not None:
            return self._cues.flipped(above, status)  # "looks forward to X attending the talks"
        return Mood(Status.HELD) if verb.dep_ in {"advcl", "acl"} else self.of_verb(verb.head, depth + 1)

    def _reported(self, verb: Token, own: Mood, depth: int) -> Mood:
        """What the governing clause adds: "denied that", "hopes that", "agreed that"."""
        head = verb.head
        if verb.dep_ == "conj" and own.status is Status.HELD and verb.tag_ in {"VBN", "VB"} and is_predicate(head):
            return self.of_verb(head, depth + 1) if depth < _DEPTH else own
        if verb.dep_ not in {"ccomp", "acl"} or head.i == verb.i:
            return own
        if verb.dep_ == "acl" and self._cues.of(clause_of(head)) is Status.DENIED:
            return Mood(Status.DENIED, cue=clause_of(head).lower_)  # "denied a report that X had met Y"
        status = self._cues.of(head)
        after = verb.i > head.i  # "X met Y, Z insisted" hangs the same way, but is not governed
        if status is None or not after or head.lemma_ in self._rules.reporting:
            return own
        if status in {Status.DENIED, Status.PROPOSED} or own.status is not Status.HELD:
            return self._cues.flipped(head, status)
        return own


def _has_partner(verb: Token) -> bool:
    """Whether a verb names with whom: "urged X to meet Y" is a third party's wish, "asked X to talk" is none."""
    return any(part.pos_ == "PROPN" and part.dep_ in {"dobj", "pobj"} and part.i > verb.i for part in verb.subtree)
