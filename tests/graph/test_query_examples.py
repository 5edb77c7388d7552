"""Every named query has an example, and the sample articles give the row that it promises."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.contact_graph import ContactGraph
from kg.errors import QueryError
from kg.extraction import Extractor
from kg.graph import Store, named_queries, run
from kg.graph.queries import parsed
from kg.graph.queries_doc import queries_markdown
from kg.graph.results import rows
from kg.reading import read
from kg.resources import shipped

PAGE = Path(__file__).parents[2] / "docs" / "queries.md"

pytestmark = pytest.mark.xdist_group("samples")


@pytest.fixture(scope="session")
def samples(extractor: Extractor) -> ContactGraph:
    """The sample articles, ingested once."""
    graph = ContactGraph()
    graph.ingest(read(shipped("seeds")), extractor=extractor)
    return graph


def test_there_are_thirty_and_each_has_an_example() -> None:
    queries = named_queries().values()
    assert len(queries) >= 30
    assert [query.name for query in queries if query.example is None] == []


@pytest.mark.parametrize("name", named_queries())
def test_the_example_is_among_the_answers(samples: ContactGraph, name: str) -> None:
    example = named_queries()[name].example
    assert example is not None
    assert example.row
    found = rows(run(samples.store, name, example.parameters))
    assert any(example.row.items() <= row.items() for row in found), found[:20]


def test_the_page_is_up_to_date() -> None:
    current = PAGE.read_text(encoding="utf-8")
    wanted = queries_markdown(named_queries().values())
    assert current == wanted, "out of date: run `python -m kg.graph.queries_doc > docs/queries.md`"


def test_an_example_is_read_and_shown() -> None:
    text = (
        "# title: T\n# description: D.\n# columns: a, b\n# example: who=A B | since=2017 -> a=x, y | b=1\nSELECT * {}"
    )
    query = parsed("odd", text)
    assert query.example is not None
    assert dict(query.example.parameters) == {"who": "A B", "since": "2017"}
    assert dict(query.example.row) == {"a": "x, y", "b": "1"}
    assert "$ kg query odd -p 'who=A B' -p since=2017\na: x, y  b: 1\n" in queries_markdown([query])


def test_a_contact_may_be_named_by_the_beginning_of_its_id(store: Store) -> None:
    contact = store.contacts(status="disputed")[0].id
    whole = rows(run(store, "contact-with-claims", {"contact": contact}))
    assert rows(run(store, "contact-with-claims", {"contact": contact[:-6]})) == whole
    with pytest.raises(QueryError, match=r"\d+ contacts begin with '2017' \(give more of the id\)"):
        run(store, "contact-with-claims", {"contact": "2017"})


def test_undated_contacts_do_not_hide_the_first_and_last_day(told) -> None:
    article, claims = told[0]
    undated = claims[0].model_copy(update={"window": type(claims[0].window)(), "authority": "another"})
    with Store() as store:
        store.put(article, [claims[0]])
        store.put(article.model_copy(update={"id": "later"}), [undated.model_copy(update={"article": "later"})])
        [row] = rows(run(store, "who-spoke-with", {"leader": "Putin"}))
    assert (row["first"], row["last"]) == ("2017-05-02", "2017-05-02")


@pytest.mark.parametrize("name", named_queries())
def test_nothing_is_joined_after_what_is_optional(name: str) -> None:
    """Oxigraph joins a pattern after an OPTIONAL by reading all of it: up to forty times slower on 20,000 contacts."""
    text = named_queries()[name].text
    body = re.split(r"^(?:GROUP BY|ORDER BY|HAVING)", text, maxsplit=1, flags=re.MULTILINE)[0]
    rest = re.sub(r"OPTIONAL \{[^}]*\}", "", body[body.find("OPTIONAL") :]) if "OPTIONAL" in body else ""
    left = re.sub(r"^\s*(FILTER|BIND) ?.*$|[{}]", "", rest, flags=re.MULTILINE)
    assert left.split() == []
