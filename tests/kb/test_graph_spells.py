"""No edge of the graph outlives its ends, on cases made for it and on all reference facts."""

from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from kb.export.gexf import write_gexf
from kb.graph import build_graph
from kb.graph_spells import Spell, lives_of, spell_of, within
from kb.store.database import open_for_reading
from kb.store.reader.graph import graph_rows

_NEVER = "9999-12-32"


@pytest.fixture(scope="module")
def rows(reference_db: Path) -> dict[str, list[dict[str, Any]]]:
    with open_for_reading(reference_db) as conn:
        return graph_rows(conn)


@pytest.mark.parametrize(("spell", "life", "start", "end"), [
    (("2001", None), ("1999", "2005"), "2001-01-01", "2005-12-31"),
    (("1990", "2009"), ("1999-05-01", "2005-01-01"), "1999-05-01", "2005-01-01"),
    (("2001", "2003"), (None, None), "2001-01-01", "2003-12-31"),
    ((None, None), ("1999-05-01", None), "1999-05-01", None),
])  # fmt: skip
def test_a_spell_is_cut_to_a_life(
    spell: tuple[str | None, str | None], life: tuple[str | None, str | None], start: str, end: str | None
) -> None:
    found = within(spell_of(*spell), spell_of(*life))
    assert (found.start_earliest, found.end_latest) == (start, end)


def test_what_never_overlapped_never_held() -> None:
    found = within(spell_of("2011", "2014"), spell_of("1996", "1998"))
    assert found.is_empty
    assert found.certainty(("1990-01-01", "2020-01-01")) is None


def test_an_organ_without_dates_lives_with_the_next_body_that_has_some() -> None:
    def entity(entity_id: str, *dates: str) -> dict[str, str | None]:
        start, end = (*dates, None, None)[:2]
        return {"id": entity_id, "start_edtf": start, "end_edtf": end}

    entities = [entity("body", "2000-10-10", "2015-01-01"), entity("council"), entity("office"), entity("alone")]
    relations = [{"subject_id": a, "type": "organ_of", "object_id": b} for a, b in (
        ("council", "body"), ("office", "council"), ("alone", "alone"))]  # fmt: skip
    lives = lives_of(entities, [], relations)
    assert lives["office"].start_earliest == "2000-10-10"
    assert lives["office"].certainty(("2005-01-01", "2005-01-01")) == "possible"
    assert lives["office"].certainty(("2016-01-01", "2016-01-01")) is None
    assert lives["alone"] == Spell()


@pytest.mark.parametrize("day", ["1970-01-01", "1990-01-01", "1995-06-01", "2003-06-01", "2013-01-01", "2026-01-01"])
def test_a_day_draws_only_what_lived_then(rows: dict[str, Any], day: str) -> None:
    graph = build_graph(rows, (day, day))
    heirs = {target for _, target, data in graph.edges(data=True) if data["type"] == "succeeded"}
    gone = {
        node for node, data in graph.nodes(data=True)
        if not data.get("start", "") <= day < data.get("end", _NEVER) and node not in heirs
    }  # fmt: skip
    assert not gone


def test_organs_come_with_their_bodies(rows: dict[str, Any]) -> None:
    def organs(day: str) -> set[str]:
        graph = build_graph(rows, (day, day))
        return {target for _, target, data in graph.edges(data=True) if data["type"] == "organ_of"}

    assert organs("1990-01-01").isdisjoint({"csto", "sco", "ots", "eaeu", "union-state"})
    assert "central-asian-union" in organs("1995-06-01") - organs("2003-06-01")
    assert "eurasec" in organs("2003-06-01") - organs("2015-01-01")


def test_in_all_of_history_no_edge_outlives_its_ends(rows: dict[str, Any]) -> None:
    graph = build_graph(rows)
    wrong = []
    for source, target, data in graph.edges(data=True):
        # Of a succession the predecessor is gone by its nature.
        ends = (source,) if data["type"] == "succeeded" else (source, target)
        for life in (graph.nodes[end] for end in ends):
            begins_before = data.get("start", "") < life.get("start", "")
            if begins_before or data.get("end", _NEVER) > life.get("end", _NEVER):
                wrong.append((source, data["type"], target, data.get("start"), data.get("end")))
        assert data.get("start", "") < data.get("end", _NEVER), (source, target)
    assert not wrong


def test_a_body_lives_from_its_first_member_and_keeps_its_own_founding(rows: dict[str, Any]) -> None:
    graph = build_graph(rows)
    eu, osce = graph.nodes["eu"], graph.nodes["osce"]
    assert (eu["start"], eu["start_edtf"]) == ("1958-01-01", "1993-11-01")
    assert (osce["start"], osce["start_edtf"]) == ("1973-06-25", "1995-01-01")


def test_in_gexf_heir_and_predecessor_are_never_there_together(rows: dict[str, Any], tmp_path: Path) -> None:
    write_gexf(build_graph(rows), tmp_path / "history.gexf")
    graph = nx.read_gexf(tmp_path / "history.gexf")
    spells = {node: data["spells"][0] for node, data in graph.nodes(data=True) if "spells" in data}
    assert (spells["eurasec"], spells["eaeu"][0]) == (("2000-10-10", "2014-12-31"), "2015-01-01")
    # networkx reads a side that is left out as the word `None`, which sorts behind every day.
    for source, target, data in graph.edges(data=True):
        start, end = data.get("spells", [(_NEVER, "")])[0]
        ends = (source,) if data["type"] == "succeeded" else (source, target)
        for low, high in (spells[one] for one in ends if one in spells):
            assert start >= low or low == "None", (source, data["type"], target)
            assert end <= high, (source, data["type"], target)
