"""What the page knows of a node beyond the network: its circle, and how else its name is written."""

from __future__ import annotations

from anyascii import anyascii

from kg.network.measures.circles import circles
from kg.network.ties import ContactTies
from kg.world import load_world

CIRCLES_SHOWN = 6
"""As many as have a colour and a shape of their own."""
SMALLER = "Smaller circles"


def circle_names(network: ContactTies) -> dict[str, str]:
    """The name of every node's circle, in the order of the circles; the smaller ones share one name."""
    return {
        key: circle.name if circle.number <= CIRCLES_SHOWN else SMALLER
        for circle in circles(network)
        for key in circle.members
    }


def spellings(network: ContactTies) -> dict[str, list[str]]:
    """Other spellings of every node's name: of contacts, of the world tables, and in Latin letters."""
    people = load_world().people
    known: dict[str, list[str]] = {key: [label] for key, label in network.nodes(data="label")}
    for contact in network.contacts:
        for key, participant in network.graph["members"][contact.id].items():
            if key in known and participant.name:
                known[key].append(participant.name)
    for key in known.keys() & people.keys():
        known[key] += [people[key].name, *people[key].aliases]
    return {key: _others(names) for key, names in known.items()}


def _others(names: list[str]) -> list[str]:
    found = dict.fromkeys([*names, *map(anyascii, names)])
    return [spelling for spelling in found if spelling and spelling != names[0]]
