"""Streams in batches and in several processes: in order, no further ahead than needed, nothing lost at a break."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count, islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError, RuleError
from kg.extraction import Extractor
from kg.extraction.batching import ahead, batches
from kg.extraction.parallel import ParallelExtractor, Recipe
from kg.model import Article

SENTENCE = "Emmanuel Macron met Angela Merkel on Monday."


def broken(number: int) -> Iterator[int]:
    yield from range(number)
    raise InputError("broken off")


@given(number=st.integers(0, 50), size=st.integers(1, 9))
def test_batches_hold_everything_in_order(number: int, size: int) -> None:
    groups = list(batches(range(number), size))
    assert [item for group in groups for item in group] == list(range(number))
    assert all(len(group) == size for group in groups[:-1])


@given(number=st.integers(0, 50), size=st.integers(1, 9))
def test_what_came_before_a_break_is_not_lost(number: int, size: int) -> None:
    seen: list[int] = []

    def consume() -> None:
        for group in ahead(batches(broken(number), size), 3):
            seen.extend(group)

    with pytest.raises(InputError):
        consume()
    assert seen == list(range(number))


def endless(seen: list[int]) -> Iterator[Article]:
    for number in count():
        seen.append(number)
        yield Article(id=str(number), text=SENTENCE, published=date(2019, 4, 10))


def test_one_process_reads_no_further_than_its_batch(extractor: Extractor) -> None:
    seen: list[int] = []
    first = list(islice(extractor.read_all(endless(seen), batch=4), 3))
    assert [extraction.article for extraction in first] == ["0", "1", "2"]
    assert len(seen) == 4


def test_several_processes_read_a_bounded_way_ahead(extractor: Extractor) -> None:
    seen: list[int] = []
    stream = ParallelExtractor(Recipe(), 2).read_all(endless(seen), batch=4)
    told = list(islice(stream, 10))
    stream.close()  # type: ignore[attr-defined]
    assert [extraction.article for extraction in told] == [str(number) for number in range(10)]
    assert told[0].claims == extractor.read(next(endless([]))).claims
    assert len(seen) <= 4 * 8


def test_an_error_of_a_process_is_told_as_in_one(tmp_path: Path) -> None:
    recipe = Recipe(rules=(tmp_path / "none.yaml",))
    with pytest.raises(RuleError, match=r"none\.yaml"):
        next(ParallelExtractor(recipe, 2).read_all(endless([]), batch=1))
