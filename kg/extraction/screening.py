"""Screening: which sentences are worth a parse. Whatever is left out here could not have made a claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extraction.frames import Sentence
from kg.extraction.gate import Gate
from kg.extraction.mentions import DocumentMentions, within

LONGEST = 2000
"""Code points of a sentence worth parsing; longer ones are lists or broken text."""


@dataclass(frozen=True, slots=True)
class Screen:
    """Chooses sentences.

    Attributes:
        triggers: opens for words that can tell of a contact.
        nouns: opens for those of them that can point back at a contact without naming anybody ("the talks lasted").
        stand_ins: opens for words that stand for participants named elsewhere.
    """

    triggers: Gate
    nouns: Gate
    stand_ins: Gate

    def opens_for(self, text: str) -> bool:
        """Whether a whole article is worth looking for mentions."""
        return self.triggers.opens_for(text)

    def chosen(self, sentences: Sequence[Sentence], mentions: DocumentMentions) -> Iterator[Sentence]:
        """The sentences that can make a claim: those with a trigger, and with somebody who can take part.

        Args:
            sentences: title and text, in the order of reading.
            mentions: who is mentioned in both.
        """
        if not two_sides(mentions):
            return
        parts = {"title": mentions.title, "text": mentions.text}
        told = False
        for sentence in self.triggered(sentences):
            named = within(parts[sentence.part], sentence.start, sentence.end) or self.stand_ins.opens_for(
                sentence.text
            )
            if named or (told and self.nouns.opens_for(sentence.text)):
                told = True
                yield sentence

    def triggered(self, sentences: Sequence[Sentence]) -> Iterator[Sentence]:
        """The sentences with a trigger, whoever is in them."""
        return (one for one in sentences if len(one.text) <= LONGEST and self.triggers.opens_for(one.text))


def two_sides(mentions: DocumentMentions) -> bool:
    """Whether a text mentions two states, or one and somebody of none, without whom there is no diplomatic contact."""
    states = {entity.country for entity in mentions.entities}
    states |= {mention.country for mention in (*mentions.title, *mentions.text)}
    strangers = any(not entity.country and (entity.offices or entity.person) for entity in mentions.entities)
    return len(states - {""}) + strangers > 1
