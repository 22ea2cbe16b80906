"""Memberships, relations and dated acts in, a networkx MultiDiGraph of a day, a period or the whole history out.

A node's id is the entity's id. An edge lasts from `start` (first day it may hold) to `end` (first day it no longer
does, by the latest reading); a side that is open or unknown is left out, and no attribute is ever None.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from kb.edtf_bounds import bounds

Row = Mapping[str, Any]
Rows = Mapping[str, Sequence[Row]]
Period = tuple[str, str]

_FIRST, _NEVER = "0000-01-01", "9999-12-32"
_NODE_COLUMNS = (
    "type", "name_en", "name_ru", "name_kk", "abbr_en", "abbr_ru", "abbr_kk", "scope", "field", "wikidata", "origin",
)  # fmt: skip
_EVIDENCE = ("citation", "source_url", "documents")


@dataclass(frozen=True, slots=True)
class Spell:
    """When an edge holds: first and last day on which it may begin, and on which it may first no longer hold."""

    start_edtf: str | None = None
    end_edtf: str | None = None
    start_earliest: str | None = None
    start_latest: str | None = None
    end_earliest: str | None = None
    end_latest: str | None = None

    def certainty(self, period: Period | None) -> str | None:
        """`certain`, `possible`, or None where it cannot hold in the period; without one, whether it ever did."""
        if period is None:
            held = self.start_latest is not None and self.start_latest < (self.end_earliest or _NEVER)
            return "certain" if held else "possible"
        first, last = period
        if (self.start_earliest or _FIRST) > last or (self.end_latest or _NEVER) <= first:
            return None
        sure = (self.start_latest or _NEVER) <= first and (self.end_earliest or _NEVER) > last
        return "certain" if sure else "possible"


@dataclass(frozen=True, slots=True)
class _Edge:
    source: str
    target: str
    key: str
    type: str
    spell: Spell
    attributes: Mapping[str, Any]


def build_graph(rows: Rows, period: Period | None = None, lang: str = "en") -> "nx.MultiDiGraph[str]":
    """Everything that holds at some time in the period, both days included; one day twice is "on that day"."""
    entities = {row["id"]: row for row in rows["entities"]}
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(lang=lang)
    if period:
        graph.graph.update({"from": period[0], "to": period[1]})
    lives = {entity_id: spell_of(row["start_edtf"], row["end_edtf"]) for entity_id, row in entities.items()}
    for edge in (*_memberships(rows), *_relations(rows, lives), *_acts(rows, lives)):
        certainty = edge.spell.certainty(period)
        if certainty is None or edge.source not in entities or edge.target not in entities:
            continue
        for end in (edge.source, edge.target):
            if end not in graph:
                graph.add_node(end, **node_attributes(entities[end], lives[end], lang))
        known = {**edge.attributes, **_dates(edge.spell)}
        said = {name: value for name, value in known.items() if value not in (None, "")}
        graph.add_edge(edge.source, edge.target, edge.key, type=edge.type, certainty=certainty, **said)
    return graph


def spell_of(start: str | None, end: str | None = None) -> Spell:
    """A spell between two EDTF dates, either of which may be missing."""
    first, last = bounds(start) if start else (None, None), bounds(end) if end else (None, None)
    return Spell(start, end, *first, *last)


def node_attributes(entity: Row, life: Spell, lang: str) -> dict[str, Any]:
    label = entity[f"name_{lang}"] or entity["name_en"] or entity["name_ru"] or entity["name_kk"] or entity["id"]
    found = {name: entity[name] for name in _NODE_COLUMNS} | _dates(life)
    return {"label": label, **{name: value for name, value in found.items() if value not in (None, "")}}


def _dates(spell: Spell) -> dict[str, str | None]:
    return {
        "start": spell.start_earliest, "end": spell.end_latest, "start_edtf": spell.start_edtf,
        "end_edtf": spell.end_edtf,
    }  # fmt: skip


def _memberships(rows: Rows) -> Iterator[_Edge]:
    for row in rows["memberships"]:
        names = ("start_edtf", "end_edtf", "start_earliest", "start_latest", "end_earliest", "end_latest")
        attributes = {name: row.get(name) for name in ("status", "support", *_EVIDENCE)}
        spell = Spell(*(row[name] for name in names))
        yield _Edge(row["member_id"], row["organization_id"], row["id"], "membership", spell, attributes)


def _relations(rows: Rows, lives: Mapping[str, Spell]) -> Iterator[_Edge]:
    """A relation lasts as long as what it says something about; a dated succession is told by its act."""
    dated = {(row["subject_id"], row["object_id"]) for row in rows["acts"] if row["type"] == "succeeded"}
    for row in rows["relations"]:
        subject, kind, other = row["subject_id"], row["type"], row["object_id"]
        if kind != "succeeded" or (subject, other) not in dated:
            key = f"{kind}-{subject}-{other}"
            yield _Edge(subject, other, key, kind, lives.get(subject, Spell()), {"support": "reference"})


def _acts(rows: Rows, lives: Mapping[str, Spell]) -> Iterator[_Edge]:
    """Successor to predecessor, party to instrument; what was done stays done until the instrument ends."""
    seen: set[str] = set()
    for row in rows["acts"]:
        succession = row["type"] == "succeeded"
        source, target = (row["subject_id"], row["object_id"]) if succession else (row["party"], row["subject_id"])
        key = f"{row['id']}-{source}"
        if source is None or target is None or source == target or key in seen:
            continue
        seen.add(key)
        until = Spell() if succession else lives.get(target, Spell())
        spell = Spell(row["edtf"], until.end_edtf, row["earliest"], row["latest"], until.end_earliest, until.end_latest)
        yield _Edge(source, target, key, row["type"], spell, {"support": row["support"]})
