"""A graph behind SPARQL 1.1, at Oxigraph's own server on loopback."""

from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import MappingProxyType

import httpx
import pyoxigraph as ox
import pytest

from kg.contact_graph import ContactGraph
from kg.errors import StoreError
from kg.graph import Manners, Store
from kg.graph.namespaces import CONTACTS_GRAPH, KG, MERGING_GRAPH
from kg.graph.quads import in_graph
from kg.graph.remote import Addresses, RemoteDatabase, open_remote
from kg.graph.schema import SCHEMA
from kg.merging import Pins

pytestmark = pytest.mark.xdist_group("remote store")
NOTHING: Mapping[str, str] = MappingProxyType({})
HASTY = Manners(timeout=5, retries=3, pause=0.01, batch=100)


@contextmanager
def serving() -> Iterator[str]:
    """Oxigraph's server with nothing in it."""
    beside = Path(sys.executable).with_name("oxigraph")
    binary = str(beside) if beside.exists() else shutil.which("oxigraph")
    if binary is None:
        pytest.skip("needs a SPARQL server: pip install oxigraph")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [binary, "serve", "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _await(f"http://127.0.0.1:{port}")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def _await(url: str) -> None:
    for _ in range(200):
        try:
            httpx.get(url)
            return
        except httpx.TransportError:
            time.sleep(0.05)
    raise AssertionError("the server did not start")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with serving() as url:
        yield url


@pytest.fixture
def empty(server: str) -> str:
    httpx.post(f"{server}/update", data={"update": "DROP ALL"}).raise_for_status()
    return server


@pytest.fixture
def filled(empty: str, told) -> Iterator[Store]:
    with Store.open(empty, manners=HASTY) as remote:
        for article, claims in told:
            assert remote.put(article, claims)
        yield remote


def test_a_remote_store_says_what_a_local_one_says(filled: Store, store: Store) -> None:
    assert filled.contacts() == store.contacts()
    assert filled.articles() == store.articles()
    assert list(filled.claims()) == list(store.claims())
    assert filled.totals() == store.totals()
    assert filled.participants("Putin") == store.participants("Putin")
    assert filled.validate() == []


def test_a_change_is_carried_through(filled: Store, told) -> None:
    assert len(filled.contacts()) == 6
    article, claims = told[0]
    assert not filled.put(article, claims)
    assert filled.remove("visit")
    with Store() as local:
        for article, claims in (told[0], told[2]):
            local.put(article, claims)
        assert filled.contacts() == local.contacts()
        assert filled.totals() == local.totals()


def test_the_schema_is_checked_on_opening_as_in_a_folder(filled: Store, empty: str) -> None:
    filled.refresh()
    subject, predicate = f"<{CONTACTS_GRAPH}>", f"<{KG.schemaVersion}>"

    def stand(version: int) -> None:
        place = f"GRAPH <{MERGING_GRAPH}>"
        old = f"DELETE WHERE {{ {place} {{ {subject} {predicate} ?old }} }}"
        new = f"INSERT DATA {{ {place} {{ {subject} {predicate} {version} }} }}"
        httpx.post(f"{empty}/update", data={"update": f"{old} ; {new}"}).raise_for_status()

    Store.open(empty, manners=HASTY).close()
    stand(SCHEMA + 1)
    with pytest.raises(StoreError, match=rf"{empty}: is a store of schema {SCHEMA + 1}, and this version of kg reads"):
        Store.open(empty, manners=HASTY)
    stand(1)
    with pytest.raises(StoreError, match=r"of the older schema 1 \(bring it up to date with: kg rebuild --store"):
        Store.open(empty, read_only=True, manners=HASTY)
    with Store.open(empty, manners=HASTY) as older:
        older.rebuild()
    with Store.open(empty, read_only=True, manners=HASTY) as reader:
        assert reader.contacts() == filled.contacts()


def test_queries_of_every_form_are_answered(filled: Store) -> None:
    assert filled.query("ASK { ?contact a kg:Contact }").askAnswer is True
    graph = filled.query("CONSTRUCT { ?s kg:spokeWith ?o } WHERE { ?s kg:spokeWith ?o }").graph
    assert graph is not None
    assert len(graph) == 4
    rows = filled.query("SELECT ?c WHERE { ?claim kg:about ?c ; kg:evidence ?e }").bindings
    assert rows


def test_pins_and_backups_work_as_with_a_folder(filled: Store, tmp_path: Path) -> None:
    one, other = sorted(claim.id for claim in filled.claims())[:2]
    filled.pin(Pins(same=frozenset({(one, other)})))
    assert any({one, other} <= {claim.id for claim in contact.claims} for contact in filled.contacts())
    filled.backup(tmp_path / "graph.nq.gz")
    ContactGraph.restore(tmp_path / "graph.nq.gz", tmp_path / "copy.kg")
    with ContactGraph.open(tmp_path / "copy.kg", read_only=True) as copy:
        assert copy.contacts() == filled.contacts()


def test_a_path_that_lost_a_slash_is_an_address_all_the_same(empty: str) -> None:
    with ContactGraph.open(Path(empty)) as graph:
        assert graph.contacts() == []


def test_a_server_that_is_not_there_is_one_line() -> None:
    with pytest.raises(
        StoreError, match=r"http://127.0.0.1:9/query: the store cannot be reached: .* \(is it running\?\)"
    ):
        open_remote("http://127.0.0.1:9", manners=Manners(retries=0))


class Proxy:
    """Stands before a server, and fails as it is told to."""

    def __init__(self, upstream: str) -> None:
        self.upstream = upstream
        self.faults: list[str] = []
        self.seen: list[tuple[str, str]] = []
        self.credentials: set[str] = set()
        self.layout = "/query"
        """What /sparql-auth of Virtuoso stands for at the server."""


@pytest.fixture
def proxy(empty: str) -> Iterator[tuple[Proxy, str]]:
    made = Proxy(empty)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            made.seen.append((self.path, body.decode()))
            made.credentials.add(self.headers.get("Authorization", ""))
            fault = made.faults.pop(0) if made.faults else ""
            if fault == "digest":
                self._answer(401, b"", "", {"WWW-Authenticate": 'Digest realm="SPARQL", nonce="c4d7", qop="auth"'})
                return
            if fault.isdecimal():
                self._answer(int(fault), b"busy", "text/plain")
                return
            headers = {name: self.headers[name] for name in ("Content-Type", "Accept") if self.headers.get(name)}
            path = self.path.replace("/sparql-graph-crud-auth", "/store").replace("/sparql-auth", made.layout)
            answer = httpx.post(made.upstream + path, content=body, headers=headers)
            if fault == "lost":  # done, but the answer never arrives
                self.connection.close()
                self.close_connection = True
            elif fault.startswith("slow"):
                time.sleep(float(fault.split()[1]))
                self._answer(answer.status_code, answer.content, answer.headers.get("Content-Type", ""))
            else:
                more = {"X-SPARQL-MaxRows": "10000"} if fault == "cut" else {}
                self._answer(answer.status_code, answer.content, answer.headers.get("Content-Type", ""), more)

        def _answer(self, status: int, content: bytes, kind: str, more: Mapping[str, str] = NOTHING) -> None:
            self.send_response(status)
            for name, value in more.items():
                self.send_header(name, value)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Silence."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield made, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_what_is_sent_twice_changes_no_more_than_once(proxy: tuple[Proxy, str], told, store: Store) -> None:
    made, url = proxy
    with Store.open(url, manners=HASTY) as remote:
        for article, claims in told:
            made.faults[:] = ["", "lost", "503"]
            remote.put(article, claims)
        made.faults[:] = ["502", "lost", "", "lost", "429", "lost"]
        assert remote.contacts() == store.contacts()
        assert remote.totals() == store.totals()
        assert remote.validate() == []


def test_a_store_that_stays_busy_or_slow_is_told_in_words(proxy: tuple[Proxy, str]) -> None:
    made, url = proxy
    database = RemoteDatabase(Addresses.below(url), manners=Manners(timeout=0.2, retries=1, pause=0.01))
    made.faults[:] = ["503", "503"]
    with pytest.raises(StoreError, match="the store answered 503: busy"):
        database.query("ASK {}")
    made.faults[:] = ["slow 0.6", "slow 0.6"]
    with pytest.raises(StoreError, match=r"did not answer within 0.2 seconds \(give it more time"):
        database.query("ASK {}")


def test_what_will_not_work_is_not_tried_again(proxy: tuple[Proxy, str]) -> None:
    made, url = proxy
    database = RemoteDatabase(Addresses.below(url), manners=HASTY)
    made.faults[:] = ["401", "401"]
    with pytest.raises(StoreError, match="wants a name and a password"):
        database.query("ASK {}")
    assert len(made.seen) == 1


def test_names_and_passwords_are_sent_and_never_told(proxy: tuple[Proxy, str], monkeypatch) -> None:
    made, url = proxy
    open_remote(url.replace("http://", "http://anna:secret@"))
    assert made.credentials == {httpx.BasicAuth("anna", "secret")._auth_header}
    made.credentials.clear()
    monkeypatch.setenv("KG_STORE_AUTH", "ben:word:with:colons")
    open_remote(url)
    assert made.credentials == {httpx.BasicAuth("ben", "word:with:colons")._auth_header}
    made.faults[:] = ["403"]
    with pytest.raises(StoreError) as error:
        open_remote(url.replace("http://", "http://anna:secret@"))
    assert "secret" not in str(error.value)


def test_an_answer_that_was_cut_is_no_answer(proxy: tuple[Proxy, str]) -> None:
    made, url = proxy
    database = open_remote(url)
    made.faults[:] = ["cut"]
    with pytest.raises(StoreError, match=r"cut its answer after 10000 rows \(raise its ResultSetMaxRows\)"):
        database.query("SELECT * { ?s ?p ?o }")


def test_virtuoso_is_known_by_its_address_and_told_the_password_by_digest(proxy: tuple[Proxy, str]) -> None:
    made, url = proxy
    made.faults[:] = ["digest"]
    database = open_remote(url.replace("http://", "http://dba:secret@") + "/sparql-auth")
    assert [path for path, _ in made.seen] == ["/sparql-auth", "/sparql-auth"]
    assert any(sent.startswith('Digest username="dba"') for sent in made.credentials)
    assert "secret" not in "".join(made.credentials)
    assert database.manners.batch == 1_000
    quads = list(in_graph(CONTACTS_GRAPH, [("x:a", "x:b", ox.Literal(True))]))
    database.bulk_extend(quads)
    assert made.seen[-1][0].startswith("/sparql-graph-crud-auth?graph=")
    assert list(database.quads_for_pattern(None, None, None, ox.NamedNode(CONTACTS_GRAPH))) == quads
    made.layout = "/update"
    database.update(f"DROP GRAPH <{CONTACTS_GRAPH}>")


def test_truth_as_a_digit_is_the_same_truth(empty: str, monkeypatch) -> None:
    kind = "http://www.w3.org/2001/XMLSchema#boolean"
    bindings = [{"o": {"type": "typed-literal", "value": "1", "datatype": kind}}]
    answer = json.dumps({"head": {"vars": ["o"]}, "results": {"bindings": bindings}})
    database = open_remote(empty)
    monkeypatch.setattr(database, "query", lambda _: ox.parse_query_results(answer, format=ox.QueryResultsFormat.JSON))
    node = ox.NamedNode("x:a")
    assert [quad.object for quad in database.quads_for_pattern(node, node, None, node)] == [ox.Literal(True)]


def test_many_triples_go_in_batches(proxy: tuple[Proxy, str], told) -> None:
    made, url = proxy
    with Store.open(url, manners=HASTY) as remote:
        for article, claims in told:
            remote.put(article, claims)
        remote.refresh()
    written = [body.count(" .\n") for path, body in made.seen if path.startswith("/store")]
    assert max(written) == HASTY.batch
    assert len(written) > 10
    assert not any(re.search(r"_:", body) for path, body in made.seen if "contacts" in path)
