"""Discourse: whom pronouns and group words stand for, given what was read so far."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.extraction.frames import Frame, Phrase, Sentence, Shape
from kg.extraction.mentions import DocumentMentions, Entity, Form, Mention, within
from kg.extraction.salience import Link, Salience
from kg.model import Kind, Via
from kg.world import World

_HEADS = ("head_of_state", "head_of_government")
_LISTED = re.compile(r",? (?:and |as well as )?")
_LOOK_BACK = 4  # sentences
_PAIR = 2
_IMPERSONAL = {Kind.STATE, Kind.ORGANISATION}
_PERSONAL = {Form.NAME, Form.OFFICE, Form.NATIONALITY, Form.COUNTERPART}


@dataclass(frozen=True, slots=True)
class Referent:
    """One whom a phrase stands for.

    Attributes:
        entity: the referent.
        via: how the phrase named it.
        post: office as written in the phrase, if it is one.
        slot: slot of the frame that the phrase fills; empty where another telling or the issuer gives it.
    """

    entity: Entity
    via: Via = Via.NAMED
    post: str = ""
    slot: str = ""


class Discourse:
    """What has been said so far in one article: mentions by sentence, and the sets of people in contact.

    Args:
        sentences: the sentences of title and text, in order of reading.
        pronouns: the gender that each pronoun of one person shows.
        mentions: the mentions of both.
        world: for the holders of offices that only a group word names.
        day: publication day.
    """

    def __init__(
        self,
        sentences: Sequence[Sentence],
        mentions: DocumentMentions,
        world: World,
        day: date | None,
        pronouns: Mapping[str, str],
    ) -> None:
        self._sentences = sentences
        self._place = {(sentence.part, sentence.index): at for at, sentence in enumerate(sentences)}
        self._world = world
        self._day = day
        self.mentions = mentions
        parts = {"title": mentions.title, "text": mentions.text}
        inside = {
            (sentence.part, sentence.index): within(parts[sentence.part], sentence.start, sentence.end)
            for sentence in sentences
        }
        self._by_sentence: dict[tuple[str, int], list[Mention]] = {
            at: [m for m in found if m.form in _PERSONAL] for at, found in inside.items()
        }
        self._impersonal = {at: [m for m in found if m.form is Form.STATE] for at, found in inside.items()}
        self._sets: list[tuple[Entity, ...]] = []
        self._salience = Salience(sentences, self._by_sentence, pronouns)

    def remember(self, entities: Iterable[Entity], *, background: bool = False) -> None:
        """A contact of these was just told; one told in passing yields to those that the article is about."""
        self._sets.insert(0 if background else len(self._sets), tuple(entities))

    def resolve(self, phrase: Phrase, sentence: Sentence, source: int, exclude: Sequence[Entity]) -> list[Referent]:
        """Whom a phrase stands for; empty where that is not known.

        Args:
            phrase: the phrase.
            sentence: the sentence it stands in.
            source: code point at which it begins.
            exclude: those who already fill another slot of the frame.
        """
        if phrase.counterpart and phrase.shape is Shape.MENTION:
            return [Referent(entity, Via.ROLE) for entity in self._of_countries(phrase, exclude) if exclude]
        if phrase.shape is Shape.MENTION and phrase.mention is not None:
            return self._mentioned(phrase.mention)
        if phrase.speaker:
            speaker = self.mentions.speaker
            return [Referent(speaker, Via.IMPLIED)] if speaker else []
        if phrase.shape is Shape.PRONOUN and not phrase.plural:
            entity = self._single(phrase, sentence, source, exclude)
            return [Referent(entity)] if entity else []
        if phrase.states:
            parties = self._states(phrase, sentence, source)
            return [Referent(_board(phrase, entity), Via.GROUP) for entity in parties]
        if phrase.shape in {Shape.GROUP, Shape.PRONOUN}:
            return [Referent(entity, Via.GROUP) for entity in self._group(phrase, sentence, source, exclude)]
        return []

    def others_named(self, frame: Frame, partners: Sequence[Referent]) -> bool:
        """Whether the frame's sentence names someone before the trigger who is none of the partners."""
        keys = {partner.entity.key for partner in partners}
        named = self._by_sentence[frame.sentence.part, frame.sentence.index]
        speaker = self.mentions.speaker
        return any(
            m.entity and m.entity is not speaker and m.entity.key not in keys and m.start < frame.start for m in named
        )

    def _states(self, phrase: Phrase, sentence: Sentence, source: int) -> list[Entity]:
        """The states that a phrase names, or the two named last before "the two countries"."""
        if phrase.countries:
            return [self._state(code) for code in phrase.countries]
        named: list[Entity] = []
        for earlier in self._back_from(sentence):
            for mention in reversed(self._impersonal[earlier.part, earlier.index]):
                before = earlier is not sentence or mention.start < source
                if before and mention.entity and mention.entity not in named:
                    named.append(mention.entity)
            if len(named) >= (phrase.size or _PAIR):
                return named[: phrase.size or _PAIR][::-1]
        return []

    def _state(self, code: str) -> Entity:
        known = (entity for entity in self.mentions.entities if entity.country == code and entity.kind in _IMPERSONAL)
        country = self._world.countries.get(code)
        made = Entity(f"state:{code}", country.name if country else code, "", code, kind=Kind.STATE)
        return next(known, made)

    def _mentioned(self, mention: Mention) -> list[Referent]:
        return [Referent(mention.entity, mention.via, mention.post)] if mention.entity is not None else []

    def _single(self, phrase: Phrase, sentence: Sentence, source: int, exclude: Sequence[Entity]) -> Entity | None:
        """Whom a pronoun in the singular stands for: the most salient one whom it can mean."""
        banned = {entity.key for entity in exclude}
        likely = phrase.mention.entity if phrase.mention else None
        if likely is not None and likely.key not in banned and likely.gender in {"", phrase.gender}:
            return likely
        own = {entity.country for entity in exclude if entity.country}
        return self._salience.most_salient(sentence, source, phrase.gender, banned, avoided=own)

    def _back_from(self, sentence: Sentence) -> list[Sentence]:
        at = self._place[sentence.part, sentence.index]
        return list(reversed(self._sentences[max(0, at - _LOOK_BACK) : at + 1]))

    def _group(self, phrase: Phrase, sentence: Sentence, source: int, exclude: Sequence[Entity]) -> Sequence[Entity]:
        if len(phrase.countries) > 1 or (phrase.countries and phrase.counterpart):
            return self._of_countries(phrase, exclude)
        candidates = [
            *self._coordinated(sentence, source),
            *([self._named_before(sentence, source)] if phrase.size == _PAIR else []),
            *reversed(self._sets),
            *(group for earlier in self._back_from(sentence)[1:] for group in self._coordinated(earlier, earlier.end)),
            self._recent(sentence, source),
        ]
        for candidate in candidates:
            members = [entity for entity in candidate if entity.key not in {other.key for other in exclude}]
            wanted = phrase.size or max(2, len(members))
            if len(members) == wanted and self._hold(members, phrase.office):
                return members
        if not phrase.office or exclude:
            return []
        states = self._states(phrase, sentence, source) if phrase.size == _PAIR else []
        return self._office_holders(phrase, candidates[0]) or self._office_holders(phrase, states)

    def _coordinated(self, sentence: Sentence, source: int) -> list[tuple[Entity, ...]]:
        """The lists of persons of a sentence before a place, the last first: "A and B", "he, B and C"."""
        groups: list[tuple[Entity, ...]] = []
        current: list[Link] = []
        for link in self._salience.chain(sentence):
            if link.end > source:
                continue
            between = sentence.text[current[-1].end - sentence.start : link.start - sentence.start] if current else ""
            current = [*current, link] if current and _LISTED.fullmatch(between) else [link]
            if len(current) > 1 and "and" in between:
                groups.append(tuple(dict.fromkeys(one.entity for one in current)))
        return groups[::-1]

    def _named_before(self, sentence: Sentence, source: int) -> tuple[Entity, ...]:
        """ "As A asked B when the two met": those of a sentence before a place, each once."""
        before = (link.entity for link in self._salience.chain(sentence) if link.end <= source)
        return tuple(dict.fromkeys(before))

    def _hold(self, entities: Sequence[Entity], office: str) -> bool:
        kinds = set(_HEADS) if office in _HEADS else {office}
        return not office or all(entity.offices & kinds or not (entity.offices or entity.post) for entity in entities)

    def _recent(self, sentence: Sentence, source: int) -> tuple[Entity, ...]:
        """The two most salient persons of different states named before, of one rank if there are such."""
        ranked = self._salience.ranked(sentence, source)
        pairs = [(a, b) for i, a in enumerate(ranked) for b in ranked[i + 1 :] if a.country != b.country]
        peers = [pair for pair in pairs if _rank(pair[0]) == _rank(pair[1])]
        return next(iter([*peers, *pairs]), ())

    def _of_countries(self, phrase: Phrase, exclude: Sequence[Entity]) -> list[Entity]:
        """ "The leaders of Russia and Turkey"; "his counterparts from Peru and Kenya" hold the office that he holds."""
        kinds: Sequence[str] = (phrase.office,) if phrase.office else ()
        if phrase.counterpart and exclude:
            kinds = sorted(exclude[0].offices) or _HEADS
        return [entity for code in phrase.countries for entity in self._holder(code, kinds, "")[:1]]

    def _office_holders(self, phrase: Phrase, principals: Sequence[Entity]) -> list[Entity]:
        """ "Their foreign ministers": those of the principals' states."""
        countries = dict.fromkeys(entity.country for entity in principals if entity.country)
        holders = [entity for code in countries for entity in self._holder(code, (phrase.office,), "")[:1]]
        return holders if len(holders) == len(countries) > 1 else []

    def _holder(self, country: str, kinds: Sequence[str], post: str) -> list[Entity]:
        """Who holds an office of a country: one mentioned in the article, else by the tables, else the post itself."""
        wanted = set(kinds or _HEADS)
        leaders = wanted | set(_HEADS) if wanted & set(_HEADS) else wanted
        for entity in self.mentions.entities:
            if entity.country == country and entity.offices & leaders:
                return [entity]
        tenure = next(iter(self._world.holders(country, wanted, self._day)), None)
        if not kinds:
            tenure = self._world.head(country, self._day)
        if tenure is None:
            return [self._post(country, sorted(wanted)[0], post)] if country and kinds else []
        person = self._world.people[tenure.person]
        return [
            Entity(
                key=f"world:{person.id}",
                name=person.name,
                post=post or tenure.office,
                country=country,
                person=person.id,
                qid=person.qid,
                gender=person.gender,
                family=person.family,
                offices=frozenset({tenure.kind}),
            )
        ]

    def _post(self, country: str, kind: str, post: str) -> Entity:
        words = post or kind.replace("_", " ")
        return Entity(f"post:{country}:{kind}", "", words, country, kind=Kind.POST, offices=frozenset({kind}))


def _board(phrase: Phrase, party: Entity) -> Entity:
    """ "The G7 leaders", all of them at once; of a single state it is the state that is meant."""
    if not phrase.holders or party.kind is not Kind.ORGANISATION:
        return party
    post = (phrase.mention.post if phrase.mention else "") or f"{party.country} {phrase.word}s"
    key = f"post:{party.country}:{phrase.word}s"
    return Entity(key, "", post, party.country, kind=Kind.POST, offices=frozenset({phrase.word}))


def _rank(entity: Entity) -> frozenset[str]:
    """The kinds of office that make two persons peers: heads of state and of government are."""
    return frozenset("head" if kind in _HEADS else kind for kind in entity.offices)
