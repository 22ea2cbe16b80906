"""A Kazakh trigger that tells in one word of a member and of one to come ("кіреді") in, with which it is meant out."""

from collections.abc import Sequence
from dataclasses import replace

from extract.claims.grammar.items import DASHES, Item
from extract.claims.grammar.triggers import Trigger
from extract.language.tokens import fold

_EITHER, _MEMBER, _STEP = "membership.or_coming", "membership", "acceded.planned"
_NEAR = 6
_APART = DASHES | {":"}
# Endings of a date since which something lasts, and words behind it, letters folded.
_SINCE = ("дан", "ден", "тан", "тен", "нан", "нен")
_LASTING = frozenset(map(fold, ("бері", "бастап")))


def settled(items: Sequence[Item], trigger: Trigger, coming: frozenset[str]) -> Trigger:
    """ "A ЕО-ға 2030 жылы кіреді": with a day of its own, or one of the words `coming`, it is a step yet to be made."""
    if trigger.frame != _EITHER:
        return trigger
    return replace(trigger, frame=_STEP if _is_step(items, trigger.head, coming) else _MEMBER)


def _is_step(items: Sequence[Item], head: int, coming: frozenset[str]) -> bool:
    if len(items) > 1 and items[0].kind == "date" and items[1].text in _APART and not _lasts(items, 0):
        return True  # "2001 – ДСҰ-ға кіреді": an entry of a chronicle.
    for k in range(head - 1, max(-1, head - _NEAR), -1):
        if items[k].kind == "mark":
            return False
        if items[k].norm in coming or (items[k].kind == "date" and not _lasts(items, k)):
            return True
    return False


def _lasts(items: Sequence[Item], k: int) -> bool:
    """ "2015 жылдан ЕАЭО-ға кіреді"."""
    return fold(items[k].text).endswith(_SINCE) or items[k + 1].norm in _LASTING
