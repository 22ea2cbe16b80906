"""A graph and the name of a format in, a file to download out, by the exporters of the command line."""

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import networkx as nx
from datasette import Response

from kb.export.csv_files import nodes_path, write_csv
from kb.export.cytoscape import write_cytoscape
from kb.export.dot import write_dot
from kb.export.gexf import write_gexf
from kb.export.graphml import write_graphml
from kb.export.jsonld import write_jsonld
from kb.export.node_link import write_json
from kb.export.turtle import write_turtle

Writer = Callable[["nx.MultiDiGraph[str]", Path], None]
# Format -> label, end of the file's name, media type, writer.
FORMATS: Mapping[str, tuple[str, str, str, Writer]] = {
    "gexf": ("GEXF", "gexf", "application/gexf+xml", write_gexf),
    "graphml": ("GraphML", "graphml", "application/graphml+xml", write_graphml),
    "json": ("JSON (D3)", "json", "application/json", write_json),
    "cytoscape": ("Cytoscape", "cyjs", "application/json", write_cytoscape),
    "dot": ("DOT", "dot", "text/vnd.graphviz", write_dot),
    "csv": ("CSV, edges", "csv", "text/csv", write_csv),
    "csv-nodes": ("CSV, nodes", "csv", "text/csv", write_csv),
    "jsonld": ("JSON-LD", "jsonld", "application/ld+json", write_jsonld),
    "ttl": ("Turtle", "ttl", "text/turtle", write_turtle),
}


async def graph_file(graph: "nx.MultiDiGraph[str]", form: str, stem: str) -> Response:
    _, end, media, writer = FORMATS[form]
    body = await asyncio.to_thread(_written, graph, form, writer)
    name = f"{stem}{'-nodes' if form == 'csv-nodes' else ''}.{end}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return Response(body, 200, headers, f"{media}; charset=utf-8")


def _written(graph: "nx.MultiDiGraph[str]", form: str, writer: Writer) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "graph.csv"
        writer(graph, path)
        return (nodes_path(path) if form == "csv-nodes" else path).read_bytes()
