"""Files that verbs write."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary file beside `path` that takes its place once all is written, and never a half of it.

    Args:
        path: file to make or replace.

    Yields:
        The temporary file, to be written.
    """
    target = path.resolve()
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=target.suffix)
    os.close(descriptor)
    draft = Path(name)
    try:
        yield draft
        draft.chmod(_usual_mode(target))
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def delivered(output: Path | None, suffix: str) -> Iterator[Path]:
    """A temporary file that becomes `output` once all is written, or goes to standard output.

    Args:
        output: file to make or replace; None for standard output.
        suffix: ending of its name.

    Yields:
        The temporary file, to be written.
    """
    if output:
        with replacing(output) as draft:
            yield draft
        return
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder, f"export.{suffix}")
        yield draft
        with draft.open(encoding="utf-8", newline="") as lines:
            shutil.copyfileobj(lines, sys.stdout)


def _usual_mode(path: Path) -> int:
    """The mode of the file that is replaced, or that of any new file (temporary files are private)."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def open_page(path: Path) -> None:
    """Show a page in the user's browser."""
    webbrowser.open(path.resolve().as_uri())
