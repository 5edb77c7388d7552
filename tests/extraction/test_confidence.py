"""How sure each claim is: the shipped figures, and what they say of claims."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extraction import Extractor
from kg.extraction.confidence import Calibration, FittedFeature, load_calibration
from kg.model import Article, Extraction

DAY = date(2017, 5, 2)
NAMED = "President Vladimir Putin met German Chancellor Angela Merkel in Sochi on Monday."
GUESSED = (
    "French President Emmanuel Macron and Turkish President Recep Tayyip Erdogan both gave interviews. "
    "The two leaders proposed to meet in June."
)


def read(extractor: Extractor, text: str) -> Extraction:
    return extractor.read(Article(id="a", text=text, published=DAY))


def test_the_shipped_figures_say_where_they_come_from() -> None:
    shipped = load_calibration()
    assert date.fromisoformat(shipped.made) <= date.today()  # noqa: DTZ011
    assert shipped.command.startswith("python benchmarks/calibration.py")
    claims = sum(each.claims for each in shipped.sets)
    kinds = {name.partition(":")[0] for name in shipped.features}
    for kind in kinds:  # each claim has one value of each kind
        assert sum(f.claims for name, f in shipped.features.items() if name.startswith(f"{kind}:")) == claims
    assert all(0 <= each.right <= each.claims for each in (*shipped.sets, *shipped.features.values()))


def test_a_probability_follows_from_the_weights() -> None:
    figures = Calibration(
        made="2026-11-25", command="", penalty=1, sets=(), intercept=0.0,
        features={"a: yes": FittedFeature(weight=1.0986, claims=4, right=3)},
    )  # fmt: skip
    assert figures.probability([]) == 0.5
    assert figures.probability(["a: yes"]) == 0.75
    assert figures.probability(["a: yes", "b: never seen"]) == 0.75


def test_claims_carry_the_probability_of_their_features(extractor: Extractor) -> None:
    extraction = read(extractor, NAMED)
    [claim], [why] = extraction.claims, extraction.whys
    assert claim.confidence == load_calibration().probability(why.features)
    assert set(why.features) == {
        "claims of the article: 1", "construction: verb with object", "contact told before: no",
        "everybody identified: yes", "named by: name", "status: held",
    }  # fmt: skip


def test_names_and_a_fact_are_surer_than_a_group_and_a_wish(extractor: Extractor) -> None:
    [named], [guessed] = read(extractor, NAMED).claims, read(extractor, GUESSED).claims
    assert guessed.participants[0].via == "group"
    assert named.confidence > guessed.confidence


@pytest.mark.parametrize(("least", "left"), [(0.0, 1), (0.5, 1), (1.0, 0)])
def test_what_is_less_sure_is_left_out(extractor: Extractor, least: float, left: int) -> None:
    kept = read(extractor, NAMED).at_least(least)
    assert (len(kept.claims), len(kept.whys)) == (left, left)
