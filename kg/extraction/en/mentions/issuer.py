"""What the issuer and the heading of a text say: whose voice it is, and whose doings a note tells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extraction.en.mentions.gazetteer import Gazetteer
from kg.extraction.en.mentions.rules import place_rules
from kg.extraction.en.mentions.tokens import tokenize
from kg.world.names import fold

_NOTE = re.compile(r"^[^:\n]{3,80}? \((?P<whose>[^)]*)\) in (?P<where>[^:\n]{2,120}):")
"""A travel or visit note: "William J. Clinton (president) in Pristina, Kosovo: Met with ..."."""
_INVERTED = re.compile(r"(?P<first>[\w ]+), (?P<rest>[\w' ]+ of)$")
"""An inverted name of a state: "Congo, Republic of"."""
_JOURNEY = re.compile(r"^.{3,80} (?:travels to|visits) (?P<where>.{3,80})$")
"""The title of such a note: "William J. Clinton travels to Kosovo"."""
_SUBJECTLESS = re.compile(r"(?:[A-Z]\w+ed|Met|Held|Spoke|Took|(?:[A-Z]\w+ )?(?:[Vv]isit|[Ss]topover))\b")
"""The beginning of a note's text, which tells no subject: "Met with ...", "Working visit."."""
_DATELINE = re.compile(r"(?P<city>[A-ZÀ-Þ][\w.' -]{2,25}?)(?:,| ?[:—–-] | \()")


@dataclass(frozen=True, slots=True)
class Note:
    """The heading of a travel or visit note.

    Attributes:
        visited: code of the state visited, or empty.
        in_text: the heading begins the text, and does not only stand in the title.
        traveller: code of the traveller's state, where the heading names it: "Prime Minister Balewa (Nigeria)".
    """

    visited: str
    traveller: str
    in_text: bool


def official_country(issuer: str, gazetteer: Gazetteer) -> str:
    """The code of the state or organisation in whose voice an issuer speaks; empty for newspapers and agencies."""
    tokens = tokenize(issuer)
    words = {word for token in tokens for word in token.low.split()}
    if words & place_rules().press:
        return ""
    at, codes, metonym = 0, [], False
    while at < len(tokens):
        place = gazetteer.place(tokens, at)
        if place:
            codes.append(place.code)
            metonym = metonym or place.senses[0].sense == "metonym"
        at = place.last if place else at + 1
    return (
        codes[0]
        if codes and (metonym or words & place_rules().official)
        else place_rules().issuers.get(issuer.casefold(), "")
    )


def note_heading(title: str, text: str, gazetteer: Gazetteer) -> Note | None:
    """The heading of a note without subject, or None."""
    match = _NOTE.match(text)
    if match:
        visited, own = _states(match["where"], gazetteer), _states(match["whose"], gazetteer)
        return Note(visited[-1] if visited else "", own[0] if own else "", True)
    match = _JOURNEY.match(title)
    if match and _SUBJECTLESS.match(text):
        visited = _states(match["where"], gazetteer)
        return Note(visited[-1] if visited else "", "", False)
    return None


def dateline_country(text: str, gazetteer: Gazetteer) -> str:
    """The state whose capital stands in the dateline ("PARIS, Monday", "New Delhi:"), or empty."""
    match = _DATELINE.match(text)
    return gazetteer.capitals.get(fold(match["city"]), "") if match else ""


def _states(text: str, gazetteer: Gazetteer) -> list[str]:
    tokens = tokenize(_INVERTED.sub(r"\g<rest> \g<first>", text))
    places = (gazetteer.place(tokens, at) for at in range(len(tokens)))
    return [place.code for place in places if place and place.senses[0].sense in {"name", "adjective"}]
