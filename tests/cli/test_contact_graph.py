"""The public face of the package."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

import kg
from kg.extraction import Extractor
from kg.model import Contact, Extraction

TOLD = {
    "moscow": "Russian President Vladimir Putin and U.S. President Donald Trump spoke by telephone on Monday, "
    "according to the Kremlin. They discussed Syria.",
    "ankara": "Turkish President Recep Tayyip Erdogan met French President Emmanuel Macron in Ankara on Monday.",
}


def articles(**changed: str) -> list[kg.Article]:
    return [kg.Article(id=name, text=text, published=date(2017, 5, 2)) for name, text in (TOLD | changed).items()]


@pytest.fixture
def graph(extractor: Extractor) -> kg.ContactGraph:
    filled = kg.ContactGraph()
    filled.ingest(articles(), extractor=extractor)
    return filled


def names(contacts: list[Contact]) -> set[str]:
    return {participant.name for contact in contacts for participant in contact.participants}


def test_importing_the_package_imports_nothing_else() -> None:
    program = "import sys, kg; sys.exit(len({'pydantic', 'spacy', 'rdflib'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", program], check=False, cwd=Path(__file__).parents[2]).returncode == 0


def test_every_name_that_the_package_promises_is_there() -> None:
    stub = (Path(kg.__file__).parent / "__init__.pyi").read_text(encoding="utf-8")
    for name in kg.__all__:
        assert getattr(kg, name) is not None
        assert name in stub
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = kg.nonsense  # type: ignore[attr-defined]


def test_extract_gives_claims_with_evidence(extractor: Extractor) -> None:
    [claim] = kg.extract(articles()[1], extractor=extractor)
    assert claim.channel == "in_person"
    assert claim.evidence[0].text == TOLD["ankara"]


def test_ingesting_twice_changes_nothing(graph: kg.ContactGraph, extractor: Extractor) -> None:
    report = graph.ingest(articles(), extractor=extractor)
    assert (report.new, report.changed, report.unchanged) == (0, 0, 2)
    assert (report.claims, report.contacts) == (2, 2)


def test_what_is_there_already_is_not_read_again(graph: kg.ContactGraph, extractor: Extractor) -> None:
    class Reading:
        seen: list[str] = []  # noqa: RUF012

        def read_all(self, articles: Iterable[kg.Article]) -> Iterator[Extraction]:
            for article in articles:
                self.seen.append(article.id)
                yield extractor.read(article)

    changed = articles(ankara="Nothing happened.")
    report = graph.ingest(changed, extractor=Reading())
    assert Reading.seen == ["ankara"]
    assert (report.new, report.changed, report.unchanged, report.contacts) == (0, 1, 1, 1)
    graph.ingest(changed, extractor=Reading(), again=True)
    assert Reading.seen == ["ankara", "moscow", "ankara"]


def test_a_new_title_makes_a_changed_article(graph: kg.ContactGraph, extractor: Extractor) -> None:
    [moscow, _] = articles()
    report = graph.ingest([moscow.model_copy(update={"title": "A call"})], extractor=extractor)
    assert (report.changed, report.unchanged) == (1, 0)
    assert graph.store.articles()["moscow"].title == "A call"


def test_problems_are_counted_or_raised(extractor: Extractor) -> None:
    problem = kg.InputError("is empty", source="a.txt")
    items = [problem, *articles()]
    report = kg.ContactGraph().ingest(items, extractor=extractor)
    assert (report.new, report.skipped) == (2, (problem,))
    with pytest.raises(kg.InputError, match=r"a\.txt: is empty"):
        kg.ContactGraph().ingest(items, extractor=extractor, strict=True)


def test_an_article_without_a_name_is_a_problem(extractor: Extractor) -> None:
    report = kg.ContactGraph().ingest([kg.Article(text="Rain.")], extractor=extractor)
    assert report.new == 0
    assert "without id" in str(report.skipped[0])


def test_contacts_are_chosen_by_what_is_asked(graph: kg.ContactGraph) -> None:
    assert len(graph.contacts()) == 2
    assert names(graph.contacts(between=("Putin", "Trump"))) == {"Vladimir Putin", "Donald Trump"}
    assert names(graph.contacts(channel="in_person")) == {"Recep Tayyip Erdoğan", "Emmanuel Macron"}
    assert names(graph.contacts(topic="country:SYR", authority="Kremlin")) == {"Vladimir Putin", "Donald Trump"}
    assert graph.contacts(since="2017-05-02") == []
    with pytest.raises(kg.KgError, match="'fax'"):
        graph.contacts(channel="fax")


def test_the_network_shows_itself(graph: kg.ContactGraph) -> None:
    network = graph.network(since="2017")
    assert (len(network), network.number_of_edges()) == (4, 2)
    assert "Putin" in network.html()


def test_named_queries_take_words(graph: kg.ContactGraph) -> None:
    answer = graph.query("who-spoke-with", leader="Putin")
    assert answer.columns == ["partner", "contacts", "first", "last"]
    assert list(answer) == [("Donald Trump", "1", "2017-05-01", "2017-05-01")]
    assert len(answer) == 1


def test_sparql_takes_values(graph: kg.ContactGraph) -> None:
    question = "SELECT ?contact WHERE { ?contact a kg:Contact ; kg:earliest ?day }"
    assert len(graph.query(question, day=date(2017, 5, 1))) == 2
    assert len(graph.query(question, day=date(2017, 5, 2))) == 0


def test_answers_become_data_frames_with_numbers_and_dates(graph: kg.ContactGraph) -> None:
    pytest.importorskip("pandas")
    frame = graph.query("who-spoke-with", leader="Putin").to_dataframe()
    assert frame.to_dict("records") == [
        {"partner": "Donald Trump", "contacts": 1, "first": date(2017, 5, 1), "last": date(2017, 5, 1)}
    ]


def test_a_question_of_yes_or_no_has_one_row(graph: kg.ContactGraph) -> None:
    answer = graph.query("ASK { ?contact a kg:Contact }")
    assert (answer.columns, list(answer)) == (["answer"], [("true",)])


def test_a_sound_graph_has_no_violation(graph: kg.ContactGraph) -> None:
    assert graph.validate() == []


@pytest.mark.parametrize("format", ["nq", "ttl", "trig", "jsonld", "graphml", "gexf"])
def test_exports_name_the_leaders(graph: kg.ContactGraph, tmp_path: Path, format: str) -> None:  # noqa: A002
    graph.export(tmp_path / "export", format)
    assert "Donald Trump" in (tmp_path / "export").read_text(encoding="utf-8")


def test_an_unknown_format_is_an_error(graph: kg.ContactGraph, tmp_path: Path) -> None:
    with pytest.raises(kg.KgError, match="'docx' is not a format"):
        graph.export(tmp_path / "export", "docx")


def test_a_folder_keeps_what_was_ingested(extractor: Extractor, tmp_path: Path) -> None:
    with kg.ContactGraph.open(tmp_path / "contacts.kg") as graph:
        graph.ingest(articles(), extractor=extractor)
    with kg.ContactGraph.open(tmp_path / "contacts.kg", read_only=True) as graph:
        assert len(graph.contacts()) == 2
