"""The frame reader: from the parse of a marked sentence to frames."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.en.facets import authority_of, cause_of, occasion_of, place_of
from kg.extraction.en.lexicon import ContactRule, Lexicon
from kg.extraction.en.mood import MoodReader
from kg.extraction.en.phrases import ParsedSentence, PhraseReader
from kg.extraction.en.syntax import (
    agents,
    children,
    clause_of,
    heads,
    is_predicate,
    objects,
    obliques,
    passive,
    subjects,
)
from kg.extraction.en.times import TimeExpression, find_times
from kg.extraction.frames import Frame, Mood, Phrase
from kg.model import Channel

_PREPOSITIONS = {
    "with": {"with"},
    "to": {"to"},
    "by": {"by"},
    "from": {"from"},
    "between": {"between", "amongst", "among", "involving"},
    "opposite": {"opposite"},
}
_SEPARATE = {"separate", "separately", "respectively", "individually", "successive"}
_ORDINAL = {"first", "second", "third", "fourth", "last", "latest", "previous", "earlier", "another", "next", "new"}
_POINTING = {"the", "this", "that", "these", "those", "their", "his", "her", "its"}
_DURING = {"in", "during", "over", "by", "on", "at"}
_REACH = 10  # tokens within which a word of the clause can show the channel
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
        return tuple(_SentenceReader(parsed, self._lexicon).frames())


class _SentenceReader:
    def __init__(self, parsed: ParsedSentence, lexicon: Lexicon) -> None:
        self._parsed = parsed
        self._contacts = lexicon.contacts
        self._phrases = PhraseReader(parsed, lexicon.referents)
        self._moods = MoodReader(lexicon, headline=parsed.sentence.part == "title")
        self._reporting = lexicon.status.reporting
        self._describing = lexicon.status.describing
        self._times = find_times(parsed.sentence.text.replace("\n", " "))

    def frames(self) -> Iterator[Frame]:
        found = [
            (token, rule, verb)
            for token in self._parsed.doc
            for rule, verb in self._rules_of(token)
            if self._fits(token, rule)
        ]
        triggers = {token.i for token, _, _ in found}
        occasions = {token.i for token, _, verb in found if not verb and self._is_occasion(token, triggers)}
        triggers -= occasions
        for token, rule, verb in found:
            if token.i in occasions:
                continue
            yield self._frame(token, rule, verb=verb, triggers=triggers)

    def _is_occasion(self, noun: Token, triggers: set[int]) -> bool:
        """ "Met at the G20 summit": where a contact was held, none of its own."""
        if (
            noun.dep_ != "pobj"
            or noun.lemma_ not in self._contacts.occasions
            or obliques(noun, {"with", "between"}, deep=False)
        ):
            return False
        return any(head.i in triggers for head in heads(noun))

    def _rules_of(self, token: Token) -> Iterator[tuple[ContactRule, bool]]:
        if self._parsed.marked.mention_at(token.idx) is not None:
            return
        word = token.lemma_.lower()
        if self._is_headline_noun(token):
            yield from ((rule, False) for rule in self._contacts.by_noun.get(word, ()))
        elif token.pos_ in {"VERB", "AUX"} or (token.tag_.startswith("VB") and token.dep_ == "ROOT"):
            yield from ((rule, True) for rule in self._contacts.by_verb.get(word, ()))
        elif token.pos_ in {"NOUN", "PROPN"}:
            known = self._contacts.by_noun.get(word) or self._contacts.by_noun.get(token.lower_, ())
            yield from ((rule, False) for rule in known)
            if self._is_gerund(token):
                yield from ((rule, True) for rule in self._contacts.by_verb.get(word.removesuffix("ing"), ()))

    def _is_headline_noun(self, token: Token) -> bool:
        """ "PM call with President X": tagged as a verb, but a noun."""
        behind = token.nbor(1).lower_ if token.i + 1 < len(self._parsed.doc) else ""
        bare = token.tag_ in {"VB", "VBP"} and not children(token, "aux", "dobj")
        return self._parsed.sentence.part == "title" and bare and behind in {"with", "between"}

    def _is_gerund(self, token: Token) -> bool:
        """ "In favour of meeting in person": tagged as a noun, but it does what a verb does."""
        bare = not {child.dep_ for child in token.children} & {"det", "poss", "amod", "compound"}
        return token.lower_.endswith("ing") and token.tag_ == "NN" and token.dep_ in {"pobj", "pcomp"} and bare

    def _fits(self, token: Token, rule: ContactRule) -> bool:
        behind = [part.lower_ for part in self._parsed.doc[token.i + 1 : token.i + 3]]
        if {" ".join(behind[:1]), " ".join(behind)} & set(rule.unless):
            return False
        labels = {child.dep_ for child in token.children}
        if "complement" in rule.unless and (
            labels & {"oprd"} or len(children(token, "dobj")) > 1 or self._small_clause(token)
        ):
            return False
        if "as" in rule.unless and any(child.lower_ == "as" for child in token.children):
            return False
        if "clause" in rule.unless and "ccomp" in labels:
            return False
        if rule.needs and not {part.lower_ for part in token.subtree if abs(part.i - token.i) <= 8} & set(rule.needs):
            return False
        if rule.by_phone and not self._by_phone(token):
            return False
        return token.dep_ not in {"amod", "compound"} or token.pos_ == "NOUN"

    def _small_clause(self, token: Token) -> bool:
        """ "called Putin a friend" is read as a clause with Putin as its subject."""
        return any(
            children(child, "nsubj") and child.pos_ in {"NOUN", "ADJ", "PROPN"}
            for child in children(token, "ccomp", "oprd")
        )

    def _by_phone(self, token: Token) -> bool:
        words = {part.lower_ for part in token.subtree}
        preps = {part.lemma_ for prep in children(token, "prep") for part in children(prep, "pobj")}
        return bool({"phone", "telephone", "call"} & preps) and not {"if"} & words

    def _frame(self, token: Token, rule: ContactRule, *, verb: bool, triggers: set[int]) -> Frame:
        slots = self._verb_slots(token) if verb else self._noun_slots(token)
        mood = self._moods.of_verb(token) if verb and token.pos_ != "NOUN" else self._mood_of_noun(token)
        words = {child.lower_ for child in token.children}
        spine = list(self._moods.spine(token))
        own, cue = self._dated(token, spine, triggers)
        return Frame(
            sentence=self._parsed.sentence,
            start=self._parsed.source(token),
            rule=f"{'verb' if verb else 'noun'}.{rule.id}",
            trigger=self._parsed.verbatim(token),
            slots={name: filler for name, filler in slots.items() if filler},
            mood=mood,
            channel=self._channel(token, triggers),
            separate=self._separate(token),
            definite=not verb and bool(words & _POINTING),
            ordinal=bool(words & _ORDINAL),
            times=tuple(own),
            cue_times=tuple(cue),
            place=place_of(spine, self._parsed),
            occasion=occasion_of(spine, self._parsed),
            because_of=cause_of(spine, self._parsed),
            authority=authority_of(token, self._parsed, self._reporting, self._describing),
            plural=not verb and token.tag_ in {"NNS", "NNPS"} and token.lemma_.lower() != token.lower_,
        )

    def _mood_of_noun(self, noun: Token) -> Mood:
        before = {child.lower_ for child in children(noun, "compound", "amod", "nmod")}
        after = noun.nbor(1).lower_ if noun.i + 1 < len(self._parsed.doc) else ""
        if before & set(self._contacts.not_contacts.before) or after in self._contacts.not_contacts.after:
            return Mood(None, reason="another kind of event")
        if before & set(self._contacts.habitual.adjectives):
            return Mood(None, reason="a habit, not one contact")
        if noun.dep_ in _NOUN_ONLY and noun.head.pos_ == "NOUN":
            return Mood(None, reason="part of another noun")
        if clause_of(noun).lemma_ in self._contacts.habitual.verbs and noun.dep_ in {"dobj", "pobj"}:
            return Mood(None, reason="a habit, not one contact")
        return self._moods.of_noun(noun)

    # ---- slots

    def _verb_slots(self, verb: Token) -> dict[str, tuple[Phrase, ...]]:
        doers, done = subjects(verb), objects(verb)
        if passive(verb):
            doers, done = agents(verb), doers or ([verb.head] if verb.dep_ in {"acl", "relcl"} else [])
        slots = {"subject": self._phrases.read(doers), "object": self._phrases.read(done)}
        for name, words in _PREPOSITIONS.items():
            slots[name] = self._phrases.read(obliques(verb, words))
        return slots

    def _noun_slots(self, noun: Token) -> dict[str, tuple[Phrase, ...]]:
        carrier = self._carrier(noun)
        slots = {
            name: self._phrases.read(obliques(noun, words, deep=name in {"with", "to"}))
            for name, words in _PREPOSITIONS.items()
        }
        slots["of"] = self._phrases.read(obliques(noun, {"of"}, deep=False))
        slots["poss"] = self._phrases.read(children(noun, "poss"))
        slots["compound"] = self._phrases.read(
            child for child in children(noun, "compound", "amod", "nmod") if self._parsed.marked.mention_at(child.idx)
        )
        if carrier is not None:
            slots["light"] = self._phrases.read(
                agents(carrier) if passive(carrier) else [token for token in subjects(carrier) if token.i != noun.i]
            )
            slots["dative"] = self._phrases.read(child for child in children(carrier, "dative") if child.pos_ != "ADP")
            for name in ("with", "to", "from", "between"):
                slots[name] = slots[name] or self._phrases.read(obliques(carrier, _PREPOSITIONS[name], deep=False))
        slots["subject"] = self._phrases.read(self._clause_subjects(noun))
        if noun.dep_ == "pobj" and noun.head.lower_ in _DURING and is_predicate(noun.head.head):
            slots["during"] = self._phrases.read(subjects(noun.head.head))
        return slots

    def _carrier(self, noun: Token) -> Token | None:
        """The verb that only carries a contact noun."""
        node = noun
        while node.dep_ in {"conj"} or (
            node.dep_ == "pobj" and node.head.lower_ == "of" and not is_predicate(node.head.head)
        ):
            node = node.head if node.dep_ == "conj" else node.head.head
            if node.head.i == node.i:
                return None
        verb = node.head
        if node.dep_ == "pobj" and verb.lower_ in {"in", "for"} and verb.head.lemma_ in {"engage", "join", "take"}:
            return verb.head
        carries = node.dep_ in {"dobj", "nsubjpass", "nsubj", "attr", "oprd"} and is_predicate(verb)
        return verb if carries and verb.lemma_ in self._contacts.light_verbs else None

    def _clause_subjects(self, noun: Token) -> list[Token]:
        verb = noun if is_predicate(noun) and noun.pos_ == "VERB" else clause_of(noun)
        for _ in range(3):
            found = [token for token in subjects(verb) if token.i != noun.i and token not in noun.subtree]
            if found:
                return found
            if verb.head.i == verb.i:
                return []
            verb = clause_of(verb)
        return []

    # ---- what else the clause says

    def _channel(self, token: Token, triggers: set[int]) -> Channel | None:
        near = [
            part for part in token.subtree if abs(part.i - token.i) <= _REACH and self._belongs(part, token, triggers)
        ]
        carrier = self._carrier(token) if token.pos_ == "NOUN" else None
        if carrier is not None:
            near += [part for prep in children(carrier, "prep", "advmod") for part in prep.subtree]
        words = " ".join(part.lower_ for part in sorted(near, key=lambda part: part.i)).replace(" - ", "-")
        padded = f" {words} "
        for channel, cues in self._contacts.channel_words.items():
            if any(f" {cue} " in padded for cue in cues):
                return channel
        return None

    def _belongs(self, part: Token, token: Token, triggers: set[int]) -> bool:
        """Whether a word stands under this trigger and under no other one between them."""
        while part.i != token.i:
            if part.i in triggers:
                return False
            part = part.head
        return True

    def _separate(self, token: Token) -> bool:
        in_turn = [noun for noun in obliques(token, {"in"}, deep=True) if noun.lower_ == "turn"]
        return bool(in_turn) or any(part.lower_ in _SEPARATE for part in (*token.children, *token.head.children))

    def _dated(
        self, token: Token, spine: list[Token], triggers: set[int]
    ) -> tuple[list[TimeExpression], list[TimeExpression]]:
        """Time expressions of the contact itself, and those of the words that govern it."""
        carrier = self._carrier(token)
        near = {part.i for part in spine if not self._moods.is_cue(part)} | {token.i}
        if carrier is not None and not self._moods.undoes(carrier):
            near.add(carrier.i)
        own: list[TimeExpression] = []
        cue: list[TimeExpression] = []
        for expression in self._times:
            owner = self._owner(expression, triggers | {part.i for part in spine})
            if owner in near:
                own.append(expression)
            elif owner in {part.i for part in spine}:
                cue.append(expression)
        return own, cue

    def _owner(self, expression: TimeExpression, stops: set[int]) -> int | None:
        """The first trigger, or word of this contact's spine, above a time expression."""
        start = self._parsed.sentence.start
        inside = [
            t for t in self._parsed.doc if start + expression.start <= self._parsed.source(t) < start + expression.end
        ]
        if not inside:
            return None
        node = inside[0]
        while node.i not in stops:
            if node.head.i == node.i or (is_predicate(node) and node.lemma_ in self._reporting):
                return None
            node = node.head
        return node.i
