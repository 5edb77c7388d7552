"""`kg score`: what was found against what was annotated."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options
from kg.cli.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.cli.printing import Row
    from kg.scoring import Document, Report, Tally


def score(  # one parameter an option
    context: typer.Context,
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Annotated documents, JSON Lines.")],
    predicted: Annotated[
        Path | None,
        typer.Argument(metavar="[PREDICTED]", help="Claims to score; without it, GOLD's texts are read and extracted."),
    ] = None,
    level: Annotated[
        str, typer.Option(help="leaders (persons and posts) or parties (states and organisations).")
    ] = "leaders",
    errors: Annotated[int, typer.Option(min=0, help="Tell this many mistakes on stderr.")] = 0,
    format: options.Rows = None,  # noqa: A002  # the option's name
) -> int:
    """Score claims against annotations, by class of document and in all."""
    from kg.cli.printing import chosen, emit
    from kg.scoring import Level, documents
    from kg.scoring import score as scored

    if level not in set(Level):
        raise typer.BadParameter(f"'{level}' is not one of {', '.join(Level)}")
    found = documents(predicted) if predicted else _extracted(gold, context.obj)
    report = scored(documents(gold), found, level)
    for mistake in report.mistakes[:errors]:
        sys.stderr.write(f"{mistake.kind:7} {mistake.document}: {mistake.what}\n")
    emit(_rows(report), chosen(format))
    return 0


def _extracted(gold: Path, session: Session) -> Iterator[Document]:
    from kg.cli.inputs import Inputs
    from kg.cli.progress import watched
    from kg.reading import read
    from kg.scoring import document

    extractor = session.extractor(None)
    for article in watched(Inputs(read(gold), strict=True), "Extracting"):
        yield document(extractor.read(article).to_json())


def _rows(report: Report) -> Iterator[Row]:
    from kg.cli.printing import Row

    records = report.to_json()
    for genre, tally in report.tallies.items():
        yield Row({"class": genre, **records[genre]}, {"class": genre, **_cells(tally)})


def _cells(tally: Tally) -> dict[str, str]:
    figures = tally.to_json()
    facets = {name: figures[name] for name in ("channel", "date", "authority")}
    return {
        "docs": str(tally.docs),
        "gold": str(tally.gold),
        "found": str(tally.predicted),
        "pair F1": f"{tally.pair.f1:.3f}",
        "core P": f"{tally.core.precision:.3f}",
        "core R": f"{tally.core.recall:.3f}",
        "core F1": f"{tally.core.f1:.3f}",
        "strict F1": f"{tally.strict.f1:.3f}",
        "topics F1": f"{tally.topics.f1:.3f}",
        **{name: "-" if share is None else f"{share:.3f}" for name, share in facets.items()},
        "false where none": figures["false_claims_in_contactless_docs"],
        "unproven": str(tally.unproven),
    }
