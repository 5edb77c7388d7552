"""What one run of the command remembers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Session:
    """Settings given before the verb.

    Attributes:
        debug: show where an error came from.
    """

    debug: bool = False
