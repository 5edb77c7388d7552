"""Forms of English verbs and nouns, enough to make a gate from lemmas."""

from __future__ import annotations

_IRREGULAR = {
    "meet": ("meets", "met", "meeting"),
    "sit": ("sits", "sat", "sitting"),
    "shake": ("shakes", "shook", "shaken", "shaking"),
    "dine": ("dines", "dined", "dining"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "confer": ("confers", "conferred", "conferring"),
    "chat": ("chats", "chatted", "chatting"),
    "ring": ("rings", "rang", "rung", "ringing"),
    "see": ("sees", "saw", "seen", "seeing"),
    "write": ("writes", "wrote", "written", "writing"),
    "tell": ("tells", "told", "telling"),
    "hold": ("holds", "held", "holding"),
    "bring": ("brings", "brought", "bringing"),
    "go": ("goes", "went", "gone", "going"),
    "take": ("takes", "took", "taken", "taking"),
    "bid": ("bids", "bade", "bidden", "bidding"),
    "sup": ("sups", "supped", "supping"),
    "get-together": ("get-togethers",),
    "tête-à-tête": ("tête-à-têtes",),
}
_VOWELS = "aeiou"


def forms(lemma: str) -> set[str]:
    """All inflected forms of a verb or noun, the lemma among them."""
    if lemma in _IRREGULAR:
        return {lemma, *_IRREGULAR[lemma]}
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        stem = lemma[:-1]
        return {lemma, f"{stem}ies", f"{stem}ied", f"{lemma}ing"}
    if lemma.endswith("e"):
        return {lemma, f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing"}
    plural = f"{lemma}es" if lemma.endswith(("s", "x", "ch", "sh")) else f"{lemma}s"
    return {lemma, plural, f"{lemma}ed", f"{lemma}ing"}
