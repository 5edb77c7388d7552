"""Whom a free mention means: what the tables know first, then what the grammar of titles makes of the words."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from kg.extraction.mentions import Form, Mention, find_mentions
from kg.world import Reading, Resolution, World


def resolve(
    mention: str,
    *,
    world: World,
    on: date | None = None,
    context: Collection[str] = (),
    country: str = "",
    issuer: str = "",
    language: str = "en",
) -> Resolution:
    """Whom a mention means on a day; an unknown person keeps name, office and state.

    Args:
        mention: as written.
        world: the tables.
        on: day of the text.
        context: persons and offices named before it.
        country: code of the state that is meant where the words name none.
        issuer: who published the text.
        language: BCP 47 tag of the words.

    Returns:
        The answer with its reason, as `World.resolve` gives it.
    """
    found = world.resolve(mention, on=on, context=context, country=country, issuer=issuer)
    if found.person or found.alternatives:
        return found
    told = find_mentions(mention, day=on, issuer=issuer, world=world, language=language).text
    reading = next((reading for reading in map(_reading, told) if reading), None)
    if reading is None or (found.name and not reading.name):
        return found
    return world.resolve(reading, on=on, context=context, country=country, issuer=issuer)


def _reading(mention: Mention) -> Reading | None:
    """What the grammar read; None where it is no single person."""
    if mention.form not in {Form.NAME, Form.OFFICE} or mention.entity is None:
        return None
    return Reading(
        name=mention.entity.name if mention.form is Form.NAME else "",
        title=mention.post,
        codes=tuple(filter(None, (mention.entity.country,))),
        possessed=bool(mention.possessor),
    )
