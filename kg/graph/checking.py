"""One article checked before it is kept: its claims against its text, and its graph against the shapes."""

from __future__ import annotations

from collections.abc import Iterable

from kg.errors import InputError
from kg.graph.quads import Quads
from kg.graph.validation import violations_in
from kg.model import Article, Claim

_REMEDY = "the extractor is at fault: please report it; --no-validate keeps the article all the same"


def check(article: Article, claims: Iterable[Claim], quads: Quads) -> None:
    """Refuse an article whose graph would not be valid.

    Args:
        article: with its text.
        claims: what it tells.
        quads: its graph.

    Raises:
        InputError: evidence that does not stand in the text at its offsets, or a broken shape; names the claim.
    """
    for claim in claims:
        for evidence in claim.evidence:
            body = article.text if evidence.part == "text" else article.title
            if body[evidence.start : evidence.end] != evidence.text:
                raise InputError(
                    f"the evidence of claim {claim.id} does not stand in the {evidence.part} at "
                    f"{evidence.start}-{evidence.end}",
                    source=article.id,
                    remedy=_REMEDY,
                )
    for found in violations_in(quads, article.id):
        if found.severity == "Violation":
            place = f"claim {found.claim}" if found.claim else found.focus
            raise InputError(f"{place}: {found.message}", source=article.id, remedy=_REMEDY)
