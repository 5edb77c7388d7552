"""A few well-known facts in the shape of Wikidata, and servers for them: a real one, and one that fails on purpose."""

from __future__ import annotations

import shutil
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs

import httpx
import pytest

PREFIXES = """
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix s: <http://www.wikidata.org/entity/statement/> .
@prefix v: <http://www.wikidata.org/value/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix p: <http://www.wikidata.org/prop/> .
@prefix ps: <http://www.wikidata.org/prop/statement/> .
@prefix pq: <http://www.wikidata.org/prop/qualifier/> .
@prefix pqv: <http://www.wikidata.org/prop/qualifier/value/> .
@prefix wikibase: <http://wikiba.se/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
# Items above Q9000000000 stand for those whose number does not matter here.
FACTS = """
wd:Q142 wdt:P1906 wd:Q9000000001 ; wdt:P1313 wd:Q9000000002 .
wd:Q155 wdt:P1906 wd:Q9000000003 ; wdt:P1313 wd:Q9000000003 .
wd:Q1065 wdt:P2388 wd:Q9000000004 .
wd:Q9000000001 rdfs:label "President of France"@en , "président de la République française"@fr .
wd:Q9000000002 rdfs:label "Prime Minister of France"@en .
wd:Q9000000003 rdfs:label "President of Brazil"@en .
wd:Q9000000004 rdfs:label "Secretary-General of the United Nations"@en .
wd:Q9000000005 rdfs:label "Minister for Europe and Foreign Affairs"@en ; wdt:P279 wd:Q9000000006 ; wdt:P1001 wd:Q142 .
wd:Q9000000006 wdt:P279 wd:Q7330070 .
wd:Q9000000007 rdfs:label "Minister of the Armed Forces"@en ; wdt:P279 wd:Q1402561 ; wdt:P17 wd:Q142 .
wd:Q6581097 rdfs:label "male"@en . wd:Q6581072 rdfs:label "female"@en . wd:Q9000000010 rdfs:label "acting"@en .
wd:Q9000000011 rdfs:label "Macron"@en . wd:Q9000000012 rdfs:label "Le Drian"@en .

wd:Q3052772 rdfs:label "Emmanuel Macron"@en ; skos:altLabel "Emmanuel Jean-Michel Frédéric Macron"@en ;
    wdt:P734 wd:Q9000000011 .
wd:Q157 rdfs:label "François Hollande"@en .
wd:Q9000000101 rdfs:label "Jean-Yves Le Drian"@en .
wd:Q9000000102 rdfs:label "Florence Parly"@en .
wd:Q9000000103 rdfs:label "Michel Temer"@en .
wd:Q9000000104 rdfs:label "António Guterres"@en .
wd:Q9000000105 rdfs:label "Charles de Gaulle"@en .
wd:Q9000000106 rdfs:label "Alfonso Unknown-Nobody"@en .
wd:Q9000000107 wdt:P570 "2021-05-05T00:00:00Z"^^xsd:dateTime ; rdfs:label "Edgard Died-Nobody"@en .
"""
WOMEN = ("Q9000000102",)
HELD = (
    # person, position, start, its precision, end, its precision, more
    ("Q3052772", "Q9000000001", "2017-05-14", 11, "", 0, ""),
    ("Q157", "Q9000000001", "2012-05-15", 11, "2017-05-14", 11, ""),
    ("Q9000000105", "Q9000000001", "1959-01-08", 11, "1969-04-28", 11, ""),
    ("Q3052772", "Q9000000002", "2016-01-01", 11, "", 0, "wikibase:rank wikibase:DeprecatedRank"),
    ("Q9000000101", "Q9000000005", "2017-05-17", 11, "2022-05-20", 11, ""),
    ("Q9000000102", "Q9000000007", "2017-06-01", 10, "2022-01-01", 9, ""),
    ("Q9000000103", "Q9000000003", "2016-05-12", 11, "2016-08-31", 11, "pq:P5102 wd:Q9000000010"),
    ("Q9000000104", "Q9000000004", "2017-01-01", 11, "", 0, ""),
    ("Q9000000106", "Q9000000003", "2001-01-01", 9, "", 0, "pq:P582 _:unknown"),
    ("Q9000000107", "Q9000000003", "2020-01-01", 9, "", 0, ""),
    ("Q9000000106", "Q9000000003", "2000-01-01", 7, "", 0, ""),
    ("Q9000000106", "Q9000000003", "2009-01-01", 11, "2008-01-01", 11, ""),
)  # fmt: skip


def turtle() -> str:
    """The facts as Wikidata exports them: statements with qualifiers, and full values for days."""
    lines = [PREFIXES, FACTS]
    for number, (person, position, start, start_precision, end, end_precision, more) in enumerate(HELD):
        lines.append(f"wd:{person} p:P39 s:{number} ; wdt:P31 wd:Q5 .")
        sex = "wd:Q6581072" if person in WOMEN else "wd:Q6581097"
        lines.append(f"wd:{person} wdt:P21 {sex} . s:{number} ps:P39 wd:{position} .")
        for prop, day, precision in (("P580", start, start_precision), ("P582", end, end_precision)):
            if day:
                instant = f'"{day}T00:00:00Z"^^xsd:dateTime'
                lines.append(f"s:{number} pqv:{prop} v:{number}{prop} ; pq:{prop} {instant} .")
                lines.append(f"v:{number}{prop} wikibase:timeValue {instant} ; wikibase:timePrecision {precision} .")
        lines.append(f"s:{number} {more} ." if more else "")
    return "\n".join(lines)


@contextmanager
def sparql_server(binary: str, folder: Path) -> Iterator[str]:
    """The address of a real SPARQL server on loopback that holds the facts."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{probe.getsockname()[1]}"
    process = subprocess.Popen(
        [binary, "serve", "--location", str(folder), "--bind", host],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _load(f"http://{host}/store?default", process)
        yield f"http://{host}/query"
    finally:
        process.terminate()
        process.wait(10)


def _load(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        assert process.poll() is None, "the SPARQL server ended at once"
        try:
            httpx.put(address, content=turtle().encode(), headers={"Content-Type": "text/turtle"}).raise_for_status()
            return
        except httpx.ConnectError:
            time.sleep(0.05)
    raise TimeoutError("the SPARQL server does not listen")


@dataclass
class Faulty:
    """A proxy before a SPARQL server that fails as told, then lets requests pass.

    Attributes:
        upstream: address of the real one.
        faults: what to do with the next requests, one each; afterwards they pass.
        url: its own address.
        queries: the queries that came, with their headers and when.
    """

    upstream: str
    faults: list[str] = field(default_factory=list)
    url: str = ""
    queries: list[tuple[str, dict[str, str], float]] = field(default_factory=list)


@contextmanager
def faulty_proxy(upstream: str) -> Iterator[Faulty]:
    """A proxy before `upstream`, on loopback."""
    proxy = Faulty(upstream)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            query = parse_qs(body.decode())["query"][0]
            proxy.queries.append((query, {k.lower(): v for k, v in self.headers.items()}, time.monotonic()))
            fault = proxy.faults.pop(0) if proxy.faults else ""
            _respond(self, proxy, body, fault)

        def log_message(self, *_: object) -> None:
            """Silence."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    proxy.url = f"http://127.0.0.1:{server.server_port}/query"
    try:
        yield proxy
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def _respond(handler: BaseHTTPRequestHandler, proxy: Faulty, body: bytes, fault: str) -> None:
    kind, _, detail = fault.partition(" ")
    if kind == "hang":
        time.sleep(float(detail))
    elif kind == "reset":
        linger = struct.pack("ii", 1, 0)  # closing then sends RST
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        handler.connection.close()
        handler.close_connection = True
    elif kind.isdecimal():
        retry = format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True) if detail == "date" else detail
        _send(handler, int(kind), b"<html>busy</html>", {"Retry-After": retry} if retry else {})
    else:
        answer = httpx.post(proxy.upstream, content=body, headers=dict(handler.headers.items()))
        half = answer.content[: len(answer.content) // 2]
        if kind == "half":  # announces all of it and closes the connection in the middle
            _send(handler, 200, half, {"Content-Length": str(len(answer.content))})
            handler.close_connection = True
        else:
            _send(handler, answer.status_code, half if kind == "truncated" else answer.content, {})


def _send(handler: BaseHTTPRequestHandler, status: int, content: bytes, headers: dict[str, str]) -> None:
    handler.send_response(status)
    for name, value in ({"Content-Length": str(len(content))} | headers).items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(content)


@pytest.fixture(scope="session")
def sparql_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real server."""
    beside = Path(sys.executable).with_name("oxigraph")
    binary = str(beside) if beside.exists() else shutil.which("oxigraph")
    if binary is None:
        pytest.skip("needs a SPARQL server: pip install oxigraph")
    with sparql_server(binary, tmp_path_factory.mktemp("oxigraph")) as url:
        yield url


@pytest.fixture
def proxy(sparql_url: str) -> Iterator[Faulty]:
    """A proxy before it that fails when told."""
    with faulty_proxy(sparql_url) as faulty:
        yield faulty


@pytest.fixture(autouse=True)
def _loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Proxies of the machine have no part in it."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
