"""Quantities in three languages; the rows are in tests/cases/quantities.yml."""

import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from extract.dates.stage import find_dates
from extract.dates.tokens import date_tokens
from extract.quantities.stage import find_quantities
from kb.model import Quantity, Sentence

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "quantities.yml").read_text(encoding="utf-8")
)
HOSTILE_LENGTH, HOSTILE_SECONDS = 20_000, 5


def quantities(text: str, lang: str) -> tuple[Quantity, ...]:
    tokens = date_tokens(text, [Sentence(lang, 0, len(text))])
    dates = [(mention.start_char, mention.end_char) for mention in find_dates(text, tokens)]
    return find_quantities(text, tokens, dates)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['lang']}: {case['text']}")
def test_every_quantity_of_a_row(case: dict[str, Any]) -> None:
    found = quantities(case["text"], case["lang"])

    assert [[q.text, round(q.value, 4), q.unit, q.about] for q in found] == case["expected"]
    assert all(case["text"][q.start_char : q.end_char] == q.text for q in found)


def test_a_number_that_a_date_covers_is_left_alone() -> None:
    text = "It fell by 2014 tonnes."

    tokens = date_tokens(text, [Sentence("en", 0, len(text))])

    assert [q.value for q in find_quantities(text, tokens)] == [2014]
    assert find_quantities(text, tokens, [(11, 15)]) == ()


def test_a_number_broken_over_lines_is_one() -> None:
    (quantity,) = quantities("Погибли 283 \n876 человек.", "ru")

    assert (quantity.value, quantity.unit) == (283876, "persons")


@pytest.mark.parametrize(
    "unit", ["1", "1 000 ", "1.", "1,", "1-", "$", "two ", "hundred ", "5–7–", "40 votes ", "a a ", "үштен ", "Ab "]
)
@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
def test_hostile_runs_take_linear_time(unit: str, lang: str) -> None:
    text = unit * (HOSTILE_LENGTH // len(unit))
    start = time.process_time()

    quantities(text, lang)

    assert time.process_time() - start < HOSTILE_SECONDS
