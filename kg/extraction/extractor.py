"""The way from an article to its claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path

from spacy.tokens import Doc

from kg.extraction.authority import heading_authority, release_authority
from kg.extraction.batching import batches
from kg.extraction.casting import Cast, cast, objection
from kg.extraction.claims import claims_of
from kg.extraction.confidence import Calibration, load_calibration
from kg.extraction.discourse import Discourse, Referent
from kg.extraction.en.additions import load_additions
from kg.extraction.en.discussion import Discussion, load_discussion
from kg.extraction.en.fragments import segments
from kg.extraction.en.lexicon import ContactRule, Lexicon, load_lexicon
from kg.extraction.en.marking import MarkedSentence, mark
from kg.extraction.en.parser import Parser
from kg.extraction.en.phrases import ParsedSentence
from kg.extraction.en.pipeline import load_parser
from kg.extraction.en.reader import FrameReader
from kg.extraction.en.sentences import opening, split_sentences
from kg.extraction.en.timeline import Timeline
from kg.extraction.en.topic_rules import load_topic_rules
from kg.extraction.en.windows import day_told, news_window, window_of
from kg.extraction.frames import Frame, Sentence
from kg.extraction.mentions import Form, Mention, find_mentions, may_have_two_sides
from kg.extraction.pointing import attendants, attended, is_roll, pointed
from kg.extraction.screening import LONGEST
from kg.extraction.tellings import UNDONE, Draft, Gatherer, Remark, Telling, channels_fit
from kg.extraction.topics import TopicFinder
from kg.model import Article, Channel, Evidence, Extraction, Rejection, Status, Window
from kg.world import World, load_world

_NEAR = 2  # sentences
_LEAD = 1  # last paragraph of the news' lead


@dataclass(frozen=True, slots=True)
class Extractor:
    """Reads articles into claims.

    Attributes:
        world: people, offices, countries and occasions.
        parser: parses marked sentences.
        lexicon: the English rules.
        discussion: where sentences say what was discussed.
        topics: finds topics.
        calibration: how likely a claim is right.
    """

    world: World
    parser: Parser
    lexicon: Lexicon
    discussion: Discussion
    topics: TopicFinder
    calibration: Calibration

    @classmethod
    def load(cls, model: str = "", world: World | None = None, rules: Iterable[Path | str] = ()) -> Extractor:
        """An extractor with the shipped rules and tables.

        Args:
            model: another English pipeline of spaCy's, by name or path; empty for the installed small one.
            world: other tables than the shipped ones.
            rules: files of the user's own rules, laid over the shipped ones in order (docs/rules.md).

        Raises:
            ModelError: no language model is installed.
            RuleError: a file of rules does not fit; the message names file, line and field.
        """
        lexicon, topics = load_lexicon(), load_topic_rules()
        for path in rules:
            lexicon, topics = load_additions(path, lexicon, topics)
        parser = Parser.of(load_parser(model))
        tables = world or load_world()
        return cls(tables, parser, lexicon, load_discussion(), TopicFinder(tables, topics), load_calibration())

    @property
    def model_name(self) -> str:
        """Name and version of the language model."""
        return self.parser.version

    def read(self, article: Article) -> Extraction:
        """The claims of one article, and what was looked at and rejected."""
        return next(self.read_all([article]))

    def read_all(self, articles: Iterable[Article], batch: int = 16) -> Iterator[Extraction]:
        """The claims of many articles, in order; faster than one by one, since their sentences are parsed together.

        Args:
            articles: the articles, read as far as they are needed.
            batch: how many articles are read together.
        """
        for group in batches(articles, batch):
            readings = [self._reading(article) for article in group]
            sentences = (one.text for reading in readings if reading for one in reading.marked)
            docs = self.parser.parse(sentences)
            for article, reading in zip(group, readings, strict=True):
                if reading is None:
                    yield Extraction(article=article.id, published=article.published)
                else:
                    yield reading.extraction(list(islice(docs, len(reading.marked))))

    def explain(self, article: Article) -> Extraction:
        """What `read` gives, with every trigger that made no claim, and why: also where nobody who counts is named."""
        reading = self._reading(article, thorough=True)
        if reading is None:
            return Extraction(article=article.id, published=article.published)
        return reading.extraction(list(self.parser.parse(one.text for one in reading.marked)))

    def _reading(self, article: Article, *, thorough: bool = False) -> _Reading | None:
        """The article made ready to be parsed; None where no sentence of it can tell of a contact."""
        if not self.lexicon.screen.opens_for(f"{article.title}\n{article.text}"):
            return None
        title, text = split_sentences(article.title, "title"), split_sentences(article.text)
        if not any(self.lexicon.screen.triggered((*text, *title))):
            return None
        if not (thorough or self._may_have_two_sides(article)):
            return None
        reading = _Reading(self, article, title, text, thorough=thorough)
        return reading if reading.marked else None

    def _may_have_two_sides(self, article: Article) -> bool:
        return may_have_two_sides(
            article.text, title=article.title, day=article.published, issuer=article.issuer, world=self.world
        )


class _Reading:
    """The reading of one article."""

    def __init__(
        self,
        extractor: Extractor,
        article: Article,
        title: Sequence[Sentence],
        text: Sequence[Sentence],
        *,
        thorough: bool,
    ) -> None:
        self._kit = extractor
        self._article = article
        self._mentions = find_mentions(
            article.text, title=article.title, day=article.published, issuer=article.issuer, world=extractor.world
        )
        self._parts = {"title": self._mentions.title, "text": self._mentions.text}
        self._order = (*text, *title)  # a headline adds to what the text tells
        today = day_told(text[0], article.published) if text else article.published
        self._today = article.end_date or today if self._mentions.is_note else today
        self._timeline = Timeline(text, self._today)
        self._gatherer = Gatherer()
        self._rejections: list[Rejection] = []
        self._passed_over: list[Frame] = []  # what was told since the last contact, and is none
        screen = extractor.lexicon.screen
        chosen = screen.triggered(self._order) if thorough else screen.chosen(self._order, self._mentions)
        self.marked = tuple(one for sentence in chosen for one in self._marked(sentence, self._parts[sentence.part]))

    def extraction(self, docs: Sequence[Doc]) -> Extraction:
        """Read sentence by sentence.

        Args:
            docs: the parses of `marked`.
        """
        frames = self._frames(docs)
        for sentence in self._order:
            told = [draft for frame in frames.get(sentence, ()) for draft in self._told(frame)]
            if not told:
                self._remark(sentence)
        kit = self._kit
        reasoned = claims_of(self._gatherer.drafts, self._article, kit.world, kit.calibration, self._own_voice())
        return Extraction(
            article=self._article.id,
            published=self._article.published,
            claims=tuple(claim for claim, _ in reasoned),
            whys=tuple(why for _, why in reasoned),
            rejections=tuple(self._rejections),
        )

    @cached_property
    def _discourse(self) -> Discourse:
        """Made only where something is to be read."""
        sentences = sorted(self._order, key=lambda sentence: sentence.part == "text")
        return Discourse(
            sentences, self._mentions, self._kit.world, self._article.published, self._kit.lexicon.pronouns
        )

    def _frames(self, docs: Sequence[Doc]) -> dict[Sentence, tuple[Frame, ...]]:
        reader = FrameReader(self._kit.lexicon)
        frames: dict[Sentence, tuple[Frame, ...]] = {}
        for one, doc in zip(self.marked, docs, strict=True):
            found = reader.read(ParsedSentence(one, doc, self._parts[one.sentence.part]))
            frames[one.sentence] = (*frames.get(one.sentence, ()), *found)
        return frames

    def _marked(self, sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[MarkedSentence]:
        """The sentence as the parser reads it; in pieces where clauses lack a subject that is known."""
        speaker = self._mentions.speaker
        if speaker is None:
            yield mark(sentence, mentions, (opening(sentence), len(sentence.text)))
            return
        for start, end, bare in segments(sentence, self._kit.lexicon.contacts.openings):
            subject = Mention(sentence.start + start, sentence.start + start, Form.NAME, speaker) if bare else None
            yield mark(sentence, mentions, (max(start, opening(sentence)), end), subject)

    def _own_voice(self) -> str:
        """An official issuer is the authority of its own texts."""
        if not self._mentions.self_country:
            return ""
        named = release_authority(self._article.title, self._article.text)
        return named or self._article.issuer.rpartition("/")[2].strip()

    def _told(self, frame: Frame) -> Iterator[Draft]:
        rule = self._kit.lexicon.contacts.by_id[frame.rule]
        status = rule.status if rule.status and frame.mood.status is Status.HELD else frame.mood.status
        if status is None:
            self._reject(frame, frame.mood.reason)
            return
        if rule.matter and status is Status.DENIED and frame.mood.cue == "not":
            self._reject(frame, "what was not discussed")
            return
        named = cast(frame, rule, self._discourse)
        if (all(map(objection, named)) or is_roll(frame)) and self._joined(frame, rule):
            return
        casts = named or (() if rule.measure else pointed(frame, self._gatherer.latest, self._passed_over))
        if not casts:
            self._reject(frame, "nobody, or only one side, is named")
        for one in casts:
            if reason := objection(one):
                self._reject(frame, reason)
            elif (draft := self._gatherer.add(self._telling(frame, rule, one, status, points=not named))) is not None:
                told = [referent.entity for referent in draft.members]
                self._discourse.remember(told, background=frame.background)
                self._passed_over.clear()
                yield draft

    def _joined(self, frame: Frame, rule: ContactRule) -> bool:
        """Whether a frame only tells who else took part in a contact."""
        draft = attended(frame, self._gatherer.drafts, rule.channel)
        if draft is None:
            return False
        new = attendants(frame, draft, self._discourse)
        draft.companions.extend(new)
        return bool(new)

    def _telling(self, frame: Frame, rule: ContactRule, one: Cast, status: Status, *, points: bool) -> Telling:
        published = self._article.published
        channel = frame.channel.channel if frame.channel else rule.channel
        by_rule = frame.trigger if channel is not Channel.UNSPECIFIED else ""
        at = frame.start - frame.sentence.start
        latest = self._gatherer.latest
        # "Spoke by phone and put off their meeting": two contacts of one pair.
        undone = status in UNDONE and latest is not None and not channels_fit(latest.channel, channel)
        if points and channel is Channel.UNSPECIFIED and latest is not None:
            channel = latest.channel
        window = window_of(frame, status, self._today, self._timeline, self._year(frame), self._recent_window(frame))
        if frame.mood.cue == "present" and published and window.earliest and window.earliest > published:
            status = Status.PLANNED
        lead = frame.sentence.part == "title" or frame.sentence.paragraph <= _LEAD
        fresh = lead and status is Status.HELD and not frame.background
        news = news_window(published) if fresh and not window.is_known else Window()
        if self._mentions.is_note and status is Status.HELD and not window.is_known and published:
            window = Window.within(published, self._article.end_date or published)
        if self._mentions.is_note and channel is Channel.UNSPECIFIED:
            channel = Channel.IN_PERSON  # notes tell what was done at a place
        if frame.mood.cue in self._kit.lexicon.status.dated_is_planned and window.is_known:
            status = Status.PLANNED
        return Telling(
            frame=frame,
            cast=one,
            status=status,
            channel=channel,
            window=window,
            authority=frame.authority or heading_authority(frame.sentence.text, self._kit.world),
            topics=self._topics(frame.sentence, self._kit.discussion.region(frame.sentence.text, at), one.members),
            status_words=_status_words(frame, rule, status),
            channel_words=frame.channel.words if frame.channel else by_rule,
            elaborates=points and not (frame.ordinal and frame.times) and not undone,
            news=news,
        )

    def _recent_window(self, frame: Frame) -> Window | None:
        """The window of the contact just told, which "the same day" counts from."""
        latest = self._gatherer.latest
        if latest is None or not latest.window.is_known or latest.window.inferred:
            return None
        if (latest.status is Status.HELD) != (frame.mood.status is Status.HELD):
            return None
        told = latest.tellings[-1].frame.sentence
        return latest.window if 0 <= frame.sentence.index - told.index <= _NEAR else None

    def _year(self, frame: Frame) -> int | None:
        """The year that the world tables prove for an occasion without a publication day."""
        if self._article.published is not None or not frame.occasion:
            return None
        occasion = self._kit.world.occasion(frame.occasion, city=frame.place)
        return occasion.first.year if occasion else None

    def _topics(
        self, sentence: Sentence, region: tuple[int, int] | None, members: Sequence[Referent]
    ) -> tuple[str, ...]:
        if region is None:
            return ()
        own = frozenset(referent.entity.country for referent in members)
        hits = self._kit.topics.find(sentence.text[slice(*region)], exclude=own)
        return tuple(dict.fromkeys(hit.topic for hit in hits))

    def _remark(self, sentence: Sentence) -> None:
        """A sentence that tells no contact of its own may go on about the last one; in a readout it does."""
        latest = self._gatherer.latest
        if latest is None or sentence.part == "title" or len(sentence.text) > LONGEST:
            return
        region: tuple[int, int] | None = None
        if self._mentions.self_country and not self._mentions.is_note:
            region = 0, len(sentence.text)
        elif self._kit.discussion.goes_on(sentence.text):
            region = self._kit.discussion.region(sentence.text)
        if topics := self._topics(sentence, region, latest.members):
            latest.remarks.append(Remark(sentence, topics, latest.tellings[-1].authority))

    def _reject(self, frame: Frame, reason: str) -> None:
        if any(frame.slots.values()):
            self._passed_over.append(frame)
        sentence = frame.sentence
        evidence = Evidence.of(self._article, sentence.start, sentence.end, sentence.part)
        self._rejections.append(Rejection(trigger=frame.trigger, reason=reason, evidence=evidence))


def _status_words(frame: Frame, rule: ContactRule, status: Status) -> str:
    """What says whether it happened: the cue, or the trigger of a rule with a status of its own; not the tense."""
    if rule.status is status and frame.mood.status is Status.HELD:
        return frame.trigger
    return "" if frame.mood.cue == "present" else frame.mood.cue


def extract(article: Article, *, world: World | None = None) -> Extraction:
    """The claims of one article, by the installed small English pipeline.

    Args:
        article: the article.
        world: other tables than the shipped ones.

    Raises:
        ModelError: no language model is installed.
    """
    return Extractor.load(world=world).read(article)
