"""Extraction: from an article to claims with their evidence."""

from kg.extraction.extractor import Extractor, extract

__all__ = ["Extractor", "extract"]
