"""How well and how fast claims are merged, on hand-grouped news and on synthetic claims with known truth.

    python benchmarks/merging.py                                  # our own news, and 10,000 synthetic claims
    python benchmarks/merging.py --extracted                      # besides, from what is extracted of the same news
    python benchmarks/merging.py --gold ARTICLES.jsonl CONTACTS.json
    python benchmarks/merging.py --sizes 10000 30000 100000       # how the time grows

Figures are printed, texts never are.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from kg.merging import merge
from kg.merging.measures import Agreement, b_cubed, pairwise
from kg.model import Article, Channel, Claim, Contact, Evidence, Extraction, Participant, Status, Window
from kg.scoring.documents import document
from kg.scoring.pairing import pair_off

GOLD = Path(__file__).parents[1] / "tests" / "gold"
FIRST_DAY = date(2000, 1, 1)
YEARS = 20
TYPO, NO_NAME, NO_ID, NO_CHANNEL, WIDE, SHIFTED = 0.01, 0.04, 0.25, 0.15, 0.3, 0.03
TOPIC_TOLD = 0.7
"""How often a claim misspells a name, gives an office only, lacks an identifier, a channel, the exact day, or dates the
contact by the other side of midnight."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured on one set of claims."""

    claims: int
    contacts: int
    found: int
    seconds: float
    b_cubed: Agreement
    pairwise: Agreement

    def __str__(self) -> str:
        scores = "; ".join(
            f"{name} P {score.precision:.3f} R {score.recall:.3f} F1 {score.f1:.3f}"
            for name, score in (("B-cubed", self.b_cubed), ("pairwise", self.pairwise))
        )
        return (
            f"{self.claims} claims of {self.contacts} contacts: {self.found} found in {self.seconds:.2f} s of CPU "
            f"({self.claims / self.seconds:.0f} claims/s); {scores}"
        )


def timed_merge(claims: Sequence[Claim], published: Mapping[str, date | None]) -> tuple[Sequence[Contact], float]:
    """The contacts, and the seconds of CPU that they took."""
    start = time.process_time()
    contacts = merge(claims, published)
    return contacts, time.process_time() - start


def measure(truth: Mapping[Any, Sequence[Claim]], published: Mapping[str, date | None]) -> Figures:
    """Merge the claims of all true contacts and compare."""
    claims = [claim for members in truth.values() for claim in members]
    contacts, seconds = timed_merge(claims, published)
    gold = [{claim.id for claim in members} for members in truth.values()]
    found = [{claim.id for claim in contact.claims} for contact in contacts]
    return Figures(len(claims), len(truth), len(found), seconds, b_cubed(gold, found), pairwise(gold, found))


# ------------------------------------------------------------ hand-grouped news
def of_gold(articles: Path, contacts: Path) -> Figures:
    """Merge annotated claims; `contacts` groups them as (article, number of the claim)."""
    rows = [json.loads(line) for line in articles.read_text(encoding="utf-8").splitlines() if line.strip()]
    by_id = {row["id"]: row for row in rows}
    groups = json.loads(contacts.read_text(encoding="utf-8"))
    truth = {
        number: [annotated(by_id[article], index) for article, index in group["claims"]]
        for number, group in enumerate(groups)
    }
    return measure(truth, {key: _day(row) for key, row in by_id.items()})


def _day(row: Mapping[str, Any]) -> date | None:
    return date.fromisoformat(row["date"]) if row.get("date") else None


def annotated(article: Mapping[str, Any], number: int) -> Claim:
    """A claim of a gold file, its evidence found in the text."""
    told = article["claims"][number]
    spans = [(max(article["text"].find(text), 0), text) for text in told["evidence"]]
    evidence = [{"start": start, "end": start + len(text), "text": text} for start, text in spans]
    return Claim.model_validate(told | {"evidence": evidence, "article": article["id"]})


# ------------------------------------------------------------ extracted claims
def of_extracted(articles: Path, contacts: Path) -> Figures:
    """Extract the annotated articles, merge all that was found, and compare on the annotated claims that were found.

    Which extracted claim answers which annotated one is decided as `kg score` does. Claims that answer none take part
    in merging, and count in neither measure.
    """
    from kg.extraction import Extractor

    rows = [json.loads(line) for line in articles.read_text(encoding="utf-8").splitlines() if line.strip()]
    known = ("id", "title", "text", "date", "issuer")
    texts = [Article.model_validate({key: row[key] for key in known if row.get(key)}) for row in rows]
    told = {each.article: each for each in Extractor.load().read_all(texts)}
    claims = [claim for each in told.values() for claim in each.claims]
    found, seconds = timed_merge(claims, {key: _day(row) for row in rows for key in [row["id"]]})
    home = {claim.id: contact.id for contact in found for claim in contact.claims}
    answers = {pair: home[claim.id] for row in rows for pair, claim in _answers(row, told[row["id"]]).items()}
    groups = json.loads(contacts.read_text(encoding="utf-8"))
    gold = [{tuple(claim) for claim in group["claims"]} & answers.keys() for group in groups]
    covered = set().union(*gold)
    clusters: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for pair in covered:
        clusters[answers[pair]].add(pair)
    merged = list(clusters.values())
    contacts_told = sum(map(bool, gold))
    return Figures(len(covered), contacts_told, len(merged), seconds, b_cubed(gold, merged), pairwise(gold, merged))


def _answers(row: Mapping[str, Any], extraction: Extraction) -> dict[tuple[str, int], Claim]:
    """The extracted claim that answers each annotated one, by article and number of the annotated claim."""
    annotated_ones, extracted = document(row).tellings, document(extraction.to_json()).tellings
    number = {id(telling): place for place, telling in enumerate(annotated_ones)}
    claim = {id(telling): each for telling, each in zip(extracted, extraction.claims, strict=True)}
    pairs = pair_off(annotated_ones, extracted).pairs
    return {(row["id"], number[id(one)]): claim[id(other)] for one, other in pairs}


# ------------------------------------------------------------ synthetic claims
def of_synthetic(contacts: int, claims: int, seed: int = 7) -> Figures:
    """Merge synthetic claims: `claims` tellings of `contacts` contacts of as many leaders as keep pairs as busy."""
    truth, published = synthetic(contacts, claims, seed)
    return measure(truth, published)


def synthetic(contacts: int, claims: int, seed: int = 7) -> tuple[dict[int, list[Claim]], dict[str, date | None]]:
    """Claims by the contact that they tell of, and the day of each article."""
    dice = random.Random(seed)
    people = leaders(max(40, int(3 * math.sqrt(contacts))), dice)
    happenings = [happening(people, dice) for _ in range(contacts)]
    tellers = [*range(contacts), *(dice.randrange(contacts) for _ in range(claims - contacts))]
    truth: dict[int, list[Claim]] = {number: [] for number in range(contacts)}
    published: dict[str, date | None] = {}
    for number, which in enumerate(tellers):
        article = f"article-{number}"
        published[article] = happenings[which].day + timedelta(days=dice.choice((0, 1, 1, 2)))
        truth[which].append(telling(article, happenings[which], len(truth[which]), dice))
    return truth, published


@dataclass(frozen=True, slots=True)
class Happening:
    """A contact as it was."""

    who: tuple[Participant, ...]
    day: date
    channel: Channel
    status: Status
    topics: tuple[str, ...]


_TOPICS = "trade energy ceasefire elections defence migration climate sanctions".split()
_SYLLABLES = "ba ke li mo nu ra se ti vo xa do fe gi jo ku".split()


def leaders(number: int, dice: random.Random) -> list[Participant]:
    """Leaders with names of their own, four to a country."""
    posts = ("President", "Prime Minister", "Foreign Minister", "Defence Minister")
    names: dict[str, None] = {}
    while len(names) < number:
        given, family = ("".join(dice.choices(_SYLLABLES, k=length)).capitalize() for length in (2, 4))
        names[f"{given} {family}"] = None
    return [
        Participant(name=name, post=posts[place % 4], country=_country(place // 4), id=f"Q{900000 + place}")
        for place, name in enumerate(names)
    ]


def _country(number: int) -> str:
    return "".join(chr(65 + number // 26**place % 26) for place in (2, 1, 0))


def happening(people: Sequence[Participant], dice: random.Random) -> Happening:
    """Some leaders are far busier than others, as in the news."""
    size = dice.choices((2, 3, 4), weights=(90, 7, 3))[0]
    who: dict[Participant, None] = {}
    while len(who) < size:
        who[people[int(len(people) * dice.random() ** 2)]] = None
    return Happening(
        tuple(who),
        FIRST_DAY + timedelta(days=dice.randrange(365 * YEARS)),
        dice.choice((Channel.PHONE, Channel.IN_PERSON, Channel.VIDEO, Channel.LETTER)),
        dice.choices((Status.HELD, Status.PLANNED), weights=(85, 15))[0],
        tuple(dice.sample(_TOPICS, k=dice.randrange(4))),
    )


def telling(article: str, of: Happening, number: int, dice: random.Random) -> Claim:
    """What an article tells of a contact, not all of it exactly."""
    words = f"telling {number} of {article}"
    return Claim(
        article=article,
        participants=tuple(_named(each, dice) for each in of.who),
        channel=Channel.UNSPECIFIED if dice.random() < NO_CHANNEL else of.channel,
        status=of.status,
        window=_window(of, number, dice),
        topics=tuple(topic for topic in of.topics if dice.random() < TOPIC_TOLD),
        authority=f"Ministry {number}" if number % 2 else "",
        evidence=(Evidence(start=0, end=len(words), text=words),),
    )


def _named(who: Participant, dice: random.Random) -> Participant:
    if dice.random() < NO_NAME:
        return Participant(post=who.post, country=who.country)
    name = who.name[:-1] if dice.random() < TYPO else who.name
    if dice.random() < NO_ID:
        return Participant(name=dice.choice((name, name.upper(), name.split()[1])), post=who.post, country=who.country)
    return who


def _window(happening: Happening, number: int, dice: random.Random) -> Window:
    day = happening.day
    if dice.random() < WIDE:
        return Window.within(day - timedelta(days=1), day + timedelta(days=dice.choice((0, 0, 1, 3))), inferred=True)
    if number % 2 and dice.random() < SHIFTED:
        return Window.day(day + timedelta(days=1))
    return Window.day(day)


def growth(sizes: Sequence[int]) -> Iterator[str]:
    """One line a size, with the time for one n log n."""
    for size in sizes:
        figures = of_synthetic(size // 3, size)
        yield f"{figures}; {1e6 * figures.seconds / (size * math.log2(size)):.2f} us per n log n"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--gold", nargs=2, type=Path, metavar=("ARTICLES", "CONTACTS"))
    parser.add_argument("--extracted", action="store_true", help="measure on extracted claims, too")
    parser.add_argument("--sizes", nargs="*", type=int, default=[10_000])
    chosen = parser.parse_args()
    articles, contacts = chosen.gold or (GOLD / "news.jsonl", GOLD / "news_contacts.json")
    print(f"{articles.stem}: {of_gold(articles, contacts)}")
    if chosen.extracted:
        print(f"{articles.stem}, extracted, of the claims found: {of_extracted(articles, contacts)}")
    for line in growth(chosen.sizes):
        print(f"synthetic: {line}", flush=True)


if __name__ == "__main__":
    main()
