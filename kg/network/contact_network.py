"""The network of contacts, which shows itself as a page."""

from __future__ import annotations

from pathlib import Path

from kg.network.ties import ContactTies


class ContactNetwork(ContactTies):
    """A network of contacts, as `ContactTies` holds it, which shows itself as a page."""

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
