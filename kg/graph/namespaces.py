"""The one place with the IRIs: namespaces, named graphs, and the concepts that stand for the model's codes."""

from __future__ import annotations

from functools import lru_cache
from typing import Final
from urllib.parse import quote, unquote

from rdflib import Namespace, URIRef
from rdflib.namespace import FOAF, ORG

from kg.model import Channel, Kind, Status, Via

BASE: Final = "https://w3id.org/diplomatic-contacts/"


class _Vocabulary(Namespace):
    """A namespace whose terms are made once: they are written a million times."""

    def __getattr__(self, name: str) -> URIRef:
        term = self.__dict__[name] = super().__getattr__(name)
        return term


KG: Final = _Vocabulary(BASE + "ns#")
TOPIC: Final = Namespace(BASE + "topic/")
PERSON: Final = Namespace(BASE + "id/person/")
POST: Final = Namespace(BASE + "id/post/")
CLAIM: Final = Namespace(BASE + "id/claim/")
CONTACT: Final = Namespace(BASE + "id/contact/")
ARTICLE: Final = Namespace(BASE + "id/article/")
EVIDENCE: Final = Namespace(BASE + "id/evidence/")
OCCASION: Final = Namespace(BASE + "id/occasion/")
PLACE: Final = Namespace(BASE + "id/place/")
AGENT: Final = Namespace(BASE + "id/agent/")
COUNTRY: Final = Namespace(BASE + "id/country/")
ORGANISATION: Final = Namespace(BASE + "id/organisation/")
RUN: Final = Namespace(BASE + "id/run/")
AMBIGUITY: Final = Namespace(BASE + "id/ambiguity/")
SHORTCUT: Final = Namespace(BASE + "id/shortcut/")
NAME: Final = Namespace(BASE + "id/name/")
TENURE: Final = Namespace(BASE + "id/tenure/")
WIKIDATA: Final = Namespace("http://www.wikidata.org/entity/")

OA: Final = _Vocabulary("http://www.w3.org/ns/oa#")
SDO: Final = Namespace("https://schema.org/")

ARTICLE_GRAPH: Final = Namespace(BASE + "graph/article/")
CONTACTS_GRAPH: Final = URIRef(BASE + "graph/contacts")
SHORTCUTS_GRAPH: Final = URIRef(BASE + "graph/shortcuts")
MERGING_GRAPH: Final = URIRef(BASE + "graph/merging")
PINS_GRAPH: Final = URIRef(BASE + "graph/pins")
WORLD_GRAPH: Final = URIRef(BASE + "graph/world")
VOCABULARY_GRAPH: Final = URIRef(BASE + "graph/vocabulary")

CHANNELS: Final = {
    Channel.PHONE: KG.phone,
    Channel.VIDEO: KG.video,
    Channel.IN_PERSON: KG.inPerson,
    Channel.LETTER: KG.letter,
    Channel.UNSPECIFIED: KG.unspecified,
}
STATUSES: Final = {status: KG[status.value] for status in Status}
NAMING_WAYS: Final = {Via.NAMED: KG.named, Via.ROLE: KG.byRole, Via.GROUP: KG.byGroup, Via.IMPLIED: KG.implied}
KINDS: Final = {
    Kind.PERSON: FOAF.Person,
    Kind.POST: ORG.Post,
    Kind.STATE: KG.State,
    Kind.ORGANISATION: ORG.Organization,
}

_COUNTRY_TOPIC = "country:"


@lru_cache(maxsize=50_000)
def minted(namespace: Namespace, key: str) -> URIRef:
    """The IRI of `key` in `namespace`; characters that an IRI segment cannot hold are percent-encoded.

    Raises:
        ValueError: the key is empty.
    """
    if not key:
        raise ValueError(f"an IRI in {namespace} needs a key")
    return URIRef(namespace + quote(key, safe=""))


def key_of(iri: URIRef, namespace: Namespace) -> str:
    """The key that `minted` made `iri` of.

    Raises:
        ValueError: the IRI is not in the namespace.
    """
    if not iri.startswith(namespace):
        raise ValueError(f"{iri} is not in {namespace}")
    return unquote(iri.removeprefix(namespace))


def topic_iri(topic: str) -> URIRef:
    """The concept of a topic of the model: `trade`, or `country:SYR` for a country."""
    if topic.startswith(_COUNTRY_TOPIC):
        return minted(COUNTRY, topic.removeprefix(_COUNTRY_TOPIC))
    return minted(TOPIC, topic)


def topic_of(iri: URIRef) -> str:
    """The topic of the model that `topic_iri` made `iri` of."""
    if iri.startswith(COUNTRY):
        return _COUNTRY_TOPIC + key_of(iri, COUNTRY)
    return key_of(iri, TOPIC)
