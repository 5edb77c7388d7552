"""The network of contacts: leaders as nodes, one weighted edge a pair."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import cast

import networkx as nx

from kg.model import Article, Contact
from kg.network.actors import Actors


class ContactNetwork(nx.Graph):  # type: ignore[misc]  # networkx ships no types
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

    def html(self, title: str = "Who spoke with whom") -> str:
        """The network as one HTML page that needs nothing else: no server, no other file, no connection.

        Args:
            title: heading of the page.
        """
        from kg.network.page import render

        return render(self, title)

    def view(self, path: str | Path = "network.html", title: str = "Who spoke with whom") -> Path:
        """Write the page of `html` to a file.

        Args:
            path: where to write it; an existing file is replaced.
            title: heading of the page.

        Returns:
            The file written.
        """
        target = Path(path)
        target.write_text(self.html(title), encoding="utf-8")
        return target

    def _repr_html_(self) -> str:
        from kg.network.page import frame

        return frame(self.html())
