"""Memberships, relations and dated acts in, a networkx MultiDiGraph of a day, a period or the whole history out.

A node's id is the entity's id. An edge lasts from `start` (first day it may hold) to `end` (first day it no longer
does, by the latest reading); a side that is open or unknown is left out, and no attribute is ever None.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from kb.graph_spells import Period, Spell, lives_of, row_spell, spell_of, within

__all__ = ["Period", "Rows", "Spell", "build_graph", "node_attributes", "spell_of"]

Row = Mapping[str, Any]
Rows = Mapping[str, Sequence[Row]]

_NODE_COLUMNS = (
    "type", "name_en", "name_ru", "name_kk", "abbr_en", "abbr_ru", "abbr_kk", "scope", "field", "wikidata", "origin",
)  # fmt: skip
_EVIDENCE = ("citation", "source_url", "documents")


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
    lives = lives_of(rows["entities"], rows["memberships"], rows["relations"])
    for edge in (*_memberships(rows), *_relations(rows, lives), *_acts(rows, lives)):
        certainty = edge.spell.certainty(period)
        if certainty is None or edge.source not in entities or edge.target not in entities:
            continue
        for end in (edge.source, edge.target):
            if end not in graph:
                graph.add_node(end, **node_attributes(entities[end], lives[end], lang))
        # What never held at any time is known all the same, but has no days.
        known = {**edge.attributes, **_dates(Spell() if edge.spell.is_empty else edge.spell)}
        said = {name: value for name, value in known.items() if value not in (None, "")}
        graph.add_edge(edge.source, edge.target, edge.key, type=edge.type, certainty=certainty, **said)
    return graph


def node_attributes(entity: Row, life: Spell, lang: str) -> dict[str, Any]:
    label = entity[f"name_{lang}"] or entity["name_en"] or entity["name_ru"] or entity["name_kk"] or entity["id"]
    as_written = {name: entity[name] for name in ("start_edtf", "end_edtf")}
    found = {name: entity[name] for name in _NODE_COLUMNS} | _dates(life) | as_written
    return {"label": label, **{name: value for name, value in found.items() if value not in (None, "")}}


def _dates(spell: Spell) -> dict[str, str | None]:
    return {
        "start": spell.start_earliest, "end": spell.end_latest, "start_edtf": spell.start_edtf,
        "end_edtf": spell.end_edtf,
    }  # fmt: skip


def _memberships(rows: Rows) -> Iterator[_Edge]:
    for row in rows["memberships"]:
        attributes = {name: row.get(name) for name in ("status", "support", *_EVIDENCE)}
        yield _Edge(row["member_id"], row["organization_id"], row["id"], "membership", row_spell(row), attributes)


def _relations(rows: Rows, lives: Mapping[str, Spell]) -> Iterator[_Edge]:
    """A relation lasts while both its ends do; a dated succession is told by its act."""
    dated = {(row["subject_id"], row["object_id"]) for row in rows["acts"] if row["type"] == "succeeded"}
    for row in rows["relations"]:
        subject, kind, other = row["subject_id"], row["type"], row["object_id"]
        if kind != "succeeded" or (subject, other) not in dated:
            life = lives.get(subject, Spell())
            spell = life if kind == "succeeded" else within(life, lives.get(other, Spell()))
            yield _Edge(subject, other, f"{kind}-{subject}-{other}", kind, spell, {"support": "reference"})


def _acts(rows: Rows, lives: Mapping[str, Spell]) -> Iterator[_Edge]:
    """Successor to predecessor, party to instrument; what was done stays done while both ends last.

    A succession lasts as long as the successor: by its nature the predecessor is gone.
    """
    seen: set[str] = set()
    for row in rows["acts"]:
        succession = row["type"] == "succeeded"
        source, target = (row["subject_id"], row["object_id"]) if succession else (row["party"], row["subject_id"])
        key = f"{row['id']}-{source}"
        if source is None or target is None or source == target or key in seen:
            continue
        seen.add(key)
        spell = within(Spell(row["edtf"], None, row["earliest"], row["latest"]), lives.get(source, Spell()))
        spell = spell if succession else within(spell, lives.get(target, Spell()))
        yield _Edge(source, target, key, row["type"], spell, {"support": row["support"]})
