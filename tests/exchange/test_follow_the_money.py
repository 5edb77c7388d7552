"""FollowTheMoney entities: as its own library wants them, where it is installed; and in any case what they say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.contact_graph import ContactGraph
from kg.exchange.country_codes import FTM_CODES
from kg.world import World

Entity = dict[str, Any]


@pytest.fixture
def entities(graph: ContactGraph, tmp_path: Path) -> list[Entity]:
    graph.export(tmp_path / "entities.jsonl", "ftm")
    return [json.loads(line) for line in (tmp_path / "entities.jsonl").read_text(encoding="utf-8").splitlines()]


def named(entities: list[Entity], schema: str) -> dict[str, Entity]:
    return {each["properties"].get("name", each["properties"].get("title"))[0]: each for each in entities
            if each["schema"] == schema}  # fmt: skip


def test_followthemoney_accepts_every_entity_and_every_value(entities: list[Entity]) -> None:
    ftm = pytest.importorskip("followthemoney", reason="needs the extra check-ftm")
    for entity in entities:
        proxy = ftm.model.get_proxy(entity)
        proxy.schema.validate(entity)
        given = {(name, value) for name, values in entity["properties"].items() for value in values}
        again = ftm.model.make_entity(proxy.schema)
        again.id = entity["id"]
        for name, value in given:
            again.add(name, value, cleaned=False)
        assert {(each.name, value) for each, value in again.itervalues()} == given


def test_followthemoney_knows_every_country_code() -> None:
    registry = pytest.importorskip("followthemoney.types", reason="needs the extra check-ftm").registry
    assert [code for code in FTM_CODES.values() if registry.country.clean(code) != code] == []


def test_every_country_of_the_tables_has_a_code(world: World) -> None:
    assert world.countries.keys() - FTM_CODES.keys() == {"YMD"}


def test_people_carry_their_wikidata_ids_and_offices(entities: list[Entity]) -> None:
    merkel = named(entities, "Person")["Angela Merkel"]
    assert merkel["id"] == "Q567"
    assert merkel["properties"]["position"] == ["Chancellor"]
    assert merkel["properties"]["country"] == ["de"]


def test_offices_states_and_organisations_are_no_persons(entities: list[Entity]) -> None:
    assert "the Turkish foreign minister" in named(entities, "LegalEntity")
    assert named(entities, "PublicBody")["France"]["properties"]["country"] == ["fr"]
    assert named(entities, "Organization")["European Union"]["properties"]["country"] == ["eu"]


def test_a_contact_is_an_event_whose_references_are_there(entities: list[Entity]) -> None:
    ids = {each["id"] for each in entities}
    events = [each["properties"] for each in entities if each["schema"] == "Event"]
    assert {name for event in events for name in event["involved"] + event["proof"]} <= ids
    visit = next(event for event in events if event.get("location") == ["Sochi"])
    assert (visit["startDate"], visit["endDate"]) == (["2017-05-01"], ["2017-05-31"])
    assert visit["organizer"] == ["Q7747"]
    assert visit["sourceUrl"] == ["https://example.org/1?a=b&c"]


def test_what_was_not_held_says_so_in_its_name(entities: list[Entity]) -> None:
    names = [each["properties"]["name"][0] for each in entities if each["schema"] == "Event"]
    assert [name.endswith(" (denied)") for name in sorted(names)].count(True) == 1
    assert sum("(held)" in name for name in names) == 0
