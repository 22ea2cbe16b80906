"""A Kazakh name and a case in, the name with its ending out: vowel harmony, the last letter, possessive compounds."""

from functools import lru_cache

CASES = ("nomn", "gent", "datv", "accs", "loct", "ablt", "attr")

_BACK, _FRONT = frozenset("аоұыуюёяэ"), frozenset("әөүіеи")
# `у` and `и` stand in words of either kind: the vowels before them decide.
_EITHER = frozenset("уию")
_VOWELS = _BACK | _FRONT
_NASAL = frozenset("мнң")
# Final б в г д of loan words are spoken without voice.
_VOICELESS = frozenset("пфкқтсшщчцхһбвгд")
_PAIRS = str.maketrans("аығқ", "еігк")

# Case -> endings after a vowel, a nasal, another voiced sound, a voiceless one; written with back vowels.
_PLAIN = {
    "gent": ("ның", "ның", "дың", "тың"), "datv": ("ға", "ға", "ға", "қа"), "accs": ("ны", "ды", "ды", "ты"),
    "loct": ("да", "да", "да", "та"), "ablt": ("дан", "нан", "дан", "тан"), "attr": ("дағы", "дағы", "дағы", "тағы"),
}  # fmt: skip
# After the possessive ending of the third person: `одағы` -> `одағына`.
_POSSESSED = {"gent": "ның", "datv": "на", "accs": "н", "loct": "нда", "ablt": "нан", "attr": "ндағы"}


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
    front = _is_front(last.lower())
    if _is_possessed(name, word):
        return name + _harmonised(_POSSESSED[case], front)
    return name + _harmonised(_PLAIN[case][_sound(word[-1])], front)


def _is_possessed(name: str, word: str) -> bool:
    """The head of a compound carries `-ы`, `-і`, `-сы`, `-сі`; a single name such as Almaty only looks so."""
    return " " in name and word[-1] in "ыі"


def _sound(letter: str) -> int:
    if letter in _VOWELS and letter != "у":
        return 0
    return 1 if letter in _NASAL else 3 if letter in _VOICELESS else 2


def _is_front(word: str) -> bool:
    """The last vowel that is of one kind only; a soft sign at the end makes the word soft."""
    if word.endswith("ь"):
        return True
    for letter in reversed(word):
        if letter in _VOWELS and letter not in _EITHER:
            return letter in _FRONT
    return "и" in word


def _harmonised(ending: str, front: bool) -> str:
    return ending.translate(_PAIRS) if front else ending


def _is_abbreviation(word: str) -> bool:
    return len(word) > 1 and word[-1].isupper()


def _of_abbreviation(word: str, case: str) -> str:
    """By the name of the last letter: consonants but the voiceless ones are read with a vowel behind them."""
    letter = word[-1].lower()
    voiceless = letter in _VOICELESS - frozenset("бвгд")
    if letter in _VOWELS:
        return _harmonised(_PLAIN[case][0], letter in _FRONT)
    return _harmonised(_PLAIN[case][3 if voiceless else 0], letter == "к")
