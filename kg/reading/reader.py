"""One file after the other, one article after the other; a bad one never stops the rest."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import Any, cast

from kg.errors import InputError
from kg.model import Article
from kg.reading.decoding import LIMIT, decoded
from kg.reading.fields import Entry, to_article
from kg.reading.files import STDIN, Source, found
from kg.reading.front_matter import split
from kg.reading.json_lines import objects
from kg.reading.place import Place

_HTML = re.compile(r"\s*(<!doctype html|<html)\b", re.IGNORECASE)


def read(
    *sources: str | Path,
    date: date | str = "",
    title: str = "",
    url: str = "",
    issuer: str = "",
) -> Iterator[Article | InputError]:
    """The articles of files and folders, in order; for each that cannot be read, the error instead.

    Text (`.txt`), Markdown with a YAML front matter (`.md`), JSON Lines (`.jsonl`, one object of Article's
    fields a line; `claims` are passed over), folders of these, and "-" for standard input (text, or JSON
    Lines where the first character is a brace). A text without a title of its own has none: its first line
    stays in the text, so that offsets count from where the file begins.

    Args:
        sources: paths; the same file given twice is read once.
        date: day of publication, in place of what the input says.
        title: headline, in place of what the input says.
        url: address, in place of what the input says.
        issuer: publisher, in place of what the input says.

    Yields:
        An article, or an InputError naming file, line and field. An id that came before is an error.
    """
    overrides = {"date": str(date), "title": title, "url": url, "issuer": issuer}
    given = {name: value for name, value in overrides.items() if value}
    places: dict[str, Place] = {}
    for entry in _entries(sources, given):
        yield _new_article(entry, places) if isinstance(entry, Entry) else entry


def _new_article(entry: Entry, places: dict[str, Place]) -> Article | InputError:
    try:
        article = to_article(entry)
    except InputError as error:
        return error
    if article.id in places:
        return entry.at("id").error(f"the id '{article.id}' was read before, from {places[article.id]}", field="id")
    places[article.id] = entry.place
    return article


def _entries(sources: tuple[str | Path, ...], given: Mapping[str, str]) -> Iterator[Entry | InputError]:
    done: set[Path] = set()
    for source in (item for path in sources for item in found(path)):
        if isinstance(source, InputError):
            yield source
        elif (real := source.path.resolve()) not in done:
            done.add(real)
            yield from _of_file(source, given)


def _of_file(source: Source, given: Mapping[str, str]) -> Iterator[Entry | InputError]:
    place = Place(str(source.path))
    try:
        with _opened(source.path) as stream:
            if _is_json_lines(source.path, stream):
                yield from _of_lines(stream, source, given)
            else:
                yield _of_text(decoded(stream.read(LIMIT + 1), place), source, given)
    except InputError as error:
        yield error
    except OSError as error:
        yield place.error("there is no such file" if isinstance(error, FileNotFoundError) else _reason(error))


@contextmanager
def _opened(path: Path) -> Iterator[BufferedReader[Any]]:
    if str(path) == STDIN:
        buffered = BufferedReader(cast("RawIOBase", sys.stdin.buffer))
        try:
            yield buffered
        finally:
            buffered.detach()  # standard input is not ours to close
    else:
        with path.open("rb") as stream:
            yield stream


def _is_json_lines(path: Path, stream: BufferedReader[Any]) -> bool:
    if path.suffix:
        return path.suffix.lower() == ".jsonl"
    return stream.peek(64).removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


def _of_lines(stream: BufferedReader[Any], source: Source, given: Mapping[str, str]) -> Iterator[Entry | InputError]:
    item = None
    for item in objects(stream, str(source.path)):
        if isinstance(item, InputError):
            yield item
            continue
        place, values = item
        own = {name: value for name, value in values.items() if name != "claims" and value not in (None, "")}
        yield Entry({"id": f"{source.name}:{place.line}"} | own | dict(given), place)
    if item is None:
        yield Place(str(source.path)).error("the file is empty")


def _of_text(text: str, source: Source, given: Mapping[str, str]) -> Entry:
    place = Place(str(source.path))
    if _HTML.match(text):
        raise place.error("HTML is not read yet", remedy="save the article's text as .txt or .md")
    values, lines, body = split(text.replace("\r\n", "\n"), place) if _has_fields(source.path) else ({}, {}, text)
    if "text" in values:
        raise place.at(lines["text"]).error("the text stands below the front matter", field="text")
    return Entry({"id": source.name} | values | {"text": body} | dict(given), place, lines)


def _has_fields(path: Path) -> bool:
    return path.suffix.lower() != ".txt"


def _reason(error: OSError) -> str:
    return f"cannot be read: {error.strerror or error}"
