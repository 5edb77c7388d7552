"""The options that several verbs share, each said once."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"


def day(word: str) -> str:
    """A check that a word is empty or a day."""
    from datetime import date

    try:
        return word and date.fromisoformat(word).isoformat()
    except ValueError:
        raise typer.BadParameter(f"there is no day '{word}' (write it as YYYY-MM-DD)") from None


Words = list[str] | None


def one_of(kind: str) -> Callable[[Words], Words]:
    """A check that words are values of one of the model's enumerations, which are read only when one is given."""

    def check(words: Words) -> Words:
        if not words:
            return words
        from kg import model

        known = [str(value) for value in getattr(model, kind)]
        for word in words:
            if word not in known:
                raise typer.BadParameter(f"'{word}' is not one of {', '.join(known)}")
        return words

    return check


Sources = Annotated[
    list[str],
    typer.Argument(metavar="FILE...", help="Articles: .txt, .md, .jsonl, a folder of these, or - for standard input."),
]
Date = Annotated[str, typer.Option("--date", metavar="DAY", help="Day of publication (YYYY-MM-DD).")]
Title = Annotated[str, typer.Option("--title", help="Headline.")]
Url = Annotated[str, typer.Option("--url", help="Address of publication.")]
Issuer = Annotated[str, typer.Option("--issuer", help="Who published it.")]
Strict = Annotated[bool, typer.Option("--strict", help="Stop at the first input that cannot be read.")]
Rows = Annotated[
    Format | None,
    typer.Option("--format", help="How to print; a table on a terminal, JSON Lines elsewhere.", show_default=False),
]
Rules = Annotated[
    list[Path] | None,
    typer.Option(
        "--rules",
        envvar="KG_RULES",
        metavar="FILE",
        help="Your own rules, laid over the shipped ones (docs/rules.md); several times for several files.",
        show_default=False,
    ),
]
Jobs = Annotated[int, typer.Option("--jobs", min=1, metavar="N", help="Extract with so many processes.")]
Store = Annotated[
    Path,
    typer.Option(
        "--store", envvar="KG_STORE", metavar="DIR", help="Folder of the contact graph, or address of a SPARQL store."
    ),
]
Since = Annotated[str | None, typer.Option(metavar="DAY", help="On this day, month or year, or later.")]
Until = Annotated[str | None, typer.Option(metavar="DAY", help="On this day, month or year, or earlier.")]
Surely = Annotated[
    bool, typer.Option("--surely", help="Only what must have been between --since and --until, not what can have been.")
]
Channel = Annotated[
    Words,
    typer.Option(help="phone, video, in_person, letter or unspecified; of several, any.", callback=one_of("Channel")),
]
Status = Annotated[
    Words,
    typer.Option(
        help="held, planned, proposed, postponed, cancelled, denied or disputed; of several, any.",
        callback=one_of("Status"),
    ),
]
Topic = Annotated[
    Words, typer.Option(help="What was discussed, such as trade or country:SYR; narrower ones count; of several, any.")
]
Country = Annotated[
    Words,
    typer.Option(
        metavar="COUNTRY", help="Someone took part for this country (name or code, or EU, UN, NATO); of several, each."
    ),
]
Authority = Annotated[Words, typer.Option(help="On whose word, such as Kremlin; of several, any.")]
Between = Annotated[tuple[str, str] | None, typer.Option(metavar="A B", help="Both of these took part.")]
With = Annotated[Words, typer.Option("--with", metavar="NAME", help="This one took part; of several, each.")]
MinConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        min=0,
        max=1,
        metavar="P",
        help="Leave out what is right with a lower probability (0 to 1; docs/accuracy.md).",
        show_default=False,
    ),
]
Open = Annotated[bool, typer.Option("--open", help="Open the page in the browser.")]

PinFile = Annotated[
    Path | None,
    typer.Option(
        "--pins", metavar="FILE", help="What you know to be one contact or not: lines 'same ID ID', 'different ID ID'."
    ),
]

DEFAULT_STORE = Path("contacts.kg")
