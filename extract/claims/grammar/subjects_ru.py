"""A Russian verb and the names of its sentence in, those out that cannot be its subject by case or gender."""

from collections.abc import Iterator, Sequence

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import DASHES, Item
from extract.claims.grammar.triggers import Trigger
from extract.language.russian import forms_of, readings, told_of

# A word with so many cases in one form hardly changes: `Баку`, `Марокко`.
_INDECLINABLE = 4
_DECLINED = frozenset({"NOUN", "ADJF", "PRTF"})
_PARTICIPLE, _PERSONAL, _REACH = "participle", frozenset({"он", "она", "оно", "они"}), 16
_COUNTRY, _LED = "COUNTRY", frozenset({"COUNTRY", "ORG"})
_FALLS = ("распада", "развала", "краха", "крушени", "гибел")


def is_predicative(word: str) -> bool:
    """ "Членом", "наблюдателем": a noun in the instrumental and in no other case."""
    found = readings(word)
    return bool(found) and all(pos == "NOUN" and case == "ablt" for pos, case, _ in found)


def no_subjects(items: Sequence[Item], verb: str) -> Iterator[int]:
    """Names in an oblique case, and single ones whose gender a verb in the past denies."""
    told = told_of(verb)
    genders = told - {None}
    at = next((k for k, item in enumerate(items) if item.norm == verb), 0)
    for k, item in enumerate(items if told else ()):
        if item.kind == "ref" and is_predicative(item.norm):
            yield k  # "Was founded by the organization".
        if item.kind != "name" or not item.members or _led(items, k, genders) or _apposed(items, k):
            continue
        if k and items[k - 1].norm.startswith(_FALLS):
            yield k  # "After the fall of the USSR": an abbreviation shows no case.
            continue
        # "There were left (neuter) but two: A and B": behind the verb a list is counted.
        if not _may_act(item, genders) or (k < at and _is_other_list(item, genders)):
            yield k


def _apposed(items: Sequence[Item], k: int) -> bool:
    """ "Бумага — договор о … — была подписана": between two dashes it says what the subject is, of any gender."""
    return 0 < k < len(items) - 1 and items[k - 1].text in DASHES and items[k + 1].text in DASHES


def _led(items: Sequence[Item], k: int, genders: frozenset[str | None]) -> bool:
    """«Форум «Азиатское сотрудничество» был учреждён»: the verb agrees with the noun that says what the body is.

    Of a country it is a part of the full name, and capital: «стало Государство Катар».
    """
    before = items[k - 1] if k and items[k].label in _LED and items[k - 1].kind == "word" else None
    if before is None or (items[k].label == _COUNTRY and not before.text[0].isupper()):
        return False
    if not any(case == "nomn" for case, _, _ in _readings(items[k].members[0].text)):
        return False
    return any(pos == "NOUN" and case == "nomn" and gender in genders for pos, case, gender, _ in forms_of(before.norm))


def _may_act(item: Item, genders: frozenset[str | None]) -> bool:
    readings = _readings(item.members[0].text)
    acting = [(gender, number) for case, gender, number in readings if case == "nomn"]
    if not readings or not acting:
        return not readings
    single = len(item.members) == 1 and all(number == "sing" for _, number in acting)
    return not (single and genders and genders.isdisjoint(gender for gender, _ in acting if gender))


def _is_other_list(item: Item, genders: frozenset[str | None]) -> bool:
    """ "A, B and C began, got (neuter) into T": no single verb of another gender is told of a list in front of it."""
    listed = {gender for name in item.members for case, gender, _ in _readings(name.text) if case == "nomn"}
    several = len(item.members) > 1 and all(_readings(name.text) for name in item.members)
    return several and bool(genders) and genders.isdisjoint(listed)


def _readings(name: str) -> list[tuple[str | None, str | None, str | None]]:
    """(case, gender, number) of the first word of a name; none where it is an abbreviation, unknown or indeclinable."""
    word = name.split()[0]
    found = [(case, gender, number) for pos, case, gender, number in forms_of(word) if pos in _DECLINED]
    cases = {case for case, _, _ in found}
    return [] if word.isupper() or None in cases or len(cases) >= _INDECLINABLE else found


def said_behind(clauses: Clauses, trigger: Trigger, voice: str) -> int | None:
    """ "Подписанный в мае, он вступил в силу": the pronoun behind the comma of a participle that opens its clause."""
    items, first = clauses.items, trigger.first
    if clauses.lang != "ru" or voice != _PARTICIPLE or (first and items[first - 1].kind != "mark"):
        return None
    if first and items[first - 1].text == ",":
        return None
    near = range(trigger.last + 1, min(trigger.last + _REACH, len(items) - 1))
    comma = next((k for k in near if items[k].kind == "mark"), None)
    told = comma is not None and items[comma].text == "," and items[comma + 1].norm in _PERSONAL
    return comma + 1 if told and comma is not None else None
