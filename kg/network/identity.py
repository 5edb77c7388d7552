"""Which mentions of participants are one node of the network."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from anyascii import anyascii

from kg.model import Kind, Participant


def fold(text: str) -> str:
    """`text` in small Latin letters without marks, blanks run together; the text itself where nothing would be left."""
    return " ".join(anyascii(text).casefold().split()) or text.casefold()


class Identities:
    """Gives every participant the key of its node.

    A person is known by the Wikidata id, else by folded name and country; whoever is named with an id anywhere keeps it
    where the same name of the same country stands without. An office whose holder is not told is a node of its own.

    Args:
        participants: everyone who takes part in any contact of the network.
    """

    def __init__(self, participants: Iterable[Participant]) -> None:
        ids: dict[str, set[str]] = defaultdict(set)
        for participant in participants:
            if participant.id:
                ids[_key_by_words(participant)].add(participant.id)
        self._ids = {words: next(iter(known)) for words, known in ids.items() if len(known) == 1}

    def key(self, participant: Participant) -> str:
        """The key of the participant's node, the same in every run."""
        words = _key_by_words(participant)
        return participant.id or self._ids.get(words, words)


def _key_by_words(participant: Participant) -> str:
    if participant.kind is Kind.STATE:
        return f"state:{participant.country or fold(participant.name)}"
    if participant.kind is Kind.ORGANISATION:
        return f"organisation:{fold(participant.name or participant.country)}"
    if participant.name:
        return f"{fold(participant.name)}|{participant.country}"
    return f"post:{fold(participant.post)}|{participant.country}"
