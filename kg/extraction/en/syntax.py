"""Questions put to spaCy's dependency parse: who is the subject, what hangs off which preposition.

Labels are those of spaCy's English pipelines (ClearNLP's scheme: nsubj, dobj, pobj, relcl, xcomp ...).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Token

SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
PREDICATES = {"VERB", "AUX"}
_RELATIVES = {"who", "that", "which", "whom", "whose"}
_OBJECT_CONTROL = {
    "invite",
    "ask",
    "urge",
    "persuade",
    "tell",
    "allow",
    "press",
    "push",
    "want",
    "expect",
    "order",
    "send",
    "see",
}
_TIMES = set(
    "day week month year spring summer autumn fall winter decade today yesterday tomorrow tonight morning afternoon "
    "evening night weekend monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december jan feb mar apr aug sept sep oct nov dec".split()
)
_ASKING = {"WRB", "WP", "WDT"}
_DEPTH = 6
_TABLE = "dependents"  # where a parse keeps them


def is_predicate(token: Token) -> bool:
    """Whether a token heads a clause."""
    return token.pos_ in PREDICATES or token.dep_ == "ROOT"


def children(token: Token, *labels: str) -> list[Token]:
    """Direct dependents with one of these labels."""
    doc = token.doc
    table = doc.user_data.get(_TABLE) or _tabulated(doc)
    return [doc[place] for place, label in table[token.i] if label in labels]


def _tabulated(doc: Doc) -> list[list[tuple[int, str]]]:
    """Places and labels of every token's dependents: asked for so often that one pass over the parse is cheaper."""
    table: list[list[tuple[int, str]]] = [[] for _ in doc]
    for token in doc:
        if token.head.i != token.i:
            table[token.head.i].append((token.i, token.dep_))
    doc.user_data[_TABLE] = table
    return table


def forget(doc: Doc) -> None:
    """Make the questions be asked of a parse that has changed."""
    doc.user_data.pop(_TABLE, None)


def coordinated(token: Token) -> list[Token]:
    """The token and all that is coordinated with it after it."""
    return [token, *(other for child in children(token, "conj") for other in coordinated(child))]


def heads(token: Token) -> Iterator[Token]:
    """The token's heads up to the root, itself left out."""
    while token.head.i != token.i:
        token = token.head
        yield token


def clause_of(token: Token) -> Token:
    """The nearest predicate above a token, or the root."""
    return next((head for head in heads(token) if is_predicate(head)), token)


def governor(noun: Token) -> Token:
    """The head of a noun; "hold" in "hold talks to focus on", where the parser makes "talks" the subject of "focus"."""
    verb = noun.head
    misread = (
        noun.dep_ == "nsubj" and infinitive(verb) and verb.dep_ in {"ccomp", "xcomp", "advcl"} and noun.i > verb.head.i
    )
    return verb.head if misread and is_predicate(verb.head) else verb


def first_of_chain(verb: Token) -> Token:
    """The first verb of a coordination ("met X and spoke to Y" gives "met")."""
    while verb.dep_ == "conj" and is_predicate(verb.head):
        verb = verb.head
    return verb


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Heads of the noun phrases that do what the verb says, through coordination, control and relative clauses."""
    own = children(verb, *SUBJECTS)
    if verb.dep_ == "pcomp" and infinitive(verb) and own and verb.head.head.i != verb.head.i:
        return subjects(verb.head.head, depth + 1)  # "spoke with X to discuss Y": X is no subject
    if own and own[-1].lower_ in _RELATIVES and verb.dep_ in {"relcl", "acl", "ccomp"}:
        reciprocal = any(child.lower_ in {"each", "one"} for noun in children(verb, "dobj") for child in noun.children)
        return [verb.head.head if reciprocal and verb.head.dep_ == "conj" else verb.head]
    if own and own[-1].lower_ == "who" and verb.dep_ == "conj":  # "X, whom Y sent to Z and who met W"
        return [verb.head.head if verb.head.dep_ == "relcl" else verb.head]
    if own:
        return [own[-1]]
    if depth > _DEPTH or verb.head.i == verb.i:
        return []
    return _inherited(verb, depth + 1)


def controls_object(verb: Token) -> bool:
    """Whether a verb has an object who is to do what its infinitive says ("asked X to go")."""
    return verb.lemma_ in _OBJECT_CONTROL and bool(children(verb, "dobj", "dative"))


def _inherited(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    if verb.dep_ in {"acl", "relcl"}:
        return [] if head.pos_ in PREDICATES else [_bearer(verb, head)]
    if (
        verb.dep_ in {"xcomp", "ccomp"}
        and head.lemma_ in _OBJECT_CONTROL
        and (objects := children(head, "dobj", "dative"))
    ):
        return objects[:1]
    if is_predicate(head):
        return subjects(head, depth)
    return subjects(clause_of(head), depth)


def _bearer(verb: Token, noun: Token) -> Token:
    """For "her plan to meet X" and "X's decision to see Y" the owner of the noun, else the noun itself."""
    owners = children(noun, "poss")
    if owners and verb.tag_ == "VB":
        return owners[0]
    if verb.tag_ == "VB" and (above := subjects(clause_of(noun))):
        return above[0]
    return noun


def passive(verb: Token) -> bool:
    """Whether the verb is in the passive voice, reduced relatives ("received by X") among them."""
    if children(verb, "auxpass", "nsubjpass"):
        return True
    return (
        verb.tag_ == "VBN"
        and verb.dep_ in {"acl", "advcl", "conj"}
        and not children(verb, "aux", "dobj")
        and bool(agents(verb))
    )


def agents(verb: Token) -> list[Token]:
    """Who did it, of a passive ("by X")."""
    return [
        noun
        for child in verb.children
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by" and verb.tag_ == "VBN")
        for noun in children(child, "pobj")
    ]


def objects(verb: Token) -> list[Token]:
    """Direct and indirect objects."""
    found = children(verb, "dobj", "dative")
    placed = any(child.lower_ in {"where", "when", "why"} for child in verb.children)
    if (
        not found
        and not placed
        and verb.dep_ == "relcl"
        and children(verb, *SUBJECTS)
        and subjects(verb) != [verb.head]
    ):
        return [verb.head]  # "the president he met"
    nouns = [noun for child in found for noun in (children(child, "pobj") if child.pos_ == "ADP" else [child])]
    return [antecedent(noun) for noun in nouns]


def antecedent(noun: Token) -> Token:
    """What a relative pronoun stands for ("whom he met", "with whom she spoke"), else the noun itself."""
    if noun.lower_ not in _RELATIVES:
        return noun
    clause = next((head for head in heads(noun) if head.dep_ == "relcl"), None)
    return clause.head if clause is not None else noun


def obliques(token: Token, words: Collection[str], *, deep: bool = True, barred: Collection[int] = ()) -> list[Token]:
    """Objects of the prepositions that hang off a token.

    Args:
        token: verb or noun.
        words: the prepositions wanted.
        deep: look also at prepositions that the parser hung one or two phrases lower ("discussed Syria with X").
        barred: places of words that have prepositions of their own; nothing below them is looked at.
    """
    found = [noun for prep in _preps(token) if prep.lower_ in words for noun in _complements(prep)]
    if found or not deep:
        return found
    lower = [
        *children(token, "dobj", "attr", "advmod", "npadvmod", "oprd"),
        *(n for prep in _preps(token) for n in children(prep, "pobj")),
    ]
    lower = [noun for noun in lower if noun.i not in barred]
    lower += [
        noun
        for child in lower
        for noun in (*children(child, "conj"), *(n for p in _preps(child) for n in children(p, "pobj")))
        if noun.i not in barred
    ]
    return [
        noun for child in lower for prep in _preps(child) if prep.lower_ in words for noun in children(prep, "pobj")
    ]


def _complements(prep: Token) -> list[Token]:
    """Objects of a preposition; of "with X to discuss Y", which the parser takes for a clause, X."""
    clauses = children(prep, "pcomp")
    misread = [noun for verb in clauses if infinitive(verb) for noun in children(verb, "nsubj")]
    return [antecedent(noun) for noun in children(prep, "pobj")] + (misread or clauses)


def _preps(token: Token) -> list[Token]:
    own = [prep for prep in children(token, "prep", "dative", "agent") if prep.lower_ != "according"]
    return (
        own
        + [conj for prep in own for conj in children(prep, "conj") if conj.pos_ == "ADP"]
        + [p for prep in own for p in children(prep, "prep")]
    )


def negated(token: Token) -> bool:
    """Whether a negation hangs on the token ("not", "never", "no meeting")."""
    if any(child.dep_ == "neg" or child.lower_ in {"never", "nor"} for child in token.children):
        return True
    return any(child.lower_ in {"no", "neither"} and child.dep_ in {"det", "preconj", "cc"} for child in token.children)


def auxiliaries(verb: Token) -> list[str]:
    """Auxiliaries of a verb in lower case."""
    return [child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}]


def asks(verb: Token) -> bool:
    """Whether the verb heads a question that can be answered with no ("Will X meet Y?")."""
    if verb.dep_ != "ROOT" or not any(token.text == "?" for token in verb.doc[verb.i :]):
        return False
    subject = next(iter(children(verb, "nsubj", "nsubjpass")), None)
    if subject is None or any(child.tag_ in _ASKING for child in verb.children):
        return False
    return any(child.i < subject.i for child in children(verb, "aux"))


def is_date(noun: Token) -> bool:
    """Whether a noun is a name or number of the calendar, or a unit of time: "since May", "since last summer"."""
    return noun.pos_ == "NUM" or noun.lemma_.lower().rstrip(".") in _TIMES


def infinitive(verb: Token) -> bool:
    """Whether the verb stands in the infinitive with "to"."""
    return "to" in auxiliaries(verb)


def finite_past(verb: Token) -> bool:
    """Whether the verb is told in the past or the perfect."""
    words = auxiliaries(verb)
    if verb.tag_ == "VBD" or {"did", "was", "were", "had"} & set(words):
        return True
    return (
        verb.tag_ in {"VBN", "VBG"}
        and bool({"has", "have", "having", "'ve", "'s"} & set(words))
        and not {"will", "would"} & set(words)
    )
