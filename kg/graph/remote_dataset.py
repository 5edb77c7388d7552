"""A remote database as a store of rdflib, so that users' queries go the same way as to a local one."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from rdflib import Graph
from rdflib.query import Result
from rdflib.store import Store

from kg.graph.remote import RemoteDatabase

_JSON, _N_TRIPLES = "application/sparql-results+json", "application/n-triples"


class RemoteStore(Store):
    """Answers queries, and nothing else.

    Args:
        database: the remote database.
    """

    context_aware = True
    graph_aware = True

    def __init__(self, database: RemoteDatabase) -> None:
        super().__init__()
        self._database = database

    def query(
        self,
        query: Any,
        initNs: Any = None,  # noqa: N803  # rdflib's names
        initBindings: Any = None,  # noqa: N803, ARG002
        queryGraph: str = "",  # noqa: N803, ARG002
        **_: Any,
    ) -> Result:
        """The answer to a query over the union of all graphs."""
        text = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in (initNs or {}).items()) + str(query)
        answer = self._database.ask(text, f"{_JSON}, {_N_TRIPLES};q=0.9")
        if answer.lstrip().startswith(b"{"):
            return Result.parse(BytesIO(answer), format="json")
        result = Result("CONSTRUCT")
        result.graph = Graph().parse(data=answer, format="nt")
        return result

    def close(self, commit_pending_transaction: bool = False) -> None:  # noqa: ARG002
        """Give the connections free."""
        self._database.close()
