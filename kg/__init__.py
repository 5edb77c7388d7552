"""A knowledge graph of diplomatic contacts: who spoke with whom, when, how, about what, and according to whom.

Example:
    >>> from datetime import date
    >>> import kg
    >>> article = kg.Article(text="President Putin telephoned President Trump on Monday.", published=date(2017, 5, 2))
    >>> claims = kg.extract(article)  # doctest: +SKIP
    >>> with kg.ContactGraph() as graph:  # doctest: +SKIP
    ...     report = graph.ingest(kg.read("articles/"))
    ...     contacts = graph.contacts(between=("Putin", "Trump"), since="2017-01")
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

__all__ = [
    "Answer",
    "Article",
    "Claim",
    "Claims",
    "Contact",
    "ContactGraph",
    "Contacts",
    "InputError",
    "KgError",
    "Report",
    "Window",
    "__version__",
    "explain",
    "extract",
    "load_world",
    "read",
]

# Read on first use: `import kg` and `kg --help` stay light (PEP 562). Types are in __init__.pyi.
_HOMES = {
    "Answer": "kg.answer",
    "Article": "kg.model",
    "Claim": "kg.model",
    "Claims": "kg.display",
    "Contact": "kg.model",
    "ContactGraph": "kg.contact_graph",
    "Contacts": "kg.display",
    "InputError": "kg.errors",
    "KgError": "kg.errors",
    "Report": "kg.contact_graph",
    "Window": "kg.model",
    "explain": "kg.contact_graph",
    "extract": "kg.contact_graph",
    "load_world": "kg.world",
    "read": "kg.reading",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
