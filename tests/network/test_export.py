from __future__ import annotations

import networkx as nx
import pytest

from kg.model import Participant
from kg.network import build, edge_rows, node_rows, write_gexf, write_graphml

FORMATS = [(write_graphml, nx.read_graphml), (write_gexf, nx.read_gexf)]


@pytest.mark.parametrize(("write", "read"), FORMATS)
def test_what_is_written_reads_back(tell, on, tmp_path, write, read):
    network = build([tell("c1", "Putin", "Trump", window=on("2017-05-02")), tell("c2", "Putin", "Russian minister")])
    write(network, tmp_path / "network")
    again = read(tmp_path / "network")
    assert set(again.nodes) == set(network.nodes)
    tie = again.edges["Q22686", "Q7747"]
    assert (tie["weight"], tie["contacts"], tie["channel_phone"], tie["first"]) == (1, "c1", 1, "2017-05-02")
    assert again.nodes["Q7747"]["posts"] == "President"


@pytest.mark.parametrize(("write", "read"), FORMATS)
@pytest.mark.parametrize("name", ["\x00\x0bNul", '"><img src=x onerror=1>', "محمد بن سلمان", "Ж" * 300, "\ufffe😀"])
def test_any_name_makes_a_file_that_reads_back(tell, tmp_path, write, read, name):
    network = build([tell("c1", "Putin", Participant(name=name, country="SAU"))])
    write(network, tmp_path / "network")
    said = {data.get("label") for _, data in read(tmp_path / "network").nodes(data=True)}
    assert any(label and label in name for label in said)


def test_an_empty_network_is_written_too(tmp_path):
    write_gexf(build([]), tmp_path / "network.gexf")
    assert len(nx.read_gexf(tmp_path / "network.gexf")) == 0


def test_rows_are_for_tables(tell, on):
    network = build(
        [tell("c1", "Xi", "Trump"), tell("c2", "Putin", "Trump", window=on("2017-05-02")), tell("c3", "Putin", "Trump")]
    )
    assert edge_rows(network) == [
        {
            "source": "Donald Trump",
            "target": "Vladimir Putin",
            "weight": 2,
            "contacts": "c2; c3",
            "channel_phone": 2,
            "status_held": 2,
            "first": "2017-05-02",
            "last": "2017-05-02",
        },
        {
            "source": "Xi Jinping",
            "target": "Donald Trump",
            "weight": 1,
            "contacts": "c1",
            "channel_phone": 1,
            "status_held": 1,
        },
    ]
    assert [(row["label"], row["contacts"]) for row in node_rows(network)] == [
        ("Donald Trump", 3),
        ("Vladimir Putin", 2),
        ("Xi Jinping", 1),
    ]
