"""The folder of a store: a marker that says what it is, and the files of the database."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NoReturn

import pyoxigraph as ox

from kg.errors import StoreError
from kg.graph.schema import SCHEMA, check_schema

_MARKER = "kg-store.json"
_DATABASE = "oxigraph"


def open_database(path: Path, *, create: bool, read_only: bool) -> ox.Store:
    """The database in the folder `path`.

    Args:
        path: folder of the store.
        create: make a new store where there is none.
        read_only: never write; sees the store as it was when it was opened.

    Raises:
        StoreError: there is no store and none may be made, the path is something else, or it cannot be opened.
    """
    if not is_store(path):
        if read_only or not create:
            raise StoreError(f"{path}: there is no store here (put articles into it first, or name another folder)")
        _make(path)
    schema = _schema(path)
    check_schema(str(path), schema, read_only=read_only)
    if schema != SCHEMA:
        _mark(path)
    database = str(path.resolve() / _DATABASE)  # locks go by the words of a path, which the working folder may change
    try:
        return ox.Store.read_only(database) if read_only else ox.Store(database)
    except OSError as error:
        _explain(path, error)


def is_store(path: Path) -> bool:
    """Whether a folder holds a store.

    Raises:
        StoreError: it holds other things, is a file, or may not be read.
    """
    try:
        if path.exists() and not path.is_dir():
            raise StoreError(f"{path}: is a file, and a store is a folder (name another path)")
        if (path / _MARKER).is_file():
            return True
        if path.is_dir() and any(path.iterdir()):
            raise StoreError(f"{path}: is a folder of other things, not a store (name a new or empty folder)")
    except PermissionError as error:
        _explain(path, error)
    return False


def _make(path: Path) -> None:
    """The marker comes before the database: a folder that holds files of ours is always known as ours."""
    try:
        path.mkdir(parents=True, exist_ok=True)
        _mark(path)
    except OSError as error:
        raise StoreError(f"{path}: a store cannot be made here: {error.strerror} (name another folder)") from error


def _mark(path: Path) -> None:
    draft = path / f"{_MARKER}.new"
    draft.write_text(json.dumps({"format": "kg-contacts", "schema": SCHEMA}) + "\n", encoding="utf-8")
    draft.replace(path / _MARKER)


def _schema(path: Path) -> object:
    try:
        return json.loads((path / _MARKER).read_text(encoding="utf-8")).get("schema")
    except (ValueError, AttributeError) as error:
        raise StoreError(
            f"{path / _MARKER}: is damaged (restore the store from a backup, or build it again)"
        ) from error
    except OSError as error:
        _explain(path, error)


def _explain(path: Path, error: OSError) -> NoReturn:
    text = " ".join(str(error).split())
    if isinstance(error, PermissionError) or "Permission denied" in text or "Read-only file system" in text:
        raise StoreError(f"{path}: no permission to use the store (change the permissions of the folder)") from error
    if "LOCK:" in text:
        raise StoreError(f"{path}: the store is open elsewhere (wait until the other process is done)") from error
    raise StoreError(f"{path}: the store cannot be opened: {text} (restore it from a backup or an export)") from error
