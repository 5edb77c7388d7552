"""What holds of the graph as a whole, as SPARQL that finds where it does not."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import RDF

from kg.graph.database import Database, select
from kg.graph.namespaces import CONTACTS_GRAPH, KG, SHORTCUTS_GRAPH

_NAMES = {
    "contacts": f"<{CONTACTS_GRAPH}>",
    "shortcuts": f"<{SHORTCUTS_GRAPH}>",
}


@dataclass(frozen=True, slots=True)
class Invariant:
    """One rule of the whole graph.

    Attributes:
        message: the rule, in words.
        query: SELECT of all ?focus that break it; `$contacts` and the like stand for graphs.
    """

    message: str
    query: str

    def broken(self, database: Database) -> list[str]:
        """IRIs of what breaks it, in order."""
        query = self.query
        for name, graph in _NAMES.items():
            query = query.replace(f"${name}", graph)
        return sorted(focus for (focus,) in select(database, f"PREFIX kg: <{KG}>\nPREFIX rdf: <{RDF}>\n{query}"))


INVARIANTS = (
    Invariant(
        "a contact rests on at least one claim that an article tells",
        """SELECT DISTINCT ?focus WHERE { GRAPH $contacts { ?focus a kg:Contact }
        FILTER NOT EXISTS { GRAPH $contacts { ?claim kg:about ?focus } GRAPH ?told { ?claim kg:toldIn ?article } } }""",
    ),
    Invariant(
        "a claim that is merged stands in the graph of its article",
        """SELECT DISTINCT ?focus WHERE { GRAPH $contacts { ?focus kg:about ?contact }
        FILTER NOT EXISTS { GRAPH ?told { ?focus kg:toldIn ?article } } }""",
    ),
    Invariant(
        "every claim is merged into exactly one contact",
        """SELECT DISTINCT ?focus WHERE { GRAPH ?told { ?focus kg:toldIn ?article }
        FILTER NOT EXISTS { GRAPH $contacts { ?focus kg:about ?contact } } }""",
    ),
    Invariant(
        "no claim is merged into two contacts",
        """SELECT DISTINCT ?focus WHERE { GRAPH $contacts { ?focus kg:about ?one, ?other } FILTER (?one != ?other) }""",
    ),
    Invariant(
        "a claim has evidence",
        """SELECT DISTINCT ?focus WHERE { GRAPH ?told { ?focus kg:toldIn ?article
        FILTER NOT EXISTS { ?focus kg:evidence ?evidence } } }""",
    ),
    Invariant(
        "a shortcut rests on a contact that was held, or planned where it says so",
        """SELECT DISTINCT ?focus WHERE { GRAPH $shortcuts { ?focus a kg:Shortcut ; rdf:predicate ?link }
        FILTER NOT EXISTS { GRAPH $shortcuts { ?focus kg:shortcutOf ?contact }
          GRAPH $contacts { ?contact a kg:Contact ; kg:status ?status }
          FILTER (?status = kg:held || (?link = kg:plansToMeet && ?status IN (kg:planned, kg:proposed))) } }""",
    ),
    Invariant(
        "a link between two has a shortcut that leads to its contacts",
        """SELECT DISTINCT ?focus WHERE { VALUES ?link { kg:inContactWith kg:spokeWith kg:metWith kg:wroteTo
          kg:plansToMeet kg:statesInContact }
        GRAPH $shortcuts { ?focus ?link ?other }
        FILTER NOT EXISTS { GRAPH $shortcuts { ?shortcut rdf:predicate ?link
          { ?shortcut rdf:subject ?focus ; rdf:object ?other }
          UNION { ?shortcut rdf:subject ?other ; rdf:object ?focus } } } }""",
    ),
)
"""All of them; they hold of every graph that this package has written."""
