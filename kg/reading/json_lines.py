"""JSON Lines: one article a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from kg.errors import InputError
from kg.reading.decoding import LIMIT, UTF16_MARKS, decoded_utf8, too_long
from kg.reading.place import Place


def objects(stream: BinaryIO, source: str) -> Iterator[tuple[Place, dict[str, Any]] | InputError]:
    """Each line's object with its place, or what is wrong with the line; blank lines are passed over.

    Args:
        stream: UTF-8, with or without a byte order mark; read line by line, never as a whole.
        source: its name, for errors.
    """
    for line in lines(stream, source):
        if isinstance(line, InputError):
            yield line
            continue
        try:
            yield line[0], _object(line[1], line[0])
        except InputError as error:
            yield error


def lines(stream: BinaryIO, source: str) -> Iterator[tuple[Place, bytes] | InputError]:
    """The lines that hold something, none longer than the limit."""
    number = 0
    while data := stream.readline(LIMIT + 1):
        number += 1
        place = Place(source, number)
        if number == 1 and data.startswith(UTF16_MARKS):
            yield place.error("is UTF-16, but JSON Lines are UTF-8", remedy="save it as UTF-8")
            return
        if len(data) > LIMIT:
            _skip_line(stream, data)
            yield too_long(place)
        elif data.strip():
            yield place, data


def _skip_line(stream: BinaryIO, data: bytes) -> None:
    while data and not data.endswith(b"\n"):
        data = stream.readline(LIMIT)


def _object(data: bytes, place: Place) -> dict[str, Any]:
    text = decoded_utf8(data, place)
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        problem = f"broken JSON at column {error.colno}: {error.msg}"
        raise place.error(problem, remedy="one whole object a line") from None
    except (ValueError, RecursionError):
        raise place.error("broken JSON: a number too long or lists too deep") from None
    if not isinstance(value, dict):
        raise place.error("is no JSON object", remedy='write {"text": ..., "date": ...}')
    return value
