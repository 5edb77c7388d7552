"""Repairs: misreadings of spaCy's small pipeline that the words themselves give away, mended in the parse."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.extraction.en.syntax import SUBJECTS, children, infinitive

_FINITE = {"VBD", "VBZ", "VBP"}
# Nouns whose bearer is named in an apposition that the parser hangs on a noun between them.
_BEARERS = {"man", "woman", "counterpart", "colleague", "person", "successor", "predecessor"}
_LISTED = {"conj", "appos"}


def repair(doc: Doc) -> None:
    """Mend the parse of one sentence in place.

    Args:
        doc: a parsed sentence.
    """
    for verb in doc:
        if verb.pos_ == "VERB" and verb.tag_ in _FINITE and verb.dep_ == "ROOT":
            _give_subject(verb)
    for noun in doc:
        if noun.dep_ == "appos" and noun.pos_ == "PROPN":
            _lift(noun)
    for word in doc:
        if word.dep_ == "mark" and word.lower_ == "with":
            _govern(word)


def _govern(with_: Token) -> None:
    """ "Spoke today with X to discuss Y": read as one clause, in which X would discuss."""
    clause = with_.head
    subject = next(iter(children(clause, "nsubj")), None)
    if subject is None or not infinitive(clause) or clause.head.i == clause.i:
        return
    with_.head, with_.dep_ = clause.head, "prep"
    subject.head, subject.dep_ = with_, "pobj"


def _give_subject(verb: Token) -> None:
    """ "After talks with A, B and C spoke to D": B and C are read as listed with A, and nobody is left to speak."""
    fronted = [prep for prep in children(verb, "prep") if prep.i < verb.i]
    if not fronted or children(verb, *SUBJECTS, "expl"):
        return
    listed = (
        token
        for token in fronted[-1].subtree
        if token.dep_ in _LISTED and token.pos_ == "PROPN" and token.doc[token.left_edge.i - 1].text == ","
    )
    if (subject := next(listed, None)) is not None:
        subject.head = verb
        subject.dep_ = "nsubj"


def _lift(name: Token) -> None:
    """ "The man whom they chose for the post, A", "his counterpart from the island, B": not the post, the man is A."""
    if name.doc[name.left_edge.i - 1].text != "," or (name.head.pos_ == "PROPN" and name.head.dep_ != "pobj"):
        return
    before = name.doc[: name.left_edge.i]
    bearer = next((token for token in reversed(before) if token.lemma_ in _BEARERS), None)
    if bearer is not None and not any(token.pos_ == "VERB" and token.dep_ == "ROOT" for token in before[bearer.i :]):
        name.head = bearer
