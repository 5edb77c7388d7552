"""The report: figures by class of document and in all, and what went wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.scoring.documents import Document, Level, Telling
from kg.scoring.pairing import Pairing, pair_off
from kg.scoring.tally import Tally, tally

ALL = "ALL"
"""Key of the figures over all classes."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that went wrong.

    Attributes:
        kind: missed, extra or status.
        document: id of the document.
        what: the claim, or the two statuses.
    """

    kind: str
    document: str
    what: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a scoring gave.

    Attributes:
        tallies: counts and figures by class, and over all under "ALL".
        mistakes: what went wrong, document by document.
    """

    tallies: Mapping[str, Tally]
    mistakes: tuple[Mistake, ...]

    def to_json(self) -> dict[str, dict[str, Any]]:
        """The figures by class; those over all say besides how many claims lack verbatim evidence."""
        plain = {genre: counts.to_json() for genre, counts in self.tallies.items()}
        plain[ALL]["claims_without_verbatim_evidence"] = self.tallies[ALL].unproven
        return plain


def score(gold: Iterable[Document], predicted: Iterable[Document], level: Level | str = Level.LEADERS) -> Report:
    """Scores predicted claims against annotated ones, by the rules of the annotation guidelines, section 10.

    Args:
        gold: annotated documents.
        predicted: predicted ones; one that is lacking has no claims, one that is not in gold is passed over.
        level: "leaders" for claims of persons and posts, "parties" for those with a state or an organisation.
    """
    answers = {document.id: document for document in predicted}
    tallies: dict[str, Tally] = {ALL: Tally()}
    mistakes: list[Mistake] = []
    for document in gold:
        pairing = _pairing(document, answers.get(document.id, Document(document.id)), Level(level))
        counts = tally(pairing, document.body)
        for genre in {document.genre, ALL}:
            tallies[genre] = tallies.get(genre, Tally()) + counts
        mistakes += _mistakes(document.id, pairing)
    return Report(
        {genre: tallies[genre] for genre in sorted(tallies, key=lambda key: (key == ALL, key))}, tuple(mistakes)
    )


def _pairing(gold: Document, predicted: Document, level: Level) -> Pairing:
    return pair_off(_of_level(gold, level), _of_level(predicted, level))


def _of_level(document: Document, level: Level) -> tuple[Telling, ...]:
    return tuple(telling for telling in document.tellings if telling.level is level)


def _mistakes(document: str, pairing: Pairing) -> Iterator[Mistake]:
    yield from (Mistake("missed", document, str(claim)) for claim in pairing.missed)
    yield from (Mistake("extra", document, str(claim)) for claim in pairing.extra)
    for gold, predicted in pairing.pairs:
        if gold.status != predicted.status:
            yield Mistake("status", document, f"{gold}, predicted {predicted.status}")
