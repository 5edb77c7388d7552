"""Any article with any claims comes back from the graph as it was."""

from __future__ import annotations

import io
import tempfile
from datetime import date, timedelta
from pathlib import Path

import pyoxigraph as ox
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.contact_graph import ContactGraph
from kg.graph import Store
from kg.model import Article, Channel, Claim, Evidence, Kind, Participant, Roles, Status, Via, Window

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
maybe = st.one_of(st.just(""), words)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
codes = st.sampled_from(["", "RUS", "USA", "EU", "XKX", "no code"])
topics = st.sampled_from(["ceasefire", "trade", "country:SYR", "own topic/ü"])
statuses = st.sampled_from([status for status in Status if status is not Status.DISPUTED])


@st.composite
def participants(draw: st.DrawFn) -> Participant:
    name, post, country = draw(maybe), draw(maybe), draw(codes)
    return Participant(
        name=name if name or post or country else "Somebody",
        post=post,
        country=country,
        via=draw(st.sampled_from(Via)),
        id=draw(st.sampled_from(["", "Q7747", "Q22686"])),
        kind=draw(st.sampled_from(Kind)),
    )


@st.composite
def windows(draw: st.DrawFn) -> Window:
    first, length = draw(days), draw(st.integers(0, 500))
    made = draw(
        st.sampled_from(
            [
                Window(),
                Window.day(first),
                Window.within(first, first + timedelta(days=length)),
                Window.lasting(first, first + timedelta(days=length)),
                Window.month(first.year, first.month),
                Window.year(first.year),
            ]
        )
    )
    return made.model_copy(update={"date_text": draw(maybe), "inferred": draw(st.booleans())})


@st.composite
def evidence(draw: st.DrawFn) -> Evidence:
    start, text = draw(st.integers(0, 10**6)), draw(words)
    return Evidence(start=start, end=start + len(text), text=text, part=draw(st.sampled_from(["text", "title"])))


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    party = draw(st.lists(participants(), min_size=2, max_size=4))
    names = st.lists(st.one_of(words, st.sampled_from([each.label for each in party])), max_size=2)
    return Claim(
        article="article ü/1",
        participants=tuple(party),
        channel=draw(st.sampled_from(Channel)),
        status=draw(statuses),
        window=draw(windows()),
        authority=draw(maybe),
        topics=tuple(draw(st.lists(topics, max_size=3))),
        place=draw(maybe),
        occasion=draw(maybe),
        because_of=draw(maybe),
        roles=Roles(initiator=draw(names), host=draw(names), visitor=draw(names), mediator=draw(names)),
        evidence=tuple(draw(st.lists(evidence(), min_size=1, max_size=3))),
        rule=draw(maybe),
        trigger=draw(maybe),
        confidence=draw(st.one_of(st.none(), st.floats(0, 1))),
    )


articles = st.builds(
    Article,
    id=st.just("article ü/1"),
    title=maybe,
    text=maybe,
    published=st.one_of(st.none(), days),
    end_date=st.one_of(st.none(), days),
    issuer=maybe,
    url=maybe,
    language=st.sampled_from(["en", "ru", "pt-BR", ""]),
    licence=maybe,
    genre=maybe,
)


@settings(max_examples=100, deadline=None)
@given(article=articles, told=st.lists(claims(), max_size=4))
def test_claims_and_article_come_back_as_they_were(article, told):
    with Store() as store:
        store.put(article, told)
        assert {claim.id: claim for claim in store.claims()} == {claim.id: claim for claim in told}
        assert store.articles() == {article.id: article.model_copy(update={"text": ""})}
        assert not store.put(article, told)


@settings(max_examples=30, deadline=None)
@given(article=articles, told=st.lists(claims(), max_size=4))
def test_contacts_come_back_as_merged_and_an_export_is_the_whole_graph(article, told):
    with Store() as store:
        store.put(article, told)
        contacts = store.contacts()
        assert sorted(claim.id for contact in contacts for claim in contact.claims) == sorted(
            {each.id for each in told}
        )
        stream = io.BytesIO()
        store.export(stream, "nq")
        copy = ox.Store()
        copy.load(stream.getvalue(), format=ox.RdfFormat.N_QUADS)
        with Store(copy) as again:
            assert again.contacts() == contacts


@settings(max_examples=40, deadline=None)
@given(article=articles, told=st.lists(claims(), max_size=4), form=st.sampled_from(["nq", "jsonl"]))
def test_an_export_that_is_imported_makes_the_same_graph(article, told, form):
    with tempfile.TemporaryDirectory() as folder, ContactGraph() as graph, ContactGraph() as other:
        graph.store.put(article, told)
        graph.store.put(article.model_copy(update={"id": "a second", "text": "Another."}), [])
        written, again = Path(folder, f"graph.{form}"), Path(folder, f"again.{form}")
        graph.export(written, form)
        report = other.load(written)
        assert (report.new, report.skipped) == (2, ())
        other.export(again, form)
        assert again.read_bytes() == written.read_bytes()
        assert other.contacts() == graph.contacts()
        assert other.load(written).unchanged == 2
