"""The world: who held which office when, countries and their words, organisations, summits."""

from kg.world.name_finder import NamedPeople
from kg.world.resolution import Alternative, Certainty, Reading, Resolution, Time
from kg.world.types import Conflict, Country, GeoTerm, Occasion, Organisation, Person, Tenure
from kg.world.world import World, load_world

__all__ = [
    "Alternative",
    "Certainty",
    "Conflict",
    "Country",
    "GeoTerm",
    "NamedPeople",
    "Occasion",
    "Organisation",
    "Person",
    "Reading",
    "Resolution",
    "Tenure",
    "Time",
    "World",
    "load_world",
]
