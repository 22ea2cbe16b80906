"""A Kazakh trigger that tells in one word of a member and of a step ("кіреді", "кірді") in, with which it means out."""

from collections.abc import Sequence
from dataclasses import replace

from extract.claims.grammar.items import DASHES, Item
from extract.claims.grammar.triggers import Trigger
from extract.language.tokens import fold

_EITHER, _MEMBER, _STEP = "membership.or_coming", "membership", "acceded.planned"
# "Құрамына A мен B кірді": whom the body had, or with a day who joined it; its own words, letters folded.
_MADE_UP, _JOINED, _ENTERED = "membership.lists", "acceded", frozenset(map(fold, ("кірді", "енді")))
_NEAR = 6
_APART = DASHES | {":"}
# Endings of a date since which something lasts, and words behind it, letters folded.
_SINCE = ("дан", "ден", "тан", "тен", "нан", "нен")
# A participle, which has the day before it; a day that describes a noun. Letters folded.
_DESCRIBING, _ATTRIBUTE = ("ган", "ген", "кан", "кен"), ("гы", "ги")
_THAT = frozenset(map(fold, ("деп", "деген")))
_AWAITED = tuple(map(fold, ("күт", "жоспар", "болжа", "белгілен", "көзде")))
_LASTING = frozenset(map(fold, ("бері", "бастап")))


def settled(items: Sequence[Item], trigger: Trigger, coming: frozenset[str]) -> Trigger:
    """ "A ЕО-ға 2030 жылы кіреді": with a day of its own, or one of the words `coming`, it is a step yet to be made."""
    if trigger.frame == _MADE_UP and items[trigger.head].norm in _ENTERED and _has_day(items, trigger):
        return replace(trigger, frame=_JOINED)
    if trigger.frame != _EITHER:
        return trigger
    return replace(trigger, frame=_STEP if _is_step(items, trigger.head, coming) else _MEMBER)


def _is_step(items: Sequence[Item], head: int, coming: frozenset[str]) -> bool:
    if len(items) > 1 and items[0].kind == "date" and items[1].text in _APART and not _lasts(items, 0):
        return True  # "2001 – ДСҰ-ға кіреді": an entry of a chronicle.
    behind = [i.norm for i in items[head + 1 : head + 3]]
    if behind and behind[0] in _THAT and any(norm.startswith(_AWAITED) for norm in behind):
        return True  # "… енеді деп күтілуде".
    for k in range(head - 1, max(-1, head - _NEAR), -1):
        if items[k].kind == "mark":
            return False
        if items[k].norm in coming or (items[k].kind == "date" and not _lasts(items, k)):
            return True
    return False


def _lasts(items: Sequence[Item], k: int) -> bool:
    """ "2015 жылдан ЕАЭО-ға кіреді"."""
    return fold(items[k].text).endswith(_SINCE) or items[k + 1].norm in _LASTING


def _has_day(items: Sequence[Item], trigger: Trigger) -> bool:
    """ "1999 жылы ГУАМ құрамына A кірді", "құрамына A (2017), B кірді": no mark between the day and the words."""
    inner = items[trigger.first : trigger.head]
    if any(i.kind == "date" for i in inner) or any(m.date for i in inner for m in i.members):
        return True
    for k in range(trigger.first - 1, max(-1, trigger.first - _NEAR), -1):
        if items[k].kind == "mark" or items[k].norm.endswith(_DESCRIBING):
            return False
        if items[k].kind == "date":
            return not items[k].norm.endswith(_ATTRIBUTE)
    return False
