"""Triggers: the words of a sentence that can tell of a contact, each with the rule that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extraction.en.lexicon import ContactRule, ContactRules
from kg.extraction.en.phrases import ParsedSentence
from kg.extraction.en.syntax import children, heads, infinitive, is_predicate, obliques
from kg.extraction.frames import ChannelCue
from kg.model import Channel

_DATE = re.compile(
    r"\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|febr)uary|ma(?:rch|y)$|april|ju(?:ne|ly)$|\w+(?:ember|ober)$|august"
)
_NEEDS_REACH = 8  # tokens within which a needed word has to stand


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word and the rule it fires.

    Attributes:
        token: the word.
        rule: the rule.
        verb: whether the rule is one of verbs.
    """

    token: Token
    rule: ContactRule
    verb: bool

    @property
    def rule_id(self) -> str:
        """The rule's id as claims name it."""
        return f"{'verb' if self.verb else 'noun'}.{self.rule.id}"


def find_triggers(parsed: ParsedSentence, contacts: ContactRules) -> tuple[Trigger, ...]:
    """The triggers of a sentence, nouns that only name an occasion left out."""
    found = [trigger for token in parsed.doc for trigger in _of(token, parsed, contacts) if _fits(trigger)]
    at = {trigger.token.i for trigger in found}
    return tuple(t for t in found if t.verb or not _is_occasion(t.token, at, contacts))


def _of(token: Token, parsed: ParsedSentence, contacts: ContactRules) -> Iterator[Trigger]:
    if parsed.marked.mention_at(token.idx) is not None:
        return
    word = token.lemma_.lower()
    if parsed.sentence.part == "title" and _is_headline_noun(token):
        yield from (Trigger(token, rule, verb=False) for rule in contacts.by_noun.get(word, ()))
    elif token.pos_ in {"VERB", "AUX"} or (token.tag_.startswith("VB") and token.dep_ == "ROOT"):
        yield from (Trigger(token, rule, verb=True) for rule in contacts.by_verb.get(word, ()))
    elif token.pos_ in {"NOUN", "PROPN"}:
        known = contacts.by_noun.get(word) or contacts.by_noun.get(token.lower_, ())
        yield from (Trigger(token, rule, verb=False) for rule in known)
        if _is_gerund(token):
            yield from (Trigger(token, rule, verb=True) for rule in contacts.by_verb.get(word.removesuffix("ing"), ()))


def _is_headline_noun(token: Token) -> bool:
    """ "PM call with President X": tagged as a verb, but a noun."""
    behind = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return token.tag_ in {"VB", "VBP"} and not children(token, "aux", "dobj") and behind in {"with", "between"}


def _is_gerund(token: Token) -> bool:
    """ "In favour of meeting in person": tagged as a noun, but it does what a verb does."""
    bare = not {child.dep_ for child in token.children} & {"det", "poss", "amod", "compound"}
    return token.lower_.endswith("ing") and token.tag_ == "NN" and token.dep_ in {"pobj", "pcomp"} and bare


def _is_occasion(noun: Token, triggers: set[int], contacts: ContactRules) -> bool:
    """ "Met at the G20 summit": where a contact was held, none of its own."""
    if noun.dep_ != "pobj" or noun.lemma_ not in contacts.occasions:
        return False
    return not obliques(noun, {"with", "between"}, deep=False) and any(head.i in triggers for head in heads(noun))


def _fits(trigger: Trigger) -> bool:
    token, rule = trigger.token, trigger.rule
    if rule.unless and _is_excluded(token, rule):
        return False
    if rule.needs and not _near(token) & set(rule.needs):
        return False
    if rule.means and means_of(token, rule) is None:
        return False
    return token.dep_ not in {"amod", "compound"} or token.pos_ == "NOUN"


def _near(token: Token) -> set[str]:
    """The words below a trigger and below the verb or preposition that carries it, some tokens around it."""
    carried = token.pos_ == "NOUN" and (is_predicate(token.head) or token.dep_ == "pobj")
    clause = token.head if carried else token
    return {part.lower_ for part in clause.subtree if abs(part.i - token.i) <= _NEEDS_REACH}


def _is_excluded(token: Token, rule: ContactRule) -> bool:
    behind = [part.lower_ for part in token.doc[token.i + 1 : token.i + 3]]
    if len(behind) > 1 and _DATE.match(behind[1]):
        behind = []  # "the call on Monday" is no call on somebody
    shown = {" ".join(behind[:1]), " ".join(behind)}
    labels = {child.dep_ for child in token.children}
    if "oprd" in labels or len(children(token, "dobj")) > 1 or _small_clause(token):
        shown.add("complement")
    if "ccomp" in labels:
        shown.add("clause")
    if "purpose" in rule.unless and _has_purpose(token):
        shown.add("purpose")
    if any(child.lower_ == "as" for child in token.children):
        shown.add("as")
    return bool(shown & set(rule.unless))


def _has_purpose(token: Token) -> bool:
    """ "Called on X in a speech to withdraw", "called on X for restraint"."""
    told_of = {part.i for child in token.subtree if child.dep_ == "relcl" for part in child.subtree}
    behind = (part for part in token.subtree if part.i > token.i and part.i not in told_of)
    return any(infinitive(part) or (part.lower_ == "for" and part.dep_ == "prep") for part in behind)


def _small_clause(token: Token) -> bool:
    """ "Called Putin a friend" is read as a clause with Putin as its subject."""
    nominal = {"NOUN", "ADJ", "PROPN"}
    return any(children(child, "nsubj") and child.pos_ in nominal for child in children(token, "ccomp", "oprd"))


def means_of(verb: Token, rule: ContactRule) -> ChannelCue | None:
    """By which means something was told ("told X in a telephone conversation"); None where the clause does not say."""
    nouns = [noun for prep in children(verb, "prep") for noun in children(prep, "pobj")]
    named = [noun for noun in nouns if noun.lemma_.lower() in rule.means]
    if not named:
        return None
    noun = named[0]
    described = [
        child for child in children(noun, "compound", "amod") if child.lemma_.lower() in {"phone", "telephone"}
    ]
    if described:
        return ChannelCue(Channel.PHONE, described[0].lower_)
    return ChannelCue(rule.means[noun.lemma_.lower()], noun.lower_)
