"""Bodies that a text spells out and shortens itself: two names of one entity, whose id is made of the long one."""

import pytest

from kb.extraction import extract_text

SPELT = [
    (
        "The Joint Canals Commission (JCC) was set up by Iran on 4 May 2004. Armenia joined the JCC in 2006.",
        "x-joint-canals-commission", {"established", "acceded"},
    ),
    (
        "В 2004 году Иран вступил в Степной торговый союз (СТС). В 2009 году он вышел из СТСа.",
        "x-stepnoy-torgovyy-soyuz", {"acceded", "withdrew"},
    ),
    (
        "Иран 2004 жылы Дала сауда одағына (ДСО) кірді. Түрікменстан ДСО-дан 2010 жылы шықты, ДСОға Армения кірді.",
        "x-dala-sauda-odagy", {"acceded", "withdrew"},
    ),
    (
        "Предгорный водный союз (ПрВС) был создан в 2003 году. Иран вступил в ПрВС в 2006 году.",
        "x-predgornyy-vodnyy-soyuz", {"established", "acceded"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "body", "told"), SPELT)
def test_the_abbreviation_has_the_id_of_the_long_form(text: str, body: str, told: set[str]) -> None:
    found = extract_text(text)
    assert {m.entity_id for m in found.mentions if m.label == "ORG"} == {body}
    assert {c.type for c in found.claims if c.origin == "text"} == told
    assert {c.subject_id for c in found.claims} | {c.object_id for c in found.claims} >= {body}
    assert [e.id for e in found.discovered] == [body]


def test_what_is_discovered_is_mentioned() -> None:
    found = extract_text("Iran and Turkey run the Lake Ports Union (LPU). The LPU, says Ivan Petrov, has no staff.")
    assert {e.id for e in found.discovered} <= {m.entity_id for m in found.mentions}
    (union,) = (e for e in found.discovered if e.type == "ORG")
    assert (union.names, union.abbreviations) == ({"en": "Lake Ports Union"}, {"en": "LPU"})


def test_a_spelt_out_instrument_is_no_body() -> None:
    found = extract_text("The Mountain Lakes Agreement (MLA) was signed by Iran and Turkey in 2004.")
    assert {m.label for m in found.mentions if m.entity_id == "x-mountain-lakes-agreement"} == {"TREATY"}


def test_small_letters_behind_capitals_are_no_case_of_another_word() -> None:
    found = extract_text("The Ice Trade Club (ITC) was founded in 1999. Its rival, ITCa, never was.")
    assert "ITCa" not in {m.text for m in found.mentions if m.entity_id == "x-ice-trade-club"}
