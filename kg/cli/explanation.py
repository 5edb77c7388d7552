"""Why a text gives the claims that it gives, for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from rich.console import Group
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from kg.cli.printing import console, visible
from kg.cli.rows import when, who
from kg.model import Article, Channel, Claim, Evidence, Participant, Rejection, Status, Via, Why
from kg.reasons import topic_words

if TYPE_CHECKING:
    from kg.extraction import Extractor

_WAYS = {Via.NAMED: "by name", Via.ROLE: "by office", Via.GROUP: "as one of a group", Via.IMPLIED: "implied"}

_SLOTS = {"subject": "as subject", "object": "as object", "light": "as subject", "poss": "as possessor"}
_TENSE = {True: "told as done", False: "by the tense"}
_WITHOUT_WORD = {True: "no word says how", False: "told elsewhere in the text"}

Topics = Mapping[str, tuple[str, ...]]


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


def print_explanation(article: Article, extractor: Extractor) -> None:
    """Print every claim with what set its facets, then every rejected trigger with the reason."""
    out, extraction = console(), extractor.explain(article)
    heading = " · ".join(
        filter(None, (article.title or article.id, article.issuer, str(article.published or "undated")))
    )
    out.print(Text(visible(heading), style="bold"))
    for number, (claim, why) in enumerate(zip(extraction.claims, extraction.whys, strict=True), start=1):
        out.print(_claim(number, claim, why, topic_words(claim, extractor.topics)))
    if not extraction.claims:
        out.print(Text("  no claim"))
    if extraction.rejections:
        out.print(Text(f"\nLooked at and rejected ({len(extraction.rejections)})", style="bold"))
        out.print(Group(*map(_rejection, extraction.rejections)))
    out.print()


def _claim(number: int, claim: Claim, why: Why, topics: Topics) -> Panel:
    title = Text(f"{number}  {visible(who(claim.participants))}")
    quotes = [_quote(evidence, claim.trigger) for evidence in claim.evidence]
    return Panel(Group(*quotes, Text(), _facet_table(claim, why, topics)), title=title, title_align="left")


def _quote(evidence: Evidence, trigger: str) -> Text:
    text = Text(f"“{visible(evidence.text)}”", style="italic")
    if trigger:
        text.highlight_words([trigger], style="bold yellow", case_sensitive=False)
    place = "title" if evidence.part == "title" else "text"
    return text.append(f"  {place} {evidence.start}-{evidence.end}", style="dim not italic")


def _facet_table(claim: Claim, why: Why, topics: Topics) -> Table:
    table = Table.grid(padding=(0, 2))
    for facet in facets(claim, why, topics):
        table.add_row(
            Text(facet.name, style="cyan"), Text(visible(facet.value)), Text(visible(facet.reason), style="dim")
        )
    return table


def facets(claim: Claim, why: Why, topics: Topics) -> Iterator[Facet]:
    """The parts of a claim that say something, each with the words that set it.

    Args:
        claim: the claim.
        why: the words behind it.
        topics: the words behind its topics.
    """
    yield Facet("rule", claim.rule, f"found by {_quoted(claim.trigger)}")
    if claim.confidence is not None:
        yield Facet("confidence", f"{claim.confidence:.2f}", "; ".join(why.features))
    slots = why.slots or ("",) * len(claim.participants)
    yield from (
        Facet("who", one.label, _naming(one, slot)) for one, slot in zip(claim.participants, slots, strict=True)
    )
    yield Facet("how", claim.channel.value, _quoted(why.channel) or _WITHOUT_WORD[claim.channel is Channel.UNSPECIFIED])
    yield Facet("status", claim.status.value, _quoted(why.status) or _TENSE[claim.status is Status.HELD])
    yield Facet("when", when(claim.window), _quoted(why.when) or _dating(claim))
    yield Facet(
        "on whose word", claim.authority or "the article's own voice", "as the text names it" if claim.authority else ""
    )
    yield from (Facet("about", topic, _quoted(*topics.get(topic, ()))) for topic in claim.topics)
    written = {"where": claim.place, "occasion": claim.occasion, "because of": claim.because_of}
    yield from (Facet(name, value, "as written") for name, value in written.items() if value)
    yield from (Facet(role, ", ".join(names), "") for role, names in claim.roles if names)


def _naming(participant: Participant, slot: str) -> str:
    place = _SLOTS.get(slot, f"in the slot “{slot}”") if slot else ""
    post = participant.post and _quoted(participant.post)
    return ", ".join(filter(None, (post, _WAYS[participant.via], place, participant.country, participant.id)))


def _dating(claim: Claim) -> str:
    return "from the day of publication or the world tables" if claim.window.inferred else "no word says when"


def _quoted(*words: str) -> str:
    return ", ".join(f"“{word}”" for word in words if word)


def _rejection(rejection: Rejection) -> Padding:
    text = Text(f"“{visible(rejection.trigger)}”: {visible(rejection.reason)}", style="yellow")
    text.append(f"\n{visible(rejection.evidence.text)}", style="dim")
    return Padding(text, (0, 0, 0, 2))
