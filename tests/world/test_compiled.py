"""The compiled tables: the same world, made anew when a table changes, never in the way."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg.world import World, compiled
from kg.world.name_index import NameKeys
from kg.world.world import load_world

TABLES = Path(compiled.__file__).parent / "data"
LOAD = "from kg.world import load_world; print(len(load_world().people), len(load_world().people_called('Putin')))"


@pytest.fixture(scope="module")
def plain() -> World:
    return World.from_folder(TABLES)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KG_CACHE", str(tmp_path / "cache"))
    load_world.cache_clear()
    return tmp_path / "cache"


@pytest.fixture(autouse=True)
def forget() -> None:
    """No test leaves a world of its own cache behind."""
    load_world.cache_clear()


def test_the_compiled_world_is_the_plain_one(cache: Path, plain: World) -> None:
    load_world()
    load_world.cache_clear()
    (kept,) = cache.glob("world-*.bin")
    again = load_world()
    assert kept.stat().st_size > 1_000_000
    assert again.people == plain.people
    assert again.tenures == plain.tenures
    for name in ("Vladimir Putin", "volodymyr zelenskiy", "Nobody At All"):
        assert again.people_named(name) == plain.people_named(name)
    assert again.people_called("Kim") == plain.people_called("Kim")


def test_a_changed_table_has_another_fingerprint(tmp_path: Path) -> None:
    shutil.copytree(TABLES, tmp_path / "tables")
    before = compiled.fingerprint(tmp_path / "tables")
    assert before == compiled.fingerprint(TABLES)
    with (tmp_path / "tables" / "people.csv").open("a", encoding="utf-8") as table:
        table.write("x,X Y,Y,,,,,curated,CC0-1.0\n")
    assert compiled.fingerprint(tmp_path / "tables") != before


@pytest.mark.parametrize("damage", [b"", b"short", b"\x00" * 5000])
def test_a_damaged_file_is_made_anew(cache: Path, damage: bytes) -> None:
    load_world()
    load_world.cache_clear()
    (kept,) = cache.glob("world-*.bin")
    whole = kept.read_bytes()
    kept.write_bytes(damage or whole[: len(whole) // 2])
    assert load_world().people_called("Putin")
    assert kept.read_bytes() == whole


def test_a_cache_that_cannot_be_written_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("KG_CACHE", str(tmp_path / "file" / "cache"))
    load_world.cache_clear()
    assert load_world().people_called("Putin")


def test_only_the_latest_are_kept(tmp_path: Path) -> None:
    few = compiled.Compiled((), (), NameKeys({}, {}, {}, {}))
    for number in range(8):
        compiled.save(tmp_path, f"{number}", few)
        os.utime(tmp_path / f"world-{number}.bin", (number, number))
    assert len(list(tmp_path.glob("world-*.bin"))) <= 4
    assert compiled.load(tmp_path, "7") == few


def test_several_processes_at_once_agree_and_leave_nothing_behind(tmp_path: Path) -> None:
    environment = os.environ | {"KG_CACHE": str(tmp_path)}
    run = [sys.executable, "-c", LOAD]
    started = [subprocess.Popen(run, env=environment, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    told = {process.communicate(timeout=120)[0] for process in started}
    assert [process.returncode for process in started] == [0, 0, 0]
    assert len(told) == 1
    assert [path.name[:6] for path in tmp_path.iterdir()] == ["world-"]
