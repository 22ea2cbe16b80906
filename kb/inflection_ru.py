"""A Russian name and a case in, the name in that case out: its head and what agrees with it, nothing else."""

from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_MODIFIERS = frozenset({"ADJF", "PRTF"})
_PERSONAL = ("Name", "Surn", "Patr")
_CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")
# For men's surnames that the analyser takes for something else.
# `Сан-Марино`, `Пуэрто-Рико`: double names with these endings stay as they are.
_FIXED_ENDINGS = frozenset("оеиу")
_DASHES = frozenset("-–—")
_MALE_SURNAME = {"gent": "а", "datv": "у", "accs": "а", "ablt": "ом", "loct": "е"}
_MALE_PLACE = _MALE_SURNAME | {"accs": ""}


@lru_cache(maxsize=1)
def _analyser() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=1)
def _tables() -> Any:
    return yaml.safe_load(resources.files("kb").joinpath("data/name_forms.yml").read_text(encoding="utf-8"))["ru"]


@lru_cache(maxsize=20_000)
def inflect(name: str, case: str) -> str:
    """`Договор о коллективной безопасности`, gent -> `Договора о …`; what has no head in the nominative stays."""
    if case == "nomn":
        return name
    forms = _tables()["forms"].get(name)
    if forms is not None:
        return str(forms.get(case, name))
    words = name.split(" ")
    head, parses = _noun_phrase(words)
    if head is None:
        return _without_reading(name, words, case)
    rest = words[len(parses) :]
    if rest and rest[0] in _DASHES and _is_phrase(rest[1:]):
        return _behind_dash(name, words, case) if "Fixd" in head.tag else name
    changed = [_changed(word, parse, case, head) for word, parse in zip(words, parses, strict=False)]
    return " ".join([*changed, *_behind_head(rest, case, head, changed[-1].endswith(","))])


def _behind_head(rest: list[str], case: str, head: Any, after_comma: bool) -> list[str]:
    """What is joined to the head takes the case (`Босния и Герцеговина`), and so does a participle behind a comma."""
    joined = 1 if rest[:1] == ["и"] else 0
    if (joined or after_comma) and _is_list(rest[joined:]):
        return [*rest[:joined], *inflect(" ".join(rest[joined:]), case).split(" ")]
    found: list[str] = []
    agreed = False
    for word in rest:
        readings = [p for p in _nominative(word) if p.tag.POS in _MODIFIERS and "Apro" not in p.tag]
        parse = _agreeing(readings, head) if after_comma or (agreed and found[-1] == "и") else None
        agreed = agreed or parse is not None
        found.append(_changed(word, parse, case, head))
        after_comma = word.endswith(",")
    return found


def _is_phrase(words: list[str]) -> bool:
    """A noun in the nominative with its adjectives, and nothing else."""
    head, parses = _noun_phrase(words)
    return head is not None and len(parses) == len(words)


def _is_list(words: list[str]) -> bool:
    """Phrases in the nominative with commas or a conjunction between them: countries are named so."""
    head, parses = _noun_phrase(words)
    if head is None or any("Apro" in p.tag for p in parses if p):
        return False
    rest = words[len(parses) :]
    if not rest:
        return True
    joined = rest[0] == "и" or words[len(parses) - 1].endswith(",")
    return joined and _is_list(rest[1:] if rest[0] == "и" else rest)


def _without_reading(name: str, words: list[str], case: str) -> str:
    """A lone name that the analyser has no nominative of declines as its ending says: `Претория`, `Маастрихт`."""
    if len(words) > 2 and words[1] in _DASHES:
        return _behind_dash(name, words, case)
    if len(words) > 1 or not name[:1].isupper() or _is_letters(name.rpartition("-")[2]):
        return name
    for ending, forms in _tables()["endings"].items():
        if name.endswith(ending) and case in forms and not _nominative(name):
            return name.removesuffix(ending) + str(forms[case])
    return name + _MALE_PLACE[case] if name[-1] in _CONSONANTS and not _nominative(name) else name


def _behind_dash(name: str, words: list[str], case: str) -> str:
    """`Папуа — Новая Гвинея`: of a double name only what follows the dash declines."""
    return " ".join(words[:2]) + " " + inflect(name.split(" ", 2)[2], case)


def inflect_person(name: str, case: str) -> str:
    """Every part of a person's name, of the gender that the given name shows."""
    if case == "nomn":
        return name
    parts = name.split(" ")
    names = (p for part in parts for p in _parses(part) if p.is_known and "Name" in p.tag and p.tag.case == "nomn")
    gender = next((p.tag.gender for p in names), None) or "masc"
    return " ".join(_personal(part, gender, case) for part in parts)


def _personal(part: str, gender: str, case: str) -> str:
    """Of a double name only the last part declines: `Касым-Жомарта`."""
    before, hyphen, part = part.rpartition("-")
    return before + hyphen + _declined(part, gender, case)


def _declined(part: str, gender: str, case: str) -> str:
    fitting = [p for p in _parses(part) if p.tag.number == "sing" and p.tag.case == "nomn" and "NOUN" in p.tag]
    own = [p for p in fitting if p.tag.gender == gender and any(mark in p.tag for mark in _PERSONAL)]
    other = [p for p in fitting if p.tag.gender == gender or "ms-f" in p.tag]
    chosen = own or other
    if not chosen:
        return part + _MALE_SURNAME[case] if gender == "masc" and part[-1:].lower() in _CONSONANTS else part
    if "Fixd" in chosen[0].tag:
        return part
    # A person is animate even where the analyser guessed a thing: the accusative is the genitive of men.
    wanted = "gent" if case == "accs" and gender == "masc" else case
    form = chosen[0].inflect({wanted})
    return _as_written(part, form.word) if form else part


def _noun_phrase(words: list[str], modifiers: tuple[list[Any], ...] = ()) -> tuple[Any, list[Any]]:
    """The head noun and the parses from the first word up to it; None where the name begins in another way.

    An adjective that a noun of its own follows is no noun itself: `Римский`, `Минский` are surnames too.
    """
    if len(modifiers) == len(words):
        return None, []
    word = words[len(modifiers)]
    if word == "и" and modifiers:
        return _noun_phrase(words, (*modifiers, []))
    parses = _nominative(word)
    adjectives = [p for p in parses if p.tag.POS in _MODIFIERS]
    if adjectives:
        longer = _noun_phrase(words, (*modifiers, adjectives))
        if longer[0] is not None:
            return longer
    nouns = [p for p in parses if p.tag.POS == "NOUN" and not _is_letters(word) and _is_sure(p)]
    return next((found for noun in nouns if (found := _phrase_around(noun, modifiers))), (None, []))


def _nominative(word: str) -> list[Any]:
    bare = word.rstrip(",")
    part = _declining_part(bare)
    fixed = part != bare and part[-1:] in _FIXED_ENDINGS
    return [p for p in _parses(part) if p.tag.case == "nomn" and not (fixed and p.tag.POS == "NOUN")]


def _declining_part(word: str) -> str:
    """Of a proper name with hyphens only the last part declines: `Куала-Лумпур`, `Кот-д'Ивуар`."""
    last = word[word.rfind("-") + 1 :]
    return last.rpartition("'")[2] if last[:1].isupper() or "'" in last else word


def _is_sure(parse: Any) -> bool:
    """A word that no dictionary holds is hardly a plural: `Нурлы` only ends like one."""
    return bool(parse.is_known or parse.tag.number == "sing")


def _phrase_around(noun: Any, modifiers: Sequence[list[Any]]) -> tuple[Any, list[Any]] | None:
    """The noun with the reading of every adjective that agrees with it; a conjunction has no reading."""
    agreeing = [_agreeing(found, noun) for found in modifiers]
    whole = all(parse for parse, found in zip(agreeing, modifiers, strict=True) if found)
    return (noun, [*agreeing, noun]) if whole else None


def _is_letters(word: str) -> bool:
    """Abbreviations do not decline."""
    return len(word) > 1 and sum(c.isupper() for c in word) > 1 and "-" not in word


def _parses(word: str) -> Any:
    return _analyser().parse(word)


def _agreeing(parses: list[Any], head: Any) -> Any:
    """The reading of an adjective that agrees with the head; plurals have no gender."""

    def agrees(parse: Any) -> bool:
        if parse.tag.number != head.tag.number:
            return False
        return bool(head.tag.number == "plur" or parse.tag.gender == head.tag.gender)

    # `Большая` is read as `больший` too; nobody means that in a name.
    return min((p for p in parses if agrees(p)), key=lambda p: p.normal_form.endswith("ший"), default=None)


def _changed(word: str, parse: Any, case: str, head: Any) -> str:
    """The accusative of things is the nominative, but for feminine nouns in the singular."""
    if parse is None:
        return word
    if case == "accs" and (head.tag.number == "plur" or head.tag.gender != "femn"):
        return word
    number = "plur" if head.tag.number == "plur" else "sing"
    bare = _declining_part(word.rstrip(","))
    before, behind = word[: word.rfind(bare)], word[len(word.rstrip(",")) :]
    wanted = {case, number} if number == "plur" else {case, number, head.tag.gender}
    forms = [form.word for form in parse.lexeme if wanted <= set(form.tag.grammemes) and "V-oy" not in form.tag]
    # Of comparative and plain forms the one that goes on like the word: `высший` -> `высшего`.
    return before + _as_written(bare, max(forms, key=lambda form: _shared(bare, form))) + behind if forms else word


def _as_written(word: str, form: str) -> str:
    """Keeps the capitals of the stem, also behind a hyphen, and `ё` as it is written."""
    same = _shared(word, form)
    return word[:same] + (form[same:].upper() if word.isupper() and len(word) > 1 else form[same:])


def _shared(word: str, form: str) -> int:
    """How many letters they begin with in common."""
    same = 0
    while same < min(len(word), len(form)) and word[same].lower().replace("ё", "е") == form[same].replace("ё", "е"):
        same += 1
    return same


def with_preposition(preposition: str, phrase: str) -> str:
    """`в` becomes `во` before a cluster that begins with в or ф, `о` becomes `об` before a plain vowel."""
    bare = phrase.lstrip('«"„').lower()
    if preposition == "в" and bare[:1] in {"в", "ф"} and bare[1:2] in _CONSONANTS:
        preposition = "во"
    elif preposition == "о" and bare[:1] in frozenset("аиоуэ"):
        preposition = "об"
    return f"{preposition} {phrase}"
