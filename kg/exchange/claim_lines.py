"""Claims as JSON Lines, one article a line with all that it tells."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from kg.errors import InputError
from kg.graph import Store
from kg.graph.article_rdf import Extracted, text_digest
from kg.graph.results import rows
from kg.model import Article, Claim
from kg.reading.json_lines import objects
from kg.reading.place import Place

UNKNOWN_VERSION = "unknown"
"""Software version of claims that do not say what made them: the next ingestion reads their articles anew."""

_OWN_FIELDS = frozenset(Extracted.__slots__) | {"claims"}
_EXTRACTED = """
SELECT ?id ?text_sha256 ?software_version WHERE {
  ?article a kg:Article ; dct:identifier ?id .
  ?run prov:used ?article ; kg:softwareVersion ?software_version .
  OPTIONAL { ?article kg:textSha256 ?text_sha256 }
}"""

Telling = tuple[Article, list[Claim], Extracted]


def write_claims(store: Store, path: str | Path) -> None:
    """Write every article of a store, with its claims, as a line of JSON; in order of ids.

    The texts of the articles are not in a store: what they were stands in `text_sha256`.
    """
    extracted = {row.pop("id"): Extracted(**row) for row in rows(store.query(_EXTRACTED))}
    told = {name: list(claims) for name, claims in groupby(store.claims(), key=lambda claim: claim.article)}
    with Path(path).open("w", encoding="utf-8") as stream:
        for name, article in store.articles().items():
            line = _line(article, told.get(name, ()), extracted[name])
            stream.write(json.dumps(line, ensure_ascii=False) + "\n")


def _line(article: Article, claims: Sequence[Claim], extracted: Extracted) -> dict[str, Any]:
    described = article.model_dump(mode="json", by_alias=True, exclude={"text"}, exclude_defaults=True)
    made = {name: getattr(extracted, name) for name in Extracted.__slots__ if getattr(extracted, name)}
    return {"id": article.id} | described | made | {"claims": [claim.to_json() for claim in claims]}


def read_claims(path: str | Path) -> Iterator[tuple[Place, Telling] | InputError]:
    """The articles of a file with their claims; for each line that cannot be used, the error instead.

    Lines may come from `write_claims`, from `kg extract --format jsonl`, or from elsewhere: an object with `id`, the
    other fields of an article where known, and `claims`. Where the `text` is there too, evidence is checked against it.
    """
    with Path(path).open("rb") as stream:
        for item in objects(stream, str(path)):
            yield item if isinstance(item, InputError) else _told(*item)


def _told(place: Place, values: dict[str, Any]) -> tuple[Place, Telling] | InputError:
    try:
        article = _article(place, values)
        claims = [_claim(place, article, number, claim) for number, claim in enumerate(_claims(place, values))]
    except InputError as error:
        return error
    digest = values.get("text_sha256") or (text_digest(article.text) if article.text else "")
    return place, (article, claims, Extracted(digest, values.get("software_version") or UNKNOWN_VERSION))


def _article(place: Place, values: dict[str, Any]) -> Article:
    described = {name: value for name, value in values.items() if name not in _OWN_FIELDS and value is not None}
    if not described.get("id"):
        raise place.error("the article has no id", field="id", remedy="give it the id that it has in the graph")
    try:
        return Article.model_validate({"text": ""} | described)
    except ValidationError as error:
        raise _problem(place, error, "") from None


def _claims(place: Place, values: dict[str, Any]) -> list[Any]:
    claims = values.get("claims")
    if not isinstance(claims, list):
        raise place.error("must be a list of claims", field="claims", remedy="[] where the article tells of no contact")
    return claims


def _claim(place: Place, article: Article, number: int, value: Any) -> Claim:
    try:
        claim = Claim.model_validate(value).model_copy(update={"article": article.id})
    except ValidationError as error:
        raise _problem(place, error, f"claims.{number}") from None
    for evidence in claim.evidence if article.text else ():
        if evidence.text != getattr(article, evidence.part)[evidence.start : evidence.end]:
            where = f"{evidence.part} from {evidence.start} to {evidence.end}"
            raise place.error(f"the evidence is not the {where} of the article", field=f"claims.{number}.evidence")
    return claim


def _problem(place: Place, error: ValidationError, within: str) -> InputError:
    first = error.errors(include_url=False)[0]
    field = ".".join(str(part) for part in (within, *first["loc"]) if part != "")
    return place.error(first["msg"].removeprefix("Value error, "), field=field)
