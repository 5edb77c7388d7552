"""Mentions with the right person: names, titles, offices, counterparts, metonyms, and words that mean nobody."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kg.world import Certainty, Resolution, World, load_world

GOLD = Path(__file__).parents[1] / "gold" / "world.jsonl"
KINDS = {"name", "title_name", "office", "counterpart", "metonym", "none"}

Case = dict[str, Any]


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def world() -> World:
    return load_world()


@pytest.fixture(scope="module")
def answers(cases: list[Case], world: World) -> list[tuple[Case, Resolution]]:
    return [(case, asked(world, case)) for case in cases]


def asked(world: World, case: Case) -> Resolution:
    day, context = date.fromisoformat(case["on"]), case["context"]
    return world.resolve(case["mention"], on=day, context=context, country=case.get("country", ""))


def outcome(case: Case, answer: Resolution) -> str:
    """`right`, `missed` (nobody, or no state, where there is one), or `wrong`."""
    found = answer.person.id if answer.person else None
    if found == case["id"]:
        return "right" if answer.country == (case["country_expected"] or answer.country) else "missed"
    return "wrong" if found else "missed"


def test_there_are_mentions_of_every_kind(cases: list[Case]) -> None:
    kinds = Counter(case["kind"] for case in cases)
    assert set(kinds) == KINDS
    assert len(cases) >= 300
    assert sum(case["id"] is None for case in cases) >= 40
    assert len({(case["mention"], case["on"], *case["context"]) for case in cases}) == len(cases)


def test_the_right_persons_are_in_the_tables(cases: list[Case], world: World) -> None:
    assert [case["name"] for case in cases if case["id"] and world.people[case["id"]].name != case["name"]] == []


def test_mentions_resolve_to_the_right_person_and_hardly_ever_to_another(
    answers: list[tuple[Case, Resolution]],
) -> None:
    told = [(outcome(case, answer), case, answer) for case, answer in answers]
    for result, case, answer in told:
        if result != "right":
            got = answer.person.name if answer.person else None
            print(f"{result}: {case['mention']!r} on {case['on']}: {case['name'] or None}, got {got}: {answer.reason}")
    counts = Counter(result for result, _, _ in told)
    assert counts["right"] >= 0.97 * len(told)
    assert counts["wrong"] <= 0.01 * len(told)


def test_every_answer_gives_a_reason_and_says_how_sure_it_is(answers: list[tuple[Case, Resolution]]) -> None:
    for case, answer in answers:
        assert answer.reason, case
        assert (answer.certainty is Certainty.UNKNOWN) == (answer.person is None), case
        assert answer.person not in [other.person for other in answer.alternatives], case
