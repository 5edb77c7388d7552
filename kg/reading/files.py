"""Which files there are to read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kg.errors import InputError
from kg.reading.place import Place

STDIN = "-"
_READ = frozenset({".txt", ".md", ".jsonl", ""})
_WEB = frozenset({".html", ".htm", ".xhtml"})
_REMEDY = {
    ".json": "put one article a line into a .jsonl file",
    **dict.fromkeys(_WEB, "save the article's text as .txt or .md"),
}


class Source(NamedTuple):
    """One file to read.

    Attributes:
        path: the file; "-" is standard input.
        name: id of the article in it, unless the file says otherwise.
    """

    path: Path
    name: str


def found(source: str | Path) -> Iterator[Source | InputError]:
    """The files that a path stands for, in order of their names.

    A folder stands for the texts anywhere in it (.txt, .md, .jsonl), without hidden files and READMEs.
    """
    path = Path(source)
    if str(source) != STDIN and path.is_dir():
        yield from _in_folder(path)
    else:
        yield _readable(path, "stdin" if str(source) == STDIN else path.stem)


def _in_folder(folder: Path) -> Iterator[Source | InputError]:
    problems: list[OSError] = []
    paths = sorted(Path(root, name) for root, _, names in os.walk(folder, onerror=problems.append) for name in names)
    candidates = [path for path in paths if _is_candidate(path.relative_to(folder))]
    yield from (Place(str(error.filename)).error(f"cannot be read: {error.strerror}") for error in problems)
    yield from (_readable(path, path.relative_to(folder).with_suffix("").as_posix()) for path in candidates)
    if not candidates and not problems:
        yield Place(str(folder)).error("the folder holds no article", remedy="articles end in .txt, .md or .jsonl")


def _is_candidate(path: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.parts)
    known = path.suffix.lower() in (_READ | _WEB) - {""}
    return known and not hidden and path.stem.upper() != "README"


def _readable(path: Path, name: str) -> Source | InputError:
    suffix = path.suffix.lower()
    if suffix in _READ:
        return Source(path, name)
    kind = "HTML" if suffix in _WEB else f"'{suffix}' files"
    verb = "is" if suffix in _WEB else "are"
    remedy = _REMEDY.get(suffix, "articles end in .txt, .md or .jsonl")
    return Place(str(path)).error(f"{kind} {verb} not read yet", remedy=remedy)
