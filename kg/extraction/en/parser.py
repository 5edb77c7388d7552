"""Parsing: dependency parses of marked sentences in batches, with parts of speech and lemmas looked up once a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.extraction.en.pipeline import model_version
from kg.extraction.en.repairs import repair

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

_Key = tuple[int, int, int, bool]


class WordClasses:
    """Parts of speech and lemmas of tagged and parsed words, each combination worked out once.

    spaCy matches some 180 patterns against every token for these, a third of the time of a parse. All of them look at
    the word, its tag and its label alone, but for "there is", which is kept, and slips such as "gonna", which are not.

    Args:
        pipeline: the pipeline whose attribute ruler and lemmatizer are asked.
    """

    def __init__(self, pipeline: Language) -> None:
        self.steps = tuple(name for name in _WORD_STEPS if name in pipeline.pipe_names)
        self._pipes = [pipeline.get_pipe(name) for name in self.steps]
        self._known: dict[_Key, tuple[int, int]] = {}

    def classify(self, doc: Doc) -> None:
        """Give every token its part of speech and its lemma."""
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        keys = [_key(token) for token in doc]
        if unknown := {key: token for key, token in zip(keys, doc, strict=True) if key not in self._known}:
            self._learn(unknown)
        for token, key in zip(doc, keys, strict=True):
            token.pos, token.lemma = self._known[key]

    def _learn(self, tokens: Mapping[_Key, Token]) -> None:
        """Ask the pipes about words in a text made of them, parted by full stops, so that no pattern spans two."""
        words, tags, labels, places = list[str](), list[str](), list[str](), list[int]()
        for key, token in tokens.items():
            before = [("there", "EX", "expl")] if key[-1] else []
            for word, tag, label in (*before, (token.text, token.tag_, token.dep_), (".", ".", "punct")):
                words.append(word)
                tags.append(tag)
                labels.append(label)
            places.append(len(words) - 2)
        vocabulary = next(iter(tokens.values())).vocab
        doc = Doc(vocabulary, words=words, tags=tags, deps=labels, heads=[0] * len(words))
        for pipe in self._pipes:
            doc = pipe(doc)
        for key, place in zip(tokens, places, strict=True):
            lemma = _MISREAD_LEMMAS.get(doc[place].lemma_, doc[place].lemma_)
            self._known[key] = doc[place].pos, vocabulary.strings.add(lemma)


def _key(token: Token) -> _Key:
    return token.orth, token.tag, token.dep, token.i > 0 and token.nbor(-1).dep_ == "expl"


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
            yield doc
