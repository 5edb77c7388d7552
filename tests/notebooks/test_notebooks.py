"""What every notebook has; that each runs and finds what it says is for nbmake (`notebooks` in `testpaths`)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def cells(notebook: Path, kind: str) -> list[dict[str, object]]:
    return [cell for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == kind]


def text(cell: dict[str, object]) -> str:
    return "".join(cell["source"])


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
class TestEachNotebook:
    def test_its_title_is_a_question(self, notebook):
        title = text(cells(notebook, "markdown")[0]).splitlines()[0]
        assert title.startswith("# ")
        assert title.count("?") == 1

    def test_it_is_kept_without_outputs(self, notebook):
        assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in cells(notebook, "code"))

    def test_it_asserts_a_finding_and_says_what_would_mislead(self, notebook):
        prose = "\n".join(map(text, cells(notebook, "markdown")))
        assert "finding" in prose
        assert "**What would mislead.**" in prose
        assert any(
            line.strip().startswith("assert ") for cell in cells(notebook, "code") for line in text(cell).split("\n")
        )

    def test_every_figure_has_a_title_units_and_a_source(self, notebook):
        for cell in cells(notebook, "code"):
            if "plt.show()" in text(cell):
                assert all(part in text(cell) for part in ("title=", "xlabel=", "SOURCE"))

    def test_the_readme_links_it(self, notebook):
        assert f"notebooks/{notebook.name}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_ones_own_articles_take_ten_cells():
    assert len(cells(ROOT / "notebooks" / "07_your_own_articles.ipynb", "code")) == 10
