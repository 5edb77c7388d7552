"""Writes docs/accuracy.md from the figures that were measured; measures nothing itself.

    python benchmarks/accuracy_report.py

It fills `benchmarks/accuracy_page.md` from `benchmarks/accuracy_log.csv` (documents kept apart), from
`benchmarks/worked_on.json` and `benchmarks/calibration.json` (documents worked on), and from
`kg/extraction/en/confidence.json` (what the extractor applies).
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from string import Template
from typing import Any

from kg.extraction.confidence import load_calibration

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "accuracy.md"
TEMPLATE = HERE / "accuracy_page.md"
MEANINGS: Mapping[str, str] = {
    "somebody who took part was not recognised": "no name, office or table led to the person",
    "the participants were found, but on other days, or in fewer contacts than told": (
        "two contacts of one pair taken for one, or a day that is not the annotated one"
    ),
    "the sentence was found, but with other participants": (
        "a pronoun or a group word led to somebody else, or not to all"
    ),
    "no word of the sentence was read as telling of a contact": (
        "told without a word for a contact, or in a construction that no rule knows"
    ),
    "found with another status": "planned for held, proposed for planned and the like",
    "the participants are annotated, but on other days, or in fewer contacts": (
        "one contact taken for two, or a day that is not the annotated one"
    ),
    "the sentence is annotated, but with other participants": "as above, seen from the other side",
    "the sentence tells of no contact that counts": "the only kind that invents a contact",
}


def page() -> str:
    """The whole document."""
    fitted, tried = load_calibration(), _json("calibration.json")
    worked_on = _json("worked_on.json")
    values = {
        "apart": _table(_latest(_log())),
        "worked_on": worked_on["made"],
        "classes": _table(worked_on["classes"]),
        "claims": tried["all"]["claims"],
        "right": tried["all"]["right"],
        "documents": sum(each.documents for each in fitted.sets),
        "command": fitted.command,
        "fitted": fitted.made,
        "penalty": f"{fitted.penalty:g}",
        "sets": _lines((each.name, each.documents, each.claims, each.right) for each in fitted.sets),
        "intercept": f"{fitted.intercept:+.2f}",
        "features": _lines(
            (name, f"{each.weight:+.2f}", each.claims, _share(each.right / each.claims))
            for name, each in fitted.features.items()
        ),
        **_held(tried),
        **_mistakes(worked_on),
    }
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(values)


def _held(tried: Mapping[str, Any]) -> dict[str, str]:
    """How the probabilities held."""
    return {
        "predicted": _share(tried["all"]["predicted"]),
        "observed": _share(tried["all"]["observed"]),
        "bins": _lines((f"{one['from']:g} to {one['to']:g}", *_rated(one)) for one in tried["bins"]),
        "brier": _share(tried["brier"]["confidence"]),
        "base_brier": _share(tried["brier"]["base rate"]),
        "loss": _share(tried["log loss"]["confidence"]),
        "base_loss": _share(tried["log loss"]["base rate"]),
        "thresholds": _lines(
            (one["at_least"], f"{one['claims']} ({one['kept']:.0%})", _share(one["observed"]))
            for one in tried["thresholds"]
        ),
        "by_class": _lines((name, *_rated(one)) for name, one in tried["classes"].items()),
    }


def _mistakes(worked_on: Mapping[str, Any]) -> dict[str, str]:
    """What was missed and what was false, by kind."""
    found: dict[str, str] = {}
    for side in ("missed", "false"):
        counted: dict[str, int] = worked_on[side]
        found[side] = str(sum(counted.values()))
        found[f"{side}_rows"] = _lines((what, count, MEANINGS.get(what, "")) for what, count in counted.items())
    return found


def _json(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((HERE / name).read_text(encoding="utf-8"))
    return read


def _log() -> list[dict[str, str]]:
    with (HERE / "accuracy_log.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _latest(log: Iterable[dict[str, str]]) -> list[dict[str, Any]]:
    """The last row of each file and class, as the rows of `worked_on.json` are."""
    last = {(row["file"], row["class"]): row for row in log}
    return [
        {
            "set": row["file"].partition("/")[2],
            "class": row["class"],
            "docs": row["documents"],
            "gold": row["gold"],
            "pred": row["found"],
            "core": {name: float(row[f"core_{word}"]) for name, word in _RATES},
            "strict": {"f1": float(row["strict_f1"])},
            "false_claims_in_contactless_docs": f"{row['false_in_contactless']} in {row['contactless']}",
            "day": row["day"],
        }
        for row in last.values()
    ]


_RATES = (("p", "precision"), ("r", "recall"), ("f1", "f1"))


def _table(rows: Sequence[Mapping[str, Any]]) -> str:
    """Figures by class; columns that no row has are left out."""
    extra = [name for name in ("level", "topics", "authority", "day") if any(name in row for row in rows)]
    heads = ["set", "class", "documents", "told", "claimed", "core P", "core R", "core F1", "strict F1"]
    heads += [{"topics": "topics F1"}.get(name, name) for name in extra] + [
        "false claims in documents without a contact"
    ]
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    return "\n".join([*lines, *(_line(_cells(row, extra)) for row in rows)])


def _cells(row: Mapping[str, Any], extra: Sequence[str]) -> Iterator[object]:
    yield from (row[name] for name in ("set", "class", "docs", "gold", "pred"))
    told, claimed, core = int(row["gold"]), int(row["pred"]), row["core"]
    yield _share(core["p"]) if claimed else ""
    yield _share(core["r"]) if told else ""
    yield from (_share(value) if told and claimed else "" for value in (core["f1"], row["strict"]["f1"]))
    for name in extra:
        value = row.get(name) or ""
        value = value["f1"] if isinstance(value, dict) else value
        yield (_share(value) if told and claimed else "") if isinstance(value, float) else value
    yield row["false_claims_in_contactless_docs"]


def _rated(row: Mapping[str, Any]) -> tuple[object, ...]:
    return row["claims"], _share(row["predicted"]), _share(row["observed"])


def _share(value: float) -> str:
    return f"{value:.3f}"


def _lines(rows: Iterable[Iterable[object]]) -> str:
    return "\n".join(map(_line, rows))


def _line(cells: Iterable[object]) -> str:
    return "| " + " | ".join(map(str, cells)) + " |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
