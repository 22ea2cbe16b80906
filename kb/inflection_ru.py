"""A Russian name and a case in, the name in that case out: its head and the adjectives before it, nothing behind."""

from functools import lru_cache
from typing import Any

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_MODIFIERS = frozenset({"ADJF", "PRTF"})
_PERSONAL = ("Name", "Surn", "Patr")
_CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")
# For men's surnames that the analyser takes for something else.
_MALE_SURNAME = {"gent": "а", "datv": "у", "accs": "а", "ablt": "ом", "loct": "е"}


@lru_cache(maxsize=1)
def _analyser() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=20_000)
def inflect(name: str, case: str) -> str:
    """`Договор о коллективной безопасности`, gent -> `Договора о …`; what has no head in the nominative stays."""
    if case == "nomn":
        return name
    words = name.split(" ")
    head, parses = _noun_phrase(words)
    if head is None:
        return name
    changed = [_changed(word, parse, case, head) for word, parse in zip(words, parses, strict=False)]
    return _coordinated(" ".join([*changed, *words[len(changed) :]]), words, len(changed), case)


def _coordinated(text: str, words: list[str], done: int, case: str) -> str:
    """`Босния и Герцеговина`: a lone noun joined to another one that ends the name takes the case too."""
    if done != 1 or len(words) != 3 or words[1] != "и":
        return text
    return f"{text.rsplit(' ', 1)[0]} {inflect(words[2], case)}"


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


def _noun_phrase(words: list[str]) -> tuple[Any, list[Any]]:
    """The head noun and the parses from the first word up to it; None where the name begins in another way."""
    modifiers: list[list[Any]] = []
    for word in words:
        if word == "и" and modifiers:
            modifiers.append([])
            continue
        parses = [p for p in _parses(word.rstrip(",")) if p.tag.case == "nomn"]
        nouns = [p for p in parses if p.tag.POS == "NOUN" and not _is_letters(word) and _is_sure(p)]
        adjectives = [p for p in parses if p.tag.POS in _MODIFIERS]
        if nouns and not (adjectives and adjectives[0].score > nouns[0].score):
            return next((found for noun in nouns if (found := _phrase_around(noun, modifiers))), (None, []))
        if not adjectives:
            break
        modifiers.append(adjectives)
    return None, []


def _is_sure(parse: Any) -> bool:
    """A word that no dictionary holds is hardly a plural: `Нурлы` only ends like one."""
    return bool(parse.is_known or parse.tag.number == "sing")


def _phrase_around(noun: Any, modifiers: list[list[Any]]) -> tuple[Any, list[Any]] | None:
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

    return next((p for p in parses if agrees(p)), None)


def _changed(word: str, parse: Any, case: str, head: Any) -> str:
    """The accusative of things is the nominative, but for feminine nouns in the singular."""
    if parse is None:
        return word
    if case == "accs" and (head.tag.number == "plur" or head.tag.gender != "femn"):
        return word
    number = "plur" if head.tag.number == "plur" else "sing"
    bare = word.rstrip(",")
    wanted = {case, number} if number == "plur" else {case, number, head.tag.gender}
    forms = [form.word for form in parse.lexeme if wanted <= set(form.tag.grammemes) and "V-oy" not in form.tag]
    # Of comparative and plain forms the one that goes on like the word: `высший` -> `высшего`.
    return _as_written(bare, max(forms, key=lambda form: _shared(bare, form))) + word[len(bare) :] if forms else word


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
