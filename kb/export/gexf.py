"""A graph in, GEXF with spells as full ISO days out, as Gephi and networkx read it.

networkx's own writer makes `type` the direction of an edge, so that the kind of a relation would be lost.

A spell of GEXF holds on its last day too, while `end` everywhere else is the first day on which something no longer
holds. What the format had for that, `endopen`, went with version 1.3, and networkx reads it as no end at all: a spell
is written with the last day on which it holds, and `start` and `end` as in every other format are attributes.
"""

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx

from kb.export.plain import plain

_NAMESPACE = "http://www.gexf.net/1.2draft"
_OWN_PLACE = frozenset({"label"})


def write_gexf(graph: "nx.MultiDiGraph[str]", path: Path) -> None:
    root = ET.Element("gexf", xmlns=_NAMESPACE, version="1.2")
    inner = ET.SubElement(root, "graph", defaultedgetype="directed", mode="dynamic", timeformat="date")
    node_keys = _declare(inner, "node", [data for _, data in graph.nodes(data=True)])
    edge_keys = _declare(inner, "edge", [data for *_, data in graph.edges(data=True)])
    nodes, edges = ET.SubElement(inner, "nodes"), ET.SubElement(inner, "edges")
    for node, data in graph.nodes(data=True):
        element = ET.SubElement(nodes, "node", id=plain(node), label=plain(data.get("label", node)))
        _fill(element, data, node_keys)
    for source, target, key, data in graph.edges(keys=True, data=True):
        element = ET.SubElement(edges, "edge", id=plain(key), source=plain(source), target=plain(target))
        _fill(element, data, edge_keys)
    ET.indent(root)
    ET.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)


def _declare(parent: ET.Element, kind: str, all_data: list[dict[str, Any]]) -> dict[str, str]:
    """Attribute -> its number; attributes that the format has a place of its own for need none."""
    names = sorted({name for data in all_data for name in data} - _OWN_PLACE)
    declared = ET.SubElement(parent, "attributes", {"class": kind, "mode": "static"})
    keys = {name: f"{kind}-{number}" for number, name in enumerate(names)}
    for name, key in keys.items():
        ET.SubElement(declared, "attribute", id=key, title=name, type="string")
    return keys


def _fill(element: ET.Element, data: Mapping[str, Any], keys: Mapping[str, str]) -> None:
    values = ET.SubElement(element, "attvalues")
    for name, key in keys.items():
        if data.get(name) is not None:
            ET.SubElement(values, "attvalue", {"for": key, "value": plain(data[name])})
    if days := _spell(data.get("start"), data.get("end")):
        ET.SubElement(ET.SubElement(element, "spells"), "spell", days)


def _spell(start: str | None, end: str | None) -> dict[str, str]:
    """First and last day; of what begins and ends on one day, that day."""
    found = {"start": plain(start)} if start else {}
    if end:
        found["end"] = max(_day_before(plain(end)), found.get("start", ""))
    return found


def _day_before(day: str) -> str:
    if day <= datetime.date.min.isoformat():
        return day
    return (datetime.date.fromisoformat(day) - datetime.timedelta(days=1)).isoformat()
