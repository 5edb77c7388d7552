"""Mention detection in English: who is named, by which office, as of the day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from kg.extraction.en.mentions.candidates import Candidate
from kg.extraction.en.mentions.dossiers import Dossier
from kg.extraction.en.mentions.gazetteer import Gazetteer, gazetteer_of
from kg.extraction.en.mentions.issuer import Note, dateline_country, note_heading, official_country
from kg.extraction.en.mentions.naming import Setting
from kg.extraction.en.mentions.positions import Position
from kg.extraction.en.mentions.resolver import Resolver
from kg.extraction.en.mentions.scanner import Scanner
from kg.extraction.en.mentions.sides import may_have_two_sides
from kg.extraction.mentions import DocumentMentions, Entity, Form, Mention
from kg.model import Kind, Via
from kg.world import World
from kg.world.names import fold

__all__ = ["find_mentions", "may_have_two_sides"]


# A title that names who speaks: "Remarks by Vice President X in press gaggle".
_BYLINE = re.compile(r"(?:Opening )?(?:Remarks|Statement|Speech|Address|Op-Ed|Message) (?:by|from|of) ")


def find_mentions(text: str, *, title: str = "", day: date | None, issuer: str = "", world: World) -> DocumentMentions:
    """Find who is mentioned in an English text; see `kg.extraction.mentions.find_mentions`."""
    gazetteer = gazetteer_of(world)
    self_country = official_country(issuer, gazetteer)
    note = note_heading(title, text, gazetteer) if self_country else None
    voice = frozenset(fold(issuer).split())
    resolver = Resolver(gazetteer, replace(_setting(text, day, self_country, note, gazetteer), voice=voice))
    head, body = Scanner(title, gazetteer), Scanner(text, gazetteer)
    head_candidates = [replace(candidate, heading=bool(text.strip())) for candidate in head.candidates()]
    origin = head_candidates[-1].position.next_sentence if head_candidates else Position()
    body_candidates = _of_note(body.candidates(origin), note, self_country)
    resolver.naming.introduce([*body_candidates, *head_candidates])
    in_title = _resolved(head_candidates, resolver)
    in_text = _resolved(body_candidates, resolver)
    resolver.scenes.settle()
    if note:  # the traveller or visitor
        speaker = _first((*in_text[:1], *in_title[:1]) if note.in_text else in_title[:1])
    elif _BYLINE.match(title):
        speaker = _first(in_title)
    else:  # the issuer's minister or head
        speaker = resolver.holders.voice(self_country, issuer) if self_country else None
    entities = _frozen([dossier for _, dossier in (*in_title, *in_text) if dossier] + ([speaker] if speaker else []))
    return DocumentMentions(
        title=tuple(_mention(head, candidate, dossier, entities) for candidate, dossier in in_title),
        text=tuple(_mention(body, candidate, dossier, entities) for candidate, dossier in in_text),
        entities=tuple(entities.values()),
        self_country=self_country,
        speaker=entities[speaker] if speaker else None,
        is_note=note is not None,
    )


Resolved = Sequence[tuple[Candidate, Dossier | None]]


def _resolved(candidates: Sequence[Candidate], resolver: Resolver) -> Resolved:
    found = [(candidate, resolver.resolve(candidate, candidates[at + 1 :])) for at, candidate in enumerate(candidates)]
    return [(candidate, dossier) for candidate, dossier in found if dossier or candidate.form is Form.COUNTERPART]


def _frozen(dossiers: Iterable[Dossier]) -> dict[Dossier, Entity]:
    return {dossier: dossier.freeze(f"e{number}") for number, dossier in enumerate(dict.fromkeys(dossiers), 1)}


def _mention(
    scanner: Scanner, candidate: Candidate, dossier: Dossier | None, entities: dict[Dossier, Entity]
) -> Mention:
    form = Form.NAME if candidate.name else candidate.form
    by_role = candidate.name is None and dossier is not None and dossier.kind is Kind.PERSON
    return Mention(
        start=scanner.tokens[candidate.first].start,
        end=scanner.tokens[candidate.last - 1].end,
        form=form,
        entity=entities[dossier] if dossier else None,
        post=candidate.post,
        via=Via.ROLE if by_role else Via.NAMED,
        country=candidate.country if candidate.form is Form.COUNTERPART else "",
        possessor=candidate.determiner if candidate.determiner in {"his", "her", "their"} else "",
    )


def _first(told: Resolved) -> Dossier | None:
    return next((dossier for _, dossier in told if dossier and dossier.kind is Kind.PERSON), None)


def _setting(text: str, day: date | None, issuer: str, note: Note | None, gazetteer: Gazetteer) -> Setting:
    if note:
        return Setting(day, visited=note.visited)
    return Setting(day, issuer=issuer, home=dateline_country(text, gazetteer))


def _of_note(candidates: list[Candidate], note: Note | None, issuer: str) -> list[Candidate]:
    """The candidates of a note, the traveller at its beginning with the state that the heading or the issuer tells."""
    first = next((number for number, candidate in enumerate(candidates) if not candidate.scene), len(candidates))
    if note is None or not note.in_text or first == len(candidates) or candidates[first].country:
        return candidates
    return [*candidates[:first], replace(candidates[first], country=note.traveller or issuer), *candidates[first + 1 :]]
