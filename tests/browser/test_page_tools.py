"""Everything the reader can do on the page, by role and label, with real keys."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest

from kg.model import Participant
from kg.network import build

SUMMARY = "5 contacts between 6 participants"


def summary(page):
    return page.locator("#summary").inner_text()


def button(page, name):
    return page.get_by_role("button", name=name, exact=True)


def filter_box(page, group, name):
    return page.get_by_role("group", name=group, exact=True).get_by_role("checkbox", name=name)


def find(page, name):
    page.keyboard.press("/")
    page.keyboard.type(name)
    page.keyboard.press("Enter")


def saved(page, name):
    """The file that an entry of the menu saves, reached by keyboard."""
    page.get_by_text("Save", exact=True).focus()
    page.keyboard.press("Enter")
    while page.evaluate("document.activeElement.textContent") != name:
        page.keyboard.press("Tab")
    with page.expect_download() as saving:
        page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Save"
    return saving.value.suggested_filename, saving.value.path().read_bytes()


def test_around_a_leader_one_tie_or_two(page):
    find(page, "merkel")
    one = button(page, "1 tie away")
    one.focus()
    page.keyboard.press("Enter")
    assert one.get_attribute("aria-pressed") == "true"
    assert summary(page) == "1 of 5 contacts between 2 participants, within 1 tie of Angela Merkel."
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert summary(page) == "3 of 5 contacts between 3 participants, within 2 ties of Angela Merkel."
    assert page.evaluate("drawnNodes.ids().sort()") == ["Q22686", "Q567", "Q7747"]
    button(page, "Everyone").press("Enter")
    assert summary(page) == f"{SUMMARY}."


def test_the_way_between_two_leaders_is_found_by_keyboard(page):
    page.get_by_label("From", exact=True).last.focus()
    page.keyboard.type("xi jinping")
    page.keyboard.press("Tab")
    page.keyboard.type("Merkel")
    page.keyboard.press("Enter")
    panel = page.get_by_role("region", name="Contacts of the choice")
    assert panel.get_by_role("heading", level=2).inner_text() == "From Xi Jinping to Angela Merkel"
    assert [step.inner_text() for step in panel.get_by_role("listitem").all()] == [
        "Xi Jinping and Donald Trump: 1 contact, 2018",
        "Donald Trump and Vladimir Putin: 2 contacts, 2017",
        "Vladimir Putin and Angela Merkel: 1 contact, 2021",
    ]
    assert page.evaluate("[...currentView.litTies].length") == 3


def test_the_way_leads_over_the_contacts_shown_only(page):
    filter_box(page, "Status", "held").check()
    page.get_by_label("From", exact=True).last.fill("Xi Jinping")
    page.get_by_label("To", exact=True).fill("Angela Merkel")
    button(page, "Show the way").click()
    assert "No way leads there" in page.locator("#panel").inner_text()


def test_a_name_that_nobody_has_is_pointed_out(page):
    page.get_by_label("From", exact=True).last.fill("Xi Jinping")
    page.get_by_label("To", exact=True).fill("Zzyzx")
    button(page, "Show the way").press("Enter")
    assert page.get_by_role("alert").inner_text() == "Nobody is called “Zzyzx”: choose a name of the list."
    assert page.get_by_label("To", exact=True).get_attribute("aria-invalid") == "true"
    assert page.evaluate("document.activeElement.id") == "way-to"


@pytest.mark.parametrize(
    ("group", "option", "said"),
    [
        ("Confirmed", "told by two sides", "1 of 5 contacts between 2 participants, told by two sides."),
        ("On whose word", "Kremlin", "1 of 5 contacts between 2 participants, on the word of the Kremlin."),
        ("Country", "China", "1 of 5 contacts between 2 participants, with someone of China."),
        ("Channel", "by video", "1 of 5 contacts between 2 participants, by video."),
        ("Topic", "trade", "1 of 5 contacts between 2 participants, about trade."),
    ],
)
def test_each_filter_works_by_space_bar_and_is_said_in_words(page, group, option, said):
    box = filter_box(page, group, option)
    box.focus()
    page.keyboard.press("Space")
    assert summary(page) == said
    assert page.get_by_role("heading", name="1 contact", exact=True).is_visible()
    button(page, "Clear filters").press("Enter")
    assert summary(page) == f"{SUMMARY}."


def test_counts_say_what_an_option_would_show(page):
    def count(group, name):
        return (
            page.get_by_role("group", name=group, exact=True)
            .locator("label", has_text=name)
            .locator(".count")
            .inner_text()
        )

    assert (count("Country", "Russia"), count("On whose word", "White House")) == ("4", "1")
    filter_box(page, "Status", "planned").check()
    assert (count("Country", "Russia"), count("On whose word", "White House")) == ("2", "0")
    filter_box(page, "Country", "Germany").check()
    assert count("Country", "Russia") == "2"


def test_long_lists_show_a_few_and_all_when_asked(show, told_by_hand):
    people = [
        Participant(name=f"Leader {code}", country=code)
        for code in "FRA ITA ESP PRT POL CZE AUT HUN BEL NLD SWE NOR".split()
    ]
    contacts = [
        told_by_hand().contacts[0].model_copy(update={"id": f"c{n}", "participants": pair})
        for n, pair in enumerate(pairwise(people))
    ]
    page = show(build(contacts))
    countries = page.get_by_role("group", name="Country", exact=True)
    assert countries.get_by_role("checkbox").count() == 8
    more = countries.get_by_role("button", name="Show all 12")
    more.press("Enter")
    assert countries.get_by_role("checkbox").count() == 12
    countries.get_by_role("checkbox").last.check()
    countries.get_by_role("button", name="Show fewer").press("Enter")
    assert countries.get_by_role("checkbox").count() == 9


def test_play_moves_on_and_pauses(page):
    play = button(page, "Play through time")
    play.focus()
    page.keyboard.press("Enter")
    assert button(page, "Pause").is_visible()
    first = page.get_by_label("From", exact=True).first.get_attribute("aria-valuetext")
    assert first == "May 2017"
    assert page.locator("#summary").get_attribute("aria-live") == "off"
    page.locator("#range-from", has_text="June 2017").wait_for()
    page.keyboard.press("Escape")
    assert button(page, "Play through time").is_visible()
    stopped = summary(page)
    page.wait_for_timeout(1200)
    assert summary(page) == stopped
    assert page.locator("#summary").get_attribute("aria-live") == "polite"


def test_play_comes_to_an_end_and_shows_everything_again(page):
    page.get_by_label("From", exact=True).first.press("End")
    page.evaluate("moveOn()")
    assert page.locator("#summary").inner_text() == f"{SUMMARY}."


def test_without_motion_time_moves_by_hand(told_by_hand, show):
    page = show(told_by_hand(), reduced_motion="reduce")
    step = button(page, "Next period")
    step.press("Enter")
    step.press("Enter")
    assert page.locator("#range-from").inner_text() == "June 2017"
    page.wait_for_timeout(1200)
    assert page.locator("#range-from").inner_text() == "June 2017"


def test_the_link_is_copied(page, open_file, tmp_path):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    filter_box(page, "Country", "China").check()
    button(page, "Copy link").press("Enter")
    page.get_by_text("Link copied.").wait_for()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == page.url
    again = open_file(tmp_path / "network.html", link[link.index("#") :])
    assert summary(again) == summary(page)


def test_a_reloaded_address_keeps_surroundings_colour_and_way(page, open_file, tmp_path):
    find(page, "putin")
    button(page, "1 tie away").press("Enter")
    page.get_by_role("radio", name="circle").check()
    page.get_by_label("From", exact=True).last.fill("Angela Merkel")
    page.get_by_label("To", exact=True).fill("Donald Trump")
    button(page, "Show the way").press("Enter")
    again = open_file(tmp_path / "network.html", page.evaluate("location.hash"))
    assert again.get_by_role("radio", name="circle").is_checked()
    for seen in ("#summary", "#panel", "#table", ".legend"):
        assert again.locator(seen).inner_text() == page.locator(seen).inner_text()
    assert again.evaluate("drawnNodes.items()") == page.evaluate("drawnNodes.items()")


@pytest.mark.parametrize(
    "fragment",
    ["#way=Q7747", "#way=Q7747&way=nobody", "#around=Q7747&depth=9", "#around=nobody&depth=1", "#colour=pink"],
)
def test_an_address_that_is_half_known_is_borne(told_by_hand, show, fragment):
    assert summary(show(told_by_hand(), fragment)) == f"{SUMMARY}."


def test_colours_are_never_alone(page):
    def looks():
        return page.evaluate("Object.fromEntries(drawnNodes.items().map((node) => [node.id, node.shape]))")

    by_region = looks()
    assert page.get_by_role("group", name="Region").is_visible()
    page.get_by_role("radio", name="region").focus()
    page.keyboard.press("ArrowDown")
    assert page.get_by_role("radio", name="circle").is_checked()
    legend = page.get_by_role("group", name="Circle")
    assert legend.is_visible()
    assert not page.get_by_role("group", name="Region").is_visible()
    assert looks() != by_region
    assert len(set(looks().values())) == legend.get_by_role("checkbox").count()


def test_a_circle_can_be_chosen_in_the_legend(page):
    page.get_by_role("radio", name="circle").check()
    page.get_by_role("group", name="Circle").get_by_role("checkbox", name="Rex Tillerson").press("Space")
    assert summary(page).startswith("1 of 5 contacts between 2 participants, with someone of the circle of ")


def test_rows_are_saved_as_shown(page):
    filter_box(page, "Status", "planned").check()
    name, content = saved(page, "Contacts shown (CSV)")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert name == "contacts.csv"
    assert [(row["When"], row["Who"], row["Status"]) for row in rows] == [
        ("between 7 and 8 July 2017", "Vladimir Putin and Donald Trump", "planned"),
        ("date not told", "foreign minister (Russia) and Rex Tillerson", "planned"),
    ]
    assert (rows[0]["First day"], rows[0]["Articles"]) == ("2017-07-07", "https://example.org/a1")


def test_records_are_saved_with_their_sentences(page):
    name, content = saved(page, "Contacts shown (JSON)")
    told = json.loads(content)
    assert name == "contacts.json"
    assert told["shown"] == f"{SUMMARY}."
    call = next(contact for contact in told["contacts"] if contact["id"] == "call")
    assert [claim["authority"] for claim in call["claims"]] == ["the Kremlin", "White House"]
    assert call["claims"][0]["sentences"] == [
        "Vladimir Putin spoke with Donald Trump by telephone on Tuesday, the Kremlin said."
    ]
    assert call["claims"][1]["article"]["url"] == "https://example.org/a2"


def test_a_name_that_is_a_formula_stays_text(show, told_by_hand):
    leader = Participant(name='=HYPERLINK("http://example.org";"x")', country="RUS")
    contact = told_by_hand().contacts[0]
    page = show(build([contact.model_copy(update={"participants": (leader, contact.participants[0])})]))
    _, content = saved(page, "Contacts shown (CSV)")
    (row,) = csv.DictReader(io.StringIO(content.decode("utf-8-sig")))
    assert row["Who"].startswith("'=HYPERLINK")


def test_the_drawing_is_saved_as_svg(page):
    name, content = saved(page, "Drawing (SVG)")
    picture = ET.fromstring(content)
    tag = "{http://www.w3.org/2000/svg}"
    assert name == "contacts.svg"
    assert picture.find(f"{tag}title").text == f"Contacts. {SUMMARY}."
    words = [text.text for text in picture.iter(f"{tag}text")]
    assert {"Vladimir Putin", "Xi Jinping", "Europe"} <= set(words)
    lines = list(picture.iter(f"{tag}line"))
    assert len(lines) == 4
    assert sum("stroke-dasharray" in line.attrib for line in lines) == 2


def test_the_menu_closes_by_escape(page):
    menu = page.get_by_text("Save", exact=True)
    menu.press("Enter")
    assert button(page, "Picture (PNG)").is_visible()
    page.keyboard.press("Escape")
    assert not button(page, "Picture (PNG)").is_visible()


@pytest.mark.parametrize("words", ["Poutine", "MERKEL", "зеленский", "zelenskyi", "بن سلمان", "mhmd slman"])
def test_leaders_are_found_in_other_spellings(show, told_by_hand, words):
    people = {
        "Q7747": Participant(name="Vladimir Putin", country="RUS", id="Q7747"),
        "Q567": Participant(name="Angela Merkel", country="DEU", id="Q567"),
        "зеленский": Participant(name="Владимир Зеленский", country="UKR"),
        "سلمان": Participant(name="محمد بن سلمان", country="SAU"),
    }
    first = told_by_hand().contacts[0]
    page = show(build([first.model_copy(update={"participants": tuple(people.values())})]))
    find(page, words)
    wanted = {
        "Poutine": "Vladimir Putin",
        "MERKEL": "Angela Merkel",
        "зеленский": "Владимир Зеленский",
        "zelenskyi": "Владимир Зеленский",
    }
    assert page.locator("#panel h2").inner_text() == wanted.get(words, "محمد بن سلمان")


def test_every_control_is_reached_by_the_tab_key(page):
    controls = page.evaluate(
        """() => [...document.querySelectorAll('button, input, summary, a[href]')]
            .filter((e) => e.checkVisibility() && !e.disabled && e.type !== 'radio').length"""
    )
    reached = set()
    for _ in range(3 * controls):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate(
                """() => { const all = [...document.querySelectorAll('button, input, summary, a[href]')];
                           const here = document.activeElement;
                           return here.type === 'radio' ? -2 : all.indexOf(here); }"""
            )
        )
    assert -2 in reached
    assert len(reached - {-1, -2}) >= controls


def test_print_leaves_controls_out(page):
    page.emulate_media(media="print")
    for hidden in (".filters", ".actions", ".search", ".colouring"):
        assert not page.locator(hidden).is_visible()
    assert page.locator("#table").is_visible()
    assert page.locator("#summary").is_visible()


def test_hostile_names_pass_through_every_tool_as_text(show, hostile):
    network, name, sentence = hostile
    page = show(network, "#colour=circle")
    assert page.get_by_role("group", name="Circle").get_by_role("checkbox").count() == 1
    page.get_by_label("From", exact=True).last.fill(name)
    page.get_by_label("To", exact=True).fill("W" * 300)
    button(page, "Show the way").press("Enter")
    assert page.locator("#panel h2").inner_text() == f"From {name} to {'W' * 300}"
    _, drawing = saved(page, "Drawing (SVG)")
    assert {element.tag.split("}")[1] for element in ET.fromstring(drawing).iter()} <= {
        "svg", "title", "rect", "line", "path", "text"
    }  # fmt: skip
    _, records = saved(page, "Contacts shown (JSON)")
    (told,) = json.loads(records)["contacts"]
    assert told["claims"][0]["sentences"] == [sentence]
    assert told["claims"][0]["article"]["url"] == ""
    _, rows = saved(page, "Contacts shown (CSV)")
    (row,) = csv.DictReader(io.StringIO(rows.decode("utf-8-sig")))
    assert (row["Contact"], row["Where"]) == ("</script>", name)
    assert page.evaluate("window.__xss") is None
    assert page.locator("img, script[src]").count() == 0
