"""The user's own people and offices: laid over the tables, contradictions told, bad rows refused with file and line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.world import Country, Organisation, Person, Tenure, World

D = date.fromisoformat
PEOPLE = (
    Person("ann", "Ann Old", family="Old"),
    Person("ben", "Ben Neu", family="Neu", qid="Q5"),
    Person("smith-a", "Jo Smith", family="Smith"),
    Person("smith-b", "Jo Smith", family="Smith"),
)
TENURES = (
    Tenure("ann", "head_of_government", "Prime Minister", "AAA", D("2010-01-01"), D("2015-06-30")),
    Tenure("ben", "head_of_government", "Prime Minister", "AAA", D("2015-06-30"), None, seen=D("2026-01-31")),
    Tenure("smith-a", "foreign_minister", "Foreign Minister", "AAA", D("2010-01-01"), D("2012-06-30")),
    Tenure("smith-b", "ambassador", "Ambassador to Aland", "BBB", D("2010-01-01"), D("2012-06-30")),
)
BASE = World(PEOPLE, TENURES, (Country("AAA", "Alland"), Country("BBB", "Beland")))
HEADER = "name,id,kind,office,country,first,last\n"


def laid(tmp_path: Path, text: str) -> World:
    path = tmp_path / "own.csv"
    path.write_text(text, encoding="utf-8")
    return BASE.with_overlay(path)


def holder(world: World, day: str) -> list[str]:
    return [tenure.person for tenure in world.holders("AAA", {"head_of_government"}, D(day))]


def test_further_names_need_no_office(tmp_path: Path) -> None:
    world = laid(tmp_path, "name,aliases,called\nBen Neu,Benjamin Nouveau|B. N. Neu,Benny\n")
    assert [person.id for person in world.people_named("Benjamin Nouveau")] == ["ben"]
    assert [person.id for person in world.people_called("Benny")] == ["ben"]
    assert world.conflicts == ()
    assert BASE.people_named("Benjamin Nouveau") == ()


def test_a_new_person_gets_an_id_and_the_last_word_for_a_family_name(tmp_path: Path) -> None:
    world = laid(tmp_path, HEADER + "Cy de Novo,,foreign_minister,Foreign Minister,BBB,2020,2021\n")
    (person,) = world.people_called("Novo")
    assert (person.id, person.name) == ("cy-de-novo", "Cy de Novo")
    assert [t.person for t in world.holders("BBB", {"foreign_minister"}, D("2021-12-31"))] == ["cy-de-novo"]
    assert world.conflicts == ()


def test_who_held_the_office_gives_way_for_those_days_and_is_named(tmp_path: Path) -> None:
    world = laid(tmp_path, HEADER + "Cy Novo,,head_of_government,Prime Minister,AAA,2012-01-01,2013-12-31\n")
    assert holder(world, "2011-12-31") == ["ann"]
    assert holder(world, "2012-06-01") == ["cy-novo"]
    assert holder(world, "2014-06-01") == ["ann"]
    (conflict,) = world.conflicts
    assert str(conflict).endswith(
        "own.csv:2: the tables have Ann Old as Prime Minister of AAA from 2010-01-01 to 2015-06-30"
    )


def test_other_days_for_the_same_holder_are_taken_and_told(tmp_path: Path) -> None:
    world = laid(tmp_path, HEADER + "Ann Old,,head_of_government,Prime Minister,AAA,2009-01-01,2015-06-30\n")
    assert holder(world, "2009-06-01") == ["ann"]
    assert len(world.tenures_of("ann")) == 1
    assert [conflict.line for conflict in world.conflicts] == [2]


def test_days_that_differ_little_are_no_contradiction(tmp_path: Path) -> None:
    world = laid(tmp_path, HEADER + "Ann Old,,head_of_government,Prime Minister,AAA,2010-01-10,2015-06\n")
    assert world.conflicts == ()
    assert world.tenures_of("ann")[0].first == D("2010-01-10")


def test_offices_of_which_a_state_has_several_stand_beside_each_other(tmp_path: Path) -> None:
    world = laid(tmp_path, HEADER + "Cy Novo,,ambassador,Ambassador to Celand,BBB,2010-01-01,2012-06-30\n")
    assert {t.person for t in world.holders("BBB", {"ambassador"}, D("2011-01-01"))} == {"smith-b", "cy-novo"}
    assert world.conflicts == ()


def test_bodies_of_an_organisation_have_a_head_each(tmp_path: Path) -> None:
    def head(person: str, office: str, *aliases: str) -> Tenure:
        return Tenure(person, "organisation_head", office, "ORG", D("2010-01-01"), None, aliases, seen=D("2026-01-31"))

    heads = (head("ann", "President of the Court"), head("ben", "Head of the Council", "President of the Council"))
    base = World(PEOPLE, heads, (), (Organisation("ORG", "Organisation"),))
    path = tmp_path / "own.csv"
    path.write_text(HEADER + "Cy Novo,,organisation_head,president of the council,ORG,2020-01-01,\n", encoding="utf-8")
    world = base.with_overlay(path)
    held = {tenure.person for tenure in world.holders("ORG", {"organisation_head"}, D("2021-01-01"))}
    assert held == {"ann", "cy-novo"}
    assert len(world.conflicts) == 1


def test_a_running_office_is_believed_from_the_day_of_the_file(tmp_path: Path) -> None:
    world = laid(tmp_path, HEADER + "Cy Novo,,foreign_minister,Foreign Minister,BBB,2001-05,\n")
    (tenure,) = world.tenures_of("cy-novo")
    assert tenure.last is None
    assert tenure.seen is not None
    assert abs((tenure.seen - date.today()).days) <= 1  # noqa: DTZ011  # the day of the file


def test_namesakes_are_told_apart_by_state_or_id(tmp_path: Path) -> None:
    row = "Jo Smith,{id},foreign_minister,Foreign Minister,{country},2013,2014\n"
    assert laid(tmp_path, HEADER + row.format(id="", country="AAA")).conflicts == ()
    world = laid(tmp_path, HEADER + row.format(id="smith-b", country="AAA"))
    assert [t.person for t in world.holders("AAA", {"foreign_minister"}, D("2013-06-01"))] == ["smith-b"]
    with pytest.raises(InputError, match=r"own\.csv:2: field 'name': 2 people of the tables bear this name.*smith-a"):
        laid(tmp_path, "name,called\nJo Smith,Joey\n")


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("Cy Novo,,boss,Boss,AAA,2013,2014", "field 'kind': 'boss' is none of head_of_state"),
        ("Cy Novo,,other,Boss,ZZZ,2013,2014", "field 'country': 'ZZZ' is the code of no country"),
        ("Cy Novo,,other,Boss,AAA,soon,2014", "field 'first': 'soon' is no date"),
        ("Cy Novo,,other,Boss,AAA,2015,2014", "before it begins"),
        (",,other,Boss,AAA,2013,2014", "field 'name': is empty"),
        ("Cy Novo,,other", "has 3 fields and the header 7"),
    ],
)
def test_a_row_that_does_not_fit_is_refused_with_file_line_and_field(tmp_path: Path, row: str, problem: str) -> None:
    with pytest.raises(InputError) as caught:
        laid(tmp_path, HEADER + "Ben Neu,,,,,,\n" + row + "\n")
    assert "own.csv:3: " in str(caught.value)
    assert problem in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_unknown_column_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="field 'state': there is no such column; there are name, id"):
        laid(tmp_path, "name,state\nCy Novo,AAA\n")


def test_a_table_of_a_spreadsheet_is_read(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_bytes(b"\xef\xbb\xbfname,called\r\nBen Neu,Benny\r\n\r\n")
    assert [person.id for person in BASE.with_overlay(path).people_called("Benny")] == ["ben"]


def test_a_folder_holds_tables_of_both_forms(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(
        "id,name,family,called,qid,aliases,gender,source,licence\n"
        "Q5,Ben Neu,Neu,,Q5,B. Neuer,male,wikidata,CC0-1.0\n"
        "Q7,Di Other,Other,,Q7,,female,wikidata,CC0-1.0\n",
        encoding="utf-8",
    )
    (tmp_path / "tenures.csv").write_text(
        "person,kind,office,office_aliases,country,first,last,seen,confidence,acting,source,licence\n"
        "Q5,head_of_government,Prime Minister,,AAA,2015-06-30,2020-01-01,,high,,wikidata,CC0-1.0\n"
        "Q7,head_of_government,Prime Minister,,AAA,2020-01-01,,2026-01,high,,wikidata,CC0-1.0\n",
        encoding="utf-8",
    )
    (tmp_path / "names.csv").write_text("name,called\nAnn Old,Annie\n", encoding="utf-8")
    world = BASE.with_overlay(tmp_path)
    assert [person.id for person in world.people_named("B. Neuer")] == ["ben"]
    assert holder(world, "2019-12-31") == ["ben"]
    assert holder(world, "2021-12-31") == ["Q7"]
    assert [person.id for person in world.people_called("Annie")] == ["ann"]
    assert [conflict.source.rsplit("/", 1)[-1] for conflict in world.conflicts] == ["tenures.csv"]


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no table"):
        BASE.with_overlay(tmp_path)


DAYS = st.dates(min_value=D("2005-01-01"), max_value=D("2020-12-31"))


@given(first=DAYS, last=DAYS, day=DAYS)
def test_the_user_s_word_counts_on_its_days_and_nothing_changes_on_others(
    tmp_path_factory: pytest.TempPathFactory, first: date, last: date, day: date
) -> None:
    first, last = sorted((first, last))
    row = f"Cy Novo,,head_of_government,Prime Minister,AAA,{first},{last}\n"
    world = laid(tmp_path_factory.mktemp("own"), HEADER + row)
    if first < day < last:
        assert holder(world, str(day)) == ["cy-novo"]
    elif not first <= day <= last:
        assert holder(world, str(day)) == holder(BASE, str(day))
