"""No violation of the rules of axe-core, in any state of the page."""

from __future__ import annotations

from importlib.resources import files

import pytest

axe = pytest.importorskip("axe_playwright_python", reason="needs axe-core (pip install axe-playwright-python)")
AXE_CORE = files(axe) / "axe.min.js"

STATES = {
    "overview": "",
    "leader": "#leader=Q7747",
    "tie": '#tie=["Q22686","Q7747"]',
    "contact": "#contact=call",
    "way": "#way=Q567&way=Q15031",
    "filtered": "#status=planned&around=Q7747&depth=1&colour=circle",
    "nothing": "#status=imaginary",
}


def violations(page):
    """What axe-core finds, one line a rule: its name and the places."""
    page.evaluate(AXE_CORE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    return [f"{rule['id']}: {[node['target'] for node in rule['nodes']]}" for rule in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_every_state_of_the_page_is_accessible(told_by_hand, show, state, scheme):
    assert violations(show(told_by_hand(), STATES[state], color_scheme=scheme)) == []


@pytest.mark.parametrize("width", [390, 768])
def test_small_windows_are_accessible(told_by_hand, show, width):
    page = show(told_by_hand(), "#leader=Q7747", viewport={"width": width, "height": 844})
    page.locator("summary", has_text="Filters").press("Enter")
    assert violations(page) == []


def test_open_menus_are_accessible(page):
    page.get_by_text("Save", exact=True).press("Enter")
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("combobox", name="Find a leader").press("ArrowDown")
    assert violations(page) == []


def test_the_check_finds_what_is_wrong(page):
    page.evaluate("document.body.append(document.createElement('button'))")
    assert any(rule.startswith("button-name") for rule in violations(page))
