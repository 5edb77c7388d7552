"""Topics by the names that the topic scheme gives them."""

from __future__ import annotations

from functools import cache

import pyoxigraph as ox

from kg.network.regions import place
from kg.resources import shipped

_PREF_LABEL = ox.NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
_COUNTRY = "country:"


def topic_in_words(topic: str) -> str:
    """The preferred label of a topic ("nuclear issues"), or the country that one speaks of ("country:SYR" is Syria).

    A topic that the scheme does not know keeps its id, with blanks for hyphens.
    """
    if topic.startswith(_COUNTRY) and topic != _COUNTRY:
        return place(topic.removeprefix(_COUNTRY)).name
    return _labels().get(topic) or topic.replace("-", " ")


@cache
def _labels() -> dict[str, str]:
    scheme = ox.parse(path=str(shipped("ontology") / "topics.ttl"), format=ox.RdfFormat.TURTLE)
    return {_local_name(quad.subject): quad.object.value for quad in scheme if quad.predicate == _PREF_LABEL}


def _local_name(concept: ox.NamedNode) -> str:
    return concept.value.rpartition("/")[2]
