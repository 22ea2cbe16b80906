"""Any value in, text that every format can carry out: no control characters, no half of a surrogate pair."""

from collections.abc import Mapping
from typing import Any

import networkx as nx

_KEPT = frozenset("\t\n\r")


def plain(value: object) -> str:
    """XML 1.0 forbids control characters, lone surrogates and the two noncharacters at the end of the plane."""
    return "".join(c for c in str(value) if _allowed(c))


def _allowed(c: str) -> bool:
    code = ord(c)
    if code < 0x20 or 0x7F <= code < 0xA0:
        return c in _KEPT
    return not (0xD800 <= code < 0xE000 or code in (0xFFFE, 0xFFFF))


def plain_graph(graph: "nx.MultiDiGraph[str]") -> "nx.MultiDiGraph[str]":
    """The same graph with plain text everywhere."""
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    found.graph.update({plain(name): plain(value) for name, value in graph.graph.items()})
    for node, data in graph.nodes(data=True):
        found.add_node(plain(node), **_plain_values(data))
    for source, target, key, data in graph.edges(keys=True, data=True):
        found.add_edge(plain(source), plain(target), plain(key), **_plain_values(data))
    return found


def _plain_values(data: Mapping[str, Any]) -> dict[str, str]:
    return {plain(name): plain(value) for name, value in data.items() if value is not None}
