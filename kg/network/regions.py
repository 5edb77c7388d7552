"""Countries and their regions, as the page names and colours them."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

OTHER = "Other"


@dataclass(frozen=True, slots=True)
class Place:
    """A country or organisation by name, and its region.

    Attributes:
        code: ISO 3166-1 alpha-3, codes of states that are gone, or the code of an organisation.
        name: short English name.
        region: macro region of the UN's M49 standard, "International organisations", or "Other".
    """

    code: str
    name: str
    region: str


def place(code: str) -> Place:
    """The place of `code`; an unknown code stands for itself in the region "Other"."""
    return _places().get(code) or Place(code, code, OTHER)


@cache
def _places() -> dict[str, Place]:
    rows = (files("kg.network") / "regions.csv").read_text(encoding="utf-8").splitlines()
    return {row["code"]: Place(row["code"], row["name"], row["region"]) for row in csv.DictReader(rows)}
