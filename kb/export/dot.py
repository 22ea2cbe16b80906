"""A graph in, a DOT file for Graphviz out; identifiers and values are quoted strings."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import networkx as nx

from kb.export.plain import plain

_COLOURS = {
    "membership": "black", "organ_of": "gray40", "part_of": "gray40", "succeeded": "firebrick", "signed": "steelblue",
    "ratified": "navy", "founded_by": "darkgreen", "concerns": "darkgreen",
}  # fmt: skip


def write_dot(graph: "nx.MultiDiGraph[str]", path: Path) -> None:
    lines = ["digraph kb {", "  rankdir=LR;", "  node [shape=box];"]
    lines += [f"  {quoted(node)} [{_attributes(data)}];" for node, data in graph.nodes(data=True)]
    for source, target, key, data in graph.edges(keys=True, data=True):
        known = {"id": key, "color": _COLOURS.get(data["type"], "black"), "label": data["type"], **data}
        lines.append(f"  {quoted(source)} -> {quoted(target)} [{_attributes(known)}];")
    path.write_text("\n".join([*lines, "}"]) + "\n", encoding="utf-8")


def quoted(value: object) -> str:
    """Within quotes only the quote is special to DOT; a backslash is doubled since labels read it as an escape."""
    text = plain(value).replace("\\", "\\\\").replace('"', '\\"').replace("\r", "").replace("\n", "\\n")
    return f'"{text}"'


def _attributes(data: Mapping[str, Any]) -> str:
    return ", ".join(f"{quoted(name)}={quoted(value)}" for name, value in data.items())
