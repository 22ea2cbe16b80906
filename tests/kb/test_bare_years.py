"""A year alone behind a label is a date like any other: it has bounds."""

import pytest

from kb.extraction import extract_text


@pytest.mark.parametrize(
    "text",
    [
        "Балтық ассамблеясы\n\nҚұрылған жылы: 1991\nМүшелері: Латвия, Литва, Эстония",
        "ГУАМ\n\nГод создания: 1997\nУчастники: Грузия, Украина, Азербайджан, Молдавия",
    ],
)
def test_a_bare_year_bounds_its_claim(text: str) -> None:
    made = next(c for c in extract_text(text).claims if c.type == "established")
    assert made.edtf
    assert (made.earliest, made.latest) == (f"{made.edtf}-01-01", f"{made.edtf}-12-31")
