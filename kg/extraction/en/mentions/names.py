"""Names of persons: their shape, and whether the tables have them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extraction.en.mentions.gazetteer import LONGEST_NAME, Gazetteer, Place
from kg.extraction.en.mentions.rules import name_rules, title_rules
from kg.extraction.en.mentions.tokens import Token
from kg.world import Person

_ARTICLE_NAME = re.compile(r"^(?:al|el|as|an|ash|ad|ul|at|az|ar|bin|ibn|d|l)[-’'][A-ZÀ-Þ]")
_ASIDES = {"(": ")", "“": "”", '"': '"'}
_LOW_HONORIFICS = frozenset({"sheikh", "king", "queen", "prince", "general"})
_CLOSERS = frozenset({'"', "”", ")"})
_INITIAL = re.compile(r"^(?:[A-Z]\.-?)+$|^[A-Z]$")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as written.

    Attributes:
        first: index of the first token, honorifics excluded.
        last: index one past the last token.
        text: the name, without generation marks.
        people: those of the tables who bear it as a whole name.
    """

    first: int
    last: int
    text: str
    people: tuple[Person, ...] = ()

    @property
    def is_single(self) -> bool:
        """Whether it is one word, such as a bare family name."""
        return " " not in self.text or self.text[0].islower()


class NameReader:
    """Reads names in one text.

    Args:
        tokens: of the text.
        gazetteer: look-ups.
    """

    def __init__(self, tokens: Sequence[Token], gazetteer: Gazetteer) -> None:
        self.tokens, self.gazetteer, self.rules = tokens, gazetteer, name_rules()
        self.honorifics = title_rules().honorifics

    def honorific(self, at: int) -> tuple[int, str]:
        """Index past the honorifics that begin at token `at`, and the gender that they tell."""
        gender = ""
        last = min(at + LONGEST_NAME, len(self.tokens))
        while at < last:
            style = self._style(at)
            if style > at:
                at = style
                continue
            low = self.tokens[at].low
            if not self.tokens[at].capital and low not in _LOW_HONORIFICS:
                break
            if low in self.honorifics.male:
                gender = "male"
            elif low in self.honorifics.female:
                gender = "female"
            elif low not in self.honorifics.neutral:
                break
            if not self._leads(at + 1):
                break
            at = self._past_retired(at + 1)
        return at, gender

    def _leads(self, at: int) -> bool:
        """Whether a name can go on at token `at`, making the word before it an honorific: not in "Mr Major said"."""
        if at >= len(self.tokens):
            return False
        return (
            self._may_begin(self.tokens[at])
            or self.tokens[at].text == "("
            or self.tokens[at].low in self.rules.particles
        )

    def _past_retired(self, at: int) -> int:
        """Index past "(retd.)", or `at`."""
        words = [token.text for token in self.tokens[at : at + 4]]
        if words[:1] != ["("] or ")" not in words or words[1].casefold() not in {"retd", "ret", "retired"}:
            return at
        return at + words.index(")") + 1

    def _style(self, at: int) -> int:
        rules = title_rules()
        if self.tokens[at].low == "he" and self.tokens[at].text.startswith("H.E"):
            return at + 1
        if self.tokens[at].low not in rules.styles:
            return at
        j = at + 1
        while j < len(self.tokens) and self.tokens[j].capital and self.tokens[j].low in rules.style_nouns:
            j += 1
        if j == at + 1:
            return at
        return j + 1 if j < len(self.tokens) and self.tokens[j].text == "," else j

    def may_begin(self, at: int) -> bool:
        """Whether a name or an honorific before one can begin at token `at`: cheap."""
        token = self.tokens[at]
        if token.capital:
            return True
        low = token.low
        return low in self.rules.particles or low in _LOW_HONORIFICS or low in title_rules().styles or "-" in token.text

    def known(self, at: int) -> Name | None:
        """The longest whole name of the tables that begins at token `at`."""
        if not self._may_begin(self.tokens[at]):
            return None
        run = self._run(at, LONGEST_NAME)
        for last in range(run, at + 1, -1):
            if not self._may_end(self.tokens[last - 1]):
                continue
            text = self._text(at, last)
            people = self.gazetteer.people(text)
            if people and not self._is_half(at, last):
                return Name(at, self._past_suffix(self._past_second_family(last)), text, people)
        return None

    def _is_half(self, at: int, last: int) -> bool:
        """Whether the words are only the given names of somebody else: "John Paul" in "John Paul Stevens"."""
        given = all(token.low in self.gazetteer.given_names for token in self.tokens[at:last])
        return given and last < len(self.tokens) and self._goes_on(last)

    def _past_second_family(self, last: int) -> int:
        """Index past the one word more of a longer form of the name: "Luis Abinader Corona"."""
        after = last + 1
        alone = after >= len(self.tokens) or not (self.tokens[after].capital and self.tokens[after].is_word)
        surname = last < len(self.tokens) and self._goes_on(last) and not self.gazetteer.called(self.tokens[last].text)
        return after if surname and alone and self.tokens[last].low not in self.rules.things else last

    def _goes_on(self, at: int) -> bool:
        """Whether the word at a token can go on with the name before it."""
        token = self.tokens[at]
        return (
            token.capital
            and not (token.breaks or token.opens or self._is_initial(at))
            and self._belongs(at, at, lenient=False)
        )

    def read(self, at: int, *, lenient: bool = False) -> Name | None:
        """The name that begins at token `at`: one of the tables, or else whatever has the shape of a name.

        Args:
            at: index of the token.
            lenient: the words before tell that a name follows, so that "May" is one.
        """
        if at >= len(self.tokens):
            return None
        known = self.known(at) or self._family_with_particles(at)
        if known:
            return known
        last = self._shape(at, lenient=lenient)
        if last == at or all(_INITIAL.match(token.text) for token in self.tokens[at:last]) or self._is_thing(at, last):
            return None
        at += not lenient and self._begins_late(at, last)
        return self._of_shape(at, last)

    def _of_shape(self, at: int, last: int) -> Name:
        """The name, with those of the tables who bear it without the nickname inside, generation mark first."""
        text, end = self._text(at, last), self._past_suffix(last)
        if " ".join(token.text for token in self.tokens[at:last]) == text and end == last:
            return Name(at, end, text)
        mark = self.tokens[last + (self.tokens[last].text == ",")] if end > last else self.tokens[last - 1]
        generation = f"{text} {mark.text.rstrip('.')}" if mark.low in self.rules.suffixes else text
        return Name(at, end, text, self.gazetteer.people(generation) or self.gazetteer.people(text))

    def _family_with_particles(self, at: int) -> Name | None:
        """A bare family name that begins with small words: "von der Leyen", "bin Salman"."""
        last = self._past_particles(at)
        if last == at or last >= len(self.tokens) or not self.tokens[last].capital:
            return None
        text = self._text(at, last + 1)
        return Name(at, last + 1, text) if self.gazetteer.called(text) else None

    def _shape(self, at: int, *, lenient: bool) -> int:
        """Index past the words from `at` on that have the shape of a name."""
        last = at
        while last < len(self.tokens) and last - at < LONGEST_NAME and self._belongs(at, last, lenient=lenient):
            last = self._past_aside(last + 1)
        while last > at and not self._may_end(self.tokens[last - 1]):
            last -= 1
        return last

    def _is_thing(self, at: int, last: int) -> bool:
        """Whether the words are the name of a thing or a place: "Clinton Foundation", "Hong Kong"."""
        thing = last - at > 1 and self.tokens[last - 1].low in self.rules.things
        return thing or self._text(at, last).casefold() in self.rules.places

    def _begins_late(self, at: int, last: int) -> bool:
        """Whether only the second of three words is a given name, so that the first is no part of the name."""
        given = self.gazetteer.given_names
        return last - at > 2 and self.tokens[at].low not in given and self.tokens[at + 1].low in given

    def _run(self, at: int, longest: int) -> int:
        """Index past the words from `at` on that can belong to one name, stop words among them."""
        last = at
        while last < len(self.tokens) and last - at < longest:
            token = self.tokens[last]
            if last > at and token.breaks:
                break
            if not (
                token.is_word
                and (token.capital or _ARTICLE_NAME.match(token.text) or token.low in self.rules.particles)
            ):
                break
            last += 1
        return last

    def _may_begin(self, token: Token) -> bool:
        return token.capital or bool(_ARTICLE_NAME.match(token.text))

    def _may_end(self, token: Token) -> bool:
        return self._may_begin(token) and not (_INITIAL.match(token.text) and token.text.endswith("."))

    def _belongs(self, at: int, here: int, *, lenient: bool) -> bool:
        """Whether the word `here` can belong to a name that begins at token `at`."""
        token = self.tokens[here]
        if here > at and (token.breaks or (token.opens and self.tokens[here - 1].text not in _CLOSERS)):
            return False
        if here > at and token.low in self.rules.particles and not token.capital:
            after = self._past_particles(here)
            return after < len(self.tokens) and self._belongs(after, after, lenient=False)
        if not self._may_begin(token) or token.text[0].isdigit() or token.shouts or self._is_date(here):
            return False
        if here > at and self._is_postnominal(here):
            return False
        if self._is_initial(here):
            return here > at or (here + 1 < len(self.tokens) and self._may_begin(self.tokens[here + 1]))
        if here > at and token.low in self.rules.middles and here + 1 < len(self.tokens):
            return self._belongs(here + 1, here + 1, lenient=False)
        if self._is_stop(token, first=here == at):
            return here == at and (lenient or self._is_leader_or_month(at)) and bool(self.gazetteer.called(token.text))
        place = self.gazetteer.place(self.tokens, here)
        return place is None or (lenient and place.last == here + 1 and self._is_bearers(place, at))

    def _is_bearers(self, place: Place, at: int) -> bool:
        """Whether a place behind a title is a word of the name: "Israel Katz", "Luís Montenegro"."""
        if place.first > at:
            given = self.tokens[at].low in self.gazetteer.given_names and place.first == at + 1
            return given or (place.is_a("organisation") and not self.tokens[place.first].text.isupper())
        after = place.last
        if not place.is_a("name", "capital") or after >= len(self.tokens) or not self.tokens[after].capital:
            return False
        return self._belongs(after, after, lenient=False) and not self.tokens[after].opens

    def _past_particles(self, at: int) -> int:
        """Index past the small words from token `at` on: past "von der" in "Ursula von der Leyen"."""
        while at < len(self.tokens) and self.tokens[at].low in self.rules.particles and not self.tokens[at].capital:
            at += 1
        return at

    def _is_stop(self, token: Token, *, first: bool) -> bool:
        """Whether the word is none of a name's: a common word, an office, a generation mark in front."""
        return (
            token.low in self.rules.stop
            or token.low in title_rules().heads
            or (first and token.low in self.rules.suffixes)
        )

    def _is_leader_or_month(self, at: int) -> bool:
        """Whether "May" can be a person here: not in "in May"."""
        before = self.tokens[at - 1].low if at else ""
        return self.tokens[at].low in self.rules.ambiguous and before not in self.rules.before_months

    def _is_date(self, at: int) -> bool:
        """Whether a number follows a month, which may be a name elsewhere: "Jan. 13"."""
        number = at + 1 + (at + 1 < len(self.tokens) and self.tokens[at + 1].text == ".")
        month = self.tokens[at].low in self.rules.months
        return month and number < len(self.tokens) and self.tokens[number].text[0].isdigit()

    def _is_initial(self, at: int) -> bool:
        return self.tokens[at].text.endswith(".") and bool(_INITIAL.match(self.tokens[at].text))

    def _past_aside(self, at: int) -> int:
        """Index past a nickname inside a name: "Henry A. (Heinz Alfred) Kissinger"."""
        closing = _ASIDES.get(self.tokens[at].text, "") if at < len(self.tokens) else ""
        if not closing:
            return at
        for end in range(at + 2, min(at + 5, len(self.tokens) - 1)):
            if self.tokens[end].text == closing:
                after = self.tokens[end + 1]
                return end + 1 if after.capital and after.low not in self.rules.stop else at
        return at

    def _past_suffix(self, last: int) -> int:
        comma = last < len(self.tokens) and self.tokens[last].text == ","
        mark = last + comma
        if mark < len(self.tokens) and self.tokens[mark].low in self.rules.suffixes and self.tokens[mark].capital:
            last = mark + 1
        return self._past_postnominals(last)

    def _past_postnominals(self, last: int) -> int:
        """Index past the letters of honours and seats: "MP", ", GCMG, KC"."""
        while last < len(self.tokens):
            mark = last + (self.tokens[last].text == ",")
            if mark >= len(self.tokens) or not self._is_postnominal(mark):
                break
            last = mark + 1
        return last

    def _is_postnominal(self, at: int) -> bool:
        token = self.tokens[at]
        letters = token.text.replace(".", "")
        return letters.isupper() and len(letters) > 1 and letters.casefold() in self.rules.postnominals

    def _without_asides(self, first: int, last: int) -> list[Token]:
        kept: list[Token] = []
        at = first
        while at < last:
            after = self._past_aside(at)
            if after == at:
                kept.append(self.tokens[at])
            at = max(after, at + 1)
        return kept

    def _text(self, first: int, last: int) -> str:
        aside = any(self.tokens[at].text in _ASIDES for at in range(first, last))
        tokens = self._without_asides(first, last) if aside else self.tokens[first:last]
        words = [token.text for token in tokens]
        if len(words) > 1 and words[-1].casefold().rstrip(".") in {"jr", "sr"}:
            words.pop()
        return " ".join(words)
