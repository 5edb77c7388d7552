"""The shipped tables in a form that loads fast, kept in the user's cache and made anew whenever they change."""

from __future__ import annotations

import marshal
import os
import sys
import tempfile
from contextlib import suppress
from dataclasses import fields
from datetime import date
from hashlib import blake2b
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

from kg.world.name_index import NameKeys
from kg.world.types import Person, Tenure

_KEPT = 3
"""Compiled forms of other states of the tables that are left in the cache."""
_PERSON = attrgetter(*(field.name for field in fields(Person)))
_TENURE = attrgetter(*(field.name for field in fields(Tenure)))
_DATES = tuple(place for place, field in enumerate(fields(Tenure)) if "date" in str(field.type))


class Compiled(NamedTuple):
    """What the large tables hold, and the keys of all names in them."""

    people: tuple[Person, ...]
    tenures: tuple[Tenure, ...]
    keys: NameKeys


def cache_folder() -> Path:
    """Folder of this user's cached files: `KG_CACHE`, else the system's usual place."""
    if os.environ.get("KG_CACHE"):
        return Path(os.environ["KG_CACHE"])
    usual = os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else os.environ.get("XDG_CACHE_HOME")
    return Path(usual or Path.home() / ".cache") / "kg-contacts"


def fingerprint(tables: Path) -> str:
    """A digest of the tables, of the code that reads them, and of the Python that runs it."""
    digest = blake2b(f"{sys.version_info} {marshal.version}".encode(), digest_size=16)
    code = Path(__file__).parent
    sources = (*sorted(tables.glob("*.csv")), *(code / name for name in ("names.py", "name_index.py", "types.py")))
    for path in (*sources, code / "loading.py", code / "tables.py", Path(__file__)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def load(folder: Path, key: str) -> Compiled | None:
    """The compiled form with this fingerprint; None where there is none that is whole.

    Args:
        folder: the cache.
        key: fingerprint of the tables.
    """
    try:
        content = _path(folder, key).read_bytes()
        sound = blake2b(content[16:], digest_size=16).digest() == content[:16]
        return _restored(marshal.loads(content[16:])) if sound else None
    except (OSError, ValueError, TypeError, EOFError):
        return None


def save(folder: Path, key: str, made: Compiled) -> None:
    """Keep a compiled form; without a word where the folder cannot be written.

    The file appears whole under its name or not at all, so that two processes may do this at once.
    """
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        people = [_PERSON(person) for person in made.people]
        content = marshal.dumps((people, [_dated(tenure) for tenure in made.tenures], tuple(made.keys)))
        _write(_path(folder, key), blake2b(content, digest_size=16).digest() + content)
        _forget_old(folder)


def _path(folder: Path, key: str) -> Path:
    return folder / f"world-{key}.bin"


def _write(path: Path, content: bytes) -> None:
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".world-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(draft).replace(path)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        raise


def _forget_old(folder: Path) -> None:
    by_age = sorted(folder.glob("world-*.bin"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in by_age[1 + _KEPT :]:
        path.unlink(missing_ok=True)


def _dated(tenure: Tenure) -> tuple[Any, ...]:
    return tuple(value.toordinal() if isinstance(value, date) else value for value in _TENURE(tenure))


def _restored(content: Any) -> Compiled:
    people, tenures, keys = content
    return Compiled(tuple(Person(*row) for row in people), tuple(map(_tenure, tenures)), NameKeys(*keys))


def _tenure(row: tuple[Any, ...]) -> Tenure:
    values = list(row)
    for place in _DATES:
        if values[place] is not None:
            values[place] = date.fromordinal(values[place])
    return Tenure(*values)
