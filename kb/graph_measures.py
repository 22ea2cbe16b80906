"""A relationship graph in, what it says of structure out: projections, nesting, core and periphery, overlap.

Only the edges of membership proper count (`status` member), unless other statuses are named.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

import networkx as nx

from kb.graph_nesting import nesting as nesting

MEMBER = ("member",)
_NEVER = "9999-12-32"
# Centrality is settled when a step changes nobody by more.
_MOST_STEPS, _SETTLED = 200, 1e-9
Parties = dict[str, set[str]]


def members_of(graph: "nx.MultiDiGraph[str]", statuses: Sequence[str] = MEMBER) -> Parties:
    """Body -> its members."""
    found: Parties = {}
    for member, body, data in graph.edges(data=True):
        if data["type"] == "membership" and data.get("status") in statuses:
            found.setdefault(body, set()).add(member)
    return found


def bodies_of(members: Mapping[str, Iterable[str]]) -> Parties:
    """Member -> the bodies it belongs to."""
    found: Parties = {}
    for body, there in members.items():
        for member in there:
            found.setdefault(member, set()).add(body)
    return found


def countries_by_shared_memberships(graph: "nx.MultiDiGraph[str]") -> "nx.Graph[str]":
    """Members as nodes; `weight` is in how many bodies two of them are together, `shared` names these."""
    return _projected(graph, bodies_of(members_of(graph)))


def organizations_by_shared_members(graph: "nx.MultiDiGraph[str]") -> "nx.Graph[str]":
    """Bodies as nodes; `weight` is how many members two of them share, `shared` names these."""
    return _projected(graph, members_of(graph))


def _projected(graph: "nx.MultiDiGraph[str]", sets: Parties) -> "nx.Graph[str]":
    found: nx.Graph[str] = nx.Graph()
    for node in sorted(sets):
        found.add_node(node, **graph.nodes[node])
    for a, b in combinations(sorted(sets), 2):
        if shared := sets[a] & sets[b]:
            jaccard = round(len(shared) / len(sets[a] | sets[b]), 4)
            found.add_edge(a, b, weight=len(shared), jaccard=jaccard, shared=" ".join(sorted(shared)))
    return found


def nesting_rows(graph: "nx.MultiDiGraph[str]") -> list[dict[str, Any]]:
    """One row for each step of the matryoshka, innermost bodies first."""
    nested, members = nesting(graph), members_of(graph)
    return [
        {"inner": inner, "members": len(members[inner]), "outer": outer, "outer_members": len(members[outer]),
         "only_outer": " ".join(sorted(members[outer] - members[inner]))}
        for inner, outer in sorted(nested.edges, key=lambda e: (len(members[e[0]]), e))
    ]  # fmt: skip


def core_of(shared: "nx.Graph[str]") -> tuple[set[str], float]:
    """Core and fit by Borgatti and Everett's ideal: all ties within the core and to it, none in the periphery.

    Members are taken by strength; the core is the cut at which weights and ideal correlate best.
    """
    order = sorted(shared, key=lambda n: (-shared.degree(n, weight="weight"), n))
    best: tuple[float, int] = (0.0, 0)
    pairs = list(combinations(order, 2))
    weights = [float(shared.get_edge_data(a, b, {"weight": 0})["weight"]) for a, b in pairs]
    rank = {node: n for n, node in enumerate(order)}
    for size in range(1, len(order)):
        ideal = [1.0 if min(rank[a], rank[b]) < size else 0.0 for a, b in pairs]
        best = max(best, (_correlation(weights, ideal), size), key=lambda found: (found[0], -found[1]))
    return set(order[: best[1]]), round(best[0], 4)


def _correlation(a: Sequence[float], b: Sequence[float]) -> float:
    n = len(a)
    mean_a, mean_b = sum(a) / n, sum(b) / n
    above = sum((x - mean_a) * (y - mean_b) for x, y in zip(a, b, strict=True))
    below = (sum((x - mean_a) ** 2 for x in a) * sum((y - mean_b) ** 2 for y in b)) ** 0.5
    return above / below if below else 0.0


def centrality_rows(shared: "nx.Graph[str]") -> list[dict[str, Any]]:
    """Members by strength, with their place in the network and whether they are of its core."""
    if not shared:
        return []
    between = nx.betweenness_centrality(shared)
    close, eigen = nx.closeness_centrality(shared), _eigenvector(shared)
    core, fit = core_of(shared)
    rows = [
        {"id": node, "name": shared.nodes[node].get("label", node), "degree": shared.degree(node),
         "strength": shared.degree(node, weight="weight"), "betweenness": round(between[node], 4),
         "closeness": round(close[node], 4), "eigenvector": round(eigen[node], 4),
         "place": "core" if node in core else "periphery", "core_fit": fit}
        for node in shared
    ]  # fmt: skip
    return sorted(rows, key=lambda row: (-row["strength"], row["id"]))


def _eigenvector(shared: "nx.Graph[str]") -> dict[str, float]:
    """By repeated multiplication from equal values; half of the old value is kept, so that it settles always."""
    near = {n: [(m, shared.edges[n, m]["weight"]) for m in shared[n]] for n in shared}
    values = dict.fromkeys(shared, 1.0)
    for _ in range(_MOST_STEPS):
        raw = {n: values[n] + sum(values[m] * weight for m, weight in near[n]) for n in shared}
        length = sum(v * v for v in raw.values()) ** 0.5
        before, values = values, {node: value / length for node, value in raw.items()}
        if all(abs(values[n] - before[n]) < _SETTLED for n in values):
            break
    return values


def overlap_rows(graph: "nx.MultiDiGraph[str]", bodies: Sequence[str], years: Sequence[int]) -> list[dict[str, Any]]:
    """How many members every two bodies share on 1 January of each year; the graph is of the whole history."""
    rows: list[dict[str, Any]] = []
    for year in years:
        there = _on(graph, f"{year:04}-01-01")
        for a, b in combinations([body for body in bodies if there.get(body)], 2):
            shared = there[a] & there[b]
            rows.append(
                {"year": year, "a": a, "b": b, "members_a": len(there[a]), "members_b": len(there[b]),
                 "shared": len(shared), "jaccard": round(len(shared) / len(there[a] | there[b]), 4)}
            )  # fmt: skip
    return rows


def _on(graph: "nx.MultiDiGraph[str]", day: str) -> Parties:
    found: Parties = {}
    for member, body in _holding(graph, day):
        found.setdefault(body, set()).add(member)
    return found


def _holding(graph: "nx.MultiDiGraph[str]", day: str) -> Iterator[tuple[str, str]]:
    for member, body, data in graph.edges(data=True):
        if data["type"] == "membership" and data.get("status") in MEMBER:
            start, end = data.get("start"), data.get("end", _NEVER)
            if start and start <= day < end:
                yield member, body
