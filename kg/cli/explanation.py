"""Why a text gives the claims that it gives, for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rich.console import Group
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from kg.cli.printing import console, visible
from kg.cli.rows import when, who
from kg.model import Article, Claim, Evidence, Extraction, Participant, Rejection, Via

_WAYS = {Via.NAMED: "by name", Via.ROLE: "by office", Via.GROUP: "as one of a group", Via.IMPLIED: "implied"}


class Facet(NamedTuple):
    """One part of a claim.

    Attributes:
        name: which part.
        value: what the claim says.
        reason: the words of the text, or the inference, that set it.
    """

    name: str
    value: str
    reason: str


def print_explanation(article: Article, extraction: Extraction) -> None:
    """Print every claim with what set its facets, then every rejected trigger with the reason."""
    out = console()
    heading = " · ".join(
        filter(None, (article.title or article.id, article.issuer, str(article.published or "undated")))
    )
    out.print(Text(visible(heading), style="bold"))
    for number, claim in enumerate(extraction.claims, start=1):
        out.print(_claim(number, claim))
    if not extraction.claims:
        out.print(Text("  no claim"))
    if extraction.rejections:
        out.print(Text(f"\nLooked at and rejected ({len(extraction.rejections)})", style="bold"))
        out.print(Group(*map(_rejection, extraction.rejections)))
    out.print()


def _claim(number: int, claim: Claim) -> Panel:
    title = Text(f"{number}  {visible(who(claim.participants))}")
    quotes = [_quote(evidence, claim.trigger) for evidence in claim.evidence]
    return Panel(Group(*quotes, Text(), _facet_table(claim)), title=title, title_align="left")


def _quote(evidence: Evidence, trigger: str) -> Text:
    text = Text(f"“{visible(evidence.text)}”", style="italic")
    if trigger:
        text.highlight_words([trigger], style="bold yellow", case_sensitive=False)
    place = "title" if evidence.part == "title" else "text"
    return text.append(f"  {place} {evidence.start}-{evidence.end}", style="dim not italic")


def _facet_table(claim: Claim) -> Table:
    table = Table.grid(padding=(0, 2))
    for facet in facets(claim):
        table.add_row(
            Text(facet.name, style="cyan"), Text(visible(facet.value)), Text(visible(facet.reason), style="dim")
        )
    return table


def facets(claim: Claim) -> Iterator[Facet]:
    """The parts of a claim that say something, each with the words that set it."""
    yield Facet("rule", claim.rule or "-", f"found by “{claim.trigger}”" if claim.trigger else "")
    yield from (Facet("who", one.label, _naming(one)) for one in claim.participants)
    yield Facet("how", claim.channel.value, "no word says how" if claim.channel == "unspecified" else "")
    yield Facet("status", claim.status.value, "")
    yield Facet("when", when(claim.window), _dating(claim))
    yield Facet(
        "on whose word", claim.authority or "the article's own voice", "as the text names it" if claim.authority else ""
    )
    optional = {
        "about": ", ".join(claim.topics),
        "where": claim.place,
        "occasion": claim.occasion,
        "because of": claim.because_of,
    }
    yield from (Facet(name, value, "") for name, value in optional.items() if value)
    for role, names in claim.roles:
        if names:
            yield Facet(role, ", ".join(names), "")


def _naming(participant: Participant) -> str:
    parts = (participant.post and f"“{participant.post}”", _WAYS[participant.via], participant.country, participant.id)
    return ", ".join(filter(None, parts))


def _dating(claim: Claim) -> str:
    if claim.window.date_text:
        return f"“{claim.window.date_text}”"
    return "from the day of publication or the world tables" if claim.window.inferred else "no word says when"


def _rejection(rejection: Rejection) -> Padding:
    text = Text(f"“{visible(rejection.trigger)}”: {visible(rejection.reason)}", style="yellow")
    text.append(f"\n{visible(rejection.evidence.text)}", style="dim")
    return Padding(text, (0, 0, 0, 2))
