"""A graph in, node-link JSON out, as networkx and D3 read it."""

import json
from pathlib import Path

import networkx as nx

from kb.export.plain import plain_graph


def write_json(graph: "nx.MultiDiGraph[str]", path: Path) -> None:
    data = nx.node_link_data(plain_graph(graph), edges="edges")
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
