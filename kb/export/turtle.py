"""A graph in, Turtle out."""

from pathlib import Path

import networkx as nx

from kb.export.rdf import rdf_graph


def write_turtle(graph: "nx.MultiDiGraph[str]", path: Path) -> None:
    rdf_graph(graph).serialize(destination=str(path), format="turtle", encoding="utf-8")
