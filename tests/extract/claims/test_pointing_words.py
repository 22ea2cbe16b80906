"""Which English words may stand for something named before."""

import pytest

from extract.claims.language import language

POINTS = language("en").anaphors.points


@pytest.mark.parametrize("word", ["bloc", "treaty", "secretariat", "we", "swedes", "latter", "three", "both"])
def test_a_word_that_points_back_is_asked(word: str) -> None:
    assert POINTS(word)


@pytest.mark.parametrize("word", ["cotton", "yesterday", "signed", "minister", "growth"])
def test_a_word_that_stands_for_itself_is_not(word: str) -> None:
    assert not POINTS(word)
