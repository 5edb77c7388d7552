"""What the page shows, as JSON values: contacts with their tellings, each sentence and each article once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from kg.model import Article, Claim, Contact
from kg.network.filters import voice
from kg.network.sides import sides
from kg.network.ties import ContactTies
from kg.network.topics import topic_in_words
from kg.network.wording import day_in_words, in_words


class Table:
    """Values that the page keeps once each and names by their number."""

    def __init__(self) -> None:
        self._numbers: dict[Any, int] = {}

    def number(self, value: Any) -> int:
        """The number of `value`, a new one where it is new."""
        return self._numbers.setdefault(value, len(self._numbers))

    def values(self) -> list[Any]:
        """All values, in the order of their numbers."""
        return list(self._numbers)


def page_data(network: ContactTies) -> dict[str, Any]:
    """Everything the page knows beyond nodes and edges.

    Returns:
        `contacts` (who, channel, status, when, voices ...), `sentences`, `articles`, and `topics` (words by id).
    """
    ties = _ties(network)
    contacts = [contact for contact in network.contacts if contact.id in ties]
    sentences, articles = Table(), Table()
    told = [
        {"id": contact.id, "who": _who(contact, network), "ties": ties[contact.id]}
        | _facets(contact)
        | _circumstances(contact)
        | {"sides": list(sides(contact)), "voices": _voices(contact.claims, sentences, articles)}
        for contact in contacts
    ]
    topics = sorted({topic for contact in contacts for topic in _all_topics(contact)})
    return {
        "contacts": told,
        "sentences": sentences.values(),
        "articles": [_article(network.articles.get(name), name) for name in articles.values()],
        "topics": {topic: topic_in_words(topic) for topic in topics},
    }


def _all_topics(contact: Contact) -> list[str]:
    told = (*contact.topics, *(topic for claim in contact.claims for topic in claim.topics))
    return list(dict.fromkeys(told))


def _ties(network: ContactTies) -> dict[str, list[list[str]]]:
    ties: dict[str, list[list[str]]] = {}
    for a, b, contacts in network.edges(data="contacts"):
        for contact in contacts:
            ties.setdefault(contact, []).append([a, b])
    return ties


def _who(contact: Contact, network: ContactTies) -> list[str]:
    return [key for key in network.members(contact) if key in network]


def _circumstances(contact: Contact) -> dict[str, Any]:
    window = contact.window
    return {
        "first": window.earliest.isoformat() if window.earliest else "",
        "last": window.latest.isoformat() if window.latest else "",
        "inferred": window.inferred,
        "topics": _all_topics(contact),
        "place": contact.place,
        "occasion": contact.occasion,
        "cause": contact.because_of,
        "roles": {role: list(names) for role, names in contact.roles if names},
    }


def _facets(telling: Contact | Claim) -> dict[str, Any]:
    return {"channel": telling.channel.value, "status": telling.status.value, "when": in_words(telling.window)}


def _voices(claims: Iterable[Claim], sentences: Table, articles: Table) -> list[dict[str, Any]]:
    """The claims by who says so, with the topics that only this voice tells."""
    by_voice: dict[str, list[Claim]] = {}
    for claim in claims:
        by_voice.setdefault(voice(claim.authority), []).append(claim)
    topics = {name: {topic for claim in told for topic in claim.topics} for name, told in by_voice.items()}
    return [
        {
            "key": name,
            "name": max((claim.authority for claim in told), key=len),
            "topics": sorted(topics[name]),
            "alone": sorted(_told_by_none_else(topics, name)),
            "claims": [_claim(claim, sentences, articles) for claim in told],
        }
        for name, told in by_voice.items()
    ]


def _told_by_none_else(topics: Mapping[str, set[str]], name: str) -> set[str]:
    others = [told for other, told in topics.items() if other != name]
    return topics[name] - set().union(*others) if others else set()


def _claim(claim: Claim, sentences: Table, articles: Table) -> dict[str, Any]:
    return {
        **_facets(claim),
        "trigger": claim.trigger,
        "article": articles.number(claim.article),
        "evidence": list(dict.fromkeys(sentences.number(piece.text) for piece in claim.evidence)),
    }


def _article(article: Article | None, name: str) -> dict[str, str]:
    if article is None:
        return {"title": name, "issuer": "", "date": "", "url": ""}
    return {
        "title": article.title or name,
        "issuer": article.issuer,
        "date": day_in_words(article.published) if article.published else "",
        "url": web_address(article.url),
    }


def web_address(url: str) -> str:
    """`url` if it is an absolute http or https address, else nothing: what else there is can run script."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme in {"http", "https"} and parts.netloc else ""
