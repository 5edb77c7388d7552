"""`kg demo`, as a user runs it."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kg.demo import Side, most_contested, two_sides
from kg.model import Article, Claim, Contact, Evidence, Participant, Status, Window
from kg.network import ContactNetwork, build

Run = Callable[..., Any]
SECTIONS = (
    "1  Articles in",
    "2  Who had most contact",
    "3  One contact, two sides",
    "4  A question in SPARQL",
    "5  Where",
)
ARTICLES = {name: Article(id=name, title=name.upper(), text="They spoke.") for name in ("a", "b")}
PAIR = (Participant(name="Vladimir Putin", country="RUS"), Participant(name="Donald Trump", country="USA"))


def test_the_demo_shows_the_whole_way_and_a_second_time_changes_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    started = time.process_time()
    first = run("demo")
    assert time.process_time() - started < 15
    assert (first.code, first.err) == (0, "")
    assert all(section in first.out for section in SECTIONS)
    assert "53 new, 0 changed, 0 unchanged articles" in first.out
    assert "\x1b" not in first.out
    page = Path("network.html").read_text(encoding="utf-8")
    second = run("demo", "--open")
    assert "0 new, 0 changed, 53 unchanged articles" in second.out
    assert Path("network.html").read_text(encoding="utf-8") == page
    assert opened == [Path("network.html").resolve().as_uri()]
    for command in commands_named_in(second.out):
        result = run(*command)
        assert result.code == 0, result.err
        assert result.out


def commands_named_in(shown: str) -> list[list[str]]:
    commands = [line.split()[1:] for line in shown.splitlines() if line.startswith("kg ")]
    assert len(commands) == 3
    return commands


def test_a_foreign_folder_is_left_alone(run: Run) -> None:
    Path("contacts.kg").mkdir()
    Path("contacts.kg/letter.txt").write_text("mine")
    result = run("demo")
    assert (result.code, result.out) == (1, "")
    assert "not a store" in result.err
    assert [path.name for path in Path.cwd().rglob("*")] == ["contacts.kg", "letter.txt"]


def test_a_graph_of_other_articles_is_left_alone(run: Run, call: Path) -> None:
    run("ingest", call)
    result = run("demo")
    assert (result.code, result.out) == (1, "")
    assert "holds other articles" in result.err
    assert not Path("network.html").exists()


def test_a_foreign_page_is_left_alone(run: Run) -> None:
    Path("network.html").write_text("mine")
    result = run("demo")
    assert result.code == 1
    assert Path("network.html").read_text() == "mine"


def claim(article: str, authority: str = "", text: str = "They spoke.", status: Status = Status.HELD) -> Claim:
    return Claim(
        article=article,
        participants=PAIR,
        channel="phone",
        status=status,
        window=Window.day(date(2017, 5, 2)),
        authority=authority,
        evidence=(Evidence(start=0, end=len(text), text=text),),
    )


def network(**contacts: tuple[Claim, ...]) -> ContactNetwork:
    merged = [
        Contact(id=name, participants=PAIR, channel="phone", status=status, claims=claims)
        for name, claims in contacts.items()
        for status in [Status.DISPUTED if len({one.status for one in claims}) > 1 else Status.HELD]
    ]
    return build(merged, ARTICLES)


def test_the_most_contested_contact_is_the_disputed_one() -> None:
    told = network(
        once=(claim("a"),),
        twice=(claim("a", "Kremlin"), claim("b", "White House", "We talked.")),
        disputed=(claim("a"), claim("b", text="No.", status=Status.DENIED)),
    )
    contact = most_contested(told)
    assert contact is not None
    assert contact.id == "disputed"


def test_two_sides_are_two_voices_with_two_sentences() -> None:
    told = network(
        one=(claim("a", "Kremlin"), claim("a", "Kremlin", "And so."), claim("b", "White House", "We talked."))
    )
    contact = most_contested(told)
    assert contact is not None
    sides = two_sides(contact, told)
    assert [(side.article.id, side.claim.authority) for side in sides] == [("a", "Kremlin"), ("b", "White House")]
    assert all(isinstance(side, Side) for side in sides)


def test_two_officials_of_one_state_are_not_two_sides() -> None:
    told = network(
        officials=(claim("a", "the Kremlin"), claim("a", "Putin", "Again."), claim("a", "a spokesman", "And again.")),
        states=(claim("a", "Putin"), claim("a", "the Kremlin", "So."), claim("b", "White House", "We talked.")),
    )
    contact = most_contested(told)
    assert contact is not None
    assert [side.claim.authority for side in two_sides(contact, told)] == ["Putin", "White House"]


def test_one_sentence_is_not_two_sides() -> None:
    assert most_contested(network(one=(claim("a"), claim("b")))) is None
