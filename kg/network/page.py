"""The network as one page: pyvis holds nodes and edges, the template and everything in it are ours.

pyvis's own template loads files from elsewhere and runs script that stands in names, so only its data and its copy of
vis-network are used. Whatever the page holds stands in it; its Content-Security-Policy allows the inline blocks by
their hashes, and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import jinja2
from markupsafe import Markup

from kg.model import Kind
from kg.network.layout import positions
from kg.network.packing import packed
from kg.network.page_data import page_data
from kg.network.page_nodes import circle_names, spellings
from kg.network.regions import Place, place
from kg.network.ties import ContactTies

if TYPE_CHECKING:
    from pyvis.network import Network

MAX_DRAWN = 300
"""The drawing holds the most active leaders up to this number: more is slow and no longer legible."""

_TEMPLATES = files("kg.network") / "templates"
_VIS_NETWORK = "templates/lib/vis-9.1.2/vis-network.min.js"
_SCRIPTS = (
    "dom data state around facets dates words theme labels layer canvas picture colour card panel way search table "
    "play svg save main"
).split()
_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"borderWidth": 1.5},
    "edges": {"smooth": False, "selectionWidth": 0, "hoverWidth": 0},
    "interaction": {"hover": True, "keyboard": {"enabled": False}, "selectConnectedEdges": False, "dragNodes": False},
}


def render(network: ContactTies, title: str) -> str:
    """The whole page as text."""
    drawing = _drawing(network, title)
    page: str = drawing.generate_html()
    return page


def frame(page: str, height: int = 720) -> str:
    """`page` in a frame for a notebook, apart from the notebook's own page: it may run scripts, save files, open links.

    Args:
        page: a whole HTML page.
        height: height of the frame in CSS pixels.
    """
    rights = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"
    style = f"width:100%;height:{height}px;border:0"
    attributes = f'title="Network of contacts" sandbox="{rights}" style="{style}"'
    return f'<iframe {attributes} srcdoc="{html.escape(page)}"></iframe>'


def _drawing(network: ContactTies, title: str) -> Network:
    from pyvis.network import Network

    # pyvis drops parallel edges of undirected networks after a search that takes quadratic time
    drawing = Network(directed=True, heading=title)
    circle_of, other_names = circle_names(network), spellings(network)
    drawing.templateEnv = _environment(network, list(dict.fromkeys(circle_of.values())))
    drawing.path = "page.html.j2"
    drawing.options = _OPTIONS
    places = positions(network)
    for key, data in network.nodes(data=True):
        home = place(data["country"])
        x, y = places[key]
        shown = {"country": home.name, "region": home.region, "kind": data["kind"], "posts": list(data["posts"])}
        shown |= {"circle": circle_of[key], "spellings": other_names[key]}
        drawing.add_node(key, label=_label(data, home), x=x, y=y, **shown)
    drawing.add_edges(network.edges())
    return drawing


def _label(data: Mapping[str, Any], home: Place) -> str:
    """The name; an office also says whose it is."""
    is_office = data["kind"] == Kind.POST and home.name not in data["label"]
    return f"{data['label']} ({home.name})" if is_office and home.name else str(data["label"])


def _environment(network: ContactTies, circles: list[str]) -> jinja2.Environment:
    loader = jinja2.FileSystemLoader(str(_TEMPLATES))
    environment = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)
    environment.policies["json.dumps_kwargs"] = {"separators": (",", ":"), "ensure_ascii": False}
    environment.filters["packed"] = packed
    style, library, script = _template("page.css"), _vis_network(), _script()
    environment.globals.update(
        style=Markup(style),
        library=Markup(library),
        script=Markup(script),
        style_hash=_hash(style),
        script_hashes=[_hash(library), _hash(script)],
        data=page_data(network),
        max_drawn=MAX_DRAWN,
        circles=circles,
        actors=network.actors,
    )
    return environment


def _script() -> str:
    return "".join(_template(f"{name}.js") for name in _SCRIPTS)


def _template(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


@cache
def _vis_network() -> str:
    return (files("pyvis") / _VIS_NETWORK).read_text(encoding="utf-8")


def _hash(block: str) -> str:
    """The source expression by which a Content-Security-Policy allows an inline block."""
    return "sha256-" + base64.b64encode(hashlib.sha256(block.encode()).digest()).decode()
