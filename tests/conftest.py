"""Fixtures that several rooms share."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from kg.extraction import Extractor
from kg.world import World, load_world

ROOT = Path(__file__).parent.parent
GOLD = Path(__file__).parent / "gold"

settings.register_profile("project", deadline=None)  # no test is timed
settings.load_profile("project")


def shared_folder() -> Path:
    """The folder of texts that cannot be part of the project: `KG_SHARED`, or `../shared` beside the checkout."""
    return Path(os.environ.get("KG_SHARED", ROOT.parent / "shared"))


@pytest.fixture(scope="session")
def shared() -> Path:
    folder = shared_folder()
    if not folder.is_dir():
        pytest.skip("needs texts that are not part of the project (set KG_SHARED to their folder)")
    return folder


@pytest.fixture(scope="session")
def world() -> World:
    return load_world()


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor.load()


def gold_lines(name: str) -> list[dict[str, Any]]:
    """The documents of one of our own annotated files."""
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]
