"""Facets of a contact read off the parse: place, occasion, cause, and on whose word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from spacy.tokens import Token

from kg.extraction.en.phrases import ParsedSentence
from kg.extraction.en.syntax import agents, children, heads, is_predicate, obliques, passive, subjects
from kg.extraction.mentions import Form
from kg.extraction.rulebook import load_rules
from kg.model.base import Value

_FOLDER = Path(__file__).parent / "rules"
_PLACES = {"in", "at"}
_SPEAKERS = {Form.METONYM, Form.NAME, Form.OFFICE, Form.ORGANISATION, Form.STATE}
_TOLD = {
    "ccomp",
    "dobj",
    "parataxis",
    "advcl",
    "nsubjpass",
    "csubjpass",
}  # how what is told hangs on the verb that tells it
_ISSUED = r" (?:issued|released|published|posted|carried|distributed|obtained|seen)\b"
_ACCORDING = re.compile(
    rf"\b[Aa]ccording to (?:[^,;.()]{{3,60}}?{_ISSUED}[^,;.()]{{0,40}}? by )?((?:[^,;.()“”\"]|(?<=\b[A-Z])\.)+?)"
    rf"(?={_ISSUED}|[,;()“”\"]|(?<!\b[A-Z])\.|$)"
)


class FacetWords(Value):
    """`facets.yaml`."""

    occasions: tuple[str, ...]
    causes: tuple[str, ...]
    sources: tuple[str, ...]

    @cached_property
    def occasion(self) -> re.Pattern[str]:
        """Any noun of an occasion."""
        return re.compile(rf"\b(?:{'|'.join(self.occasions)})\b", re.IGNORECASE)

    @cached_property
    def cause(self) -> re.Pattern[str]:
        """A cause behind its marker; the full stop of "St." does not end it."""
        return re.compile(rf"\b(?:{'|'.join(self.causes)})\s+((?:[^,;.]|(?<=\b[A-Z][a-z])\.(?= [A-Z]))+)")

    @cached_property
    def source(self) -> re.Pattern[str]:
        """Any noun of a source."""
        return re.compile(rf"\b(?:{'|'.join(self.sources)})\b", re.IGNORECASE)


def _words_for() -> FacetWords:
    return load_rules(_FOLDER / "facets.yaml", FacetWords)


def place_of(spine: Sequence[Token], parsed: ParsedSentence) -> str:
    """The city or venue that hangs on the trigger or on what governs it ("in Hamburg", "at the White House")."""
    words = _words_for()
    for token in spine:
        for noun in obliques(token, _PLACES):
            if place := _place(noun, parsed):
                return place
            if words.occasion.search(_words(noun, parsed)):  # "at the summit, which will be held in Hamburg"
                inner = [n for clause in children(noun, "relcl", "acl") for n in obliques(clause, _PLACES)]
                if place := next((p for n in inner if (p := _place(n, parsed))), ""):
                    return place
    return ""


def _place(noun: Token, parsed: ParsedSentence) -> str:
    if noun.pos_ != "PROPN" or _is_person(noun, parsed) or _is_time(noun):
        return ""
    words = _words(noun, parsed)
    return "" if _words_for().occasion.search(words) else words


def occasion_of(spine: Sequence[Token], parsed: ParsedSentence) -> str:
    """The summit or visit it was held at, as written, without its article."""
    for token in spine:
        for prep in children(token, "prep"):
            if prep.lower_ in {"at", "on", "during", "in"}:
                for noun in children(prep, "pobj"):
                    words = _words(noun, parsed)
                    if _words_for().occasion.search(words) and not _is_person(noun, parsed):
                        return words
    return ""


def cause_of(spine: Sequence[Token], parsed: ParsedSentence) -> str:
    """What prompted the contact, as written."""
    after = parsed.source(spine[0]) - parsed.sentence.start
    found = _words_for().cause.search(parsed.sentence.text, after)
    return found[1].strip() if found else ""


def authority_of(token: Token, parsed: ParsedSentence, reporting: frozenset[str], describing: frozenset[str]) -> str:
    """On whose word the sentence tells it: the subject of the reporting verb above the trigger, or "according to X"."""
    found = _ACCORDING.search(parsed.sentence.text)
    if found and _is_source(found[1]):
        return found[1].strip()
    node = token
    for head in heads(token):
        tells = head.lemma_ in reporting and node.dep_ in _TOLD
        describes = head.lemma_ in describing and bool(children(head, "oprd", "acomp", "ccomp"))
        if is_predicate(head) and (tells or describes) and (words := _speaker(head, token, parsed)):
            return words
        node = head
    return ""


def _is_source(words: str) -> bool:
    """Whether somebody or some office stands behind "according to", and no mere reports."""
    return words != words.lower() or _words_for().source.search(words) is not None


def _speaker(verb: Token, token: Token, parsed: ParsedSentence) -> str:
    for subject in agents(verb) if passive(verb) else subjects(verb):
        words = _words(subject, parsed)
        if _can_say(subject, words, parsed) and token not in subject.subtree:
            return words
    return ""


def _can_say(subject: Token, words: str, parsed: ParsedSentence) -> bool:
    mention = parsed.mention(subject)
    return (mention is not None and mention.form in _SPEAKERS) or _words_for().source.search(words) is not None


def _is_person(token: Token, parsed: ParsedSentence) -> bool:
    return parsed.marked.mention_at(token.idx) is not None


def _is_time(token: Token) -> bool:
    return token.ent_type_ == "DATE" or token.lower_ in _MONTHS


_MONTHS = set(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)


def _words(noun: Token, parsed: ParsedSentence) -> str:
    """A noun phrase as written, up to its first clause or bracket, without its article."""
    parts = [t for t in noun.subtree if not _below_clause(t, noun)]
    first, last = parsed.source(parts[0]), parts[-1]
    end = parsed.source(last) + len(last.text)
    mention = parsed.marked.mention_at(last.idx)
    if mention is not None:
        end = max(mention.end, parsed.source(last))
    text = parsed.sentence.text[first - parsed.sentence.start : end - parsed.sentence.start]
    return re.sub(r"^(?:the|a|an)\s+", "", re.split(r",|\s[-–—]\s", text)[0].strip(), flags=re.IGNORECASE)


def _below_clause(token: Token, top: Token) -> bool:
    node = token
    while node.i != top.i:
        if node.dep_ in {"relcl", "acl", "appos", "advcl", "conj", "cc"}:
            return True
        node = node.head
    return False
