"""A graph in, JSON-LD out, its context inside, so that nothing is fetched to read it."""

from pathlib import Path

import networkx as nx

from kb.export.rdf import rdf_graph


def write_jsonld(graph: "nx.MultiDiGraph[str]", path: Path) -> None:
    found = rdf_graph(graph)
    context = {prefix: str(space) for prefix, space in found.namespaces() if prefix}
    found.serialize(destination=str(path), format="json-ld", encoding="utf-8", context=context, indent=1)
