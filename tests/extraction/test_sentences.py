from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.en.sentences import dateline, split_sentences

CASES = [
    ("He met Mr. Smith. She left.", ["He met Mr. Smith.", "She left."]),
    ("The U.S. Secretary spoke. It rained.", ["The U.S. Secretary spoke.", "It rained."]),
    ("They met on Feb. 21 in St. Petersburg.", ["They met on Feb. 21 in St. Petersburg."]),
    ("J. B. Jones spoke to K. Lee.", ["J. B. Jones spoke to K. Lee."]),
    ('"We will meet." He left.', ['"We will meet."', "He left."]),
    ("A headline\n\nThe first sentence. The second.", ["A headline", "The first sentence.", "The second."]),
    ("A wrapped\nline goes on. Next.", ["A wrapped\nline goes on.", "Next."]),
    ("One paragraph ends.\nAnother begins.", ["One paragraph ends.", "Another begins."]),
    ("", []),
    ("  \n \n ", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_split(text: str, expected: list[str]) -> None:
    assert [sentence.text for sentence in split_sentences(text)] == expected


@given(st.text(alphabet=st.sampled_from("Ab. \n\"!?é1'-")))
def test_sentences_are_verbatim_in_order_and_cover_all_letters(text: str) -> None:
    sentences = split_sentences(text)
    assert all(text[s.start : s.end] == s.text for s in sentences)
    assert all(a.end <= b.start for a, b in pairwise(sentences))
    outside = list(text)
    for sentence in sentences:
        outside[sentence.start : sentence.end] = " " * (sentence.end - sentence.start)
    assert not "".join(outside).strip()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("WASHINGTON, May 24 - The president met his guest.", "WASHINGTON, May 24 - "),
        ("GENEVA - It was late.", "GENEVA - "),
        ("BEIJING, Nov. 25 (Xinhua) -- The president sent a letter.", "BEIJING, Nov. 25 (Xinhua) -- "),
        ("The president met his guest - again.", ""),
        ("NATO leaders met in Oslo.", ""),
    ],
)
def test_dateline(text: str, line: str) -> None:
    assert text[: dateline(split_sentences(text)[0])] == line
