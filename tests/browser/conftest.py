"""A Chromium that watches: whatever the page asks of the network or complains about fails the test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.model import Article, Claim, Contact, Evidence, Participant, Roles, Window
from kg.network import ContactNetwork, build

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PUTIN = Participant(name="Vladimir Putin", post="President of Russia", country="RUS", id="Q7747")
TRUMP = Participant(name="Donald Trump", country="USA", id="Q22686")
XI = Participant(name="Xi Jinping", country="CHN", id="Q15031")
MERKEL = Participant(name="Angela Merkel", country="DEU", id="Q567")
MINISTER = Participant(post="foreign minister", country="RUS")
TILLERSON = Participant(name="Rex Tillerson", country="USA")


def telling(article: str, sentence: str, *who: Participant, **facets: Any) -> Claim:
    evidence = (Evidence(start=0, end=len(sentence), text=sentence),)
    return Claim(
        article=article, participants=who, evidence=evidence, **({"channel": "phone", "status": "held"} | facets)
    )


def contact(name: str, *claims: Claim, **facets: Any) -> Contact:
    first = claims[0]
    shown = ("participants", "channel", "status", "window", "topics", "place", "occasion")
    return Contact(id=name, claims=claims, **({field: getattr(first, field) for field in shown} | facets))


HOSTILE = '"><img src=x onerror="window.__xss=1">'
KREMLIN = "Vladimir Putin spoke with Donald Trump by telephone on Tuesday, the Kremlin said."
WHITE_HOUSE = "President Trump and President Putin talked about North Korea, the White House said."


def story() -> ContactNetwork:
    """Five contacts of six participants: two sides, a plan, a denial, an office, and one without a date."""
    may = Window(edtf="2017-05-02", earliest="2017-05-02", latest="2017-05-02")
    july = Window(edtf="[2017-07-07..2017-07-08]", earliest="2017-07-07", latest="2017-07-08")
    facets = {"window": may, "authority": "the Kremlin", "topics": ("country:SYR", "trade"), "trigger": "spoke"}
    here = telling("a1", KREMLIN, PUTIN, TRUMP, **facets)
    there = telling(
        "a2", WHITE_HOUSE, TRUMP, PUTIN, window=may, authority="White House", topics=("country:PRK", "trade")
    )
    plan = telling("a1", "They will meet in Hamburg.", PUTIN, TRUMP, channel="in_person", status="planned", window=july)
    denial = telling(
        "a3", "Xi never wrote to Trump.", XI, TRUMP, channel="letter", status="denied", window=Window.month(2018, 3)
    )
    ministers = telling("a3", "The ministers will talk.", MINISTER, TILLERSON, channel="unspecified", status="planned")
    video = telling(
        "a3", "Merkel and Putin held a video call.", MERKEL, PUTIN, channel="video", window=Window.year(2021)
    )
    contacts = [
        contact("call", here, there, topics=("country:SYR", "trade", "country:PRK")),
        contact("hamburg", plan, place="Hamburg", occasion="G20 summit", roles=Roles(initiator="Vladimir Putin")),
        *(contact(name, claim) for name, claim in (("letter", denial), ("ministers", ministers), ("video", video))),
    ]
    articles = {
        name: Article(
            id=name,
            text=".",
            title=f"Article {name}",
            issuer="Wire",
            date="2017-05-03",
            url=f"https://example.org/{name}",
        )
        for name in ("a1", "a2", "a3")
    }
    return build(contacts, articles)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A headless Chromium, the system's own."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright (pip install playwright)")
    chromium = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if chromium is None:
        missing = pytest.fail if "KG_REQUIRE_BROWSER" in os.environ else pytest.skip
        missing("no Chromium found: install it (Debian and Ubuntu: apt install chromium; macOS: brew install chromium)")
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def open_file(browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens a file in a fresh window; nothing but the file may be asked for, and nothing complained about."""
    contexts, wrong = [], []

    def open_it(path: Path, fragment: str = "", **settings: Any) -> Any:
        context = browser.new_context(**({"viewport": {"width": 1440, "height": 900}} | settings))
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        context.on(
            "request", lambda request: wrong.append(request.url) if request.url.split("#")[0] != path.as_uri() else None
        )
        page.on("console", lambda message: wrong.append(message.text) if message.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(path.as_uri() + fragment)
        page.wait_for_selector("#drawing canvas")
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.fixture
def show(tmp_path: Path, open_file: Callable[..., Any]) -> Callable[..., Any]:
    """Writes a network's page and opens it."""

    def shown(network: ContactNetwork, fragment: str = "", title: str = "Contacts", **settings: Any) -> Any:
        return open_file(network.view(tmp_path / "network.html", title=title), fragment, **settings)

    return shown


@pytest.fixture
def page(show: Callable[..., Any]) -> Any:
    """The page of the story."""
    return show(story())


@pytest.fixture
def told_by_hand() -> Callable[[], ContactNetwork]:
    """The story as a network."""
    return story


@pytest.fixture
def hostile() -> tuple[ContactNetwork, str, str]:
    """A network of names and texts that would be markup, or run out of it; with one of the names and the sentence."""
    leaders = [
        Participant(name=HOSTILE, country="RUS"),
        Participant(name="محمد بن سلمان", post="</script><script>window.__xss=1</script>", country="SAU"),
        Participant(name="Владимир Зеленский", country="UKR"),
        Participant(name="W" * 300, country="USA"),
    ]
    sentence = "They <b>spoke</b> </script><script>window.__xss=1</script> <!-- & then"
    claim = Claim(
        article="a1",
        participants=leaders,
        channel="phone",
        status="held",
        authority="<svg onload=window.__xss=1>",
        topics=("<i>topic</i>",),
        evidence=(Evidence(start=0, end=len(sentence), text=sentence),),
        trigger="spoke",
    )
    contact = Contact(
        id="</script>",
        participants=leaders,
        channel="phone",
        status="held",
        claims=(claim,),
        topics=claim.topics,
        place=HOSTILE,
    )
    article = Article(id="a1", text=".", title=HOSTILE, url="javascript:window.__xss=1")
    return build([contact], {"a1": article}), HOSTILE, sentence
