"""The shipped sample articles."""

from __future__ import annotations

import pytest

from kg.model import Article
from kg.reading import read
from kg.resources import shipped


@pytest.fixture(scope="module")
def seeds() -> list[Article]:
    items = list(read(shipped("seeds")))
    assert [item for item in items if not isinstance(item, Article)] == []
    return [item for item in items if isinstance(item, Article)]


def test_there_are_enough_with_unique_names(seeds: list[Article]) -> None:
    assert len({article.id for article in seeds}) == len(seeds) >= 36


def test_each_says_when_and_by_whom_and_under_which_licence(seeds: list[Article]) -> None:
    for article in seeds:
        assert article.title, article.id
        assert article.published, article.id
        assert article.issuer, article.id
        assert article.genre in {"news", "press-release"}, article.id
        assert article.licence == "Apache-2.0", article.id
        assert article.id.startswith(article.published.isoformat())


def test_the_readme_speaks_of_files_that_exist(seeds: list[Article]) -> None:
    readme = (shipped("seeds") / "README.md").read_text(encoding="utf-8")
    starts = [word.strip("`*-") for word in readme.split() if word.startswith("`") and "-*`" in word]
    assert len(starts) >= 8
    for start in (word.removesuffix("-*`,").removesuffix("-*`") for word in starts):
        assert any(article.id.startswith(start.rstrip("-*`,")) for article in seeds), start
