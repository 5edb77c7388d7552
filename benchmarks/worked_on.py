"""Figures by class on the annotated documents that are worked on, and where claims are lost or go wrong.

    python benchmarks/worked_on.py GOLD/*.jsonl --parties events_dev

Writes `benchmarks/worked_on.json`, from which `benchmarks/accuracy_report.py` makes its tables. Figures that count are
those on documents nobody works on (`benchmarks/accuracy_log.csv`); these here say where there is most to gain.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from calibration import Source, article_of, sources_of

from kg.extraction import Extractor
from kg.extraction.mentions import find_mentions
from kg.model import Extraction
from kg.scoring import Document, Level, Party, Telling, document, score
from kg.scoring.equality import same_parties, same_party
from kg.scoring.pairing import pair_off

MEASURED = Path(__file__).parent / "worked_on.json"

UNKNOWN = "somebody who took part was not recognised"
OTHER_DAYS = "the participants were found, but on other days, or in fewer contacts than told"
OTHER_PEOPLE = "the sentence was found, but with other participants"
NO_FRAME = "no word of the sentence was read as telling of a contact"
STATUS = "found with another status"
TWICE = "the participants are annotated, but on other days, or in fewer contacts"
WRONG_PEOPLE = "the sentence is annotated, but with other participants"
NO_CONTACT = "the sentence tells of no contact that counts"


@dataclass(frozen=True, slots=True)
class Read:
    """One document at one level of claims.

    Attributes:
        gold: as annotated.
        found: as extracted.
        known: everybody whom the extractor recognised in it.
        extraction: with the rejections.
    """

    gold: tuple[Telling, ...]
    found: tuple[Telling, ...]
    known: tuple[Party, ...]
    extraction: Extraction

    def mistakes(self) -> Iterator[tuple[str, str]]:
        """What was missed, was claimed falsely, or has a wrong status: the side, and what went wrong."""
        pairing = pair_off(self.gold, self.found)
        yield from (("missed", self._why_missed(claim)) for claim in pairing.missed)
        yield from (("false", self._why_false(claim)) for claim in pairing.extra)
        for annotated, found in pairing.pairs:
            if annotated.status != found.status:
                yield from (("missed", STATUS), ("false", STATUS))

    def _why_missed(self, claim: Telling) -> str:
        if not all(any(same_party(party, known) for known in self.known) for party in claim.parties):
            return UNKNOWN
        if any(same_parties(claim.parties, found.parties) for found in self.found):
            return OTHER_DAYS
        if any(_same_sentence(claim, found.quotes) for found in self.found):
            return OTHER_PEOPLE
        rejected = (one.reason for one in self.extraction.rejections if _same_sentence(claim, (one.evidence.text,)))
        reason = next(rejected, "")
        return f"rejected: {reason}" if reason else NO_FRAME

    def _why_false(self, claim: Telling) -> str:
        if any(same_parties(annotated.parties, claim.parties) for annotated in self.gold):
            return TWICE
        same = any(_same_sentence(annotated, claim.quotes[:1]) for annotated in self.gold)
        return WRONG_PEOPLE if same else NO_CONTACT


def _same_sentence(claim: Telling, quotes: tuple[str, ...]) -> bool:
    return any(one in other or other in one for one in claim.quotes for other in quotes)


def known_in(row: dict[str, Any], extractor: Extractor) -> tuple[Party, ...]:
    """Everybody whom the extractor recognises in a document."""
    article = article_of(row)
    found = find_mentions(
        article.text, title=article.title, day=article.published, issuer=article.issuer, world=extractor.world
    )
    return tuple(Party(one.name, one.post, one.country, one.qid, one.kind.value) for one in found.entities)


def figures(source: Source, extractor: Extractor) -> tuple[list[dict[str, Any]], Counter[tuple[str, str]]]:
    """A row for each class and level of a file; and what went wrong, counted."""
    rows = source.rows()
    extractions = [extractor.read(article_of(row)) for row in rows]
    gold, found = [document(row) for row in rows], [document(each.to_json()) for each in extractions]
    tables: list[dict[str, Any]] = []
    wrong: Counter[tuple[str, str]] = Counter()
    for level in sorted(source.levels):
        report = score(gold, found, level)
        unknown = () if any(one.topics for each in gold for one in each.tellings) else ("topics",)
        tables += [
            {"set": source.path.stem, "class": genre, "level": level.value}
            | {name: value for name, value in tally.to_json().items() if name not in unknown}
            for genre, tally in report.tallies.items()
            if genre != "ALL"
        ]
        for row, annotated, answer, extraction in zip(rows, gold, found, extractions, strict=True):
            read = Read(_of(level, annotated), _of(level, answer), known_in(row, extractor), extraction)
            wrong.update(read.mistakes())
    return tables, wrong


def _of(level: Level, told: Document) -> tuple[Telling, ...]:
    return tuple(one for one in told.tellings if one.level is level)


def main() -> None:
    """Measure and write."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    arguments.add_argument("files", nargs="+", type=Path)
    arguments.add_argument("--parties", nargs="*", default=[], metavar="NAME", help="files that annotate states, too")
    chosen = arguments.parse_args()
    extractor = Extractor.load()
    tables: list[dict[str, Any]] = []
    wrong: Counter[tuple[str, str]] = Counter()
    for source in sources_of(chosen.files, chosen.parties):
        rows, mistakes = figures(source, extractor)
        tables += rows
        wrong += mistakes
    sides: dict[str, dict[str, int]] = {"missed": {}, "false": {}}
    for (side, what), count in wrong.most_common():
        sides[side][what] = count
    plain = {"made": date.today().isoformat(), "classes": tables} | sides  # noqa: DTZ011
    MEASURED.write_text(json.dumps(plain, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(sides, indent=1))


if __name__ == "__main__":
    main()
