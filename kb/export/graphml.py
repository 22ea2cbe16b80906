"""A graph in, GraphML out; ids of edges are their keys, so that several between one pair stay apart."""

from pathlib import Path

import networkx as nx

from kb.export.plain import plain_graph


def write_graphml(graph: "nx.MultiDiGraph[str]", path: Path) -> None:
    nx.write_graphml(plain_graph(graph), path, encoding="utf-8", named_key_ids=True)
