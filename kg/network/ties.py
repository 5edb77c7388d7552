"""Leaders as nodes, one weighted edge a pair, and the contacts that make it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import networkx as nx

from kg.model import Article, Contact
from kg.network.actors import Actors


class ContactTies(nx.Graph):  # type: ignore[misc]  # networkx ships no types
    """A `networkx.Graph` whose nodes are participants and whose edges are pairs that had contact.

    A node has `label`, `country` (code), `kind`, `posts` (as written, in order of first mention) and `contacts` (how
    many). An edge has `weight` (how many contacts), `contacts` (their ids), `channels` and `statuses` (counts by
    value), `first` and `last` (days, None where no date is told). Weight means closeness: for paths take 1/weight.
    The contacts themselves and the articles that tell them stand in `graph`, so that copies and subgraphs keep them.
    """

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """The contacts the network is made of, in order of time."""
        return cast("tuple[Contact, ...]", self.graph.get("contacts", ()))

    @property
    def articles(self) -> Mapping[str, Article]:
        """The articles that tell of them, by id."""
        return cast("Mapping[str, Article]", self.graph.get("articles", {}))

    def members(self, contact: Contact) -> tuple[str, ...]:
        """The keys of the nodes that took part in `contact`, as its participants are ordered."""
        return tuple(self.graph["members"][contact.id])

    @property
    def actors(self) -> Actors:
        """Whom the nodes stand for."""
        return cast("Actors", self.graph.get("actors", "people"))
