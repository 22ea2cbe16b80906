"""A graph in, two CSV files out: edges in the file that was named, nodes beside it."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import networkx as nx

from kb.export.plain import plain

# Gephi looks for Source, Target, Id and Label in whatever case.
_EDGE = ("source", "target", "id", "type", "status", "start", "end", "certainty", "support", "start_edtf", "end_edtf")
_NODE = ("id", "label", "type", "scope", "field", "start", "end", "start_edtf", "end_edtf")


def nodes_path(path: Path) -> Path:
    """`graph.csv` -> `graph-nodes.csv`."""
    return path.with_name(f"{path.stem}-nodes{path.suffix or '.csv'}")


def write_csv(graph: "nx.MultiDiGraph[str]", path: Path) -> None:
    edges = [{"source": s, "target": t, "id": key, **data} for s, t, key, data in graph.edges(keys=True, data=True)]
    nodes = [{"id": node, **data} for node, data in graph.nodes(data=True)]
    _write(path, _EDGE, edges)
    _write(nodes_path(path), _NODE, nodes)


def _write(path: Path, first: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> None:
    more: Iterable[str] = sorted({name for row in rows for name in row} - set(first))
    columns = [*first, *more]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([plain(row[c]) if row.get(c) is not None else "" for c in columns] for row in rows)
