"""Scoring: claims that were found against claims that were annotated."""

from kg.scoring.documents import Document, Level, Party, Telling, document, documents
from kg.scoring.report import Mistake, Report, score
from kg.scoring.tally import Rates, Tally

__all__ = [
    "Document",
    "Level",
    "Mistake",
    "Party",
    "Rates",
    "Report",
    "Tally",
    "Telling",
    "document",
    "documents",
    "score",
]
