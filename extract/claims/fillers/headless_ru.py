"""A Russian verb that opens its sentence in, whether it has no subject of its own but the topic's out."""

from collections.abc import Sequence
from itertools import takewhile

from extract.claims.grammar.agreement import agrees_with_name
from extract.claims.grammar.items import Item
from extract.claims.scene import Scene, Told
from extract.language.russian import agrees_with_verb, forms_of, is_noun, is_part, told_of

# "Функционирует с 2001 года": a present without a subject.
_OF_BODIES = frozenset({"established", "terminated", "renamed", "succeeded"})
_LASTING = frozenset({"функционирует", "существует"})
_GENDERS = {"masc": "он", "femn": "она", "neut": "оно"}


def topic_of_verb(scene: Scene, told: Told, but: int | None = None) -> str | None:
    """ "ЛАИ — группировка стран. Возникла на месте ЛАСТ": a verb in the past with no noun to agree with.

    Its gender must go with the name of the body; `but`: a name that is known to be the object.
    """
    items, trigger = scene.clauses.items, told.trigger
    genders = [g for g in told_of(items[trigger.head].norm) if g in _GENDERS]
    if scene.lang == "ru" and trigger.first and items[trigger.first - 1].text == ";":
        return _told_before(scene, told, genders)
    lasts = items[trigger.head].norm in _LASTING
    if scene.lang != "ru" or told.form.voice != "active" or trigger.head != 0 or not (lasts or len(genders) == 1):
        return None
    behind = range(trigger.last + 1, _ended(items))
    if any(_may_act(scene, k, items[0].norm) for k in behind if k != but):
        return None
    found = scene.memory.body(items[0].start)
    if lasts:
        return found
    called = scene.memory.name_of(found, items[0].start) if found else ""
    called = called or scene.tables.russian.get(found or "", "")
    return found if called and agrees_with_name(_GENDERS[genders[0] or ""], called) else None


def _told_before(scene: Scene, told: Told, genders: Sequence[str | None]) -> str | None:
    """ "A, founded in 1964; «прекратила деятельность» in 1979": behind a semicolon the verb is of what was founded."""
    items, trigger, last = scene.clauses.items, told.trigger, scene.before
    if told.form.voice not in {"active", "passive"} or last is None or last.type not in _OF_BODIES or len(genders) != 1:
        return None
    end = trigger.last + 1 + _ended(items[trigger.last + 1 :])
    if trigger.first != trigger.head or any(
        _may_act(scene, k, items[trigger.head].norm) for k in range(trigger.last + 1, end)
    ):
        return None
    called = scene.memory.spelt_out(last.subject_id, scene.tables.russian.get(last.subject_id, ""))
    return last.subject_id if called and agrees_with_name(_GENDERS[genders[0] or ""], called) else None


def _ended(items: Sequence[Item]) -> int:
    """Where the first mark stands."""
    return len(list(takewhile(lambda i: i.kind != "mark", items)))


def _may_act(scene: Scene, k: int, verb: str) -> bool:
    """A noun or a name behind the verb that no preposition governs and that may stand in the nominative."""
    items = scene.clauses.items
    if items[k - 1].kind == "word" and is_part(items[k - 1].norm, "PREP"):
        return False
    if items[k].kind in {"name", "ref"}:
        first = items[k].text.split()[0]
        return first.isupper() or any(case in {"nomn", None} for _, case, _, _ in forms_of(first))
    return items[k].kind == "word" and is_noun(items[k].norm) and agrees_with_verb(items[k].norm, verb)
