"""Which words may stand for something named before: only these are asked for it."""

import pytest

from extract.claims.language import language
from extract.language.tokens import fold

_BACK = {
    "en": ["bloc", "treaty", "secretariat", "we", "swedes", "latter", "three", "both"],
    "ru": [
        "организацию",
        "договора",
        "тройка",
        "россияне",
        "второй",
        "нее",
        "четверо",
        "столицы",
        "другая",
        "временное",
    ],
    "kk": ["ұйымға", "шартты", "үштік", "оған", "мұны", "бәріне", "екеуі", "елдер"],
}
_THEMSELVES = {
    "en": ["cotton", "yesterday", "signed", "minister", "growth"],
    "ru": ["хлопок", "вчера", "подписали", "министр", "рост"],
    "kk": ["мақта", "кеше", "министр", "өсім"],
}


def _each(words: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(lang, word) for lang, row in words.items() for word in row]


@pytest.mark.parametrize(("lang", "word"), _each(_BACK))
def test_a_word_that_points_back_is_asked(lang: str, word: str) -> None:
    assert _asked(lang, word)


@pytest.mark.parametrize(("lang", "word"), _each(_THEMSELVES))
def test_a_word_that_stands_for_itself_is_not(lang: str, word: str) -> None:
    assert not _asked(lang, word)


def _asked(lang: str, word: str) -> bool:
    return language(lang).anaphors.points(fold(word))
