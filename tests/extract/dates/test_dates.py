"""Dates in three languages; the rows are in tests/cases/dates.yml."""

import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from edtf import parse_edtf

from extract.dates.stage import find_dates
from extract.dates.tokens import date_tokens
from kb.edtf_bounds import bounds
from kb.model import Mention, Sentence

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "dates.yml").read_text(encoding="utf-8")
)
# 20,000 characters take a tenth of a second; a reading that is not linear takes minutes.
HOSTILE_LENGTH, HOSTILE_SECONDS = 20_000, 5


def dates(text: str, lang: str, published: str = "") -> tuple[Mention, ...]:
    return find_dates(text, date_tokens(text, [Sentence(lang, 0, len(text))]), published)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['lang']}: {case['text']}")
def test_every_date_of_a_row(case: dict[str, Any]) -> None:
    found = dates(case["text"], case["lang"])

    assert [[m.text, m.edtf, m.earliest, m.latest] for m in found] == case["expected"]
    assert all(case["text"][m.start_char : m.end_char] == m.text for m in found)


def test_there_are_sixty_rows_a_language() -> None:
    assert all(count >= 60 for count in Counter(case["lang"] for case in CASES).values())


def test_every_value_is_edtf() -> None:
    values = {row[1] for case in CASES for row in case["expected"]}

    for value in values:
        parse_edtf(value)
        assert bounds(value) != (None, None)


@pytest.mark.parametrize(
    ("text", "lang", "published", "expected"),
    [
        ("The pact of 1992 was short-lived. Next year it was amended.", "en", "2024-03-01", ["1992", "1993"]),
        ("Шарт 1992 жылы жасалды. Келесі жылы ол толықтырылды.", "kk", "2024-03-01", ["1992", "1993"]),
        ("The pact of 2023 works. Next year it will be amended.", "en", "2024-03-01", ["2023", "2025"]),
        ("The bank opens today.", "en", "2014-05-29", ["2014-05-29"]),
        ("It closed yesterday, and last year it made a loss.", "en", "2014-01-01", ["2013-12-31", "2013"]),
        ("This year and next year are lean.", "en", "2014", ["2014", "2015"]),
        ("Last month it rained.", "en", "2014-01-15", ["2013-12"]),
        ("The court sat on 12 October.", "en", "2022-10-14", ["2022-10-12"]),
        ("The court sat on 20 December.", "en", "2022-01-14", ["2021-12-20"]),
        ("Банк открывается сегодня.", "ru", "2014-05-29", ["2014-05-29"]),
        ("В прошлом году и в этом году было тихо.", "ru", "2014-05-29", ["2013", "2014"]),
        ("Совет собрался 4 апреля.", "ru", "2025-04-07", ["2025-04-04"]),
        ("Бүгін банк ашылады, биыл бәрі өзгереді.", "kk", "2014-05-29", ["2014-05-29", "2014"]),
        ("Былтыр сауда өсті, келесі жылы да өседі.", "kk", "2014-05-29", ["2013", "2015"]),
        ("The bank opens today, as last year.", "en", "", []),
        ("Сегодня, как и в прошлом году, тихо.", "ru", "", []),
        ("Бүгін де, былтыр да тыныш.", "kk", "", []),
    ],
)
def test_dates_counted_from_the_day_of_publication(text: str, lang: str, published: str, expected: list[str]) -> None:
    assert [mention.edtf for mention in dates(text, lang, published)] == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("It has been a member since 2015.", "en", "date:since"),
        ("It stayed until 2015.", "en", "date:until"),
        ("It must join by 2015.", "en", "date:by"),
        ("It left before 2015.", "en", "date:before"),
        ("It left after 2015.", "en", "date:after"),
        ("It left in 2015.", "en", "date:plain"),
        ("Членом он был с 2015 года.", "ru", "date:since"),
        ("Членом он был до 2015 года.", "ru", "date:until"),
        ("Он вступит к 2015 году.", "ru", "date:by"),
        ("Он вышел после 2015 года.", "ru", "date:after"),
        ("Ол 2015 жылдан бастап мүше.", "kk", "date:since"),
        ("Ол 2015 жылдан мүше.", "kk", "date:since"),
        ("Ол 2015 жылға дейін мүше болды.", "kk", "date:until"),
        ("Ол 2015 жылға қарай кіреді.", "kk", "date:by"),
        ("Ол 2015 жылдан кейін шықты.", "kk", "date:after"),
    ],
)
def test_how_a_date_bounds_what_is_told(text: str, lang: str, expected: str) -> None:
    assert [mention.method for mention in dates(text, lang)] == [expected]


def test_an_unresolved_day_keeps_an_unknown_year() -> None:
    (mention,) = dates("The court sat on 12 October.", "en")

    assert (mention.edtf, mention.earliest, mention.latest) == ("XXXX-10-12", None, None)


def test_a_citation_in_another_language_is_read() -> None:
    text = "Счётчик, May 11, 2020, показал рост."

    assert [mention.edtf for mention in dates(text, "ru")] == ["2020-05-11"]


def test_nothing_outside_the_sentences_is_read() -> None:
    text = "In 2014 it rained. In 2015 it snowed."

    assert [m.edtf for m in find_dates(text, date_tokens(text, [Sentence("en", 19, len(text))]))] == ["2015"]


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "1",
            "1.",
            "1-",
            "1 ",
            "1, ",
            "10 and ",
            "2000 ",
            "2000-",
            "2000 - ",
            "10 октября ",
            "қазанның ",
            "XX ",
            "XX–",
        ),
        *("first half of ", "early ", "end of the ", "(", "«", "http://", "10.1234/", "same ", "тот же ", "of the "),
        *("no. ", "fiscal year ", "XX ғасырдың ", "2015 жылдың ", "two ", "the , "),
    ],
)
@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
def test_hostile_runs_take_linear_time(unit: str, lang: str) -> None:
    text = unit * (HOSTILE_LENGTH // len(unit))
    start = time.process_time()

    dates(text, lang)

    assert time.process_time() - start < HOSTILE_SECONDS
