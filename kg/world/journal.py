"""The journal of a refresh: what was answered so far, so that a run that is cut short can go on."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from kg.errors import InputError


class Journal:
    """Answers by the key of their request, each on disk before the next is asked for.

    Args:
        path: the file; one JSON object a line, the first of which says what the run is.
        run: what the run is, such as its endpoint; a run can only be resumed as itself.
        resume: go on where a run was cut short, if one was.

    Attributes:
        answers: by key.

    Raises:
        InputError: a run was cut short here and is not resumed, or was another run, or the file is damaged.
    """

    def __init__(self, path: Path, run: dict[str, Any], *, resume: bool) -> None:
        self._path = path
        self.answers: dict[str, Any] = {}
        if path.exists():
            self._read(run, resume)
        path.parent.mkdir(parents=True, exist_ok=True)
        self._stream = self._rewritten(run)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stream.close()

    def add(self, key: str, answer: Any) -> None:
        """Keep an answer; it is on disk when this returns."""
        self.answers[key] = answer
        _write(self._stream, [{"key": key, "answer": answer}])

    def remove(self) -> None:
        """Forget the run: it is done."""
        self._stream.close()
        self._path.unlink()

    def _read(self, run: dict[str, Any], resume: bool) -> None:
        if not resume:
            raise InputError(
                "a refresh was cut short here", source=str(self._path), remedy="go on with --resume, or delete the file"
            )
        lines = self._path.read_text(encoding="utf-8").split("\n")
        records = [self._parsed(number, line) for number, line in enumerate(lines[:-1], 1)]  # half a line is no line
        if records and records[0] != run:
            raise InputError(
                f"is of another run: {json.dumps(records[0])}",
                source=str(self._path),
                remedy="finish or delete it first",
            )
        self.answers = {record["key"]: record["answer"] for record in records[1:]}

    def _parsed(self, number: int, line: str) -> dict[str, Any]:
        try:
            record = json.loads(line)
            if number == 1 or {"key", "answer"} <= record.keys():
                return dict(record)
        except (ValueError, TypeError, AttributeError):
            pass
        raise InputError("is damaged", source=str(self._path), line=number, remedy="delete the line or the file")

    def _rewritten(self, run: dict[str, Any]) -> IO[str]:
        """The file without what a crash left half written, open for more."""
        draft = self._path.with_name(self._path.name + ".new")
        with draft.open("w", encoding="utf-8", newline="\n") as stream:
            _write(stream, [run, *({"key": key, "answer": answer} for key, answer in self.answers.items())])
        draft.replace(self._path)
        return self._path.open("a", encoding="utf-8", newline="\n")


def _write(stream: IO[str], records: Sequence[dict[str, Any]]) -> None:
    stream.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    stream.flush()
    os.fsync(stream.fileno())
