"""Noun phrases of a parsed sentence, as the fillers of slots."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.extraction.en.lexicon import ReferentRules
from kg.extraction.en.marking import MarkedSentence
from kg.extraction.en.syntax import SUBJECTS, agents, children, clause_of, coordinated, heads, obliques, subjects
from kg.extraction.frames import Phrase, Sentence, Shape
from kg.extraction.mentions import Form, Mention
from kg.model import Kind

_NUMBERS = {
    "two": 2,
    "both": 2,
    "pair": 2,
    "duo": 2,
    "three": 3,
    "trio": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
}
_OFFICE_REACH = 4  # tokens after the head in which a group's office can stand ("heads of foreign affairs agencies")
_DEFINITE = {"the", "his", "her", "their"}
_INCLUDING = {"including", "like", "notably"}
_COMPANY = {"alongside", "together", "along", "as"}
_NOT_A_GROUP = {"other", "some", "many", "several", "few", "all", "any", "most", "no", "top", "senior"}
_STATES = {Form.STATE, Form.METONYM, Form.ORGANISATION}


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A marked sentence, its parse, and all mentions of its part of the article."""

    marked: MarkedSentence
    doc: Doc
    mentions: tuple[Mention, ...]

    @property
    def sentence(self) -> Sentence:
        """The sentence as written."""
        return self.marked.sentence

    def source(self, token: Token) -> int:
        """Where a token begins in the article."""
        return self.marked.source_of(token.idx)

    def mention(self, token: Token) -> Mention | None:
        """The mention a token stands for or stands in."""
        stands_for = self.marked.mention_at(token.idx)
        if stands_for is not None:
            return stands_for
        at = self.source(token)
        last = bisect_right(self.mentions, at, key=lambda mention: mention.start) - 1
        return self.mentions[last] if last >= 0 and at < self.mentions[last].end else None

    def verbatim(self, token: Token) -> str:
        """A token as the article writes it."""
        at = self.source(token) - self.sentence.start
        return self.sentence.text[at : at + self.marked.source_length(token.idx, len(token.text))]


class PhraseReader:
    """Reads noun phrases.

    Args:
        parsed: the sentence.
        rules: pronouns and group words.
    """

    def __init__(self, parsed: ParsedSentence, rules: ReferentRules) -> None:
        self._parsed = parsed
        self._rules = rules

    def read(self, heads: Iterable[Token]) -> tuple[Phrase, ...]:
        """Everyone in the noun phrases with these heads, coordination and company included, each once."""
        found: dict[int, Phrase] = {}
        for head in heads:
            if represented := self._represented(head):
                found.update((phrase.start, phrase) for noun in represented for phrase in self._single(noun))
                continue
            for token in (*coordinated(head), *(t for other in self._company(head) for t in coordinated(other))):
                found.update((phrase.start, phrase) for phrase in self._single(token))
        return tuple(found[at] for at in sorted(found))

    def _company(self, head: Token) -> Sequence[Token]:
        """ "X, along with Y": Y comes too."""
        company = [prep for prep in children(head, "prep") if prep.lower_ in _COMPANY]
        joining = [*children(head, "acl", "relcl"), *(children(head.head, "advcl") if head.dep_ == "nsubj" else [])]
        joined = [noun for verb in joining if verb.lemma_ == "join" for noun in agents(verb)]
        return joined + [
            noun for prep in company for noun in (*children(prep, "pobj"), *obliques(prep, {"with"}, deep=False))
        ]

    def _single(self, token: Token) -> list[Phrase]:
        mention = self._parsed.mention(token)
        if mention is not None and mention.form is Form.COUNTERPART and mention.entity is None:
            if named := self._apposed(token):
                return self._each(named)
            return [self._counterpart(token, mention)]
        if mention is not None and mention.form not in _STATES:
            if _is_unnamed(mention) and (named := self._apposed(token)):
                return self._each(named)  # "Norway's envoy, A": one person
            return [self._phrase(token, Shape.MENTION, mention=mention), *self._each(self._apposed(token))]
        if token.pos_ == "PRON" and (named := self._named_later(token)):
            return self._each(named)
        if token.pos_ == "PRON" and (self._is_pronoun(token.lower_) or token.lower_ in self._rules.groups):
            return [self._pronoun(token)]
        if people := self._people_behind(token):
            return self._each(people)
        return [self._descriptive(token, mention)]

    def _named_later(self, token: Token) -> list[Token]:
        """ "During the hour they spent together, A and B ...", "before his talks with B, A ..."."""
        pronouns = self._rules.pronouns
        male, female = token.lower_ in pronouns.male, token.lower_ in pronouns.female
        if not (male or female or token.lower_ in pronouns.plural):
            return []
        root = next((word for word in token.doc if word.dep_ == "ROOT"), token)
        first = next((noun for noun in children(root, *SUBJECTS) if noun.i > token.i), None)
        if first is None or any(self._person(word) for word in token.doc[: token.i]):
            return []
        named = [noun for noun in coordinated(first) if self._person(noun)]
        return named if (len(named) == 1) == (male or female) else []

    def _each(self, tokens: Iterable[Token]) -> list[Phrase]:
        return [phrase for token in tokens for phrase in self._single(token)]

    def _apposed(self, token: Token) -> list[Token]:
        return [noun for appos in children(token, "appos") for noun in coordinated(appos) if self._person(noun)]

    def _people_behind(self, token: Token) -> list[Token]:
        """Those named with a common noun: "the leaders, A and B", "colleagues including A", "a delegation led by A"."""
        named = self._included(token)
        if token.lower_ in _NUMBERS:  # "two of the envoys, A and B"
            named += [other for noun in obliques(token, {"of"}, deep=False) for other in coordinated(noun)]
        equal = [noun for noun in children(token.head, "attr") if token.dep_ == "nsubj" and token.head.lemma_ == "be"]
        named += [noun for noun in equal if children(token, "relcl")]  # "the last foreigner whom he met was A"
        listed = [noun for noun in named if self._person(noun)]
        swallowed = [child for child in children(token, "nmod", "compound") if self._is_swallowed(child)]
        return self._apposed(token) or listed or self._leads(token) or swallowed

    @staticmethod
    def _included(token: Token) -> list[Token]:
        """ "Leaders of the region, including A and B": A and B, whatever word the parser hung them on."""
        for scope in (token, clause_of(token)) if token.tag_ == "NNS" else (token,):
            if preps := [prep for prep in scope.subtree if prep.lower_ in _INCLUDING and prep.i > token.i]:
                return _governed(preps)
        return []

    def _descriptive(self, token: Token, mention: Mention | None) -> Phrase:
        """A common noun that stands for people or states named elsewhere, or for nobody."""
        word = token.lemma_.lower()
        if word in self._rules.singles and {child.lower_ for child in token.children} & _DEFINITE:
            return Phrase(Shape.PRONOUN, self._parsed.source(token), word)
        if self._is_group(token, word):
            return self._group(token, word)
        if word in self._rules.delegates and (countries := self._countries(token)):
            return self._unnamed(token, word, countries)
        if mention is not None and word not in self._rules.fighters:
            return self._phrase(token, Shape.MENTION, mention=mention)
        return self._phrase(token, Shape.OTHER, word=word)

    def _is_swallowed(self, child: Token) -> bool:
        """ "Discussed with Smith new areas": Smith, whom the parser makes part of "areas"."""
        return self._person(child) and child.i > 0 and child.nbor(-1).pos_ == "ADP"

    def _phrase(self, token: Token, shape: Shape, *, word: str = "", mention: Mention | None = None) -> Phrase:
        return Phrase(shape, self._parsed.source(token), word or token.lemma_.lower(), mention)

    def _pronoun(self, token: Token) -> Phrase:
        word, pronouns = token.lower_, self._rules.pronouns
        if word in pronouns.first and (quoted := self._quoted(token)) is not None:
            return self._phrase(token, Shape.MENTION, mention=quoted)
        gender = "male" if word in pronouns.male else "female" if word in pronouns.female else ""
        return Phrase(
            Shape.PRONOUN,
            self._parsed.source(token),
            word,
            self._teller(token) if gender else None,
            size=_NUMBERS.get(word, 0),
            plural=not gender and word not in pronouns.first,
            gender=gender,
            speaker=word in pronouns.first,
        )

    def _teller(self, token: Token) -> Mention | None:
        """ "Smith told the president that he would see Jones", "Smith flew to Rome, where he met Jones": the same."""
        clause = token.head
        placed = clause.dep_ == "relcl" and any(child.lower_ in {"where", "when"} for child in clause.children)
        if token.dep_ not in SUBJECTS or not (placed or clause.dep_ in {"ccomp", "advcl"}) or clause.i < clause.head.i:
            return None
        tellers = [noun for noun in subjects(clause_of(clause) if placed else clause.head) if self._person(noun)]
        return self._parsed.mention(tellers[0]) if tellers else None

    def _quoted(self, token: Token) -> Mention | None:
        """Who says "I" in a quotation: the subject of the verb that it hangs on."""
        for head in heads(token):
            named = [noun for noun in children(head, "nsubj") if noun.i != token.i and self._person(noun)]
            if named and head.i != token.head.i:
                return self._parsed.mention(named[0])
        return None

    def _person(self, token: Token) -> bool:
        mention = self._parsed.mention(token)
        return mention is not None and mention.form not in _STATES

    def _is_pronoun(self, word: str) -> bool:
        pronouns = self._rules.pronouns
        return word in pronouns.male or word in pronouns.female or word in pronouns.plural or word in pronouns.first

    def _represented(self, head: Token) -> list[Token]:
        """ "Iran and the United States, represented by X and Y": X and Y."""
        verbs = [verb for token in coordinated(head) for verb in children(token, "acl") if verb.lemma_ == "represent"]
        return [noun for verb in verbs for first in agents(verb) for noun in coordinated(first) if self._person(noun)]

    def _leads(self, token: Token) -> list[Token]:
        """ "a delegation led by X": X."""
        if token.lemma_.lower() not in self._rules.delegation:
            return []
        leading = [child for child in children(token, "acl") if child.lemma_ in self._rules.led_by]
        return [noun for verb in leading for noun in agents(verb) if self._person(noun)]

    def _is_group(self, token: Token, word: str) -> bool:
        if not {word, token.lower_} & (
            _NUMBERS.keys() | self._rules.groups.keys() | self._rules.counterparts | self._rules.states
        ):
            return False
        determiners = {child.lower_ for child in token.children}
        if word == "minister" and self._is_of_other_matters(token):
            return False
        if token.tag_ not in {"NNS", "NNPS"}:
            return token.lower_ in _NUMBERS
        owned = word in self._rules.counterparts and bool(children(token, "poss"))
        return owned or (bool(determiners & self._rules.determiners) and not determiners & _NOT_A_GROUP)

    def _is_of_other_matters(self, minister: Token) -> bool:
        """ "The environment ministers" are none of those named before."""
        known = {word for words in self._rules.offices.values() for word in words}
        matters = [child for child in children(minister, "compound", "nmod") if child.pos_ == "NOUN"]
        return any(child.lower_ not in known and self._parsed.mention(child) is None for child in matters)

    def _group(self, token: Token, word: str) -> Phrase:
        modifiers = {child.lower_ for child in token.subtree if child.i - token.i <= _OFFICE_REACH}
        office = next((kind for kind, words in self._rules.offices.items() if words & modifiers), "")
        counted = [*token.children, *(c for noun in obliques(token, {"of"}, deep=False) for c in noun.children)]
        size = max((_NUMBERS.get(child.lower_, 0) for child in counted), default=0)  # "the ministers of the two states"
        return Phrase(
            Shape.GROUP,
            self._parsed.source(token),
            word,
            office=office or self._rules.groups.get(word, ""),
            size=size or _NUMBERS.get(token.lower_, 0),
            plural=True,
            states=word in self._rules.states,
            counterpart=word in self._rules.counterparts,
            countries=self._countries(token),
        )

    def _counterpart(self, token: Token, mention: Mention) -> Phrase:
        """ "His Turkish counterpart", "her counterpart from Guinea": one who holds the office of somebody else."""
        countries = (mention.country,) if mention.country else self._countries(token)
        at = self._parsed.source(token)
        return Phrase(Shape.MENTION, at, "counterpart", mention, counterpart=True, countries=countries)

    def _unnamed(self, token: Token, word: str, countries: tuple[str, ...]) -> Phrase:
        at = self._parsed.source(token)
        mention = self._parsed.mention(token)
        offices = word in self._rules.holders
        return Phrase(Shape.GROUP, at, word, mention, plural=True, states=True, holders=offices, countries=countries)

    def _countries(self, token: Token) -> tuple[str, ...]:
        """ "The leaders of Russia and Turkey", "her counterparts from Peru and Kenya": the states they stand for."""
        preps = [prep for prep in children(token, "prep") if prep.lower_ in {"of", "from"}]
        if token.lemma_.lower() in self._rules.counterparts | self._rules.delegates:  # "from Peru" hung on the verb
            preps += [prep for prep in children(token.head, "prep") if prep.lower_ == "from"]
        named = _governed(preps) + self._included(token)
        named += [part for child in children(token, "amod", "compound", "poss", "nmod") for part in coordinated(child)]
        found = [self._parsed.mention(part) for part in named]
        codes = [m.entity.country for m in found if m and m.entity and m.form in _STATES and m.entity.country]
        return tuple(dict.fromkeys(codes))


def _governed(preps: Iterable[Token]) -> list[Token]:
    """All that stands behind prepositions, coordination included."""
    return [noun for prep in preps for first in children(prep, "pobj") for noun in coordinated(first)]


def _is_unnamed(mention: Mention) -> bool:
    """Whether a mention is of an office that nobody is known to fill."""
    return mention.entity is not None and mention.entity.kind is Kind.POST
