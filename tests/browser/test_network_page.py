"""The network page as a reader meets it: opened from a file, clicked, typed into, reloaded."""

from __future__ import annotations

import re

import networkx as nx
import pytest

from kg.model import Channel, Claim, Contact, Evidence, Participant, Status
from kg.network import build


def middle_of_tie(page, one, other):
    """Where the middle of a tie is on the screen."""
    return page.evaluate(
        """([one, other]) => {
            const places = network.getPositions([one, other]);
            const middle = { x: (places[one].x + places[other].x) / 2, y: (places[one].y + places[other].y) / 2 };
            const { x, y } = network.canvasToDOM(middle);
            const stage = document.getElementById('drawing').getBoundingClientRect();
            return { x: x + stage.left, y: y + stage.top };
        }""",
        [one, other],
    )


def click_tie(page, one, other):
    place = middle_of_tie(page, one, other)
    page.mouse.click(place["x"], place["y"])


def panel(page):
    return page.locator("#panel")


def headings(page):
    return panel(page).locator(".card h3").all_inner_texts()


def option(page, facet, name):
    return page.locator(f"#facet-{facet} label", has_text=re.compile(f"^\\s*{name}"))


def test_a_click_on_a_tie_shows_its_contacts_with_their_sentences(page):
    click_tie(page, "Q7747", "Q22686")
    assert panel(page).locator("h2").inner_text() == "Donald Trump and Vladimir Putin"
    assert headings(page) == ["between 7 and 8 July 2017", "2 May 2017"]
    assert "Vladimir Putin spoke with Donald Trump by telephone on Tuesday, the Kremlin said." in [
        quote.inner_text() for quote in panel(page).locator("blockquote").all()
    ]
    assert panel(page).locator("mark").all_inner_texts() == ["spoke"]


def test_a_contact_tells_its_circumstances(page):
    click_tie(page, "Q7747", "Q22686")
    told = panel(page).locator(".card").first.locator("dl > *").all_inner_texts()
    assert told == ["Where", "Hamburg", "Occasion", "G20 summit", "Begun by", "Vladimir Putin"]


def test_a_click_on_a_leader_shows_the_leader(page):
    place = page.evaluate(
        """() => { const { x, y } = network.canvasToDOM(network.getPosition('Q22686'));
                   const stage = document.getElementById('drawing').getBoundingClientRect();
                   return { x: x + stage.left, y: y + stage.top }; }"""
    )
    page.mouse.click(place["x"], place["y"])
    assert panel(page).locator("h2").inner_text() == "Donald Trump"
    assert headings(page) == ["March 2018", "between 7 and 8 July 2017", "2 May 2017"]


def test_two_sides_stand_side_by_side_with_what_only_one_tells(page):
    click_tie(page, "Q7747", "Q22686")
    sides = panel(page).locator(".voices.several .voice")
    assert sides.locator("h4").all_inner_texts() == ["According to the Kremlin", "According to White House"]
    assert [side.locator(".alone span").all_inner_texts() for side in sides.all()] == [["Syria"], ["North Korea"]]
    assert [side.get_by_role("listitem").all_inner_texts() for side in sides.all()] == [
        ["trade both", "Syria only here"],
        ["trade both", "North Korea only here"],
    ]
    left, right = (side.bounding_box() for side in sides.all())
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] <= right["x"]


def test_what_both_sides_tell_and_where_they_differ_is_said(show, told_by_hand):
    call = told_by_hand().contacts[0]
    page = show(told_by_hand(), f"#contact={call.id}")
    assert panel(page).locator(".comparison p").all_inner_texts() == [
        "2 VERSIONS OF THIS CONTACT",
        "Both tell: held, by phone, 2 May 2017, about trade.",
        "They differ on the topics.",
    ]
    kremlin, white_house = call.claims
    otherwise = white_house.model_copy(update={"status": Status.DENIED, "channel": Channel.VIDEO, "topics": ()})
    page = show(build([call.model_copy(update={"claims": (kremlin, otherwise)})]), f"#contact={call.id}")
    assert panel(page).locator(".comparison p").all_inner_texts()[1:] == [
        "Both tell: 2 May 2017.",
        "They differ on whether it was held, the channel and the topics.",
    ]
    assert panel(page).locator(".differs").inner_text() == "Here: told as denied, by video"


def test_a_source_is_a_link_that_gives_nothing_away(page):
    click_tie(page, "Q7747", "Q22686")
    link = panel(page).locator("figcaption a").first
    assert link.get_attribute("href") == "https://example.org/a1"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_a_leader_is_found_by_keyboard_alone(page):
    page.keyboard.press("/")
    page.keyboard.type("putin")
    page.keyboard.press("Enter")
    assert panel(page).locator("h2").inner_text() == "Vladimir Putin"
    assert page.evaluate("document.activeElement.id") == "panel"
    page.keyboard.press("Escape")
    assert panel(page).locator("h2").inner_text() == "Most active"


def test_arrows_move_through_the_leaders_found(page):
    page.locator("#search").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    marked = page.locator("#search-results [aria-selected=true]")
    assert marked.get_attribute("id") == page.locator("#search").get_attribute("aria-activedescendant")
    name = marked.evaluate("row => row.firstChild.textContent")
    page.keyboard.press("Enter")
    assert panel(page).locator("h2").inner_text() == name


def test_filters_count_and_say_in_words_what_is_shown(page):
    assert page.locator("#summary").inner_text() == "5 contacts between 6 participants."
    option(page, "status", "planned").click()
    assert page.locator("#summary").inner_text() == "2 of 5 contacts between 4 participants, planned."
    assert page.locator("#table tbody tr").count() == 2
    assert option(page, "channel", "in person").locator(".count").inner_text() == "1"
    assert option(page, "channel", "by video").locator(".count").inner_text() == "0"
    assert page.evaluate("drawnNodes.ids().length") == 4
    page.locator("#reset").click()
    assert page.locator("#summary").inner_text() == "5 contacts between 6 participants."


def test_the_legend_filters_by_region(page):
    option(page, "region", "Asia").click()
    assert page.locator("#summary").inner_text() == "1 of 5 contacts between 2 participants, with someone of Asia."


def test_dates_are_chosen_with_the_keyboard(page):
    page.locator("#date-from").focus()
    page.keyboard.press("End")
    assert page.locator("#date-from").get_attribute("aria-valuetext") == "December 2021"
    assert page.locator("#summary").inner_text() == (
        "2 of 5 contacts between 4 participants, in December 2021 or without a date."
    )
    page.locator("#undated").uncheck()
    assert page.locator("#table tbody tr").count() == 1


def test_lines_tell_plans_and_denials_apart(page):
    dashes = page.evaluate(
        "Object.fromEntries(drawnTies.items().map((edge) => [[edge.from, edge.to].sort().join(), edge.dashes]))"
    )
    assert dashes["Q22686,Q7747"] is False
    assert len({str(dashes[pair]) for pair in dashes}) == 3


def test_a_reloaded_address_shows_the_same_view(page, open_file, tmp_path):
    click_tie(page, "Q7747", "Q22686")
    option(page, "topic", "trade").click()
    page.locator("#column-who button").click()
    fragment = page.evaluate("location.hash")
    again = open_file(tmp_path / "network.html", fragment)
    for seen in ("#summary", "#panel", "#table", "#facet-topic"):
        assert again.locator(seen).inner_text() == page.locator(seen).inner_text()
    assert option(again, "topic", "trade").locator("input").is_checked()
    assert again.locator("#column-who").get_attribute("aria-sort") == "ascending"


def test_whoever_reads_by_keyboard_stays_in_the_panel(page):
    panel(page).locator(".rank").first.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "← Most active"


def test_back_leads_to_the_choice_before(page):
    panel(page).get_by_role("button", name="Xi Jinping", exact=False).last.click()
    page.go_back()
    assert panel(page).locator("h2").inner_text() == "Most active"


def test_an_address_that_names_nothing_known_is_borne(told_by_hand, show):
    page = show(told_by_hand(), "#leader=nobody&status=imaginary&from=soon&sort=nonsense")
    assert "No contact fits the filters." in panel(page).inner_text()
    assert page.locator("#summary").inner_text().startswith("0 of 5 contacts")
    panel(page).get_by_role("button", name="Clear all filters").press("Enter")
    assert page.locator("#summary").inner_text() == "5 contacts between 6 participants."


@pytest.mark.parametrize("width", [390, 768])
def test_in_small_windows_the_parts_stand_in_the_order_of_the_tab_key(told_by_hand, show, width):
    page = show(told_by_hand(), viewport={"width": width, "height": 844})
    parts = [page.locator(part).bounding_box() for part in (".filters", ".stage", "#panel", "#table")]
    assert parts == sorted(parts, key=lambda box: box["y"])
    assert parts[0]["height"] < 60


def network_of(graph):
    """A network with the ties of a graph, of leaders with long names."""
    people = {node: Participant(name=f"A rather long name {node:03}", country="USA") for node in graph}
    evidence = (Evidence(start=0, end=4, text="Met."),)
    contacts = []
    for one, other in graph.edges:
        facets = {"participants": (people[one], people[other]), "channel": "phone", "status": "held"}
        claim = Claim(article="a", evidence=evidence, **facets)
        contacts.append(Contact(id=f"{one}-{other}", claims=(claim,), **facets))
    return build(contacts)


@pytest.mark.parametrize("width", [390, 1440])
def test_no_name_lies_on_another_or_under_a_button(show, width):
    page = show(network_of(nx.star_graph(60)), viewport={"width": width, "height": 844})
    names, taken = page.evaluate(
        """() => { const scale = network.getScale();
                   const frame = labelFrame(scale);
                   const context = document.createElement('canvas').getContext('2d');
                   return [placeLabels(context, labelSpots(scale), frame).map(({ box }) => box), frame.taken]; }"""
    )
    assert len(names) > 5
    assert taken[0]["right"] - taken[0]["left"] > 20

    def lie_apart(one, other):
        return (
            one["right"] <= other["left"]
            or other["right"] <= one["left"]
            or one["bottom"] <= other["top"]
            or other["bottom"] <= one["top"]
        )

    boxes = [*names, *taken]
    assert all(lie_apart(one, other) for place, one in enumerate(boxes) for other in boxes[:place])


def test_leaving_a_choice_shows_the_whole_again(show):
    page = show(network_of(nx.path_graph(80)), reduced_motion="reduce")
    view = "[network.getScale(), ...Object.values(network.getViewPosition())]"
    whole = page.evaluate(view)
    page.evaluate("choose('tie', [...ties.keys()][7])")
    assert page.evaluate("network.getScale()") > whole[0]
    page.keyboard.press("Escape")
    assert page.evaluate(view) == pytest.approx(whole)


def test_what_is_filtered_out_is_no_longer_drawn(page):
    option(page, "status", "held").click()
    assert page.evaluate("drawnNodes.ids().sort()") == ["Q22686", "Q567", "Q7747"]
    assert page.evaluate("network.body.edgeIndices.length") == 2
    page.locator("#reset").click()
    assert page.evaluate("network.body.edgeIndices.length") == 4


def test_the_table_sorts_and_opens_contacts(page):
    def column(number):
        return page.locator(f"#table tbody td:nth-child({number})").all_inner_texts()

    assert column(1) == ["2021", "March 2018", "between 7 and 8 July 2017", "2 May 2017", "date not told"]
    page.locator("#column-when button").click()
    assert column(1)[0] == "2 May 2017"
    assert column(1)[-1] == "date not told"
    page.locator("#column-status button").click()
    assert column(4) == ["denied", "held", "held", "planned", "planned"]
    page.locator("#table tbody button", has_text="date not told").click()
    assert panel(page).locator("h2").inner_text() == "foreign minister (Russia) and Rex Tillerson"


def test_hostile_text_is_shown_and_never_run(show, hostile):
    network, name, sentence = hostile
    page = show(network, title=name)
    page.locator("#search").fill("img")
    page.keyboard.press("Enter")
    assert panel(page).locator("h2").inner_text() == name
    assert panel(page).locator("blockquote").inner_text() == sentence
    assert page.locator("h1").inner_text() == name
    assert page.title() == name
    assert panel(page).locator("a").count() == 0
    assert page.locator("img, b > b, svg[onload]").count() == 0
    assert page.evaluate("window.__xss") is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 768, 1440])
@pytest.mark.parametrize("fragment", ["", "#colour=circle"])
def test_nothing_runs_out_of_the_window(show, hostile, fragment, scheme, width):
    page = show(hostile[0], fragment, color_scheme=scheme, viewport={"width": width, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate("choose('leader', [...leaders.keys()][0])")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(
        "[...document.querySelectorAll('#panel, .table-scroll')].every((e) => e.scrollWidth <= e.clientWidth)"
    )


def luminance(colour):
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_names_and_dots_stand_out_from_the_ground(told_by_hand, show, scheme):
    colours = show(told_by_hand(), color_scheme=scheme).evaluate("colours")
    ground = luminance(colours["ground"])

    def contrast(name):
        light, dark = sorted((luminance(colours[name]), ground), reverse=True)
        return (light + 0.05) / (dark + 0.05)

    assert (ground > 0.5) == (scheme == "light")
    assert min(contrast(name) for name in ("ink", "muted")) >= 4.5
    assert min(contrast(name) for name in colours if name not in {"ground", "tie"}) >= 3


def test_the_theme_can_be_switched(page):
    before = page.evaluate("colours.ground")
    page.locator("#theme").click()
    assert page.evaluate("colours.ground") != before
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"


def test_the_picture_is_saved_as_png(page):
    page.get_by_text("Save", exact=True).click()
    with page.expect_download() as saving:
        page.get_by_role("button", name="Picture (PNG)").click()
    assert saving.value.suggested_filename == "contacts.png"
    assert saving.value.path().read_bytes().startswith(b"\x89PNG")


def test_of_many_leaders_the_most_active_are_drawn_and_all_are_found(show):
    page = show(network_of(nx.star_graph(330)))
    assert page.locator("#notice").inner_text() == "Showing the 300 most active of 331; search and table hold all."
    assert page.evaluate("drawnNodes.ids().length") == 300
    page.locator("#search").fill("name 330")
    page.keyboard.press("Enter")
    assert panel(page).locator("h2").inner_text() == "A rather long name 330"
    assert page.evaluate("drawnNodes.items().some((node) => node.id === state.choice.key)")
    assert page.locator("#table tbody tr").count() == 50
    page.locator("#table-more").click()
    assert page.locator("#table tbody tr").count() == 330


def test_an_empty_network_says_so(show):
    page = show(build([]))
    assert page.locator("#summary").inner_text() == "0 contacts between 0 participants."
    assert panel(page).inner_text().endswith("There are no contacts yet.")


def test_reduced_motion_is_respected(told_by_hand, show):
    page = show(told_by_hand(), reduced_motion="reduce")
    assert page.evaluate("motion()") is False


def test_paper_is_white_whatever_the_screen_shows(told_by_hand, show):
    page = show(told_by_hand(), color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert luminance(page.evaluate("colours.ground")) > 0.5
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert luminance(page.evaluate("colours.ground")) < 0.5


def test_in_a_notebook_the_frame_works_without_an_address(told_by_hand, tmp_path, browser):
    outer = tmp_path / "notebook.html"
    outer.write_text(f"<!doctype html><meta charset=utf-8>{told_by_hand()._repr_html_()}", encoding="utf-8")
    page = browser.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(outer.as_uri())
    inside = page.frame_locator("iframe")
    inside.locator("#search").fill("merkel")
    inside.locator("#search").press("Enter")
    assert inside.locator("#panel h2").inner_text() == "Angela Merkel"
    assert not inside.get_by_role("button", name="Copy link").is_visible()
    inside.get_by_text("Save", exact=True).click()
    with page.expect_download() as saving:
        inside.get_by_role("button", name="Contacts shown (CSV)").click()
    assert "Angela Merkel" in saving.value.path().read_text(encoding="utf-8-sig")
    assert complaints == []
    page.close()
