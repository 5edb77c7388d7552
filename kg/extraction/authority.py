"""Authorities: which names of sources mean the same one."""

from __future__ import annotations

import re

from kg.world import World
from kg.world.names import fold

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_WORD = re.compile(r"\w[\w.'’-]*")
_PREFIX = re.compile(r"([A-Z][^:,.;]{2,40}): (?=[A-Z])")
_STATEMENT = re.compile(
    r"(?:Statement|Readout|Remarks?|Press release|Declaration|Comment|Briefing) (?:by|from) (?:the )?(.{3,80}?)"
    r"(?= (?:on|regarding|about|after|following|concerning)\b)"
)
_ATTRIBUTABLE = re.compile(r"attribut(?:able|ed) to (?:the )?([^.:\n]{3,80}?)\s*[:.\n]")
_OPENING = 400  # code points in which a release names its speaker
UNNAMED = "unnamed"
_GENERIC = re.compile(  # whoever spoke before
    r"^(?:the |an? |his |her |its )?"
    r"(?:spokes(?:man|woman|person)|statement|minister|ministry|press (?:service|secretary|office)|office)$",
    re.IGNORECASE,
)
_ANONYMOUS = re.compile(
    r"^(?:(?:the|a|an|one|two|some|senior|several|\w+an|us|u\.s\.|western|government|white house|diplomatic) )*"
    r"(?:officials?|sources?|diplomats?|analysts|reports?(?: .*)?|media(?: reports?)?)$",
    re.IGNORECASE,
)


def authority_key(authority: str, world: World) -> str:
    """What two namings of one source have in common.

    Args:
        authority: the source as written ("the American side", "White House").
        world: whose metonyms and adjectives tell which state a source speaks for.

    Returns:
        The code of the state it speaks for, else its folded name; empty for the article's own voice, and for a source
        that only takes up the one named before ("the spokesman added").
    """
    if _GENERIC.match(authority):
        return ""
    words = _WORD.findall(authority)
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            if code := world.country_of(" ".join(words[at : at + size])):
                return code
    return fold(_ARTICLE.sub("", authority))


def release_authority(title: str, text: str) -> str:
    """Who speaks in an official release that names its speaker ("Statement by Spokesperson X on ..."); else empty."""
    found = _STATEMENT.match(title) or _ATTRIBUTABLE.search(text, 0, _OPENING)
    return found[1].strip() if found else ""


def heading_authority(sentence: str, world: World) -> str:
    """On whose word a headline tells it ("Kremlin: Putin and Trump want to meet"); empty where it does not say."""
    found = _PREFIX.match(sentence)
    return found[1] if found and world.country_of(found[1]) else ""


def authority_name(words: str) -> str:
    """A source as claims name it: without its article, and "unnamed" where the text names nobody."""
    return UNNAMED if _ANONYMOUS.match(words) else _ARTICLE.sub("", words)
