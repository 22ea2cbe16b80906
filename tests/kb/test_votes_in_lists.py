"""Votes of one list: "A holds 40 votes, B and C 20 each"."""

import pytest

from kb.extraction import extract_text


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Russia has 40 votes in the EurAsEC Integration Committee, Belarus and Kazakhstan 20 each.", (40, 20)),
        ("В Интеграционном комитете ЕврАзЭС у России 40 голосов, у Белоруссии и Казахстана — по 20.", (40, 20)),
        (
            "In the Customs Union Commission Russia has 57 per cent of the votes, Belarus and Kazakhstan 21.5 each.",
            (57, 21.5),
        ),
        ("В Комиссии Таможенного союза у России 57% голосов, у Белоруссии и Казахстана — по 21,5.", (57, 21.5)),
    ],
)
def test_bare_numbers_and_shares_are_votes_too(text: str, held: tuple[float, float]) -> None:
    votes = {c.subject_id: c.value for c in extract_text(text).claims if c.type == "holds_votes"}
    assert votes == {"ru": held[0], "by": held[1], "kz": held[1]}


def test_a_year_is_no_number_of_votes() -> None:
    text = "Russia has 40 votes in the EurAsEC Integration Committee; to Belarus, 2004 brought a reform."
    assert [c.subject_id for c in extract_text(text).claims if c.type == "holds_votes"] == ["ru"]
