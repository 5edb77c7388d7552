"""Backups: everything that a store holds, as N-Quads in one file that tells whether it is whole."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Literal, cast

import pyoxigraph as ox

from kg.errors import StoreError
from kg.graph.database import Database
from kg.graph.folder import is_store, open_database

_END = "# whole: {count} quads\n"
_TAIL = re.compile(rb"# whole: (\d+) quads\n\Z")
_TAIL_BYTES = 60


def write_backup(database: Database, path: Path) -> int:
    """Write everything to a file, compressed where it ends in .gz; it takes its place once it was read back.

    Returns:
        The number of quads.

    Raises:
        StoreError: the file does not hold what was written to it.
    """
    with _replacing(path) as draft:
        with _opened(draft, path.suffix, "wb") as stream:
            count = 0
            for some in _portions(database.quads_for_pattern(None, None, None, None)):
                ox.serialize(some, stream, format=ox.RdfFormat.N_QUADS)
                count += len(some)
            stream.write(_END.format(count=count).encode())
        _check(draft, path, count)
    return count


def _portions(quads: Iterable[ox.Quad], size: int = 50_000) -> Iterator[list[ox.Quad]]:
    some: list[ox.Quad] = []
    for quad in quads:
        some.append(quad)
        if len(some) == size:
            yield some
            some = []
    yield some


def _check(draft: Path, path: Path, count: int) -> None:
    with _opened(draft, path.suffix, "rb") as stream:
        found = sum(1 for _ in ox.parse(stream, format=ox.RdfFormat.N_QUADS))
    if found != count:
        raise StoreError(f"{path}: {found} of {count} quads could be read back (is the disk full or broken?)")


def read_backup(path: Path, folder: Path, *, replace: bool) -> int:
    """Make a store of a backup, beside its place until all of it is there.

    Args:
        path: file of `write_backup`.
        folder: folder of the store.
        replace: put it in place of a store that is there.

    Returns:
        The number of quads.

    Raises:
        StoreError: the file is not a whole backup, or there is something in the folder.
    """
    there = is_store(folder)
    if there and not replace:
        raise StoreError(f"{folder}: there is a store already (name another folder, or say --replace)")
    if there:
        open_database(folder, create=False, read_only=False)  # raises where another process has it open
    folder.absolute().parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.absolute().parent, prefix=f".{folder.name}.") as temporary:
        fresh = Path(temporary) / "fresh"
        count = _load(path, fresh)
        if folder.exists():
            folder.replace(Path(temporary) / "old")
        fresh.replace(folder)
    return count


def _load(path: Path, folder: Path) -> int:
    expected = _expected(path)
    database = open_database(folder, create=True, read_only=False)
    try:
        with _opened(path, path.suffix, "rb") as stream:
            database.bulk_load(stream, format=ox.RdfFormat.N_QUADS)
    except (SyntaxError, ValueError, EOFError, OSError) as error:
        raise StoreError(f"{path}: is no backup of a store: {' '.join(str(error).split())}") from error
    count = len(database)
    if count != expected:
        raise StoreError(f"{path}: holds {count} of {expected} quads: the file is not whole (take another backup)")
    database.flush()
    return count


def _expected(path: Path) -> int:
    """The number of quads that the last line tells."""
    tail = b""
    try:
        with _opened(path, path.suffix, "rb") as stream:
            while block := stream.read(1 << 20):
                tail = (tail + block)[-_TAIL_BYTES:]
    except (EOFError, gzip.BadGzipFile) as error:
        raise StoreError(f"{path}: is cut short or not compressed (take another backup)") from error
    found = _TAIL.search(tail)
    if not found:
        raise StoreError(f"{path}: is not a whole backup: its last line is missing (take another backup)")
    return int(found[1])


def _opened(path: Path, suffix: str, mode: Literal["rb", "wb"]) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path, mode)) if suffix == ".gz" else path.open(mode)


@contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    """A file beside `path` that takes its place once it is on the disk."""
    handle, name = tempfile.mkstemp(dir=path.absolute().parent, prefix=f".{path.name}.")
    os.close(handle)
    draft = Path(name)
    try:
        yield draft
        with draft.open("rb") as stream:
            os.fsync(stream.fileno())
        shutil.copymode(path, draft) if path.exists() else draft.chmod(0o644)
        draft.replace(path)
    finally:
        with suppress(FileNotFoundError):
            draft.unlink()
