"""Languages of pieces of text: rows of text and language, and what context makes of pieces that say little."""

import pytest

from corpus.languages import Guess, detect_language, guess_language, settle

ROWS = [
    ("The council adopted the budget in spring.", "en"),
    ("Совет утвердил бюджет весной и передал его на подпись.", "ru"),
    ("Кеңес бюджетті көктемде бекітіп, оны қол қоюға жіберді.", "kk"),
    ("Кіріспе", "kk"),
    ("Қорытынды", "kk"),
    ("Conclusions", "en"),
    ("Заключение", "ru"),
    # Latin schwa and Russian letters in place of Kazakh ones.
    ("Сəуірде жəне мамырда", "kk"),
    ("Одак туралы макалада сонымен катар елдер арасындагы сауда карастырылды", "kk"),
    # Kazakh names do not make a Russian sentence Kazakh, nor Latin abbreviations an English one.
    ("Переговоры провели Ғани Әлімов и Нұрлан Өтеген, которые приехали из Шымкента.", "ru"),
    ("По данным WTO, IMF и OECD, торговля растёт.", "ru"),
    ("Источник: расчёт по Worldbank, GMT", "ru"),
]


@pytest.mark.parametrize(("text", "lang"), ROWS)
def test_language_of_a_piece(text: str, lang: str) -> None:
    assert guess_language(text).lang == lang


@pytest.mark.parametrize("text", ["", "12.5 %", "—", "\ud800\x00", "2014 / 2015"])
def test_without_letters_nothing_is_said(text: str) -> None:
    assert guess_language(text) == Guess("", 0.0, 0)
    assert detect_language(text, "kk") == "kk"


def test_a_weak_heading_follows_what_comes_next() -> None:
    pieces = ["Совет утвердил бюджет весной, и это было решено.", "Экономика", "Кеңес бюджетті көктемде бекітті."]
    assert settle(map(guess_language, pieces), "ru") == ["ru", "kk", "kk"]


def test_the_last_weak_piece_follows_what_came_before() -> None:
    assert settle(map(guess_language, ["Кеңес бюджетті көктемде бекітті.", "Экономика"]), "ru") == ["kk", "kk"]


def test_an_abbreviation_takes_the_language_around_it() -> None:
    assert settle(map(guess_language, ["Совет утвердил бюджет и закрылся.", "COVID-19"]), "ru") == ["ru", "ru"]
