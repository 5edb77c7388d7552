"""Who held an office, for participants that are named by post only."""

from __future__ import annotations

from datetime import date

from kg.merging import Holders
from kg.merging.offices import office_class
from kg.model import Participant
from kg.world import World
from kg.world.names import tokens


def holders_of(world: World) -> Holders:
    """The only holder of an office on a day, by the tables of `world`; nobody where there were several or none."""

    def holder(participant: Participant, on: date) -> str:
        kind = office_class(" ".join(tokens(participant.post)))
        held = {tenure.person for tenure in world.holders(participant.country, {kind}, on)}
        if len(held) != 1:
            return ""
        person = world.people[held.pop()]
        return person.qid or person.id

    return holder
