"""Bytes to text, without ever guessing an encoding."""

from __future__ import annotations

import codecs

from kg.errors import InputError
from kg.reading.place import Place

LIMIT = 20 * 1024 * 1024
"""Most bytes that one text, or one line of JSON Lines, may have."""

_MAGIC = {b"%PDF": "a PDF", b"PK\x03\x04": "a zip or office file", b"\x1f\x8b": "a gzip file", b"\x89PNG": "a picture"}
UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""With one of these a UTF-16 text begins."""


def decoded(data: bytes, place: Place) -> str:
    """The text of a whole file.

    Args:
        data: its bytes: UTF-8, or UTF-16 that says so with a byte order mark.
        place: the file, for errors.

    Raises:
        InputError: empty, too long, binary, holding NUL characters, or not in one of these encodings.
    """
    if not data.strip():
        raise place.error("the file is empty")
    if len(data) > LIMIT:
        raise too_long(place)
    kind = next((kind for magic, kind in _MAGIC.items() if data.startswith(magic)), "")
    if kind:
        raise place.error(f"is {kind}, not text", remedy="save its text as a .txt file first")
    text = _decoded_utf16(data, place) if data.startswith(UTF16_MARKS) else decoded_utf8(data, place)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise place.at(line).error("holds a NUL character", remedy="remove it: it has no place in a text")
    return text


def decoded_utf8(data: bytes, place: Place) -> str:
    """UTF-8 with or without a byte order mark; an error names the first byte that is wrong, and its line."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\0" in data:
            raise place.error("is binary, not text") from None
        wrong, line = data[error.start], data.count(b"\n", 0, error.start) + (place.line or 1)
        problem = f"byte 0x{wrong:02X} at position {error.start} is not UTF-8"
        raise place.at(line).error(problem, remedy="save it as UTF-8") from None


def too_long(place: Place) -> InputError:
    """The error for a text over the limit."""
    return place.error(f"is longer than {LIMIT // 1024 // 1024} MB", remedy="split it: one article at a time")


def _decoded_utf16(data: bytes, place: Place) -> str:
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError as error:
        raise place.error(f"is not valid UTF-16 at byte {error.start}", remedy="save it as UTF-8") from None
