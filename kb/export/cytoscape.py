"""A graph in, the JSON of Cytoscape and Cytoscape.js out."""

import json
from pathlib import Path

import networkx as nx

from kb.export.plain import plain_graph


def write_cytoscape(graph: "nx.MultiDiGraph[str]", path: Path) -> None:
    """Every edge gets an id of its own; `name` is what Cytoscape shows."""
    data = nx.cytoscape_data(plain_graph(graph))
    for node in data["elements"]["nodes"]:
        node["data"]["name"] = node["data"].get("label", node["data"]["id"])
    for edge in data["elements"]["edges"]:
        edge["data"]["id"] = f"{edge['data']['key']}"
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
