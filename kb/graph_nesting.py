"""The matryoshka: a graph in, which body lies within which out, by who belonged to both on the same days.

Bodies that never had members at the same time lie in no order, whoever belonged to them.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import permutations

import networkx as nx

MEMBER = ("member",)
_FIRST, _NEVER = "0000-01-01", "9999-12-32"
# The days on which the members of a body change, in order, and who they are from then on.
Changes = tuple[list[str], list[frozenset[str]]]


def nesting(graph: "nx.MultiDiGraph[str]") -> "nx.DiGraph[str]":
    """From each body to the next larger ones that held all its members, and more, for as long as both had any."""
    changes = member_changes(graph, graph.graph.get("from", _FIRST), graph.graph.get("to", _NEVER))
    sizes = {body: len(frozenset().union(*sets)) for body, (_, sets) in sorted(changes.items())}
    within: dict[str, set[str]] = {body: set() for body, size in sizes.items() if size > 1}
    for inner, outer in permutations(within, 2):
        if _lies_within(changes[inner], changes[outer]):
            within[inner].add(outer)
    found: nx.DiGraph[str] = nx.DiGraph()
    found.add_nodes_from((body, {"members": sizes[body]}) for body in within)
    for inner, outers in within.items():
        found.add_edges_from((inner, outer) for outer in sorted(outers) if not _lies_between(within, inner, outer))
    return found


def _lies_between(within: Mapping[str, set[str]], inner: str, outer: str) -> bool:
    """Whether a third body stands between the two: then the outer one is not the next."""
    return any(outer in within[middle] for middle in within[inner] if middle != outer)


def member_changes(graph: "nx.MultiDiGraph[str]", first: str, last: str) -> dict[str, Changes]:
    """Body -> its changes between two days, both included."""
    spells: dict[str, list[tuple[str, str, str]]] = {}
    for member, body, data in graph.edges(data=True):
        if data["type"] == "membership" and data.get("status") in MEMBER:
            start, end = max(data.get("start", _FIRST), first), data.get("end", _NEVER)
            if start <= last and start < end:
                spells.setdefault(body, []).append((start, end, member))
    return {body: _changes(rows, last) for body, rows in spells.items()}


def _changes(spells: Sequence[tuple[str, str, str]], last: str) -> Changes:
    days = sorted({day for start, end, _ in spells for day in (start, end) if day <= last})
    return days, [frozenset(member for start, end, member in spells if start <= day < end) for day in days]


def _lies_within(inner: Changes, outer: Changes) -> bool:
    """On every day on which both have members all of the one belong to the other, and on some day others do too."""
    is_smaller = False
    for day in {*inner[0], *outer[0]}:
        small, large = _on(inner, day), _on(outer, day)
        if small and large:
            if not small <= large:
                return False
            is_smaller = is_smaller or small < large
    return is_smaller


def _on(changes: Changes, day: str) -> frozenset[str]:
    place = bisect_right(changes[0], day)
    return changes[1][place - 1] if place else frozenset()
