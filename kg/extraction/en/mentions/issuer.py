"""What the issuer and the heading of a text say: whose voice it is, and whose doings a note tells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extraction.en.mentions.lexicon import Lexicon
from kg.extraction.en.mentions.rules import place_rules
from kg.extraction.en.mentions.tokens import tokenize

_NOTE = re.compile(r"^(?P<who>[^:\n]{3,80}?) \([^)]*\) in (?P<where>[^:\n]{2,120}):")
"""A travel or visit note: "William J. Clinton (president) in Pristina, Kosovo: Met with ..."."""


@dataclass(frozen=True, slots=True)
class Note:
    """The heading of a travel or visit note.

    Attributes:
        length: code points of the heading.
        country: code of the country visited, or empty.
    """

    length: int
    country: str


def official_country(issuer: str, lexicon: Lexicon) -> str:
    """The code of the state or organisation in whose voice an issuer speaks; empty for newspapers and agencies."""
    tokens = tokenize(issuer)
    words = {word for token in tokens for word in token.low.split()}
    if words & place_rules().press:
        return ""
    at, codes, metonym = 0, [], False
    while at < len(tokens):
        place = lexicon.place(tokens, at)
        if place:
            codes.append(place.code)
            metonym = metonym or place.senses[0].sense == "metonym"
        at = place.last if place else at + 1
    return (
        codes[0]
        if codes and (metonym or words & place_rules().official)
        else place_rules().issuers.get(issuer.casefold(), "")
    )


def note_heading(text: str, lexicon: Lexicon) -> Note | None:
    """The heading of a note without subject, or None."""
    match = _NOTE.match(text)
    if match is None:
        return None
    tokens = tokenize(match["where"])
    places = (lexicon.place(tokens, at) for at in range(len(tokens)))
    codes = [place.code for place in places if place and place.senses[0].sense in {"name", "adjective"}]
    return Note(match.end(), codes[-1] if codes else "")
