"""Mention detection in English: who is named, by which office, as of the day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from kg.extraction.en.mentions.drafts import Draft
from kg.extraction.en.mentions.issuer import Note, dateline_country, note_heading, official_country
from kg.extraction.en.mentions.lexicon import Lexicon, lexicon_of
from kg.extraction.en.mentions.phrases import Phrase
from kg.extraction.en.mentions.resolver import Resolver, Setting
from kg.extraction.en.mentions.scanner import Scanner
from kg.extraction.mentions import DocumentMentions, Entity, Form, Mention
from kg.model import Kind, Via
from kg.world import World

__all__ = ["find_mentions"]


def find_mentions(text: str, *, title: str = "", day: date | None, issuer: str = "", world: World) -> DocumentMentions:
    """Find who is mentioned in an English text; see `kg.extraction.mentions.find_mentions`."""
    lexicon = lexicon_of(world)
    self_country = official_country(issuer, lexicon)
    note = note_heading(title, text, lexicon) if self_country else None
    resolver = Resolver(lexicon, _setting(text, day, self_country, note, lexicon))
    head, body = Scanner(title, lexicon), Scanner(text, lexicon)
    head_phrases = [replace(phrase, heading=bool(text.strip())) for phrase in head.phrases()]
    body_phrases = _of_note(list(body.phrases()), note, self_country)
    introduced = resolver.introduce([*body_phrases, *head_phrases])
    in_title = _resolved(head_phrases, resolver, introduced)
    in_text = _resolved(body_phrases, resolver, introduced)
    speaker = _speaker(note, in_title, in_text, resolver)
    entities = _frozen([draft for _, draft in (*in_title, *in_text) if draft] + ([speaker] if speaker else []))
    return DocumentMentions(
        title=tuple(_mention(head, phrase, draft, entities) for phrase, draft in in_title),
        text=tuple(_mention(body, phrase, draft, entities) for phrase, draft in in_text),
        entities=tuple(entities.values()),
        self_country=self_country,
        speaker=entities[speaker] if speaker else None,
        is_note=note is not None,
    )


Resolved = Sequence[tuple[Phrase, Draft | None]]


def _resolved(phrases: Iterable[Phrase], resolver: Resolver, introduced: dict[int, Draft]) -> Resolved:
    found = ((phrase, resolver.resolve(phrase, introduced.get(id(phrase)))) for phrase in phrases)
    return [(phrase, draft) for phrase, draft in found if draft or phrase.form is Form.COUNTERPART]


def _frozen(drafts: Iterable[Draft]) -> dict[Draft, Entity]:
    return {draft: draft.freeze(f"e{number}") for number, draft in enumerate(dict.fromkeys(drafts), 1)}


def _mention(scanner: Scanner, phrase: Phrase, draft: Draft | None, entities: dict[Draft, Entity]) -> Mention:
    form = Form.NAME if phrase.name else phrase.form
    by_role = phrase.name is None and draft is not None and draft.kind is Kind.PERSON
    return Mention(
        start=scanner.tokens[phrase.first].start,
        end=scanner.tokens[phrase.last - 1].end,
        form=form,
        entity=entities[draft] if draft else None,
        post=phrase.post,
        via=Via.ROLE if by_role else Via.NAMED,
        country=phrase.country if phrase.form is Form.COUNTERPART else "",
        possessor=phrase.determiner if phrase.determiner in {"his", "her", "their"} else "",
    )


def _speaker(note: Note | None, title: Resolved, text: Resolved, resolver: Resolver) -> Draft | None:
    """The traveller or visitor of a note; else the issuer's head."""
    if note:
        told = (*text[:1], *title[:1]) if note.in_text else title[:1]
        return next((draft for _, draft in told if draft and draft.kind is Kind.PERSON), None)
    issuer = resolver.setting.issuer
    return resolver.leader(issuer) if issuer else None


def _setting(text: str, day: date | None, issuer: str, note: Note | None, lexicon: Lexicon) -> Setting:
    if note:
        return Setting(day, visited=note.visited)
    return Setting(day, issuer=issuer, home=dateline_country(text, lexicon))


def _of_note(phrases: list[Phrase], note: Note | None, issuer: str) -> list[Phrase]:
    """The phrases of a note, the traveller at its beginning with the state that the heading or the issuer tells."""
    if note is None or not note.in_text or not phrases or phrases[0].country:
        return phrases
    return [replace(phrases[0], country=note.traveller or issuer), *phrases[1:]]
