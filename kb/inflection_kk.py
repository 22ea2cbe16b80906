"""A Kazakh name and a case in, the name with its ending out: vowel harmony, the last letter, possessive compounds."""

from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

CASES = ("nomn", "gent", "datv", "accs", "loct", "ablt", "attr")

_BACK, _FRONT = frozenset("аоұыуюёя"), frozenset("әөүіеиэ")
# `у` and `ю` stand in words of either kind: the vowels before them decide. `и` is soft but in words of our own that
# show by another letter that they are not: `Париж`, `Мали`, but `қи`.
_EITHER, _OWN_BACK = frozenset("ую"), frozenset("қғұы")
_VOWELS = _BACK | _FRONT
# They end in the sound of `й` and `у`, which is no vowel: `Тбилисидің`, `басқарудың`.
_GLIDES = frozenset("уию")
_NASAL = frozenset("мнң")
# Loan words take a vowel behind these: `Минскіге`, `актінің`.
_OPENED = ("ск", "кт")
# Final б в г д of loan words are spoken without voice.
_VOICELESS = frozenset("пфкқтсшщчцхһбвгд")
_SPELT = frozenset("бвгджз")
_PAIRS = str.maketrans("аығқ", "еігк")

# Case -> endings after a vowel, a nasal, another voiced sound, a voiceless one; written with back vowels.
_PLAIN = {
    "gent": ("ның", "ның", "дың", "тың"), "datv": ("ға", "ға", "ға", "қа"), "accs": ("ны", "ды", "ды", "ты"),
    "loct": ("да", "да", "да", "та"), "ablt": ("дан", "нан", "дан", "тан"), "attr": ("дағы", "дағы", "дағы", "тағы"),
}  # fmt: skip
# After the possessive ending of the third person: `одағы` -> `одағына`.
_POSSESSED = {"gent": "ның", "datv": "на", "accs": "н", "loct": "нда", "ablt": "нан", "attr": "ндағы"}


@lru_cache(maxsize=1)
def _soft_words() -> frozenset[str]:
    text = resources.files("kb").joinpath("data/name_forms.yml").read_text(encoding="utf-8")
    tables: dict[str, Any] = yaml.safe_load(text)["kk"]
    return frozenset(tables["soft"])


@lru_cache(maxsize=20_000)
def inflect(name: str, case: str) -> str:
    """`Еуразиялық экономикалық одақ`, datv -> `…одаққа`; a name that ends in no letter of ours stays as it is."""
    if case == "nomn" or not name:
        return name
    last = name.split()[-1]
    if not last[-1].isalpha():
        return name
    if _is_abbreviation(last):
        return f"{name}-{_of_abbreviation(last, case)}"
    word = last.lower().rstrip("ьъ")
    if word.endswith(_OPENED):
        return f"{name}і" + _harmonised(_PLAIN[case][0], True)
    front = _is_front(last.lower())
    if _is_possessed(name, word):
        return name + _harmonised(_POSSESSED[case], front)
    return name + _harmonised(_PLAIN[case][_sound(word[-1])], front)


def _is_possessed(name: str, word: str) -> bool:
    """The head of a compound carries `-ы`, `-і`, `-сы`, `-сі`; a single name such as Almaty only looks so."""
    return " " in name and word[-1] in "ыі"


def _sound(letter: str) -> int:
    if letter in _VOWELS and letter not in _GLIDES:
        return 0
    return 1 if letter in _NASAL else 3 if letter in _VOICELESS else 2


def _is_front(word: str) -> bool:
    """By the last vowel that is of one kind only, but a soft sign behind it, or к, г after a consonant, is soft."""
    if word in _soft_words() or _ends_soft(word):
        return True
    for letter in reversed(word):
        if letter == "и":
            return not _OWN_BACK & set(word)
        if letter == "ь":
            return True
        if letter in _VOWELS and letter not in _EITHER:
            return letter in _FRONT
    return False


def _ends_soft(word: str) -> bool:
    """`банк`, `Гонконг`, `Нью-Йорк`."""
    return word[-1] in "кг" and word[-2:-1].isalpha() and word[-2] not in _VOWELS


def _harmonised(ending: str, front: bool) -> str:
    return ending.translate(_PAIRS) if front else ending


def _is_abbreviation(word: str) -> bool:
    return len(word) > 1 and word[-1].isupper()


def _of_abbreviation(word: str, case: str) -> str:
    """By its last vowel, as it is read (`БРИКС-ке`, `АСЕАН-ға`); `к` is soft, `қ` hard, and no vowel at all is hard."""
    letter = word[-1].lower()
    vowel = next((c for c in reversed(word.lower()) if c in _VOWELS and c not in _EITHER), "а")
    front = letter != "қ" and (letter == "к" or vowel in _FRONT)
    return _harmonised(_PLAIN[case][_last_sound(letter)], front)


def _last_sound(letter: str) -> int:
    """The name of б, в, г, д ends in a vowel: `ТМД-ның`."""
    return 0 if letter in _SPELT else _sound(letter)
