from __future__ import annotations

import base64
import hashlib
import json
import re

import pytest

from kg.model import Article, Participant
from kg.network import build
from kg.network.page_data import page_data, web_address

SENTENCE = "The two leaders discussed Syria </script><script>window.__xss = 1</script> by telephone."
HOSTILE = '"><img src=x onerror=window.__xss=1>'


@pytest.fixture
def hostile(tell):
    leader = Participant(name=HOSTILE, country="RUS")
    contact = tell("c1", leader, "Trump", sentence=SENTENCE, trigger="discussed", place=HOSTILE, topics=(HOSTILE,))
    article = Article(id="a1", text=SENTENCE, title="<svg onload=1>", url="javascript:window.__xss=1", issuer=HOSTILE)
    return build([contact], {"a1": article})


def script_blocks(page):
    return re.findall(r"<script>(.*?)</script>", page, flags=re.DOTALL)


def data_of(page):
    return json.loads(re.search(r'id="page-data">(.*?)</script>', page, flags=re.DOTALL)[1])


def test_no_text_of_others_becomes_markup(hostile):
    page = hostile.html(title=HOSTILE)
    assert "<img" not in page
    assert "window.__xss" not in "".join(script_blocks(page))
    assert data_of(page)["sentences"] == [SENTENCE]
    assert data_of(page)["title"] == HOSTILE


def test_the_policy_allows_just_what_the_page_holds(hostile):
    page = hostile.html()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1]
    allowed = set(re.findall(r"'(sha256-[^']+)'", policy))
    blocks = [*script_blocks(page), *re.findall(r"<style>(.*?)</style>", page, flags=re.DOTALL)]
    held = {"sha256-" + base64.b64encode(hashlib.sha256(block.encode()).digest()).decode() for block in blocks}
    assert allowed == held
    assert len(held) == 3
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_nothing_in_the_page_points_elsewhere(hostile):
    markup = re.sub(r"<(script|style)[^>]*>.*?</\1>", "", hostile.html(), flags=re.DOTALL)
    assert re.findall(r"<link|<iframe|\bsrc=|\shref=\"(?!#)", markup) == []
    assert (
        re.findall(r"@import|url\(", "".join(re.findall(r"<style>(.*?)</style>", hostile.html(), flags=re.DOTALL)))
        == []
    )


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a?b=1", True),
        (" http://example.org ", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)//http://x", False),
        ("data:text/html,<script>1</script>", False),
        ("//example.org", False),
        ("/etc/passwd", False),
        ("http://[broken", False),
        ("", False),
    ],
)
def test_only_web_addresses_become_links(url, kept):
    assert web_address(url) == (url.strip() if kept else "")


def test_a_sentence_and_an_article_are_kept_once(tell):
    told = {"sentence": "They met.", "article": "a1"}
    contacts = [
        tell("c1", "Putin", "Trump", claims=[told, told | {"status": "planned"}]),
        tell("c2", "Putin", "Xi", **told),
    ]
    network = build(contacts, {"a1": Article(id="a1", text="They met.", title="A meeting")})
    data = page_data(network)
    assert data["sentences"] == ["They met."]
    assert [article["title"] for article in data["articles"]] == ["A meeting"]
    assert network.html().count("They met.") == 1


def test_two_sides_are_told_apart_with_what_only_one_says(tell):
    sides = [
        {"authority": "the Kremlin", "topics": ("trade", "country:SYR")},
        {"authority": "White House", "topics": ("trade",)},
        {"authority": "Kremlin", "topics": ("energy",)},
    ]
    contact = tell("c1", "Putin", "Trump", topics=("trade", "country:SYR", "energy"), claims=sides)
    voices = page_data(build([contact]))["contacts"][0]["voices"]
    assert [(voice["name"], voice["alone"], len(voice["claims"])) for voice in voices] == [
        ("the Kremlin", ["country:SYR", "energy"], 2),
        ("White House", [], 1),
    ]


def test_an_article_that_is_not_at_hand_is_named_by_its_id(tell):
    assert page_data(build([tell("c1", "Putin", "Trump", article="lost-1")]))["articles"][0]["title"] == "lost-1"


def test_a_slice_shows_only_its_own_contacts(tell):
    network = build([tell("c1", "Putin", "Trump"), tell("c2", "Xi", "Merkel")])
    assert [contact["id"] for contact in page_data(network.subgraph(["Q7747", "Q22686"]))["contacts"]] == ["c1"]


def test_a_notebook_shows_the_page_in_a_sandboxed_frame(hostile):
    shown = hostile._repr_html_()
    rights = re.search(r'sandbox="([^"]*)"', shown)[1].split()
    assert "allow-scripts" in rights
    assert "allow-same-origin" not in rights
    assert re.fullmatch(r'<iframe [^<>]* srcdoc="[^"<>]*"></iframe>', shown)


def test_the_page_is_written_as_utf_8(tell, tmp_path):
    leader = Participant(name="محمد بن سلمان", country="SAU")
    path = build([tell("c1", leader, "Putin")]).view(tmp_path / "network.html", title="Кто с кем говорил")
    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "Кто с кем говорил" in path.read_text(encoding="utf-8")


def test_an_empty_network_has_a_page():
    assert data_of(build([]).html())["nodes"] == []
