"""Which participants are one node of the network."""

from __future__ import annotations

from kg.merging.identity import Identities
from kg.model import Participant


def node_key(participant: Participant, identities: Identities) -> str:
    """The key of the participant's node, the same in every run.

    A person is known as merging knows them: by the Wikidata id, else by folded name and country. An office whose
    holder is not told is a node of its own. A name without a single letter stands for itself.
    """
    key = identities.party(participant).key
    return f"{participant.label}{key}" if key.startswith("|") else key
