"""Parsing: dependency parses of marked sentences in batches, with parts of speech and lemmas looked up once a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.extraction.en.pipeline import model_version
from kg.extraction.en.repairs import repair
from kg.extraction.en.syntax import forget

BATCH = 64
"""Sentences that the neural network reads at once; more bring nothing on one core."""

_WORD_STEPS = ("attribute_ruler", "lemmatizer")
_REMEMBERED = 100_000  # combinations of word, tag and label; about 20 MB
# Lemmas that the small pipeline gets wrong, measured on the verbs of our rules.
_MISREAD_LEMMAS = {
    "cochaire": "cochair",
    "hop": "hope",
    "din": "dine",
    "dining": "dine",
    "rang": "ring",
    "rung": "ring",
}

_Class = tuple[int, int, int, bool]
"""The word where a pattern names it, its tag, its label, and whether "there" stands before it."""
_Form = tuple[int, int, str]
"""The word, its part of speech, its features."""


class WordClasses:
    """Parts of speech and lemmas of tagged and parsed words, each combination worked out once.

    spaCy matches some 180 patterns against every token for these, a third of the time of a parse. Each looks at the tag
    and the label of a token, and at the word itself only where it is one of some two hundred; of its neighbours only
    "there is" counts. Slips such as "gonna" are not looked for.

    Args:
        pipeline: the pipeline whose attribute ruler and lemmatizer are asked.
    """

    def __init__(self, pipeline: Language) -> None:
        self.steps = tuple(name for name in _WORD_STEPS if name in pipeline.pipe_names)
        self._pipes = {name: pipeline.get_pipe(name) for name in self.steps}
        rules = getattr(self._pipes.get("attribute_ruler"), "patterns", ())
        named = {word for rule in rules for pattern in rule["patterns"] for word in _words_of(pattern)}
        self._named = frozenset(pipeline.vocab.strings.add(word) for word in named)
        self._classes: dict[_Class, tuple[int, str, int]] = {}
        self._lemmas: dict[_Form, int] = {}

    def classify(self, doc: Doc) -> None:
        """Give every token its part of speech and its lemma."""
        if len(self._lemmas) > _REMEMBERED:
            self._lemmas.clear()
        expletive = False
        for token in doc:
            named = token.lower in self._named or token.is_space
            key = token.lower if named else 0, token.tag, token.dep, expletive
            found = self._classes.get(key)
            if found is None:
                found = self._classes[key] = self._class(token, expletive=expletive)
            pos, features, lemma = found
            token.pos, token.lemma = pos, lemma or self._lemma(token, pos, features)
            expletive = token.dep_ == "expl"

    def _class(self, token: Token, *, expletive: bool) -> tuple[int, str, int]:
        """Part of speech, features and, where a pattern gives one, lemma."""
        words, tags, labels = [token.text], [token.tag_], [token.dep_]
        if expletive:
            words, tags, labels = ["there", *words], ["EX", *tags], ["expl", *labels]
        doc = Doc(token.vocab, words=words, tags=tags, deps=labels, heads=[0] * len(words))
        if "attribute_ruler" in self._pipes:
            doc = self._pipes["attribute_ruler"](doc)
        return doc[-1].pos, str(doc[-1].morph), doc[-1].lemma

    def _lemma(self, token: Token, pos: int, features: str) -> int:
        key = token.orth, pos, features
        if key not in self._lemmas:
            strings = token.vocab.strings
            doc = Doc(token.vocab, words=[token.text], pos=[strings[pos]], morphs=[features])
            if "lemmatizer" in self._pipes:
                doc = self._pipes["lemmatizer"](doc)
            lemma = doc[0].lemma_
            self._lemmas[key] = strings.add(_MISREAD_LEMMAS.get(lemma, lemma))
        return self._lemmas[key]


def _words_of(pattern: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The words that a pattern of the attribute ruler names."""
    for part in pattern:
        words = part.get("LOWER", ())
        yield from [words] if isinstance(words, str) else words.get("IN", ()) if isinstance(words, dict) else ()


@dataclass(frozen=True, slots=True)
class Parser:
    """A loaded pipeline, made to parse many short texts.

    Attributes:
        pipeline: spaCy pipeline with tagger, parser and lemmatizer.
        words: its parts of speech and lemmas.
    """

    pipeline: Language
    words: WordClasses

    @classmethod
    def of(cls, pipeline: Language) -> Parser:
        """The parser of a loaded pipeline."""
        return cls(pipeline, WordClasses(pipeline))

    @property
    def version(self) -> str:
        """Name and version of the pipeline."""
        return model_version(self.pipeline)

    def parse(self, texts: Iterable[str]) -> Iterator[Doc]:
        """The parses of texts, in order.

        Args:
            texts: marked sentences.
        """
        for doc in self.pipeline.pipe(texts, batch_size=BATCH, disable=self.words.steps):
            self.words.classify(doc)
            repair(doc)
            forget(doc)
            yield doc
