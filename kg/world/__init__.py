"""The world: who held which office when, countries and their words, organisations, summits."""

from kg.world.resolution import Alternative, Certainty, Reading, Resolution
from kg.world.types import Country, GeoTerm, Occasion, Organisation, Person, Tenure
from kg.world.world import World, load_world

__all__ = [
    "Alternative",
    "Certainty",
    "Country",
    "GeoTerm",
    "Occasion",
    "Organisation",
    "Person",
    "Reading",
    "Resolution",
    "Tenure",
    "World",
    "load_world",
]
