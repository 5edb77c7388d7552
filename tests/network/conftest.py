from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.model import Claim, Contact, Evidence, Participant, Window
from kg.network import ContactNetwork, build

PEOPLE = {
    "Putin": Participant(name="Vladimir Putin", post="President", country="RUS", id="Q7747"),
    "Trump": Participant(name="Donald Trump", country="USA", id="Q22686"),
    "Xi": Participant(name="Xi Jinping", country="CHN", id="Q15031"),
    "Merkel": Participant(name="Angela Merkel", country="DEU", id="Q567"),
    "Macron": Participant(name="Emmanuel Macron", country="FRA"),
    "Pompeo": Participant(name="Mike Pompeo", country="USA"),
    "Russian minister": Participant(post="Russian foreign minister", country="RUS", via="role"),
    "Russia": Participant(country="RUS", kind="state"),
    "Taliban": Participant(name="Taliban", country="TLB", kind="organisation"),
}

Tell = Callable[..., Contact]


def _claim(sentence: str, participants: tuple[Participant, ...], **facets: Any) -> Claim:
    evidence = (Evidence(start=0, end=len(sentence), text=sentence),)
    defaults = {"article": "a1", "channel": "phone", "status": "held"}
    return Claim(participants=participants, evidence=evidence, **(defaults | facets))


@pytest.fixture
def tell() -> Tell:
    """A contact told by hand: `tell("c1", "Putin", "Trump", status="planned")`; `claims` overrides its one claim."""

    def make(name: str, *who: str | Participant, claims: list[dict[str, Any]] | None = None, **facets: Any) -> Contact:
        participants = tuple(PEOPLE[one] if isinstance(one, str) else one for one in who)
        told = [
            _claim(**({"sentence": f"They spoke ({name}).", "participants": participants} | facets | claim))
            for claim in (claims or [{}])
        ]
        shown = {"channel": "phone", "status": "held"} | {
            key: facets[key] for key in facets if key in Contact.model_fields
        }
        return Contact(id=name, participants=participants, claims=tuple(told), **shown)

    return make


@pytest.fixture
def on() -> Callable[[str], Window]:
    """The window of one day."""
    return lambda day: Window(edtf=day, earliest=day, latest=day)


@pytest.fixture
def tied(tell: Tell, on: Callable[[str], Window]) -> Callable[..., ContactNetwork]:
    """A network of pairs: `tied("Ann Bob 2017-05-02", "Ann Cid 2017-05 planned")`; each of an own country."""

    def window(day: str) -> Window:
        return Window.month(*map(int, day.split("-"))) if day.count("-") == 1 else on(day)

    def make(*pairs: str) -> ContactNetwork:
        contacts = []
        for number, pair in enumerate(pairs):
            words = pair.split()
            names = [Participant(name=word, country=word[:3].upper()) for word in words if word[0].isupper()]
            days = [window(word) for word in words if word[0].isdigit()]
            statuses = [word for word in words if word[0].islower()] or ["held"]
            facets = {"window": days[0]} if days else {}
            contacts.append(tell(f"c{number}", *names, status=statuses[0], article=f"a{number}", **facets))
        return build(contacts)

    return make


@pytest.fixture
def key() -> Callable[[str], str]:
    """The key of a node of `tied`."""
    return lambda name: f"{name.lower()}|{name[:3].upper()}"
