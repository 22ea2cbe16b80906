"""Rows of a page are paragraphs of their own; lines of wrapped prose are not."""

import pytest

from corpus.list_rows import apart


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Founded: 1997", "Headquarters: Kyiv"),
        ("1984 – Бруней", "1995 – Вьетнам"),
        ("Тунис – 1 октября 1958 г.", "Кувейт – 20 июля 1961 г."),
        ("Грузия 14.06.2000", "Молдавия 26.07.2001"),
        ("Даты вступления:", "Тунис – 1 октября 1958 г."),
    ],
)
def test_rows_stand_apart(above: str, below: str) -> None:
    assert apart(above, below)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Договор был подписан в Минске главами", "Армении, Белоруссии и Казахстана в 2014 году."),
        ("The charter was signed by the heads of", "Georgia, Ukraine and Moldova in June 2001."),
        ("Founded: 1997", "and enlarged in 1999"),
    ],
)
def test_prose_goes_on(above: str, below: str) -> None:
    assert not apart(above, below)
