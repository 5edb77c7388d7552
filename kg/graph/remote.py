"""A database behind SPARQL 1.1: query, update and graph store protocol over HTTP."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Self, TypeVar
from urllib.parse import urlencode

import httpx
import pyoxigraph as ox

from kg.errors import StoreError
from kg.graph.database import Answer, Database
from kg.graph.sparql import form_of

Auth = httpx.Auth | tuple[str, str] | None

_JSON = "application/sparql-results+json"
_N_TRIPLES = "application/n-triples"
_ONE = ox.Literal("1", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#boolean"))
_TRUE = ox.Literal(True)
_Term = TypeVar("_Term")
_FORM = "application/x-www-form-urlencoded"
"""Every store knows queries as forms; Virtuoso 7.2.5 waits for ever for the end of a bare one."""
_VIRTUOSO = "/sparql-auth"
_VIRTUOSO_BATCH = 1_000
"""Virtuoso 7.2.5 refuses an update that makes more than 10,000 lines of SQL."""
_CUT = "X-SPARQL-MaxRows"
"""With this header Virtuoso says that there was more."""
_BUSY = frozenset({429, 500, 502, 503, 504})
_WORDS: Mapping[int, str] = {
    401: "wants a name and a password (write http://NAME:PASSWORD@HOST, or set KG_STORE_AUTH to NAME:PASSWORD)",
    403: "does not permit this (ask whoever runs it, or take another name and password)",
    404: "has no SPARQL there (check the address)",
    413: "takes no request that large (open it with a smaller batch)",
}


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a SPARQL 1.1 store listens.

    Attributes:
        query: of the SPARQL protocol, for queries.
        update: of the SPARQL protocol, for updates.
        graphs: of the graph store protocol.
    """

    query: str
    update: str
    graphs: str

    @classmethod
    def below(cls, base: str) -> Self:
        """As Oxigraph's server and others lay them out below one address."""
        base = base.rstrip("/")
        return cls(f"{base}/query", f"{base}/update", f"{base}/store")

    @classmethod
    def of_virtuoso(cls, endpoint: str) -> Self:
        """As Virtuoso lays them out, whose /sparql-auth answers and changes for those with a password."""
        return cls(endpoint, endpoint, f"{endpoint.removesuffix(_VIRTUOSO)}/sparql-graph-crud-auth")


@dataclass(frozen=True, slots=True)
class Manners:
    """How a remote store is spoken to.

    Attributes:
        timeout: seconds to wait for an answer.
        retries: how often a request is sent again that was not answered; all that is sent may come twice harmlessly.
        pause: seconds before the second try; each further one waits twice as long.
        batch: triples in one request, where many are written.
    """

    timeout: float = 60.0
    retries: int = 4
    pause: float = 0.5
    batch: int = 10_000


def is_address(path: object) -> bool:
    """Whether a path is an address of the web."""
    return re.match(r"https?:/", str(path)) is not None


def open_remote(address: str, *, auth: Auth = None, manners: Manners | None = None) -> RemoteDatabase:
    """The database below an address; one in which a name and a password stand is spoken to with them.

    Args:
        address: such as http://localhost:7878, or http://localhost:8890/sparql-auth of Virtuoso; paths have only one
            slash of the two, and that is mended.
        auth: name and password; else those of the address, else NAME:PASSWORD of the variable KG_STORE_AUTH.
        manners: timeouts, retries, batches.

    Raises:
        StoreError: nobody answers there.
    """
    url = httpx.URL(re.sub(r"^(https?):/+", r"\1://", address))
    named = (url.username, url.password) if url.username else None
    by_variable = tuple(os.environ.get("KG_STORE_AUTH", "").split(":", 1))
    found = auth or named or (by_variable if len(by_variable) == 2 else None)
    bare = str(url.copy_with(username=None, password=None)).rstrip("/")
    if bare.endswith(_VIRTUOSO):
        digest = httpx.DigestAuth(*found) if isinstance(found, tuple) else found
        manners = manners or Manners(batch=_VIRTUOSO_BATCH)
        database = RemoteDatabase(Addresses.of_virtuoso(bare), auth=digest, manners=manners)
    else:
        database = RemoteDatabase(Addresses.below(bare), auth=found, manners=manners)
    database.query("ASK {}")
    return database


def batch_of(database: Database, here: int) -> int:
    """So many quads go in together: what a remote store takes, or `here` in a database of this machine."""
    return database.manners.batch if isinstance(database, RemoteDatabase) else here


class RemoteDatabase:
    """Quads at a SPARQL 1.1 store, with the methods of `pyoxigraph.Store`.

    Every update names its triples, without blank nodes, so that one which is sent twice changes no more than once.

    Args:
        addresses: where it listens.
        auth: name and password, or another way of httpx to authenticate.
        manners: timeouts, retries, batches.

    Attributes:
        manners: how it is spoken to.
    """

    def __init__(
        self,
        addresses: Addresses,
        *,
        auth: Auth = None,
        manners: Manners | None = None,
    ) -> None:
        self._addresses, self.manners = addresses, manners or Manners()
        self._client = httpx.Client(auth=auth, timeout=self.manners.timeout, follow_redirects=False)

    def close(self) -> None:
        """Give the connections free."""
        self._client.close()

    # ------------------------------------------------------------ questions
    def query(self, query: str, /) -> Answer:
        """The answer to SPARQL over the union of all graphs."""
        of_triples = form_of(query) in ("CONSTRUCT", "DESCRIBE")
        headers = {"Content-Type": _FORM, "Accept": _N_TRIPLES if of_triples else _JSON}
        form = urlencode({"query": query, "union-default-graph": ""}).encode()
        answer = self._send("POST", self._addresses.query, content=form, headers=headers)
        try:
            if of_triples:
                return [quad.triple for quad in ox.parse(answer, format=ox.RdfFormat.N_TRIPLES)]
            return ox.parse_query_results(answer, format=ox.QueryResultsFormat.JSON)
        except SyntaxError as error:
            raise StoreError(f"{self._addresses.query}: the answer is no SPARQL result: {error}") from error

    def quads_for_pattern(
        self,
        subject: ox.NamedNode | None,
        predicate: ox.NamedNode | None,
        object: ox.NamedNode | ox.Literal | None,  # noqa: A002
        graph_name: ox.NamedNode | None = None,
        /,
    ) -> Iterator[ox.Quad]:
        """The quads that fit, in named graphs."""
        places = {"s": subject, "p": predicate, "o": object, "g": graph_name}
        terms = [str(term) if term else f"?{name}" for name, term in places.items()]
        free = " ".join(term for term in terms if term.startswith("?"))
        if not free:
            answer = self.query(f"ASK {{ GRAPH {terms[3]} {{ {' '.join(terms[:3])} }} }}")
            if answer:
                yield ox.Quad(subject, predicate, object, graph_name)  # type: ignore[arg-type]
            return
        for row in self.query(f"SELECT {free} WHERE {{ GRAPH {terms[3]} {{ {' '.join(terms[:3])} }} }}"):  # type: ignore[union-attr]
            yield ox.Quad(*(term or _canonical(row[name]) for name, term in places.items()))  # type: ignore[arg-type]

    def contains_named_graph(self, graph_name: ox.NamedNode, /) -> bool:
        """Whether a graph holds anything."""
        return bool(self.query(f"ASK {{ GRAPH {graph_name} {{ ?s ?p ?o }} }}"))

    # ------------------------------------------------------------ changes
    def update(self, update: str, /) -> None:
        """One request, which a store carries out whole or not at all."""
        headers = {"Content-Type": "application/sparql-update"}
        self._send("POST", self._addresses.update, content=update.encode(), headers=headers)

    def extend(self, quads: Iterable[ox.Quad], /) -> None:
        """Add quads of named graphs in one request."""
        data = "".join(f"GRAPH {quad.graph_name} {{ {quad.triple} }}\n" for quad in quads)
        self.update(f"INSERT DATA {{\n{data}}}")

    def bulk_extend(self, quads: Iterable[ox.Quad], /) -> None:
        """Add quads by the graph store protocol, some thousand at a time."""
        by_graph: dict[ox.NamedNode, list[ox.Triple]] = {}
        for quad in quads:
            if isinstance(quad.graph_name, ox.NamedNode):
                by_graph.setdefault(quad.graph_name, []).append(quad.triple)
        for graph, triples in by_graph.items():
            waiting = iter(triples)
            while batch := list(islice(waiting, self.manners.batch)):
                self._post(graph, batch)

    def _post(self, graph: ox.NamedNode, triples: Iterable[ox.Triple]) -> None:
        content = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
        headers = {"Content-Type": _N_TRIPLES}
        self._send("POST", self._addresses.graphs, content=content, headers=headers, params={"graph": graph.value})

    def remove_graph(self, graph_name: ox.NamedNode, /) -> None:
        """Forget a graph."""
        self.update(f"DROP SILENT GRAPH {graph_name}")

    def flush(self) -> None:
        """Nothing: the store's own affair."""

    def optimize(self) -> None:
        """Nothing: the store's own affair."""

    # ------------------------------------------------------------ HTTP
    def _send(
        self,
        method: str,
        url: str,
        *,
        content: bytes,
        headers: Mapping[str, str],
        params: Mapping[str, str] | None = None,
    ) -> bytes:
        problem = ""
        for attempt in range(self.manners.retries + 1):
            if attempt:
                time.sleep(self.manners.pause * 2 ** (attempt - 1))
            try:
                response = self._client.request(method, url, content=content, headers=headers, params=params)
            except httpx.TransportError as error:
                problem = _in_words(error, self.manners.timeout)
                continue
            if limit := response.headers.get(_CUT):
                raise StoreError(f"{url}: the store cut its answer after {limit} rows (raise its ResultSetMaxRows)")
            if response.is_success:
                return response.content
            problem = _explained(response)
            if response.status_code not in _BUSY:
                break
        raise StoreError(f"{url}: the store {problem}")


def _canonical(term: _Term | ox.Literal) -> _Term | ox.Literal:
    """The term; of truth, the word, where Virtuoso has the digit."""
    return _TRUE if term == _ONE else term


def _in_words(error: httpx.TransportError, timeout: float) -> str:
    if isinstance(error, httpx.TimeoutException):
        return f"did not answer within {timeout:g} seconds (give it more time, or ask for less)"
    return f"cannot be reached: {' '.join(str(error).split())} (is it running?)"


def _explained(response: httpx.Response) -> str:
    if words := _WORDS.get(response.status_code):
        return words
    return f"answered {response.status_code}: {' '.join(response.text.split())[:200]}"
