"""Who takes part, by the shape of the sentence. The sentences are ours."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extraction import Extractor
from kg.model import Article
from kg.world.names import fold

CONTEXT = (
    "French President Emmanuel Macron, German Chancellor Angela Merkel, Turkish President Recep Tayyip Erdogan and "
    "British Prime Minister Theresa May are in focus."
)

CASES = [
    ("Macron and Merkel met Erdogan.", ["erdogan macron merkel"]),
    ("Macron, Merkel and Erdogan met in Paris.", ["erdogan macron merkel"]),
    ("Macron met Merkel and Erdogan.", ["erdogan macron merkel"]),
    ("Macron spoke separately with Merkel and Erdogan.", ["erdogan macron", "macron merkel"]),
    ("Macron, joined by Merkel, spoke with Erdogan.", ["erdogan macron merkel"]),
    ("Erdogan was received by Macron.", ["erdogan macron"]),
    ("Erdogan, received by Macron on Monday, left for Berlin.", ["erdogan macron"]),
    ("The president whom Macron met was Erdogan.", ["erdogan macron"]),
    ("Merkel, with whom Macron had spoken, was silent.", ["macron merkel"]),
    ("Macron's meeting with Erdogan lasted an hour.", ["erdogan macron"]),
    ("The meeting of Macron and Erdogan lasted an hour.", ["erdogan macron"]),
    ("In a call with Macron, Merkel raised the issue.", ["macron merkel"]),
    ("Macron had a phone call with Merkel.", ["macron merkel"]),
    ("Macron received a letter from Erdogan.", ["erdogan macron"]),
    ("Macron wrote to Merkel and Erdogan.", ["erdogan macron", "macron merkel"]),
    ("Macron sent a message of thanks to Merkel.", ["macron merkel"]),
    ("On Monday Macron had lunched with Merkel in Berlin.", ["macron merkel"]),
    ("Merkel and Macron had arrived early. The two leaders met for an hour.", ["macron merkel"]),
    ("Macron was in Ankara. He met Erdogan there.", ["erdogan macron"]),
    ("Macron told reporters that he had spoken to Merkel.", ["macron merkel"]),
    ("A delegation led by Macron met Erdogan.", ["erdogan macron"]),
    ("Macron met Erdogan's spokesman.", []),
    ("Macron's wife met Merkel.", []),
    ("Macron met officials in Ankara.", []),
    ("Macron was Merkel's guest in Berlin.", ["macron merkel"]),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[case[0] for case in CASES])
def test_participants(sentence: str, expected: list[str], extractor: Extractor) -> None:
    article = Article(text=f"{CONTEXT}\n\n{sentence}", published=date(2018, 4, 10))
    claims = extractor.read(article).claims
    found = [" ".join(sorted(fold(p.name).split()[-1] for p in claim.participants)) for claim in claims]
    assert sorted(found) == sorted(expected)
