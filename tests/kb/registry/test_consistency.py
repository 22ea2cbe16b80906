"""The same thing said in two files is said alike: an entity's years, its founding facts, its members, its kind."""

from collections import Counter
from functools import cache

import pytest

from kb.model import Registry
from kb.registry.load import load_kinds, load_registry

# Bodies that stand in the tables with more, or with fewer, years of membership than they existed:
# predecessors count for the EU (Communities), the OSCE (the CSCE) and the Benelux; of worldwide bodies only the years
# of the countries studied are listed; the CICA and the G20 were announced before anybody had joined them.
UNEVEN = {"eu", "osce", "benelux", "imf", "world-bank", "adb", "cica", "g20"}

# Lowest first. The two bodies are called what their treaties aimed at and did not reach.
STAGES = ["preferential", "fta", "customs-union", "common-market", "economic-union", "monetary-union"]
AIMED_HIGHER = {"cis-economic-union", "customs-union-1995"}


@cache
def registry() -> Registry:
    return load_registry()


def days(fact_type: str) -> dict[str, str | None]:
    return {fact.subject_id: fact.start_edtf for fact in registry().facts if fact.type == fact_type}


def spells() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for fact in registry().facts:
        if fact.type == "membership" and fact.status in ("member", "suspended", "frozen"):
            found.setdefault(fact.object_id or "", []).append((fact.start_edtf or "", fact.end_edtf or "9999"))
    return found


def test_an_entity_starts_on_the_day_of_its_founding_fact() -> None:
    other = {body: day for body, day in days("established").items() if registry().entities[body].start_edtf != day}
    assert other == {}


def test_an_entity_ends_on_the_day_of_its_ending_fact() -> None:
    other = {body: day for body, day in days("terminated").items() if registry().entities[body].end_edtf != day}
    assert other == {}


@pytest.mark.parametrize("body", sorted(set(spells()) - UNEVEN))
def test_members_and_body_cover_the_same_years(body: str) -> None:
    entity = registry().entities[body]
    first, last = min(start for start, _ in spells()[body]), max(end for _, end in spells()[body])
    assert entity.start_edtf in (None, first)
    assert (entity.end_edtf or "9999") == last


def test_the_union_state_counts_from_the_signing_of_its_treaty() -> None:
    assert registry().entities["union-state"].start_edtf == "1999-12-08"
    assert {start for start, _ in spells()["union-state"]} == {"1999-12-08"}


def test_no_wikidata_item_stands_for_two_entities() -> None:
    items = Counter(entity.wikidata for entity in registry().entities.values() if entity.wikidata)
    assert [item for item, times in items.items() if times > 1] == []
    assert all(item[0] == "Q" and item[1:].isdigit() for item in items)


def test_a_body_is_of_the_kind_of_its_highest_stage() -> None:
    reached: dict[str, int] = {}
    for fact in registry().facts:
        if fact.type == "reached_stage":
            stage = STAGES.index((fact.object_id or "").removeprefix("stage-"))
            reached[fact.subject_id] = max(stage, reached.get(fact.subject_id, 0))
    kinds = load_kinds()
    other = {body for body, stage in reached.items() if kinds.get(body, STAGES[stage]) != STAGES[stage]}
    assert other == AIMED_HIGHER
