"""Progress goes to stderr, on a terminal only, and only where something takes its time."""

from __future__ import annotations

import io
import sys

import pytest

from kg.cli import progress
from kg.cli.progress import busy, watched


class Terminal(io.StringIO):
    """A stderr that people look at."""

    def isatty(self) -> bool:
        return True


def terminal(monkeypatch: pytest.MonkeyPatch, patience: float) -> Terminal:
    """Not a fixture: pytest puts its own stderr in place after those."""
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "_PATIENCE", patience)
    return screen


def test_what_takes_long_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = terminal(monkeypatch, patience=-1)
    assert list(watched(range(3), "Reading")) == [0, 1, 2]
    assert "Reading" in screen.getvalue()


def test_what_is_quick_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = terminal(monkeypatch, patience=60)
    assert list(watched(range(3), "Reading")) == [0, 1, 2]
    assert "Reading" not in screen.getvalue()


def test_in_a_pipe_nothing_is_shown(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", -1)
    assert list(watched(range(3), "Reading")) == [0, 1, 2]
    with busy("Validating"):
        pass
    assert capsys.readouterr() == ("", "")


def test_the_bar_goes_where_the_work_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = terminal(monkeypatch, patience=-1)
    with pytest.raises(ZeroDivisionError):
        list(watched((1 // number for number in (2, 1, 0)), "Reading"))
    assert sys.stderr is screen
