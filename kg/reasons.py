"""Which words of its evidence a claim's channel, status and topics rest on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from kg.extraction.en.inflection import forms
from kg.model import Channel, Claim, Status

if TYPE_CHECKING:
    from kg.extraction import Extractor
    from kg.extraction.en.lexicon import ContactRule, StatusRules


def reasons(claim: Claim, extractor: Extractor) -> Mapping[str, str]:
    """The words for each of "channel", "status" and the claim's topics; empty where no word of the evidence says so.

    Args:
        claim: a claim that the extractor made.
        extractor: whose rules are looked up.
    """
    contacts = extractor.lexicon.contacts
    rule = contacts.by_id.get(claim.rule)
    evidence = " ".join(one.text for one in claim.evidence)
    return {
        "channel": _channel(claim, rule, contacts.channel_words, evidence),
        "status": _status(claim, rule, extractor.lexicon.status),
        **_topics(claim, extractor),
    }


def _channel(claim: Claim, rule: ContactRule | None, words: Mapping[Channel, tuple[str, ...]], evidence: str) -> str:
    if rule is not None and rule.channel is claim.channel is not Channel.UNSPECIFIED:
        return _quoted([claim.trigger])
    return _quoted(_found(words.get(claim.channel, ()), evidence))


def _status(claim: Claim, rule: ContactRule | None, rules: StatusRules) -> str:
    """The trigger, where its rule has a status of its own; else the cues of that status in its sentence."""
    if rule is not None and rule.status is claim.status:
        return _quoted([claim.trigger])
    tables = (rules.governors, rules.adjectives)
    cues = {form for table in tables for cue in table.get(claim.status, ()) for form in forms(cue)}
    cues |= rules.modals.get(claim.status.value, frozenset())
    cues |= {phrase for phrase, status in rules.particles.items() if status is claim.status}
    return "" if claim.status is Status.HELD else _quoted(_found(cues - {claim.trigger}, claim.evidence[0].text))


def _topics(claim: Claim, extractor: Extractor) -> dict[str, str]:
    words: dict[str, list[str]] = {topic: [] for topic in claim.topics}
    for evidence in claim.evidence:
        for hit in extractor.topics.find(evidence.text):
            if hit.topic in words:
                words[hit.topic].append(evidence.text[hit.start : hit.end])
    return {topic: _quoted(found) for topic, found in words.items()}


def _found(words: Iterable[str], text: str) -> list[str]:
    pattern = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.findall(rf"\b(?:{pattern})\b", text, re.IGNORECASE) if pattern else []


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in dict.fromkeys(words) if word)
