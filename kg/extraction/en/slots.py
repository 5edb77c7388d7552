"""Slots: the noun phrases around a trigger, by the part they play."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from kg.extraction.en.phrases import ParsedSentence, PhraseReader
from kg.extraction.en.syntax import (
    agents,
    antecedent,
    children,
    clause_of,
    controls_object,
    governor,
    heads,
    infinitive,
    is_date,
    is_predicate,
    objects,
    obliques,
    passive,
    subjects,
)
from kg.extraction.frames import Phrase

_PREPOSITIONS = {
    "with": {"with"},
    "to": {"to"},
    "by": {"by"},
    "from": {"from"},
    "between": {"between", "amongst", "among", "involving"},
    "opposite": {"opposite"},
    "on": {"on", "upon"},
}
_ADDRESSEES = ("with", "to")
_RELATIVES = {"that", "which"}
_DURING = {"in", "during", "over", "by", "on", "at"}
# Verbs that carry a noun behind a preposition: "engaged in talks", "was on the phone", "followed it up with a meeting".
_CARRYING = {
    "in": {"engage", "join", "take"},
    "for": {"engage", "join", "take"},
    "on": {"be"},
    "into": {"go", "enter"},
    "with": {"follow", "cap", "begin", "open", "continue"},
}
_GIVING = {"give", "host", "offer", "convene", "organise", "organize", "arrange", "hold", "call", "chair"}
_INVITING = {"invite", "summon", "call"}
_MOVING = {"take", "bring", "send", "dispatch"}  # "sent X to Moscow for talks with Y"
_ADDRESSING = {"address", "date", "send", "write"}
_RECIPROCAL = {"other", "another"}  # "each other", "one another"
_NEXT = 4  # tokens behind a noun
_CLIMB = 3  # clauses that the subject of a noun may stand above it

Slots = dict[str, tuple[Phrase, ...]]


class SlotReader:
    """Fills slots from the parse.

    Args:
        parsed: the sentence.
        phrases: reads its noun phrases.
        light_verbs: verbs that only carry a contact noun.
        triggers: places of all triggers of the sentence.
        itineraries: nouns whose owner takes part in what they include.
    """

    def __init__(
        self,
        parsed: ParsedSentence,
        phrases: PhraseReader,
        light_verbs: Collection[str],
        triggers: Collection[int],
        itineraries: Collection[str] = (),
    ) -> None:
        self._parsed = parsed
        self._phrases = phrases
        self._light_verbs = light_verbs
        self._triggers = triggers
        self._itineraries = itineraries

    def of_verb(self, verb: Token) -> Slots:
        """The slots of a verb; of a passive one, who did it is the subject."""
        doers, done = subjects(verb), objects(verb)
        if passive(verb):
            doers, done = agents(verb), doers or ([verb.head] if verb.dep_ in {"acl", "relcl"} else [])
        slots = {"subject": self._phrases.read(doers), "object": self._phrases.read(done)}
        if any(noun.lower_ in _RECIPROCAL for noun in (*done, *obliques(verb, {"with", "to"}, deep=False))):
            return {"reciprocal": slots["subject"]}
        slots["owner"] = self._phrases.read(owner for noun in done for owner in children(noun, "poss"))
        direct = {name: obliques(verb, words, deep=False) for name, words in _PREPOSITIONS.items()}
        deep = not any(direct[name] for name in _ADDRESSEES)  # "on the border with X he talked to Y"
        for name, words in _PREPOSITIONS.items():
            slots[name] = self._phrases.read(obliques(verb, words, deep=deep, barred=self._triggers))
        slots["with"] = slots["with"] or self._stray_with(verb, verb)
        return slots

    def of_noun(self, noun: Token) -> Slots:
        """The slots of a contact noun and of the verb that carries it."""
        slots = {
            name: self._phrases.read(obliques(noun, words, deep=name in {"with", "to"}, barred=self._triggers))
            for name, words in _PREPOSITIONS.items()
        }
        for apposed in children(noun, "appos"):  # "the call, the first between X and Y"
            for name in ("between", "with"):
                slots[name] = slots[name] or self._phrases.read(obliques(apposed, _PREPOSITIONS[name], deep=False))
        for clause in children(noun, "acl"):  # "a letter addressed to X"
            if clause.lemma_ in _ADDRESSING:
                slots["to"] = slots["to"] or self._phrases.read(obliques(clause, _PREPOSITIONS["to"], deep=False))
        slots["of"] = self._phrases.read(obliques(noun, {"of"}, deep=False))
        slots["poss"] = self._phrases.read(antecedent(owner) for owner in children(noun, "poss"))
        slots["compound"] = self._phrases.read(
            child for child in children(noun, "compound", "amod", "nmod") if self._parsed.marked.mention_at(child.idx)
        )
        givers = [verb for verb in children(noun, "acl") if verb.lemma_ in _GIVING]
        slots["given"] = self._phrases.read(giver for verb in givers for giver in agents(verb))
        carrier = self.carrier(noun)
        if carrier is not None:
            self._add_carried(slots, noun, carrier)
        slots["with"] = slots["with"] or self._next_with(noun)
        slots.setdefault("dative", self._phrases.read(self._invited(noun)))
        slots["subject"] = self._phrases.read(self._clause_subjects(noun))
        inside = noun.dep_ == "pobj" and noun.head.lower_ in _DURING and is_predicate(noun.head.head)
        if inside and not self._has_name(noun):
            slots["during"] = self._phrases.read(subjects(noun.head.head))
        return slots

    def _has_name(self, noun: Token) -> bool:
        """ "The Madrid Summit", "the Summit for Democracy": an event with a name, which many attend."""
        words = [child for child in children(noun, "compound", "nmod") if child.pos_ == "PROPN"]
        paired = any(token.text == "-" for token in noun.doc[noun.left_edge.i : noun.i])
        purpose = noun.pos_ == "PROPN" and any(prep.lower_ == "for" for prep in children(noun, "prep"))
        return purpose or (bool(words) and not paired)

    def _add_carried(self, slots: Slots, noun: Token, carrier: Token) -> None:
        joined = children(carrier, "nsubjpass") if carrier.lemma_ == "join" else []  # "A was joined by B in talks"
        does = (token for token in subjects(carrier) if token.i != noun.i)
        doers = [*agents(carrier), *joined] if passive(carrier) else [*does]
        slots["light"] = self._phrases.read((*self._askers(noun, carrier), *doers))
        given = children(carrier, "nsubjpass") if noun.dep_ in {"dobj", "oprd"} else []  # "X was sent a letter by Y"
        slots["dative"] = self._phrases.read((*given, *(c for c in children(carrier, "dative") if c.pos_ != "ADP")))
        for name in ("with", "to", "from", "between"):
            found = (other for other in obliques(carrier, _PREPOSITIONS[name], deep=False) if other.i != noun.i)
            slots[name] = slots[name] or self._phrases.read(found)
        slots["with"] = slots["with"] or self._stray_with(noun, carrier)

    @staticmethod
    def _invited(noun: Token) -> list[Token]:
        """ "Moscow invited Kyiv to talks"."""
        verb = noun.head.head
        behind = noun.dep_ == "pobj" and noun.head.lower_ in {"to", "for"} and is_predicate(verb)
        return objects(verb) if behind and verb.lemma_ in _INVITING else []

    def _askers(self, noun: Token, carrier: Token) -> list[Token]:
        """ "Seoul has asked Pyongyang to reopen talks": talks of both, where nobody else is named."""
        asked = carrier.dep_ in {"xcomp", "ccomp"} and infinitive(carrier) and controls_object(carrier.head)
        return subjects(carrier.head) if asked and not obliques(noun, {"with", "between"}) else []

    def _stray_with(self, trigger: Token, clause: Token) -> tuple[Phrase, ...]:
        """ "Had an exchange by telephone, lasting an hour, with X": a "with" that the parser hung too low."""
        for prep in clause.subtree:
            if prep.i > trigger.i and prep.lower_ == "with" and not self._is_of_another(prep, trigger):
                named = [noun for noun in children(prep, "pobj") if self._parsed.marked.mention_at(noun.idx)]
                if named:
                    return self._phrases.read(named)
        return ()

    def _next_with(self, noun: Token) -> tuple[Phrase, ...]:
        """ "Built on X's calls this week with Y": behind the noun and its day, though it hangs on the verb."""
        near = (prep for prep in children(clause_of(noun), "prep") if noun.i < prep.i <= noun.i + _NEXT)
        prep = next((prep for prep in near if prep.lower_ == "with"), None)
        between = noun.doc[noun.i + 1 : prep.i] if prep is not None else ()
        if prep is None or not all(is_date(token) or token.dep_ in {"det", "amod"} for token in between):
            return ()
        return self._phrases.read(children(prep, "pobj"))

    def _is_of_another(self, prep: Token, trigger: Token) -> bool:
        between = set()
        for head in heads(prep):
            if head.i in {trigger.i, trigger.head.i}:
                break
            between.add(head.i)
        return bool(between & set(self._triggers))

    def carrier(self, noun: Token) -> Token | None:
        """The verb that only carries a contact noun ("held talks"), if there is one."""
        for clause in children(noun, "relcl"):  # "the talks that X held with Y"
            if clause.lemma_ in self._light_verbs and self._carries_antecedent(clause):
                return clause
        node = noun
        while node.dep_ == "conj" or (node.dep_ == "pobj" and node.head.lower_ == "of" and self._in_noun(node)):
            node = node.head if node.dep_ == "conj" else node.head.head
            if node.head.i == node.i:
                return None
        verb = governor(node)
        if node.dep_ == "pobj" and verb.head.lemma_ in _CARRYING.get(verb.lower_, ()):
            return verb.head
        carries = node.dep_ in {"dobj", "nsubjpass", "nsubj", "attr", "oprd"} and is_predicate(verb)
        return verb if carries and verb.lemma_ in self._light_verbs else None

    @staticmethod
    def _carries_antecedent(clause: Token) -> bool:
        """Whether what a relative clause is about is what its verb carries."""
        relatives = [part for part in clause.subtree if part.lower_ in _RELATIVES]
        carried = {"dobj", "nsubjpass"}
        own = {child.dep_ for child in clause.children if child.lower_ not in _RELATIVES}
        return (
            bool({"nsubj", "nsubjpass"} & own or relatives)
            and not (carried | {"attr"}) & own
            and all(part.dep_ in carried and part.head.i == clause.i for part in relatives)
        )

    def _in_noun(self, node: Token) -> bool:
        """ "A series of talks": the phrase hangs on a noun."""
        return not is_predicate(node.head.head)

    def _clause_subjects(self, noun: Token) -> list[Token]:
        for verb in self._clauses_above(noun):
            moved = children(verb, "dobj") if verb.lemma_ in _MOVING and verb.i != noun.i else []
            found = [token for token in moved or subjects(verb) if token.i != noun.i and token not in noun.subtree]
            if found:
                return [owner for noun in found for owner in self._owners(noun)]
            if verb.i != noun.i and self._parsed.marked.mention_at(verb.idx) is not None:
                return [verb]  # a headline without a verb: "Macron in Rome for talks with Meloni"
        return []

    def _owners(self, noun: Token) -> list[Token]:
        """ "His schedule includes a meeting with X": he."""
        owners = children(noun, "poss") if noun.lemma_.lower() in self._itineraries else []
        return owners or [noun]

    def _is_told_by_person(self, clause: Token) -> bool:
        """ "Trump said a meeting with Putin would be put off": he who says it, before it, is the other side."""
        sayers = children(clause.head, "nsubj")
        return clause.i > clause.head.i and any(self._parsed.marked.mention_at(sayer.idx) for sayer in sayers)

    def _clauses_above(self, noun: Token) -> Iterator[Token]:
        verb = noun if is_predicate(noun) and noun.pos_ == "VERB" else clause_of(noun)
        for _ in range(_CLIMB):
            yield verb
            if verb.head.i == verb.i or (verb.dep_ == "ccomp" and not self._is_told_by_person(verb)):
                return  # an office that says it does not take part
            verb = clause_of(verb)
