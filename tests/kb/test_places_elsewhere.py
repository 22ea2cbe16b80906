"""A place that stands behind "after" or "against", or describes a noun, is not where the deed was done."""

import pytest

from kb.extraction import extract_text

PLACES = {
    "The Charter of the CIS was adopted three months before the attacks on Oslo.": None,
    "6 июня 2002 года, через год после Праги, в Осло подписана Хартия ШОС.": "Осло",
    "Силы быстрого развёртывания ОДКБ в Европе малы. Устав ОДКБ подписан в Кишинёве.": "Кишинёве",
    "Договор о ЕАЭС подписан 29 мая 2014 года, а 10 октября в Минске — договор о роспуске.": None,
    "ТМД Жарғысы 1993 жылы Минскіде қабылданды.": "Минскіде",
}


@pytest.mark.parametrize("text", PLACES)
def test_the_place_is_where_it_was_done(text: str) -> None:
    found = [c.place for c in extract_text(text).claims if c.type in {"signed", "adopted"}]
    assert found[-1:] == [PLACES[text]] or found[:1] == [PLACES[text]]
