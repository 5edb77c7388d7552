"""Parts of speech and lemmas looked up once are those that spaCy itself gives."""

from __future__ import annotations

import pytest

from kg.extraction import Extractor

TEXTS = [
    "Smith said that there were no plans to meet Jones, but there is hope.",
    "Smith's leaving for Oslo; he'll have met Jones, who left Oslo on Monday.",
    "The talks, held in a hall that Jones had rented, weren't those that they'd wanted.",
    "Smith met Jones. Jones met Smith.",
    "it is you and I whom they meet; this is that",
    "Which of those will do what they did?",
]


@pytest.mark.parametrize("text", TEXTS)
def test_words_are_classified_as_by_the_whole_pipeline(text: str, extractor: Extractor) -> None:
    parser = extractor.parser
    [ours] = parser.parse([text])
    theirs = parser.pipeline(text)
    assert [(t.text, t.pos_, t.lemma_) for t in ours] == [(t.text, t.pos_, t.lemma_) for t in theirs]


def test_order_and_repetition_change_nothing(extractor: Extractor) -> None:
    once = [[(t.pos_, t.lemma_) for t in doc] for doc in extractor.parser.parse(TEXTS)]
    again = [[(t.pos_, t.lemma_) for t in doc] for doc in extractor.parser.parse(reversed(TEXTS))]
    assert once == again[::-1]
