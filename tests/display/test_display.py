from __future__ import annotations

from datetime import date
from html.parser import HTMLParser

import pytest
from rdflib import Graph

from kg import Answer, Claims, Contacts
from kg.display.table import MOST_ROWS, Quote
from kg.model import Claim, Contact, Evidence, Participant, Window

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\" onmouseover='alert(3)"


def telling(sentence: str = "Putin telephoned Trump.", name: str = "Vladimir Putin", **facets: object) -> Claim:
    return Claim(
        participants=(Participant(name=name, country="RUS"), Participant(name="Donald Trump", country="USA")),
        evidence=(Evidence(start=0, end=len(sentence), text=sentence),),
        **{"channel": "phone", "status": "held", "trigger": "telephoned", "article": "a1", **facets},
    )


def contact(*claims: Claim) -> Contact:
    first = claims[0]
    shared = {name: getattr(first, name) for name in ("participants", "channel", "status", "window", "topics")}
    return Contact(id="c1", claims=claims, **shared)


class Reader(HTMLParser):
    """The elements, attributes and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.text += data


def test_contacts_show_every_telling_with_its_trigger_marked():
    window = Window.day(date(2017, 5, 2))
    sides = (
        telling(window=window, authority="the Kremlin", topics=("country:SYR",)),
        telling("They telephoned, he said.", window=window),
    )
    shown = Contacts([contact(*sides)])._repr_html_()
    for words in (
        "1 contact<",
        "2 May 2017",
        "Vladimir Putin, Donald Trump",
        "Syria",
        "the Kremlin, a1",
        "phone",
        "held",
    ):
        assert words in shown
    assert shown.count("<mark>telephoned</mark>") == 2
    assert 'title="Putin telephoned Trump."' in shown


def test_claims_say_on_whose_word_and_what_is_inferred():
    window = Window.day(date(2017, 5, 2), inferred=True)
    shown = Reader(Claims([telling(window=window), telling(authority="Peskov")])._repr_html_())
    assert "2 claims" in shown.text
    assert "2 May 2017 (inferred)" in shown.text
    assert "own voice" in shown.text
    assert "Peskov" in shown.text


@pytest.mark.parametrize(
    "shown",
    [
        lambda claim: Claims([claim]),
        lambda claim: Contacts([contact(claim)]),
        lambda _: Answer(Graph().query("SELECT ?text {VALUES ?text {'''" + HOSTILE.replace("'", "\\'") + "'''}}")),
    ],
)
def test_hostile_text_stays_text(shown):
    claim = telling(HOSTILE, HOSTILE, authority=HOSTILE, article=HOSTILE, trigger="alert", topics=(HOSTILE,))
    read = Reader(shown(claim)._repr_html_())
    assert HOSTILE in read.text
    assert not {"script", "img"} & set(read.tags)
    assert not any(name.startswith("on") for name, _ in read.attributes)


def test_long_lists_are_cut_and_say_so():
    shown = Reader(Claims([telling()] * (MOST_ROWS + 7))._repr_html_())
    assert f"{MOST_ROWS + 7} claims, the first {MOST_ROWS} shown" in shown.text
    assert shown.tags.count("tr") == 1 + MOST_ROWS


def test_a_slice_shows_itself_too_and_an_item_is_the_thing_itself():
    claims = Claims([telling(), telling()])
    assert isinstance(claims[:1], Claims)
    assert claims[0] == telling()
    assert claims == [telling(), telling()]


def test_a_trigger_that_is_unknown_marks_nothing():
    assert Quote("They spoke.", "", "").around_trigger == ("They spoke.", "", "")


def test_a_yes_or_no_shows_itself():
    assert "true" in Answer(Graph().query("ASK {}"))._repr_html_()
