"""Speed and size of the network page, against stock pyvis on the same graph in the same browser, and of the measures.

    python benchmarks/view.py                        # all parts: page, frames, filter, measures
    python benchmarks/view.py --only page measures
    python benchmarks/view.py --patience 300         # seconds until stock pyvis is given up

What is measured, each with its target:
- the page of 10,000 contacts: made within 5 s; of 300 leaders with their sentences: at most 1.5 MB;
- the first complete frame, from opening the file until everything is drawn: 500 leaders within 1 s, 2,000 within 2 s;
- a filter at 500 leaders, from the click until the next frame is drawn: within 100 ms;
- all measures of `kg stats`, without the draws of the bootstrap: 1,000 leaders within 10 s, 10,000 within 60 s.
Contacts are synthetic: few leaders are busy, five contacts a leader, each told by one article in a sentence or two.
Each time is that of the clock, and in brackets that of the processor, of the page's main thread where it is a page's:
on a machine that has other things to do the second is what tells. Needs playwright and a Chromium (`--chromium`); no
file asks for anything over the network, and stock pyvis is refused it.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parent))
from merging import Happening, happening, leaders

from kg.model import Article, Claim, Contact, Evidence, Window
from kg.network import ContactNetwork, build
from kg.network.report import SECTIONS, Question, report

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
WORDS = (
    "the two leaders discussed at length how their countries could go on with what was agreed in spring and said that "
    "further talks on trade energy and security would follow before the end of the year according to a statement"
).split()
CONTACTS_A_LEADER = 5

# Stock pyvis lets the graph settle before it shows it.
READY_OURS = "typeof network === 'object' && network !== null && drawnNodes.ids().length > 0"
READY_PYVIS = "typeof network === 'object' && network.physics.ready === true"
# Once everything is there, the frame that shows it has been painted when a task after the next frame runs.
FIRST_FRAME = """(() => {
  const tell = () => console.log(`first frame: ${performance.now()}`);
  const look = () => requestAnimationFrame(READY ? () => setTimeout(tell) : look);
  requestAnimationFrame(look);
})()"""
FILTER = """() => new Promise((done) => {
  const start = performance.now();
  document.querySelector('#facet-status input').click();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})"""


def contacts(leaders_: int, number: int, seed: int = 7) -> tuple[list[Contact], dict[str, Article]]:
    """So many contacts among so many leaders, and the articles that tell of them."""
    dice = random.Random(seed)
    people = leaders(leaders_, dice)
    told = [_told(f"article-{at}", happening(people, dice), dice) for at in range(number)]
    articles = {
        contact.claims[0].article: Article(
            id=contact.claims[0].article,
            title=_words(dice, 8),
            text=".",
            issuer="The Wire",
            published=contact.window.earliest,
            url=f"https://example.org/news/{contact.id}",
        )
        for contact in told
    }
    return told, articles


def _told(article: str, what: Happening, dice: random.Random) -> Contact:
    names = " and ".join(who.name for who in what.who)
    sentences = [f"{names} spoke on Tuesday: {_words(dice, 18)}.", *([_words(dice, 20)] if dice.random() < 0.3 else [])]
    facets: dict[str, Any] = {
        "participants": what.who,
        "channel": what.channel,
        "status": what.status,
        "window": Window.day(what.day),
        "topics": what.topics,
    }
    claim = Claim(
        article=article,
        authority=f"Ministry {dice.randrange(30)}" if dice.random() < 0.5 else "",
        evidence=tuple(Evidence(start=0, end=len(text), text=text) for text in sentences),
        trigger="spoke",
        **facets,
    )
    return Contact(id=f"contact-{article}", claims=(claim,), **facets)


def _words(dice: random.Random, number: int) -> str:
    return " ".join(dice.choices(WORDS, k=number)).capitalize()


def network_of(leaders_: int) -> ContactNetwork:
    """A network of so many leaders."""
    return build(*contacts(leaders_, CONTACTS_A_LEADER * leaders_))


class Time(NamedTuple):
    """How long something takes.

    Attributes:
        clock: seconds.
        processor: seconds of the processor.
    """

    clock: float
    processor: float

    def __str__(self) -> str:
        if self.clock < 1:
            return f"{1000 * self.clock:.0f} ms ({1000 * self.processor:.0f} ms)"
        return f"{self.clock:.1f} s ({self.processor:.1f} s)"


def timed(action: Callable[[], object]) -> Time:
    """How long an action takes."""
    start = time.perf_counter(), time.process_time()
    action()
    return Time(time.perf_counter() - start[0], time.process_time() - start[1])


def median(times: Iterable[Time]) -> Time:
    """The medians of both."""
    return Time(*map(statistics.median, zip(*times, strict=True)))


def say(what: str, value: object, target: str) -> None:
    """One line: what, how much, and what it should be."""
    print(f"{what:<56}{value!s:>22}   {target}", flush=True)


def page_made() -> None:
    """How long the page of many contacts takes, and how large that of 300 leaders is."""
    told, articles = contacts(1_000, 10_000)
    build(told[:10], articles).html()  # libraries and tables are read once
    time_of_page = min(timed(lambda: build(told, articles).html()) for _ in range(3))
    say("page of 10,000 contacts of 1,000 leaders", time_of_page, "at most 5 s")
    size = len(network_of(300).html().encode())
    say("page of 300 leaders, 1,500 contacts with sentences", f"{size / 1e6:.2f} MB", "at most 1.5 MB")


def stock_pyvis(network: ContactNetwork, path: Path) -> None:
    """The same graph as pyvis draws it by default."""
    from pyvis.network import Network

    drawing = Network(cdn_resources="in_line")
    for key, label in network.nodes(data="label"):
        drawing.add_node(key, label=label)
    drawing.add_edges([(a, b, tie["weight"]) for a, b, tie in network.edges(data=True)])
    path.write_text(drawing.generate_html(), encoding="utf-8")


class Watched:
    """A page that tells how much of the processor its main thread has had."""

    def __init__(self, browser: Any) -> None:
        self.page = browser.new_page(viewport={"width": 1440, "height": 900})
        self.page.route(lambda address: not address.startswith("file:"), lambda route: route.abort())
        self._session = self.page.context.new_cdp_session(self.page)
        self._session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def __enter__(self) -> Watched:
        return self

    def __exit__(self, *_: object) -> None:
        self.page.close()

    def processor(self) -> float:
        """Seconds until now."""
        found = self._session.send("Performance.getMetrics")["metrics"]
        return next(float(metric["value"]) for metric in found if metric["name"] == "TaskDuration")


def first_frame(browser: Any, path: Path, ready: str, patience: float) -> Time | None:
    """From opening a file until all of it is drawn; None where that takes longer than `patience` seconds."""
    from playwright.sync_api import TimeoutError as TooSlow

    with Watched(browser) as watched:
        watched.page.add_init_script(FIRST_FRAME.replace("READY", ready))
        try:
            with watched.page.expect_console_message(_is_first_frame, timeout=1000 * patience) as said:
                watched.page.goto(path.as_uri(), wait_until="commit")
        except TooSlow:
            return None
        return Time(float(said.value.text.split()[-1]) / 1000, watched.processor())


def _is_first_frame(message: Any) -> bool:
    return bool(message.text.startswith("first frame"))


def frames(browser: Any, folder: Path, patience: float, rounds: int) -> None:
    """First complete frames: of our page the median of some rounds, of stock pyvis one."""
    for size, target in ((500, "at most 1 s"), (2_000, "at most 2 s")):
        network = network_of(size)
        ours = network.view(folder / "ours.html")
        first_frame(browser, ours, READY_OURS, patience)  # the browser itself warms up
        found = [first_frame(browser, ours, READY_OURS, patience) for _ in range(rounds)]
        say(f"first complete frame, {len(network):,} leaders", median(filter(None, found)), target)
        stock_pyvis(network, stock := folder / "pyvis.html")
        say("- stock pyvis", first_frame(browser, stock, READY_PYVIS, patience) or f"> {patience:.0f} s", "")


def filtering(browser: Any, folder: Path, times: int = 20) -> None:
    """How long a click on a filter takes."""
    with Watched(browser) as watched:
        watched.page.goto(network_of(500).view(folder / "ours.html").as_uri())
        found = []
        for _ in range(times):
            watched.page.wait_for_timeout(600)  # until the drawing has come to rest
            before = watched.processor()
            clock = watched.page.evaluate(FILTER) / 1000
            found.append(Time(clock, watched.processor() - before))
    say("a filter at 500 leaders", median(found), "at most 100 ms")
    say("- the quickest of them", min(found), "")


def measured() -> None:
    """How long all measures take."""
    question = Question(draws=0)
    for size, target in ((1_000, "at most 10 s"), (10_000, "at most 60 s")):
        network = network_of(size)
        taken = timed(partial(report, network, list(SECTIONS), question))
        say(f"all measures, {len(network):,} leaders, {network.number_of_edges():,} pairs", taken, target)


def in_browser(chromium: str, parts: set[str], patience: float, rounds: int) -> None:
    """What needs a browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        if "frames" in parts:
            frames(browser, Path(folder), patience, rounds)
        if "filter" in parts:
            filtering(browser, Path(folder))
        browser.close()


def main() -> None:
    """Measure what was asked for and print it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    names = ["page", "frames", "filter", "measures"]
    parser.add_argument("--only", nargs="+", choices=names, default=names, help="parts to measure")
    parser.add_argument("--chromium", default=CHROMIUM, help="the browser's program")
    parser.add_argument("--patience", type=float, default=120, help="seconds until stock pyvis is given up")
    parser.add_argument("--rounds", type=int, default=5, help="times that our page is opened")
    given = parser.parse_args()
    parts = set(given.only)
    if "page" in parts:
        page_made()
    if parts & {"frames", "filter"}:
        if not given.chromium:
            parser.error("no Chromium found: install it, or name its program with --chromium")
        in_browser(given.chromium, parts, given.patience, given.rounds)
    if "measures" in parts:
        measured()


if __name__ == "__main__":
    main()
