"""Speed of the store, as ratios measured in one run on one machine.

    python benchmarks/graph.py                     # 3,000 contacts: some minutes
    python benchmarks/graph.py --contacts 100000   # the size of the targets: an hour
    python benchmarks/graph.py --remote http://localhost:7878                      # a store that speaks SPARQL 1.1

What is measured, each with its target:
- writing claims through `ContactGraph` against pyoxigraph's own bulk load of the same triples (at most 2 times);
- six kinds of queries through `ContactGraph` against pyoxigraph itself (at most 1.2 times), and two aggregates against
  rdflib's own engine (at least 20 times faster);
- one more article in a store of that size (under 100 ms).
The claims are made as the benchmark of merging makes them: leaders of whom few are busy, several tellings a contact.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from rdflib import Dataset

sys.path.insert(0, str(Path(__file__).parent))
from merging import synthetic

from kg.contact_graph import ContactGraph
from kg.graph.sparql import PREFIXES
from kg.model import Article, Claim, Extraction
from kg.world import World

_PREFIXES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
QUERIES: Mapping[str, str] = {
    "top pairs": """SELECT ?a ?b (COUNT(?c) AS ?n) WHERE { ?c a kg:Contact ; kg:participant ?a, ?b
        FILTER (STR(?a) < STR(?b)) } GROUP BY ?a ?b ORDER BY DESC(?n) LIMIT 10""",
    "topic by month": """SELECT ?topic ?year ?month (COUNT(?c) AS ?n) WHERE { ?c a kg:Contact ; kg:topic ?topic ;
        kg:earliest ?day BIND (YEAR(?day) AS ?year) BIND (MONTH(?day) AS ?month) } GROUP BY ?topic ?year ?month""",
    "of one leader": """SELECT ?c WHERE { ?c a kg:Contact ; kg:participant person:Q900000 ; kg:status kg:held }""",
    "between two days": """SELECT ?c WHERE { ?c a kg:Contact ; kg:earliest ?day
        FILTER (?day >= "2005-03-01"^^xsd:date && ?day <= "2005-03-31"^^xsd:date) }""",
    "path": """ASK { person:Q900000 kg:inContactWith/kg:inContactWith/kg:inContactWith person:Q900030 }""",
    "text filter": """SELECT ?c WHERE { ?c a kg:Contact ; rdfs:label ?label FILTER (CONTAINS(?label, "2005-03")) }""",
}
AGGREGATES = ("top pairs", "topic by month")


class Prepared:
    """An extractor that knows the claims already."""

    def __init__(self, claims: Mapping[str, Claim]) -> None:
        self._claims = claims

    def read_all(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """The one claim of each article."""
        return (Extraction(article=article.id, claims=(self._claims[article.id],)) for article in articles)


def timed(action: Callable[[], Any]) -> float:
    """Seconds of wall time."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def best(action: Callable[[], Any], times: int = 3) -> float:
    """The fastest of some runs."""
    return min(timed(action) for _ in range(times))


def made(contacts: int) -> tuple[list[Article], dict[str, Claim]]:
    """Articles, and the claim that each tells."""
    truth, published = synthetic(contacts, contacts * 2)
    claims = {claim.article: claim for members in truth.values() for claim in members}
    return [Article(id=key, text=claims[key].evidence[0].text, published=published[key]) for key in claims], claims


def write(graph: ContactGraph, articles: Iterable[Article], claims: Mapping[str, Claim]) -> float:
    """Seconds for the claims alone, without merging, fifty articles a transaction as an ingest has them."""

    def put() -> None:
        some = {}
        for article in articles:
            some[article.id] = graph.store.graph_of(article, [claims[article.id]])
            if len(some) == 50:
                graph.store.put_graphs(some)
                some.clear()
        graph.store.put_graphs(some)

    return timed(put)


def local(contacts: int) -> None:
    """Print all ratios for a store in a folder."""
    articles, claims = made(contacts)
    with (
        tempfile.TemporaryDirectory() as folder,
        ContactGraph.open(Path(folder, "contacts.kg"), world=World()) as graph,
    ):
        writing = write(graph, articles, claims)
        merging = timed(graph.rebuild)
        dump = Path(folder, "dump.nq")
        graph.backup(dump)
        article_quads = _of_articles(dump, Path(folder, "articles.nq"))
        own = ox.Store(str(Path(folder, "own")))
        bulk = timed(lambda: own.bulk_load(path=str(Path(folder, "articles.nq")), format=ox.RdfFormat.N_QUADS))
        print(f"{contacts} contacts, {len(claims)} claims, {article_quads} quads of articles")
        print(f"write: {writing:.1f} s, bulk load {bulk:.1f} s, ratio {writing / bulk:.1f} (target 2)")
        print(f"merge and derive everything: {merging:.1f} s, {len(claims) / merging:.0f} claims/s")
        ask(graph, dump)
        one_more(graph, articles, claims)


def _of_articles(dump: Path, target: Path) -> int:
    """Keep the quads of articles only."""
    lines = [line for line in dump.read_text(encoding="utf-8").splitlines() if "/graph/article/" in line]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(lines)


def ask(graph: ContactGraph, dump: Path) -> None:
    """The queries, through `ContactGraph`, through pyoxigraph and, the aggregates, through rdflib."""
    direct = ox.Store()
    direct.bulk_load(path=str(dump), format=ox.RdfFormat.N_QUADS)
    disk = graph.store._database  # the very database, without what stands before it
    plain = Dataset(default_union=True)
    plain.parse(str(dump), format="nquads")
    for name, query in QUERIES.items():
        ours = best(lambda: graph.query(query).rows)  # noqa: B023
        theirs = best(lambda: _drained(disk, query))  # noqa: B023
        line = f"{name}: {1e3 * ours:.1f} ms, pyoxigraph {1e3 * theirs:.1f} ms, ratio {ours / theirs:.2f} (target 1.2)"
        if name in AGGREGATES:
            slow = timed(lambda: list(plain.query(query, initNs=dict(PREFIXES))))  # noqa: B023
            line += f"; rdflib's own engine {slow:.1f} s, {slow / ours:.0f} times (target 20)"
        print(line, flush=True)


def _drained(database: ox.Store, query: str) -> int:
    answer = database.query(_PREFIXES + query, use_default_graph_as_union=True)
    return sum(1 for _ in answer) if isinstance(answer, ox.QuerySolutions) else bool(answer)


def one_more(graph: ContactGraph, articles: list[Article], claims: Mapping[str, Claim], times: int = 50) -> None:
    """One article after another, each carried through to contacts before the next."""
    seconds = []
    for number, like in enumerate(articles[:times]):
        key = f"more-{number}"
        more = like.model_copy(update={"id": key, "published": like.published and like.published + timedelta(days=1)})
        claim = claims[like.id].model_copy(update={"article": key})
        seconds.append(timed(lambda: graph.ingest([more], extractor=Prepared({key: claim}), validate=False)))  # noqa: B023
    print(
        f"one more article in a store of {len(claims)} claims: median {1e3 * statistics.median(seconds):.0f} ms, "
        f"95th percentile {1e3 * sorted(seconds)[int(0.95 * len(seconds))]:.0f} ms (target 100)"
    )


def remote(address: str, contacts: int) -> None:
    """Write and ask over HTTP."""
    articles, claims = made(contacts)
    with ContactGraph.open(address, world=World()) as graph:
        writing = write(graph, articles, claims)
        merging = timed(graph.rebuild)
        print(f"{address}: {len(claims)} claims written in {writing:.1f} s, merged in {merging:.1f} s")
        for name, query in QUERIES.items():
            print(f"{name}: {1e3 * best(lambda: graph.query(query).rows):.1f} ms", flush=True)  # noqa: B023


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--contacts", type=int, default=3_000)
    parser.add_argument("--remote", metavar="URL")
    chosen = parser.parse_args()
    remote(chosen.remote, chosen.contacts) if chosen.remote else local(chosen.contacts)


if __name__ == "__main__":
    main()
