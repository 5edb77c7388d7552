"""What writing, asking, merging and memory cost, as ratios measured in one run on one machine.

    python benchmarks/graph.py                                     # 3,000 contacts: some minutes
    python benchmarks/graph.py --contacts 20000 --claims 10000 100000 --articles 2000 10000
    python benchmarks/graph.py --kept contacts.kg                  # keep the store for further runs
    python benchmarks/graph.py --remote http://localhost:7878      # a store that speaks SPARQL 1.1

What is measured, each with its target:
- writing claims against pyoxigraph's own bulk load of the same quads (at most 2 times the CPU);
- six kinds of queries against pyoxigraph itself (at most 1.2 times);
- two aggregates in memory against rdflib's own engine, which is in memory (at least 20 times faster);
- one more article in a store of that size (under 100 ms);
- merging alone, as it grows (no worse than n log n);
- the memory of an ingest, as it grows (not at all).
The claims are made as the benchmark of merging makes them: leaders of whom few are busy, several tellings a contact.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta
from itertools import chain
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from rdflib import Dataset

sys.path.insert(0, str(Path(__file__).parent))
from merging import growth, happening, leaders, synthetic, telling

from kg.contact_graph import ContactGraph
from kg.graph import Manners, Store
from kg.graph.sparql import PREFIXES
from kg.model import Article, Claim, Extraction
from kg.world import World

_AT_ONCE = 500
"""Articles in one transaction, as an ingest has them."""
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
    """An extractor that knows the claims already.

    Args:
        claims: the one claim of each article that is being read.
    """

    def __init__(self, claims: dict[str, Claim]) -> None:
        self._claims = claims

    def read_all(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """The one claim of each article, which is then forgotten."""
        return (Extraction(article=article.id, claims=(self._claims.pop(article.id),)) for article in articles)


def timed(action: Callable[[], Any], clock: Callable[[], float] = time.perf_counter) -> float:
    """Seconds; of wall time unless another clock is given."""
    start = clock()
    action()
    return clock() - start


def best(*actions: Callable[[], Any], times: int = 7) -> list[float]:
    """Seconds of CPU of each, the least of some runs that take turns."""
    rounds = [[timed(action, time.process_time) for action in actions] for _ in range(times)]
    return [min(taken) for taken in zip(*rounds, strict=True)]


def made(contacts: int) -> tuple[list[Article], dict[str, Claim]]:
    """Articles, and the claim that each tells."""
    truth, published = synthetic(contacts, contacts * 2)
    claims = {claim.article: claim for members in truth.values() for claim in members}
    return [Article(id=key, text=claims[key].evidence[0].text, published=published[key]) for key in claims], claims


# ------------------------------------------------------------ writing
def write(store: Store, articles: Sequence[Article], claims: Mapping[str, Claim]) -> None:
    """Put claims into a store, without merging them."""
    for start in range(0, len(articles), _AT_ONCE):
        some = articles[start : start + _AT_ONCE]
        store.put_graphs({article.id: store.graph_of(article, [claims[article.id]]) for article in some})


def writing(graph: ContactGraph, contacts: int, folder: Path) -> None:
    """Fill an empty store, and let pyoxigraph load the same quads."""
    articles, claims = made(contacts)
    ours = timed(lambda: write(graph.store, articles, claims), time.process_time)
    quads = folder / "articles.nq"
    graphs = (graph.store.graph_of(article, [claims[article.id]]) for article in articles)
    ox.serialize(chain.from_iterable(graphs), str(quads), format=ox.RdfFormat.N_QUADS)
    own = ox.Store(str(folder / "own"))
    theirs = timed(lambda: own.bulk_load(path=str(quads), format=ox.RdfFormat.N_QUADS), time.process_time)
    print(
        f"write {len(claims)} claims of {contacts} contacts, {len(own)} quads: {ours:.1f} s of CPU, "
        f"bulk load {theirs:.1f} s, ratio {ours / theirs:.2f} (target 2)"
    )
    merging = timed(graph.rebuild, time.process_time)
    print(f"merge and derive everything: {merging:.1f} s of CPU, {len(claims) / merging:.0f} claims/s", flush=True)


# ------------------------------------------------------------ asking
def ask(graph: ContactGraph) -> None:
    """The queries, through `ContactGraph` and through pyoxigraph."""
    disk = graph.store._database  # the very database, without what stands before it
    for name, query in QUERIES.items():
        ours, theirs = best(lambda: graph.query(query).rows, lambda: _drained(disk, query))  # noqa: B023
        print(
            f"{name}: {1e3 * ours:.2f} ms, pyoxigraph {1e3 * theirs:.2f} ms, ratio {ours / theirs:.2f} (target 1.2)",
            flush=True,
        )


def _drained(database: Any, query: str) -> int:
    answer = database.query(_PREFIXES + query, use_default_graph_as_union=True)
    return sum(1 for _ in answer) if isinstance(answer, ox.QuerySolutions) else bool(answer)


def aggregate(contacts: int) -> None:
    """The aggregates in memory, through `ContactGraph` and through rdflib's own engine on the same quads."""
    articles, claims = made(contacts)
    with ContactGraph(Store(world=World())) as graph, tempfile.TemporaryDirectory() as folder:
        write(graph.store, articles, claims)
        graph.rebuild()
        graph.backup(Path(folder, "dump.nq"))
        plain = Dataset(default_union=True)
        plain.parse(str(Path(folder, "dump.nq")), format="nquads")
        for name in AGGREGATES:
            [ours] = best(lambda: graph.query(QUERIES[name]).rows)  # noqa: B023
            slow = timed(lambda: list(plain.query(QUERIES[name], initNs=dict(PREFIXES))), time.process_time)  # noqa: B023
            print(
                f"{name} in memory, {contacts} contacts: {1e3 * ours:.1f} ms, rdflib's own engine {slow:.2f} s, "
                f"{slow / ours:.0f} times (target 20)",
                flush=True,
            )


# ------------------------------------------------------------ one more
def one_more(graph: ContactGraph, times: int = 50) -> None:
    """One article after another, each carried through to contacts before the next."""
    held = graph.store.totals().claims
    articles, claims = made(times)
    seconds = []
    for number, like in enumerate(articles[:times]):
        key = f"more-{number}"
        more = like.model_copy(update={"id": key, "published": like.published and like.published + timedelta(days=1)})
        claim = claims[like.id].model_copy(update={"article": key})
        seconds.append(timed(lambda: graph.ingest([more], extractor=Prepared({key: claim}), validate=False)))  # noqa: B023
    for number in range(len(seconds)):
        graph.store.remove(f"more-{number}")
    print(
        f"one more article in a store of {held} claims: median {1e3 * statistics.median(seconds):.0f} ms, "
        f"95th percentile {1e3 * sorted(seconds)[int(0.95 * len(seconds))]:.0f} ms (target 100)",
        flush=True,
    )


# ------------------------------------------------------------ memory
def stream(articles: int, claims: dict[str, Claim]) -> Iterator[Article]:
    """Articles one by one, the claim of each laid ready; every contact is told twice."""
    dice = random.Random(11)
    people = leaders(150, dice)
    for number in range(articles):
        if number % 2 == 0:
            told = happening(people, dice)
        key = f"article-{number}"
        claims[key] = telling(key, told, number % 2, dice)
        text = claims[key].evidence[0].text
        yield Article(id=key, text=text, published=told.day + timedelta(days=dice.choice((0, 1, 2))))


def ingest_in_memory(articles: int) -> None:
    """Ingest so many articles into a store in a folder, and print the peak of resident memory in MB."""
    claims: dict[str, Claim] = {}
    with tempfile.TemporaryDirectory() as folder:
        with ContactGraph.open(Path(folder, "contacts.kg"), world=World()) as graph:
            graph.ingest(stream(articles, claims), extractor=Prepared(claims), validate=False)
        print(peak_of_this_process())


def peak_of_this_process() -> int:
    """In MB, since it began: `getrusage` would tell that of the process which started it (Linux only)."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    [kilobytes] = [line.split()[1] for line in lines if line.startswith("VmHWM")]
    return int(kilobytes) // 1024


def memory(sizes: Sequence[int]) -> None:
    """Each size in a process of its own, against the first."""
    peaks: list[int] = []
    for size in sizes:
        command = [sys.executable, __file__, "--only-ingest", str(size)]
        peaks.append(int(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
        print(f"ingest {size} articles: peak {peaks[-1]} MB, {peaks[-1] / peaks[0]:.2f} times the first (target 1)")


# ------------------------------------------------------------ all together
@contextmanager
def kept_in(place: Path | None) -> Iterator[Path]:
    """A folder that stays, or one that goes."""
    if place is not None:
        place.mkdir(exist_ok=True)
        yield place
        return
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def local(contacts: int, place: Path | None) -> None:
    """Print the ratios for a store in a folder, which is filled where it is new."""
    with kept_in(place) as folder:
        is_new = not (folder / "contacts.kg").exists()
        with ContactGraph.open(folder / "contacts.kg", world=World()) as graph:
            if is_new:
                writing(graph, contacts, folder)
            ask(graph)
            one_more(graph)


def remote(address: str, contacts: int, manners: Manners) -> None:
    """Write and ask over HTTP."""
    articles, claims = made(contacts)
    with ContactGraph.open(address, world=World(), manners=manners) as graph:
        written = timed(lambda: write(graph.store, articles, claims))
        merged = timed(graph.rebuild)
        print(f"{address}: {len(claims)} claims written in {written:.1f} s, merged in {merged:.1f} s")
        for name, query in QUERIES.items():
            print(f"{name}: {1e3 * min(timed(lambda: graph.query(query)) for _ in range(3)):.1f} ms", flush=True)  # noqa: B023
        one_more(graph, 10)


def options() -> argparse.Namespace:
    """What is to be measured."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--contacts", type=int, default=3_000, help="contacts of the store")
    parser.add_argument("--aggregates", type=int, default=2_000, help="contacts for rdflib's own engine; 0: none")
    parser.add_argument("--claims", nargs="*", type=int, default=[10_000, 30_000], help="claims to merge")
    parser.add_argument("--articles", nargs="*", type=int, default=[1_000, 4_000], help="articles to ingest")
    parser.add_argument("--kept", type=Path, metavar="DIR", help="folder that keeps the store")
    parser.add_argument("--remote", metavar="URL", help="measure a store behind SPARQL 1.1 instead")
    parser.add_argument("--batch", type=int, default=10_000, help="triples in one request to it")
    parser.add_argument("--only-ingest", type=int, help=argparse.SUPPRESS)
    return parser.parse_args()


def main() -> None:
    """Print the figures."""
    chosen = options()
    if chosen.only_ingest:
        ingest_in_memory(chosen.only_ingest)
    elif chosen.remote:
        remote(chosen.remote, chosen.contacts, Manners(batch=chosen.batch))
    else:
        local(chosen.contacts, chosen.kept)
        if chosen.aggregates:
            aggregate(chosen.aggregates)
        for line in growth(chosen.claims):
            print(f"merging: {line}", flush=True)
        memory(chosen.articles)


if __name__ == "__main__":
    main()
