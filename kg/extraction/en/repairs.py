"""Repairs: misreadings of spaCy's small pipeline that the words themselves give away, mended in the parse."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.extraction.en.syntax import SUBJECTS, children

_FINITE = {"VBD", "VBZ", "VBP"}
_LISTED = {"conj", "appos"}


def repair(doc: Doc) -> None:
    """Mend the parse of one sentence in place.

    Args:
        doc: a parsed sentence.
    """
    for verb in doc:
        if verb.pos_ == "VERB" and verb.tag_ in _FINITE and verb.dep_ == "ROOT":
            _give_subject(verb)


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
