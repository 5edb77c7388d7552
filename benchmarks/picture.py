"""The picture of the README: the page of `kg demo`, opened at the contact that two sides tell of.

    python benchmarks/picture.py                 # writes docs/images/network.png
    python benchmarks/picture.py --dark -o dark.png

Needs playwright and a Chromium, as the benchmark of the page does.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from urllib.parse import urlencode

from view import CHROMIUM, FLAGS

from kg.demo import demonstrate, samples
from kg.model import Article, Contact
from kg.network import ContactNetwork, build

TARGET = Path(__file__).parents[1] / "docs" / "images" / "network.png"


def page_of_demo(folder: Path) -> str:
    """The address of the demonstration's page, at the tie whose versions differ."""
    articles = [article for article in samples() if isinstance(article, Article)]
    shown = demonstrate(articles, folder / "contacts.kg", folder / "network.html")
    if shown.twice_told is None:
        raise SystemExit("no sample contact is told by two sides: nothing to show")
    return f"{shown.page.as_uri()}#{urlencode({'tie': _tie(shown.twice_told)})}"


def _tie(contact: Contact) -> str:
    network: ContactNetwork = build([contact])
    one, other = sorted(network)[:2]
    return f'["{one}","{other}"]'


def take(address: str, path: Path, chromium: str, scheme: str) -> None:
    """Write what a window of 1440 by 900 pixels shows of a page."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(viewport={"width": 1440, "height": 900}, color_scheme=scheme)
        page.goto(address)
        page.wait_for_selector("#drawing canvas")
        page.wait_for_timeout(500)  # a frame with the names
        page.screenshot(path=path)
        browser.close()


def main() -> None:
    """Take the picture."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("-o", "--output", type=Path, default=TARGET)
    parser.add_argument("--chromium", default=CHROMIUM, help="the browser's program")
    parser.add_argument("--dark", action="store_true", help="as whoever prefers dark pages sees it")
    given = parser.parse_args()
    if not given.chromium:
        parser.error("no Chromium found: install it, or name its program with --chromium")
    with tempfile.TemporaryDirectory() as folder:
        take(page_of_demo(Path(folder)), given.output, given.chromium, "dark" if given.dark else "light")


if __name__ == "__main__":
    main()
