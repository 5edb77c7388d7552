"""Claims for the merging tests, short to write."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.model import Channel, Claim, Evidence, Participant, Status, Window

Teller = Callable[..., Claim]

PEOPLE = {
    "Putin": Participant(name="Vladimir Putin", post="President", country="RUS", id="Q7747"),
    "Trump": Participant(name="Donald Trump", post="President", country="USA", id="Q22686"),
    "Lavrov": Participant(name="Sergey Lavrov", post="Foreign Minister", country="RUS", id="Q58217"),
    "Tillerson": Participant(name="Rex Tillerson", post="Secretary of State", country="USA", id="Q312877"),
    "Russian minister": Participant(post="the Russian Foreign Minister", country="RUS"),
    "American minister": Participant(post="the U.S. Secretary of State", country="USA"),
}


@pytest.fixture
def tell() -> Teller:
    """Makes a claim of an article: who, the day or window, and whatever else differs from a held phone call."""

    def claim(article: str, *who: str | Participant, when: Window | str = "", at: int = 0, **fields: Any) -> Claim:
        known = [PEOPLE[each] if isinstance(each, str) else each for each in who or ("Putin", "Trump")]
        if isinstance(when, str):
            when = Window(edtf=when, earliest=when, latest=when) if when else Window()
        told = {"channel": Channel.PHONE, "status": Status.HELD, "window": when} | fields
        evidence = (Evidence(start=at, end=at + 5, text="spoke"),)
        return Claim(article=article, participants=tuple(known), evidence=evidence, **told)

    return claim
