"""`kg extract` and `kg explain`: what articles tell, without a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from kg.cli import options
from kg.cli.options import Format
from kg.cli.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.cli.printing import Row
    from kg.model import Extraction


def extract(  # noqa: PLR0913, PLR0917  # one parameter an option
    context: typer.Context,
    sources: options.Sources,
    date: options.Date = "",
    title: options.Title = "",
    url: options.Url = "",
    issuer: options.Issuer = "",
    format: options.Rows = None,  # noqa: A002  # the option's name
    strict: options.Strict = False,
    rules: options.Rules = None,
    jobs: options.Jobs = 1,
    min_confidence: options.MinConfidence = 0.0,
) -> int:
    """Print the claims of articles: one article a line as JSON, one claim a row in tables."""
    from kg.cli.inputs import Inputs
    from kg.cli.printing import chosen, emit
    from kg.cli.progress import watched
    from kg.reading import read

    inputs = Inputs(read(*sources, date=date, title=title, url=url, issuer=issuer), strict)
    how = chosen(format)
    session: Session = context.obj
    extractions = session.reader(rules, jobs).read_all(watched(inputs, "Extracting"))
    kept = (extraction.at_least(min_confidence) for extraction in extractions)
    emit(_rows(kept, whole=how in (Format.JSON, Format.JSONL)), how)
    return inputs.close()


def _rows(extractions: Iterable[Extraction], *, whole: bool) -> Iterator[Row]:
    from kg.cli.rows import of_claims, of_extraction

    for extraction in extractions:
        yield from (of_extraction(extraction),) if whole else of_claims(extraction)


def explain(
    context: typer.Context,
    sources: options.Sources,
    date: options.Date = "",
    title: options.Title = "",
    strict: options.Strict = False,
    rules: options.Rules = None,
) -> int:
    """Show each claim with its sentence, rule and words, and what was rejected and why."""
    from kg.cli.explanation import print_explanation
    from kg.cli.inputs import Inputs
    from kg.reading import read

    inputs = Inputs(read(*sources, date=date, title=title), strict)
    session: Session = context.obj
    extractor = session.extractor(rules)
    for article in inputs:
        print_explanation(article, extractor)
    return inputs.close()
