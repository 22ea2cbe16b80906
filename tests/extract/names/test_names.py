"""Names, short names, instruments and people where they stand, row by row over the shipped registry."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.extraction import extract_text, pipeline_of

CASES = Path(__file__).parents[2] / "cases"
NAMES = yaml.safe_load((CASES / "names.yml").read_text(encoding="utf-8"))
SPANS = yaml.safe_load((CASES / "spans.yml").read_text(encoding="utf-8"))
OUTSIDE = yaml.safe_load((CASES / "outside_the_field.yml").read_text(encoding="utf-8"))
# Places that a reader may know and a row about bodies need not list.
FREE = {"PLACE", "CONCEPT", "DATE"}


def known(text: str, places: bool = True) -> list[tuple[str, str]]:
    entities = pipeline_of(()).registry.entities
    return [
        (m.text, str(m.entity_id))
        for m in extract_text(text).mentions
        if m.entity_id in entities and m.label not in FREE - ({"PLACE"} if places else set())
    ]


@pytest.mark.parametrize("row", NAMES, ids=lambda row: f"{row['lang']}: {row['text'][:40]}")
def test_names_are_found_and_linked(row: dict[str, Any]) -> None:
    assert sorted(known(row["text"])) == sorted((surface, entity_id) for surface, entity_id in row["found"])


@pytest.mark.parametrize("row", SPANS, ids=lambda row: f"{row['lang']}: {row['text'][:40]}")
def test_names_begin_and_end_where_they_do(row: dict[str, Any]) -> None:
    found = [[m.text, m.label] for m in extract_text(row["text"]).mentions if m.label in {"ORG", "TREATY", "PROGRAMME"}]
    assert found == row["found"]


@pytest.mark.parametrize("row", OUTSIDE, ids=lambda row: f"{row['lang']}: {row['text'][:40]}")
def test_texts_of_other_fields_name_nothing(row: dict[str, Any], request: pytest.FixtureRequest) -> None:
    if row.get("unsolved"):
        request.applymarker(pytest.mark.xfail(reason=row["unsolved"], strict=True))
    assert known(row["text"], places=False) == []
    assert extract_text(row["text"]).claims == ()


def test_offsets_cut_out_exactly_the_text() -> None:
    text = (
        "Еуразиялық экономикалық қоғамдастық-\nтың (ЕурАзЭҚ – тың) 2000 жылғы 10 қазанда құрылғаны белгілі."
        "\n\nThe Euro\u00adasian."
    )
    found = extract_text(text)
    assert found.mentions
    for item in (*found.mentions, *found.quantities):
        assert text[item.start_char : item.end_char] == item.text
