"""Offices with their owner, their holder's name, and appositions: "the Chinese foreign minister, Wang Yi"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extraction.en.mentions.candidates import Candidate, Listed, Owner
from kg.extraction.en.mentions.gazetteer import Gazetteer, Place
from kg.extraction.en.mentions.names import Name, NameReader
from kg.extraction.en.mentions.owners import OwnerReader
from kg.extraction.en.mentions.principals import PrincipalReader
from kg.extraction.en.mentions.rules import place_rules, title_rules
from kg.extraction.en.mentions.titles import Time, Title, TitleReader
from kg.extraction.en.mentions.tokens import Token
from kg.extraction.mentions import Form

DETERMINERS = frozenset({"the", "his", "her", "their", "its", "a", "an", "our", "my", "whose", "your"})
POSSESSORS = frozenset({"his", "her", "their", "its", "our", "my", "whose"})
_BEING = frozenset({"is", "was", "became", "remains", "remained"})
_LEAVES = frozenset({"", "and", "who", "at", "in", "on", "with", "to"})
_PAUSES = frozenset({",", ".", ";", ")", ""})
_CLOSES = frozenset({",", ".", ")", ";", ":", "-", "–", "—", "”", '"', "(", "?", "!"})


class OfficeReader:
    """Reads offices and titled names in one text.

    Args:
        tokens: of the text.
        text: the text itself.
        gazetteer: look-ups.
    """

    def __init__(self, tokens: Sequence[Token], text: str, gazetteer: Gazetteer) -> None:
        self.tokens, self.text, self.gazetteer = tokens, text, gazetteer
        self.titles, self.names = TitleReader(tokens, gazetteer), NameReader(tokens, gazetteer)
        self._principals, self._owners = PrincipalReader(self), OwnerReader(self)

    def low(self, at: int) -> str:
        """Folded token, or empty past the end."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def mark(self, at: int) -> str:
        """Token as written, or empty past the end."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def words(self, first: int, last: int) -> str:
        """The text of a range of tokens, on one line."""
        return " ".join(self.text[self.tokens[first].start : self.tokens[last - 1].end].split()) if last > first else ""

    def possessive(self, at: int) -> bool:
        """Whether token `at` is the mark of a possessive that belongs to the word before it."""
        if not 0 < at < len(self.tokens) or not self.tokens[at].is_possessive:
            return False
        before = self.tokens[at - 1]
        return before.end == self.tokens[at].start and (len(self.tokens[at].text) > 1 or before.text.endswith("s"))

    def read(self, at: int, *, owned: bool = False) -> list[Candidate]:
        """The office, or the several offices of a plural, that begin at token `at`.

        Args:
            at: index of the token.
            owned: a person's possessive stands before, which makes the office definite.
        """
        start = at + (self.low(at) in DETERMINERS)
        if not self._may_begin(start):
            return []
        determiner = self.low(at) if start > at else ""
        owner = self._owners.read(start)
        title = self._title(owner)
        if title is None:
            return []
        if owner.past and title.time is Time.NOW:
            title = replace(title, time=Time.PAST)
        if title.plural:
            return self._several(at, owner, title)
        return [self._doubled(self._single(at, determiner or ("whose" if owned else ""), owner, title))]

    def _may_begin(self, at: int) -> bool:
        """Whether an office or its owner can begin at a token: cheap, and true of few."""
        if at >= len(self.tokens):
            return False
        token = self.tokens[at]
        return (
            token.low.partition(" ")[0] in self.titles.rules.beginnings
            or token.low in place_rules().generic_owners
            or (token.capital and self.gazetteer.may_begin(token))
        )

    def _doubled(self, office: Candidate) -> Candidate:
        """The office with a second one of the same person behind it: "chair of the AU and President of Ghana X"."""
        if office.name or office.determiner or self.low(office.last) != "and":
            return office
        both = self.read(office.last + 1)
        second = both[0] if len(both) == 1 else office
        if second.name is None or second.determiner or not self._may_share(office, second):
            return office
        return replace(second, first=office.first, country=second.country or office.country)

    def _may_share(self, one: Candidate, other: Candidate) -> bool:
        """Whether one person can hold both offices."""
        names = {candidate.title.name for candidate in (one, other) if candidate.title}
        bodies = self.gazetteer.world.organisations
        states = {code for code in (one.country, other.country) if code and code not in bodies}
        return not names <= title_rules().alone and len(states) < 2

    def _title(self, owner: Owner) -> Title | None:
        """The office behind its owner, with the words in front of both: "the deputy Russian foreign minister"."""
        title = None
        if owner.last < len(self.tokens):
            title = self.titles.read(owner.last, owned=bool(owner.codes) and not owner.vague)
        title = self.titles.led(title, owner.lead) if title and owner.lead else title
        return title.of_a_part() if title and owner.part else title

    def _place(self, at: int) -> Place | None:
        return self.gazetteer.place(self.tokens, at) if at < len(self.tokens) else None

    def _single(self, at: int, determiner: str, owner: Owner, title: Title) -> Candidate:
        title, principal = self._principals.taken(title)
        tail = tuple(place.code for place in title.countries[:1])
        codes = (tail if owner.vague else ()) or owner.codes[-1:] or tail or ((title.country,) if title.country else ())
        first = owner.starts[-1] if len(owner.codes) > 1 else at
        begin = owner.starts[-1] if owner.codes else title.first
        if (owner.past or owner.lead) and len(owner.codes) == 1:
            begin = at + bool(determiner)
        office = Candidate(
            first=first,
            last=title.last,
            form=Form.OFFICE,
            title=title,
            post=self.words(begin, title.last),
            country=codes[0] if codes else principal.country if principal else "",
            determiner=determiner if first == at else "",
            owner=principal,
        )
        named = self._holder(office, title)
        return self.completed(named) if named else office

    def _holder(self, office: Candidate, title: Title) -> Candidate | None:
        """The office together with the name that follows it."""
        comma = self.mark(title.last) == ","
        at, gender = self.names.honorific(title.last + comma)
        if at >= len(self.tokens) or self.tokens[title.last].breaks:
            return None
        name = self.names.read(at, lenient=True)
        honoured = at > title.last + comma
        if (
            name is None
            or self._is_portfolio(name, title, honoured)
            or (comma and not self._name_after_comma(office, name, honoured))
        ):
            return None
        country = self.gazetteer.home_of(office.country)
        return replace(
            office, last=name.last, form=Form.NAME, name=name, country=country, gender=gender, introduced=True
        )

    def _is_portfolio(self, name: Name, title: Title, honoured: bool) -> bool:
        """Whether one unknown word after a tail is more of the tail: "chair of the House Oversight Committee"."""
        known = honoured or name.people or self.gazetteer.called(name.text)
        return name.is_single and title.last > title.tail_start and not known

    def _name_after_comma(self, office: Candidate, name: Name, honoured: bool) -> bool:
        definite = office.determiner in {"the", *POSSESSORS} or office.country or self.tokens[office.first].capital
        closed = self.mark(name.last) in _CLOSES or self.low(name.last) in {"", "and", "who", "to", "on", "in", "at"}
        whole = not name.is_single or honoured
        return bool(definite and whole and closed and self.fits(name, office.country))

    def fits(self, name: Name, country: str) -> bool:
        """Whether a name's persons, where the tables have any, have to do with the country."""
        if not (name.people and country):
            return True
        offices = (tenure for person in name.people for tenure in self.gazetteer.world.tenures_of(person.id))
        return any(tenure.country == country for tenure in offices)

    def completed(self, candidate: Candidate) -> Candidate:
        """The named candidate with what follows the name: its country, or its office."""
        candidate = self.of_country(candidate)
        ranked = candidate.title is not None and candidate.title.name in title_rules().ranks
        return self._apposition(candidate) if candidate.title is None or ranked else candidate

    def of_country(self, candidate: Candidate) -> Candidate:
        """The candidate together with "of France" or "(Nigeria)" behind it."""
        at = candidate.last
        bracket = self.mark(at) == "("
        foreign = candidate.form is Form.COUNTERPART or (candidate.name is not None and not candidate.name.is_single)
        link = self.low(at) == "of" or bracket or (self.low(at) == "from" and foreign)
        j = at + 1 + (self.low(at + 1) == "the")
        if link and not bracket:
            while self.low(j) in place_rules().constitution and not self._place(j):
                j += 1
        place = (self._place(j) or self._own_part(candidate, j)) if link else None
        if place is None or (bracket and self.mark(place.last) != ")") or not self._is_state(place):
            return candidate
        unfit = candidate.name is not None and not self.fits(candidate.name, place.code)
        if unfit or candidate.country not in {"", place.code}:
            return candidate
        return (
            candidate
            if self._is_stray(candidate)
            else replace(candidate, last=place.last + bracket, country=place.code, introduced=True)
        )

    def _own_part(self, candidate: Candidate, at: int) -> Place | None:
        """The part of a state whose office somebody holds: "Senator Smith of Ohio"."""
        title = candidate.title
        domestic = title is not None and title.head in title_rules().domestic
        return self.gazetteer.part(self.tokens, at) if domestic and at < len(self.tokens) else None

    def _is_stray(self, candidate: Candidate) -> bool:
        """Whether the words before "of France" need not be a person: an unknown one without a known given name."""
        if candidate.name is None or self._is_known(candidate):
            return False
        return candidate.name.is_single or self.low(candidate.name.first) not in self.gazetteer.given_names

    def _is_known(self, candidate: Candidate) -> bool:
        name = candidate.name
        return candidate.introduced or (name is not None and bool(name.people or self.gazetteer.called(name.text)))

    def _is_state(self, place: Place) -> bool:
        return place.part or place.is_a("name", "organisation")

    def _apposition(self, candidate: Candidate) -> Candidate:
        """An office after the name: ", the Chinese foreign minister", ", who is foreign minister," or "(secretary)"."""
        opener = self.mark(candidate.last)
        if opener not in {",", "("} or not self._may_take_office(candidate):
            return candidate
        clause = 2 * (self.low(candidate.last + 1) == "who" and self.low(candidate.last + 2) in _BEING)
        begin = candidate.last + 1 + clause
        start = begin + (self.low(begin) in DETERMINERS)
        determiner = self.low(begin) if start > begin else ""
        owner = self._owners.read(start)
        title, principal = self._principals.taken(self._title(owner))
        if title is None or title.plural or not self._closes(opener, title, definite=bool(determiner or owner.codes)):
            return self._possessed_apposition(candidate, start)
        country = next(iter(owner.codes), "") or next((place.code for place in title.countries), "")
        country = self.gazetteer.home_of(country or (principal.country if principal else ""))
        if not self._may_hold(candidate, title, country) or (clause and self.mark(title.last) not in _PAUSES):
            return candidate
        return replace(
            candidate,
            last=title.last + (opener == "("),
            title=replace(title, time=Time.PAST) if owner.past else title,
            post=self.words(start, title.last),
            country=candidate.country or country,
            determiner=determiner if determiner in POSSESSORS else candidate.determiner,
            owner=principal or candidate.owner,
            introduced=True,
        )

    def _possessed_apposition(self, candidate: Candidate, start: int) -> Candidate:
        """The helper's office after the name, as in ", President Clinton's national security adviser"."""
        at = start
        while at < min(start + 6, len(self.tokens)) and self.tokens[at].capital:
            at += 1
        title = self.titles.read(at + 1) if at > start and self.possessive(at) and at + 1 < len(self.tokens) else None
        if title is None or title.plural or not self._closes(",", title, definite=True):
            return candidate
        owner = Candidate(at - 1, at, Form.NAME, name=Name(at - 1, at, self.tokens[at - 1].text))
        post = self.words(title.first, title.last)
        return replace(candidate, last=title.last, title=title, post=post, owner=owner, introduced=True)

    def _may_take_office(self, candidate: Candidate) -> bool:
        """Whether the words before a comma are a person: a place may be one word without a bearer, or follow "in"."""
        if candidate.name is None or self._is_known(candidate):
            return True
        return not (candidate.name.is_single or candidate.placed)

    def _may_hold(self, candidate: Candidate, title: Title, country: str) -> bool:
        """Whether the person before the comma can hold an office of that state."""
        if not country or candidate.name is None:
            return True
        if candidate.country and candidate.country != country:
            return False
        return title.name in {"ambassador", "envoy", "un_ambassador"} or self.fits(candidate.name, country)

    def _closes(self, opener: str, title: Title, *, definite: bool) -> bool:
        """Whether nothing after the office claims it for another name."""
        if opener == "(":
            return self.mark(title.last) == ")"
        ends = self.mark(title.last) in _CLOSES or self.low(title.last) in _LEAVES
        follows = (
            self.names.read(self.names.honorific(title.last)[0], lenient=True)
            if title.last < len(self.tokens)
            else None
        )
        return follows is None and (ends or definite)

    def _several(self, at: int, owner: Owner, title: Title) -> list[Candidate]:
        """One candidate for each holder of a plural office, where the words single them out."""
        listed = self._list(title.last)
        places = title.countries if len(title.countries) > 1 and len(owner.codes) < 2 else ()
        codes = owner.codes if len(owner.codes) > 1 else tuple(place.code for place in places)
        indefinite = title.name == "leader" and self.low(at) not in {"the", *POSSESSORS} and not title.countries
        form = Form.STATE if indefinite or title.name in title_rules().collective else Form.OFFICE
        base = Candidate(at, title.last, form, title=replace(title, plural=False), post=self._singular(title))
        if len(listed.names) > 1:
            return self._named(base, listed, codes or owner.codes or tuple(place.code for place in title.countries))
        if len(codes) < 2:
            return []
        starts = owner.starts if len(owner.codes) > 1 else tuple(place.first for place in places)
        ends = owner.ends if len(owner.codes) > 1 else tuple(place.last for place in places)
        firsts = (at, *starts[1:])
        lasts = (*ends[:-1], max(ends[-1], title.last if len(owner.codes) > 1 else ends[-1]))
        return [replace(base, first=f, last=e, country=c) for f, e, c in zip(firsts, lasts, codes, strict=True)]

    def _named(self, base: Candidate, listed: Listed, codes: Sequence[str]) -> list[Candidate]:
        paired = len(codes) == len(listed.names)
        shared = codes[0] if len(codes) == 1 else ""
        candidates = []
        for number, name in enumerate(listed.names):
            code = listed.codes[number] or (codes[number] if paired else shared)
            code = self.gazetteer.home_of(code)
            first = base.first if number == 0 else listed.starts[number]
            candidates.append(
                replace(
                    base,
                    first=first,
                    last=listed.ends[number],
                    form=Form.NAME,
                    name=name,
                    country=code,
                    introduced=True,
                )
            )
        return candidates

    def _singular(self, title: Title) -> str:
        """The office of one of several: "foreign ministers" gives "foreign minister"."""
        words = self.words(title.first, title.tail_start)
        last = words.split()[-1]
        single = title_rules().plurals.get(last.casefold()) or last.removesuffix("s")
        single = single.capitalize() if last[0].isupper() else single
        return " ".join([*words.split()[:-1], single])

    def _list(self, at: int) -> Listed:
        """Names in a list that begins at token `at`, after a comma or at once."""
        names: list[Name] = []
        starts: list[int] = []
        ends: list[int] = []
        codes: list[str] = []
        j = at + (self.mark(at) == ",")
        while j < len(self.tokens) and len(names) < 8:
            begin, gender = self.names.honorific(j)
            name = self.names.read(begin, lenient=bool(gender))
            if name is None:
                break
            whole = self.of_country(Candidate(j, name.last, Form.NAME, name=name, introduced=True))
            names.append(name)
            starts.append(j)
            ends.append(whole.last)
            codes.append(whole.country)
            j = whole.last
            if self.mark(j) not in {",", "and", "&"}:
                break
            done = self.mark(j) != ","
            j += 1 + (self.mark(j) == "," and self.low(j + 1) == "and")
            if done and len(names) > 1:
                break
        return Listed(tuple(names), tuple(starts), tuple(ends), tuple(codes))
