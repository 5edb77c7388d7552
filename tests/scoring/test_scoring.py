"""What counts as right."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.scoring import Document, Party, Telling, documents, score
from kg.scoring.equality import same_parties, same_party, words
from kg.scoring.pairing import date_fits, pair_off

PUTIN, TRUMP, XI = Party("Vladimir Putin", "", "RUS"), Party("Donald Trump", "", "USA"), Party("Xi Jinping", "", "CHN")
MAY_2 = (date(2017, 5, 2), date(2017, 5, 2))


def telling(*parties: Party, status: str = "held", window: tuple[date, date] | None = None) -> Telling:
    return Telling(parties or (PUTIN, TRUMP), "phone", status, window)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PUTIN, Party("Putin", "President", "RUS")),
        (Party("Volodymyr Zelenskyy"), Party("Zelenskiy")),
        (Party("Muhammad VI"), Party("Mohammed VI")),
        (Party("Recep Tayyip Erdoğan"), Party("Erdogan", country="TUR")),
        (Party("Joe Biden Jr."), Party("Joe Biden")),
        (Party("", "Russian foreign minister", "RUS"), Party("", "Foreign Minister", "RUS")),
        (Party("A", id="Q1"), Party("B", id="Q1")),
        (Party("Russia", country="RUS", kind="state"), Party("Moscow", country="RUS", kind="organisation")),
        (Party("the Taliban", kind="organisation"), Party("Taliban movement", kind="organisation")),
    ],
)
def test_the_same_participant_however_written(one: Party, other: Party) -> None:
    assert same_party(one, other)
    assert same_party(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PUTIN, TRUMP),
        (PUTIN, Party("Vladimir Putin", "", "USA")),
        (PUTIN, Party("", "President", "RUS")),
        (Party("A", id="Q1"), Party("A", id="Q2")),
        (Party("Russia", country="RUS", kind="state"), Party("Russia", country="RUS")),
        (Party("", "Minister of Defence"), Party("", "Secretary of State")),
    ],
)
def test_different_participants(one: Party, other: Party) -> None:
    assert not same_party(one, other)
    assert not same_party(other, one)


def test_the_order_of_participants_is_free_and_their_number_is_not() -> None:
    assert same_parties((PUTIN, TRUMP), (TRUMP, PUTIN))
    assert not same_parties((PUTIN, TRUMP), (PUTIN, TRUMP, XI))
    assert not same_parties((PUTIN, PUTIN), (PUTIN, TRUMP))


def test_a_name_folds_to_comparable_words() -> None:
    assert words("Lech Wałęsa, Jr. d'Été") == ("lech", "walesa", "dete")


def test_a_date_fits_where_windows_overlap_and_the_predicted_is_at_most_twice_as_wide() -> None:
    gold = telling(window=MAY_2)
    assert date_fits(gold, telling(window=(date(2017, 5, 1), date(2017, 5, 2))))
    assert not date_fits(gold, telling(window=(date(2017, 5, 1), date(2017, 5, 3))))
    assert not date_fits(gold, telling(window=(date(2017, 5, 3), date(2017, 5, 3))))
    assert not date_fits(gold, telling())
    assert date_fits(telling(), gold)


def test_the_closest_claims_pair_first() -> None:
    planned, held = telling(status="planned"), telling()
    pairing = pair_off((planned, held), (telling(), telling(PUTIN, XI)))
    assert pairing.pairs == ((held, telling()),)
    assert pairing.missed == (planned,)
    assert pairing.extra == (telling(PUTIN, XI),)


def test_figures_come_by_class_and_in_all() -> None:
    gold = [Document("a", "news", "", (telling(),)), Document("b", "readout", "", (telling(),)), Document("c", "news")]
    predicted = [Document("a", tellings=(telling(status="planned"),)), Document("c", tellings=(telling(),))]
    report = score(gold, predicted)
    assert list(report.tallies) == ["news", "readout", "ALL"]
    assert report.tallies["news"].core == (0.0, 0.0)
    assert report.tallies["news"].false_in_contactless == 1
    assert (report.tallies["ALL"].gold, report.tallies["ALL"].predicted, report.tallies["ALL"].paired) == (2, 2, 1)
    assert sorted(mistake.kind for mistake in report.mistakes) == ["extra", "missed", "status"]


def test_a_claim_whose_evidence_is_not_in_the_text_is_counted() -> None:
    gold = [Document("a", body="They spoke.")]
    claims = [Telling((PUTIN, TRUMP), "phone", "held", quotes=quotes) for quotes in [("They spoke.",), ("No.",), ()]]
    assert score(gold, [Document("a", tellings=tuple(claims))]).tallies["ALL"].unproven == 2


def test_a_line_that_is_no_document_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "a", "claims": []}) + "\n" + json.dumps({"id": "b"}))
    with pytest.raises(InputError, match=r"gold\.jsonl:2: field 'claims'"):
        list(documents(path))


def test_evidence_may_be_offsets(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    claim = {"participants": [], "channel": "phone", "status": "held", "evidence": [[0, 4], "spoke", {"text": "."}]}
    path.write_text(json.dumps({"id": "a", "text": "They spoke.", "claims": [claim]}))
    [document] = documents(path)
    assert document.tellings[0].quotes == ("They", "spoke", ".")
