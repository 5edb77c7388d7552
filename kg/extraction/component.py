"""The extractor as spaCy components: `kg_gate`, `kg_mentions` and `kg_contacts`.

nlp = spacy.blank("en")
nlp.add_pipe("kg_contacts")
doc = nlp.make_doc(text)
doc._.published = date(2017, 5, 2)
doc = nlp(doc)
doc._.claims
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from kg.extraction.en.lexicon import load_lexicon
from kg.extraction.extractor import Extractor
from kg.extraction.gate import Gate
from kg.extraction.mentions import find_mentions
from kg.model import Article
from kg.world import World, load_world

_EXTENSIONS = {"published": None, "title": "", "issuer": "", "gated": False, "claims": (), "rejections": ()}


def _declare_extensions() -> None:
    """What the components read and write on a Doc; declaring twice is harmless."""
    for name, default in _EXTENSIONS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)


def _article(doc: Doc) -> Article:
    return Article(text=doc.text, title=doc._.title, issuer=doc._.issuer, published=doc._.published)


@dataclass(frozen=True, slots=True)
class GateComponent:
    """Sets `doc._.gated`: whether the text holds a word that can tell of a contact."""

    gate: Gate

    def __call__(self, doc: Doc) -> Doc:
        doc._.gated = self.gate.opens_for(doc.text)
        return doc


@dataclass(frozen=True, slots=True)
class MentionsComponent:
    """Sets `doc.spans["mentions"]`: who is mentioned, labelled by form, with the Wikidata QID as `kb_id_`."""

    world: World

    def __call__(self, doc: Doc) -> Doc:
        article = _article(doc)
        found = find_mentions(
            article.text, title=article.title, day=article.published, issuer=article.issuer, world=self.world
        )
        spans = [
            doc.char_span(
                mention.start,
                mention.end,
                label=str(mention.form),
                kb_id=mention.entity.qid if mention.entity else "",
                alignment_mode="expand",
            )
            for mention in found.text
        ]
        doc.spans["mentions"] = [span for span in spans if span is not None]
        return doc


@dataclass(frozen=True, slots=True)
class ContactsComponent:
    """Sets `doc._.claims` and `doc._.rejections`."""

    extractor: Extractor

    def __call__(self, doc: Doc) -> Doc:
        extraction = self.extractor.read(_article(doc))
        doc._.claims, doc._.rejections = extraction.claims, extraction.rejections
        return doc


@Language.factory("kg_gate")
def make_gate(nlp: Language, name: str) -> GateComponent:  # noqa: ARG001 - spaCy passes both by name
    """The gate, with the shipped trigger words."""
    _declare_extensions()
    return GateComponent(load_lexicon().contacts.gate)


@Language.factory("kg_mentions")
def make_mentions(nlp: Language, name: str) -> MentionsComponent:  # noqa: ARG001
    """Mention detection, with the shipped tables."""
    _declare_extensions()
    return MentionsComponent(load_world())


@Language.factory("kg_contacts", default_config={"model": ""})
def make_contacts(nlp: Language, name: str, model: str) -> ContactsComponent:  # noqa: ARG001
    """The whole extractor.

    Args:
        nlp: the pipeline that the component is put into; its own parse is not used.
        name: name of the component.
        model: spaCy pipeline that parses gated sentences; empty for the installed small English one.
    """
    _declare_extensions()
    return ContactsComponent(Extractor.load(model))
