"""The graph of a day, a period and the whole history, and what it says of structure."""

from typing import Any

import networkx as nx
import pytest

from kb.graph import Spell, build_graph, spell_of
from kb.graph_measures import (
    centrality_rows,
    core_of,
    countries_by_shared_memberships,
    nesting_rows,
    organizations_by_shared_members,
    overlap_rows,
)

DAY = ("2012-06-30", "2012-06-30")


def entity(entity_id: str, kind: str, start: str | None = None, end: str | None = None) -> dict[str, Any]:
    columns = ("name_ru", "name_kk", "abbr_en", "abbr_ru", "abbr_kk", "field", "wikidata")
    row: dict[str, Any] = dict.fromkeys(columns)
    scope = "international" if kind == "ORG" else None
    own = {"id": entity_id, "type": kind, "name_en": entity_id.upper(), "scope": scope, "origin": "registry"}
    return {**row, **own, "start_edtf": start, "end_edtf": end}


def membership(member: str, body: str, start: str, end: str | None = None, status: str = "member") -> dict[str, Any]:
    spell = spell_of(start, end)
    return {
        "id": f"{member}-{body}-{start}", "member_id": member, "organization_id": body, "status": status,
        "support": "reference", "citation": "Treaty", "source_url": None, "documents": None,
        "start_edtf": start, "end_edtf": end, "start_earliest": spell.start_earliest,
        "start_latest": spell.start_latest, "end_earliest": spell.end_earliest, "end_latest": spell.end_latest,
    }  # fmt: skip


def act(kind: str, subject: str, obj: str | None, day: str, party: str | None = None) -> dict[str, Any]:
    return {"id": f"{kind}-{subject}", "type": kind, "subject_id": subject, "object_id": obj, "edtf": day,
            "earliest": day, "latest": day, "support": "both", "party": party}  # fmt: skip


ROWS = {
    "entities": [
        *(entity(c, "COUNTRY") for c in ("am", "by", "kg", "kz", "ru", "tj", "uz")), entity("cis", "ORG", "1991-12-08"),
        entity("eurasec", "ORG", "2000-10-10", "2015-01-01"), entity("court", "ORG", "2012-01-01", "2015-01-01"),
        entity("eaeu", "ORG", "2015-01-01"), entity("treaty", "TREATY", "2000-10-10", "2015-01-01"),
    ],
    "memberships": [
        *(membership(c, "cis", "1991-12-21") for c in ("am", "by", "kg", "kz", "ru", "tj", "uz")),
        *(membership(c, "eurasec", "2000-10-10", "2015-01-01") for c in ("by", "kz", "ru", "tj")),
        membership("uz", "eurasec", "2006-01-25", "2008-10-12"),
        membership("uz", "eurasec", "2008-10-12", "2015-01-01", "suspended"),
        membership("kg", "eurasec", "2012"),
        *(membership(c, "eaeu", "2015-01-01") for c in ("by", "kz", "ru")),
    ],
    "relations": [{"subject_id": "court", "type": "organ_of", "object_id": "eurasec"},
                  {"subject_id": "eaeu", "type": "succeeded", "object_id": "eurasec"}],
    "acts": [act("succeeded", "eaeu", "eurasec", "2015-01-01"), act("signed", "treaty", "eurasec", "2000-10-10", "kz")],
}  # fmt: skip


def edges(graph: "nx.MultiDiGraph[str]", kind: str) -> set[tuple[str, str]]:
    return {(a, b) for a, b, data in graph.edges(data=True) if data["type"] == kind}


def test_the_whole_history_keeps_every_spell_apart() -> None:
    graph = build_graph(ROWS)
    assert graph.number_of_edges("uz", "eurasec") == 2
    spells = {data["status"]: (data["start"], data["end"]) for data in graph["uz"]["eurasec"].values()}
    assert spells == {"member": ("2006-01-25", "2008-10-12"), "suspended": ("2008-10-12", "2015-01-01")}
    assert "end" not in next(iter(graph["kz"]["cis"].values()))
    assert edges(graph, "succeeded") == {("eaeu", "eurasec")}
    assert all(None not in data.values() for *_, data in graph.edges(data=True))


def test_a_day_holds_what_held_on_it() -> None:
    graph = build_graph(ROWS, DAY)
    assert "eaeu" not in graph
    uz = next(iter(graph["uz"]["eurasec"].values()))
    assert (graph.number_of_edges("uz", "eurasec"), uz["status"], uz["certainty"]) == (1, "suspended", "certain")
    assert next(iter(graph["kg"]["eurasec"].values()))["certainty"] == "possible"
    assert edges(graph, "organ_of") == {("court", "eurasec")}
    assert edges(graph, "signed") == {("kz", "treaty")}


def test_the_first_day_without_it_is_without_it() -> None:
    graph = build_graph(ROWS, ("2015-01-01", "2015-01-01"))
    assert edges(graph, "membership") >= {("kz", "eaeu")}
    assert ("kz", "eurasec") not in edges(graph, "membership")


def test_a_period_holds_what_overlaps_it() -> None:
    graph = build_graph(ROWS, ("2008-01-01", "2009-12-31"))
    certainties = {data["status"]: data["certainty"] for data in graph["uz"]["eurasec"].values()}
    assert certainties == {"member": "possible", "suspended": "possible"}


@pytest.mark.parametrize(("start", "end", "day", "certainty"), [
    ("2005", None, "2005-06-01", "possible"), ("2005", None, "2006-01-01", "certain"),
    ("2005", None, "2004-12-31", None),
    ("2000", "2005", "2005-06-01", "possible"), ("2000", "2005", "2005-12-31", None),
    (None, None, "2005-01-01", "possible"),
    ("2000", "2005-03-01", "2005-03-01", None), ("2000", "2005-03-01", "2005-02-28", "certain"),
])  # fmt: skip
def test_certainty(start: str | None, end: str | None, day: str, certainty: str | None) -> None:
    assert spell_of(start, end).certainty((day, day)) == certainty


def test_unknown_is_possible_in_history() -> None:
    assert Spell().certainty(None) == "possible"


def test_projections_count_what_is_shared() -> None:
    graph = build_graph(ROWS, DAY)
    countries = countries_by_shared_memberships(graph)
    assert countries["kz"]["ru"]["weight"] == 2
    assert countries["am"]["kz"]["shared"] == "cis"
    assert organizations_by_shared_members(graph)["cis"]["eurasec"]["weight"] == 5


def test_the_matryoshka_names_only_the_next_shell() -> None:
    rows = {(row["inner"], row["outer"]) for row in nesting_rows(build_graph(ROWS))}
    # EurAsEC and its heir never had members on the same day.
    assert rows == {("eaeu", "cis"), ("eurasec", "cis")}


def test_what_lay_within_in_part_of_the_time_only_does_not_lie_within() -> None:
    left = [membership("am", "cis", "1991-12-21", "2005-01-01"), membership("am", "club", "2000-01-01"),
            membership("kz", "club", "2000-01-01")]  # fmt: skip
    others = [row for row in ROWS["memberships"] if row["member_id"] != "am" and row["organization_id"] != "eaeu"]
    rows = {**ROWS, "entities": [*ROWS["entities"], entity("club", "ORG", "2000-01-01")], "memberships": others + left}

    def shells(period: tuple[str, str] | None) -> set[tuple[str, str]]:
        return {(row["inner"], row["outer"]) for row in nesting_rows(build_graph(rows, period))}

    assert ("club", "cis") in shells(("2003-01-01", "2003-01-01"))
    assert ("club", "cis") in shells(("2001-01-01", "2004-12-31"))
    assert ("club", "cis") not in shells(("2001-01-01", "2007-12-31")) | shells(None)


def test_core_and_periphery_of_an_ideal_star() -> None:
    star = nx.star_graph(["a", "b", "c", "d", "e"])
    nx.set_edge_attributes(star, 1, "weight")
    assert core_of(star) == ({"a"}, 1.0)
    rows = centrality_rows(star)
    assert [row["place"] for row in rows] == ["core", *["periphery"] * 4]
    assert rows[0]["betweenness"] == 1.0


def test_an_empty_graph_has_no_measures() -> None:
    assert centrality_rows(countries_by_shared_memberships(nx.MultiDiGraph())) == []


def test_overlap_follows_the_years() -> None:
    rows = overlap_rows(build_graph(ROWS), ("cis", "eurasec", "eaeu"), [2001, 2016])
    assert [(r["year"], r["a"], r["b"], r["shared"]) for r in rows] == [
        (2001, "cis", "eurasec", 4), (2016, "cis", "eurasec", 1), (2016, "cis", "eaeu", 3),
        (2016, "eurasec", "eaeu", 0),
    ]  # fmt: skip
