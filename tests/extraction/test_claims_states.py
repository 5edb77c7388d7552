"""The state that a participant is counted to."""

from __future__ import annotations

from kg.extraction import Extractor
from kg.model import Article


def test_a_state_that_is_gone_is_counted_to_the_one_that_continues_it(extractor: Extractor) -> None:
    text = "Soviet Foreign Minister Andrei Gromyko met U.S. Secretary of State Henry Kissinger in Geneva on Monday."
    [claim] = extractor.read(Article(text=text, date="1974-05-07")).claims
    assert {participant.country for participant in claim.participants} == {"RUS", "USA"}


def test_two_states_of_then_make_a_contact_though_one_stands_for_both_today(extractor: Extractor) -> None:
    text = "East German Prime Minister Hans Modrow met West German Chancellor Helmut Kohl in Dresden on Tuesday."
    [claim] = extractor.read(Article(text=text, date="1989-12-20")).claims
    assert [participant.name for participant in claim.participants] == ["Hans Modrow", "Helmut Kohl"]
