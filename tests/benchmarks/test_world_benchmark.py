"""The benchmark of the world: the same texts for a seed, and finders that look for the same names."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from kg.world import load_world

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "world.py"


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("world_benchmark", BENCHMARK)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_texts_are_of_so_many_words_and_the_same_for_a_seed(benchmark: ModuleType) -> None:
    names = benchmark.names_of(load_world())
    texts = benchmark.texts_of(names, 3)
    assert texts == benchmark.texts_of(names, 3)
    assert {len(text.split()) for text in texts} == {benchmark.WORDS}


def test_all_finders_find_names_and_ours_is_the_fastest(benchmark: ModuleType) -> None:
    world = load_world()
    names = [person.name for person in list(world.people.values())[:200]]
    finders = [benchmark.ours(world), benchmark.phrase_matcher(names), benchmark.entity_ruler(names)]
    fast, matcher, ruler = benchmark.race(benchmark.texts_of(names, 40), finders)
    assert min(fast.found, matcher.found, ruler.found) > 10
    assert fast.rate > max(matcher.rate, ruler.rate)


def test_loading_takes_time_and_memory(benchmark: ModuleType) -> None:
    seconds, megabytes = benchmark.loading()
    assert 0 < seconds < 3
    assert megabytes < 150
