"""What `kg demo` shows."""

from __future__ import annotations

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from kg.cli.ingesting import in_words
from kg.cli.options import DEFAULT_STORE
from kg.cli.printing import console, visible
from kg.cli.rows import when, who
from kg.demo import PARAMETERS, QUERY, Demonstration, Side

_ROWS = 6
"""Rows of the query's answer that are shown."""


def print_demo(demo: Demonstration) -> None:
    """Print the demonstration, section by section."""
    out: Console = console()
    for heading, body in _sections(demo):
        out.print(Rule(Text(heading, style="bold cyan"), align="left", style="cyan"))
        out.print(body)
        out.print()


def _sections(demo: Demonstration) -> Iterator[tuple[str, Group | Table | Text]]:
    yield "1  Articles in, contacts out", _found(demo)
    yield "2  Who had most contact with whom", _pairs(demo)
    if demo.twice_told:
        yield "3  One contact, two sides", _sides(demo)
    yield f"4  A question in SPARQL: kg query {_question()}", _answer(demo)
    yield "5  Where it is, and what to try next", _next(demo)


def _found(demo: Demonstration) -> Text:
    figures = demo.figures
    days = f"from {figures.first} to {figures.last}"
    network = f"{figures.leaders} leaders, {figures.pairs} pairs, {figures.contacts} contacts among them, {days}"
    return Text(f"{in_words(demo.report)}.\nThe network of leaders: {network}.")


def _pairs(demo: Demonstration) -> Table:
    table = Table("who", "with whom", "contacts", "from", "to", box=SIMPLE_HEAD, pad_edge=False)
    for pair in demo.pairs:
        cells = (pair.one, pair.other, "█" * pair.contacts + f" {pair.contacts}", pair.first or "", pair.last or "")
        table.add_row(*(Text(visible(str(cell))) for cell in cells))
    return table


def _sides(demo: Demonstration) -> Group:
    contact = demo.twice_told
    assert contact is not None
    heading = f"{who(contact.participants)}: {contact.channel.value}, {contact.status.value}, {when(contact.window)}"
    beside = Table.grid("", "", expand=True)
    for column in beside.columns:
        column.ratio = 1
    beside.add_row(*(_side(side) for side in demo.sides))
    return Group(Text(visible(heading), style="bold"), beside)


def _side(side: Side) -> Panel:
    claim, article = side.claim, side.article
    voice = claim.authority or f"{article.issuer}, in its own voice"
    source = f"{article.title} ({article.published})"
    body = Group(
        Text(f"“{visible(claim.evidence[0].text)}”", style="italic"),
        Text(f"\n{claim.status.value}, {claim.channel.value}, {when(claim.window)}"),
        Text(visible(source), style="dim"),
    )
    return Panel(body, title=Text(visible(voice), style="bold"), title_align="left")


def _question() -> str:
    return " ".join([QUERY, *(f"-p {name}={value}" for name, value in PARAMETERS.items())])


def _answer(demo: Demonstration) -> Group:
    table = Table(*demo.answer.columns, box=SIMPLE_HEAD, pad_edge=False)
    rows = list(demo.answer)
    for row in rows[:_ROWS]:
        table.add_row(*(Text(visible(value)) for value in row))
    rest = len(rows) - _ROWS
    return Group(table, Text(f"and {rest} more", style="dim") if rest > 0 else Text())


def _next(demo: Demonstration) -> Text:
    option = "" if demo.store == DEFAULT_STORE else f" --store {demo.store}"
    commands = (
        f"kg contacts --between Trump Kim{option}",
        f"kg query --list{option}",
        f"kg stats --since 2017{option}",
    )
    return Text("\n".join([f"store  {demo.store}", f"page   {demo.page}", "", *commands]))
