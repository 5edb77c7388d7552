"""docs/cli.md tells of every verb and option there is, and of none that there is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer

from kg.cli.app import app

DOCS = Path(__file__).parents[2] / "docs" / "cli.md"
COMMAND = typer.main.get_command(app)
VERBS = COMMAND.commands  # type: ignore[attr-defined]
SHARED = {
    "--debug",
    "--version",
    "--install-completion",
    "--show-completion",
    "--help",
    "--store",
    "--format",
    "--strict",
}


def section(verb: str) -> str:
    found = re.search(rf"^## {verb}\n(.*?)(?=^## |\Z)", DOCS.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert found, f"docs/cli.md has no section '{verb}'"
    return found[1]


def options_of(verb: str) -> set[str]:
    """The options of a verb, and of the verbs below it; before a verb those of `kg` itself may stand."""
    commands = (VERBS[verb], *getattr(VERBS[verb], "commands", {}).values())
    parameters = (parameter for command in commands for parameter in command.params)
    return {word for parameter in parameters for word in parameter.opts if word.startswith("-")}


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_every_verb_has_an_example_with_every_option(verb: str) -> None:
    text = section(verb)
    assert f"$ kg {verb}" in text or f"| kg {verb}" in text
    missing = {option for option in options_of(verb) - {"--help", "-h"} if not re.search(rf"{option}\b", text)}
    assert missing <= SHARED


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_no_option_is_told_that_is_not_there(verb: str) -> None:
    examples = " ".join(line for line in section(verb).splitlines() if line.startswith("$ kg"))
    own = re.sub(r"\| jq .*?'.*?'|\| less -R", "", examples)
    told = set(re.findall(r"(?<![\w-])(--?[a-z][a-z-]*)", own))
    assert told <= options_of(verb) | {"-", "--world"}


def test_what_stands_before_the_verb_is_told() -> None:
    text = DOCS.read_text(encoding="utf-8")
    assert all(option in text for parameter in COMMAND.params for option in parameter.opts)


def test_every_exit_code_is_told() -> None:
    from kg import cli

    text = DOCS.read_text(encoding="utf-8")
    codes = re.search(r"\*\*Exit codes\.\*\*(.*)", text)
    assert codes is not None
    assert {int(number) for number in re.findall(r"\b\d+\b", codes[1])} == {0, cli.FAILED, cli.USAGE, cli.INTERRUPTED}
