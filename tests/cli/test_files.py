"""Files are replaced whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.cli.files import replacing


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def write_half(target: Path) -> None:
    with replacing(target) as draft:
        draft.write_text("half")
        draft.write_text(str(1 // 0))


def test_the_file_appears_once_all_is_written(tmp_path: Path) -> None:
    target = tmp_path / "network.html"
    with replacing(target) as draft:
        draft.write_text("whole")
        assert not target.exists()
    assert target.read_text() == "whole"
    assert names(tmp_path) == ["network.html"]


def test_what_was_there_stays_where_writing_fails(tmp_path: Path) -> None:
    target = tmp_path / "network.html"
    target.write_text("old")
    with pytest.raises(ZeroDivisionError):
        write_half(target)
    assert target.read_text() == "old"
    assert names(tmp_path) == ["network.html"]


def test_the_mode_of_the_file_that_is_replaced_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "network.html"
    target.write_text("old")
    target.chmod(0o640)
    with replacing(target) as draft:
        draft.write_text("new")
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_link_still_points_to_the_file(tmp_path: Path) -> None:
    target, link = tmp_path / "network.html", tmp_path / "link.html"
    target.write_text("old")
    link.symlink_to(target)
    with replacing(link) as draft:
        draft.write_text("new")
    assert link.is_symlink()
    assert target.read_text() == "new"
