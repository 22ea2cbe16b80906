"""The membership graph on a day: rings as a picture, who came and went, structure as tables, files of what is shown."""

from typing import Any

import networkx as nx
from datasette import Response

from kb import graph_measures
from kb.edtf_bounds import bounds
from kb.graph import Rows, Spell, build_graph
from kb.model import STATUSES, today
from kb.store.reader import web_graph, web_timeline
from kb.web.graph_files import FORMATS, graph_file
from kb.web.rings import RADII, Place, circle, places
from kb.web.sheets import NARROW, WIDE, Sheet
from kb.web.visit import Page, Row, Visit

PATH = "/graph"
NAV = "nav.graph"
VIEWS = ("graph", "countries", "organizations", "nesting")
FIRST_DAY = "1991-01-01"
# The bodies of the post-Soviet space, where nobody asks for others.
_BODIES = ("cis", "union-state", "csto", "caco", "eurasec", "ces", "customs-union", "eaeu", "sco")
_MOST = 40
# Names that a circle of a phone's width has room for.
_MOST_NARROW, _NARROW_RADIUS = 36, 80
Found = dict[str, Any]


async def page(visit: Visit) -> Page | Response:
    known = {row["id"]: row for row in await visit.kept(web_timeline.bodies, visit.lang)}
    there = sorted(await visit.kept(web_graph.members, visit.lang), key=lambda row: visit.t.order(row["name"]))
    countries = {row["id"]: row["name"] for row in there}
    bodies = [one for one in visit.args("org") if one in known][:_MOST] or [b for b in _BODIES if b in known]
    members = [one for one in visit.args("country") if one in countries]
    wrong = [visit.t("filter.unknown", name=one) for one in visit.args("org") if one not in known]
    day = _day(visit, wrong)
    form = visit.choice("format", FORMATS)
    rows = await visit.kept(web_graph.rows_of_bodies, bodies, members, bool(form or visit.part("form")))
    graph = build_graph(rows, (day, day), visit.lang)
    view = visit.choice("view", VIEWS, "graph")
    if form:
        return await graph_file(_shown(graph, view), form, f"{view}-{day}")
    names = {row["id"]: row[f"name_{visit.lang}"] or row["name_en"] or row["id"] for row in rows["entities"]}
    short = {row["id"]: row[f"abbr_{visit.lang}"] or row["abbr_en"] or names[row["id"]] for row in rows["entities"]}
    tables = _tables(graph, rows, day, names)
    data = {"on": day, "view": view, "organizations": bodies, "members": members, "wrong": wrong}
    extras = {
        "picture": _rings(rows, day) if view == "graph" else _circle(graph, view), "names": names, "short": short,
        "known": list(known.values()), "countries": countries, "formats_offered": FORMATS, "views": VIEWS,
        "statuses": [s for s in STATUSES if any(r["status"] == s for r in rows["memberships"])],
        "first_day": FIRST_DAY, "today": today(), "months": _months(today()), "month": _months(day),
        "years": [str(year) for year in range(int(FIRST_DAY[:4]), int(today()[:4]) + 1)],
        "month_names": {f"{month:02}": visit.t.month(month) for month in range(1, 13)},
        "colours": {body: n % 9 + 1 for n, body in enumerate(bodies)},
    }  # fmt: skip
    return Page("graph.html", visit.t("graph.title"), data, tables, extras)


def _day(visit: Visit, wrong: list[str]) -> str:
    asked = visit.arg("on")
    day = (bounds(asked)[0] if asked else None) or ""
    if asked and not day:
        wrong.append(visit.t("filter.no_date", text=asked))
    return day or today()


def _months(day: str) -> int:
    """Months since January 1991: the steps of the slider."""
    return max((int(day[:4]) - int(FIRST_DAY[:4])) * 12 + int(day[5:7]) - 1, 0)


def _spell(row: Row) -> Spell:
    return Spell(row["start_edtf"], row["end_edtf"], row["start_earliest"], row["start_latest"],
                 row["end_earliest"], row["end_latest"])  # fmt: skip


def _rings(rows: Rows, day: str) -> Found:
    """Every spell of the whole history; those that do not hold on the day are marked as off."""
    history: dict[str, set[str]] = {}
    for row in rows["memberships"]:
        history.setdefault(row["organization_id"], set()).add(row["member_id"])
    where = places(history)
    edges = [
        {"id": row["id"], "member": row["member_id"], "body": row["organization_id"], "status": row["status"],
         "from": where[row["member_id"]], "to": where[row["organization_id"]], "row": row,
         "state": _spell(row).certainty((day, day)) or "off"}
        for row in rows["memberships"]
    ]  # fmt: skip
    there = {end for edge in edges if edge["state"] != "off" for end in (edge["member"], edge["body"])}
    return {"places": where, "edges": edges, "there": there, "radii": RADII}


def _circle(graph: Any, view: str) -> Found:
    """A projection: whoever shares something is joined, the thicker the more they share."""
    if view == "nesting":
        return {}
    shared = _projection(graph, view)
    order = sorted(shared, key=lambda node: (-shared.degree(node, weight="weight"), node))
    most = max((d["weight"] for *_, d in shared.edges(data=True)), default=1)
    links = [
        {"a": a, "b": b, "weight": d["weight"], "shared": d["shared"].split(),
         "width": round(0.6 + 5 * d["weight"] / most, 1), "strong": d["weight"] * 2 > most}
        for a, b, d in sorted(shared.edges(data=True), key=lambda e: e[2]["weight"])
    ]  # fmt: skip
    drawn: list[tuple[Sheet, dict[str, Place]]] = [(WIDE, circle(order))]
    if len(order) <= _MOST_NARROW:
        drawn.append((NARROW, circle(order, _NARROW_RADIUS)))
    return {"drawn": drawn, "links": links}


def _projection(graph: Any, view: str) -> Any:
    if view == "organizations":
        return graph_measures.organizations_by_shared_members(graph)
    return graph_measures.countries_by_shared_memberships(graph)


def _shown(graph: Any, view: str) -> Any:
    """The graph of the view, in the one shape that all exporters take."""
    if view == "graph":
        return graph
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph(**graph.graph)
    source = graph_measures.nesting(graph) if view == "nesting" else _projection(graph, view)
    kind = {"nesting": "within", "countries": "shared_memberships", "organizations": "shared_members"}[view]
    found.add_nodes_from((node, graph.nodes[node]) for node in source)
    for a, b, data in source.edges(data=True):
        found.add_edge(a, b, f"{a}-{b}", type=kind, certainty="certain", **data)
    return found


def _tables(graph: Any, rows: Rows, day: str, names: dict[str, str]) -> dict[str, list[Found]]:
    held = [
        {"member_id": a, "member": names[a], "organization_id": b, "organization": names[b], **data}
        for a, b, data in graph.edges(data=True)
    ]  # fmt: skip
    shared = {view: _projection(graph, view) for view in ("countries", "organizations")}
    return {
        "edges": held,
        "nodes": [{"id": node, **data} for node, data in graph.nodes(data=True)],
        "changes": _changes(rows, day, names),
        "centrality": graph_measures.centrality_rows(shared["countries"]),
        **{
            f"{name}_shared": [{"a": a, "b": b, "name_a": names[a], "name_b": names[b], **data} for a, b, data in
                   sorted(found.edges(data=True), key=lambda e: (-e[2]["weight"], e[:2]))]
            for name, found in shared.items()
        },
        "nesting": [{**row, "inner_name": names[row["inner"]], "outer_name": names[row["outer"]]}
                    for row in graph_measures.nesting_rows(graph)],
    }  # fmt: skip


def _changes(rows: Rows, day: str, names: dict[str, str]) -> list[Found]:
    """Spells that began or ended in the year up to the day, newest first."""
    year_before = f"{int(day[:4]) - 1:04}{day[4:]}"
    found = [
        {"change": change, "edtf": row[f"{side}_edtf"], "day": row[column], "status": row["status"],
         "member_id": row["member_id"], "member": names[row["member_id"]],
         "organization_id": row["organization_id"], "organization": names[row["organization_id"]],
         "membership_id": row["id"]}
        for row in rows["memberships"]
        for change, side, column in (("joined", "start", "start_earliest"), ("left", "end", "end_earliest"))
        if row[f"{side}_edtf"] and row[column] and year_before < row[column] <= day
    ]  # fmt: skip
    return sorted(found, key=lambda row: (row["day"], row["change"], row["member_id"]), reverse=True)
