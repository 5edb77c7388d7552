"""Libraries that only some users need: imported when asked for, missed in one line."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from kg.errors import LibraryError


def optional(module: str, *, extra: str, purpose: str) -> Any:
    """A library that is not among the required ones.

    Args:
        module: name of the module.
        extra: the extra of this package that brings it.
        purpose: what it is needed for, as the beginning of a sentence.

    Raises:
        LibraryError: it is not installed; the message says how to get it.
    """
    try:
        return import_module(module)
    except ImportError as error:
        name = module.partition(".")[0]
        raise LibraryError(f"{purpose} need {name}, which is missing (pip install 'kg-contacts[{extra}]')") from error
