"""Countries and their regions, as the page names and colours them."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kg.world import load_world

ORGANISATIONS = "International organisations"
OTHER = "Other"


@dataclass(frozen=True, slots=True)
class Place:
    """A country or organisation by name, and its region.

    Attributes:
        name: English name.
        region: region of the UN's M49 standard (`regions.csv`; states that are gone as their successors),
            "International organisations", or "Other".
    """

    name: str
    region: str


def place(code: str) -> Place:
    """The place of a country's or organisation's code; an unknown code stands for itself, in the region "Other"."""
    world = load_world()
    if country := world.countries.get(code):
        return Place(country.name, _regions().get(code, OTHER))
    if body := world.organisations.get(code):
        return Place(body.name, ORGANISATIONS if body.kind == "international" else OTHER)
    return Place(code, _regions().get(code, OTHER))


def is_organisation(code: str) -> bool:
    """Whether a code stands for an organisation (EU, UN, NATO) and not for a state."""
    return code in load_world().organisations


@cache
def _regions() -> dict[str, str]:
    rows = (files("kg.network") / "regions.csv").read_text(encoding="utf-8").splitlines()
    return {row["code"]: row["region"] for row in csv.DictReader(rows)}
