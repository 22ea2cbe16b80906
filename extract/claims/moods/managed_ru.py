"""A Russian infinitive behind another one in, whether the verb that both hang on says that it was done out."""

from collections.abc import Sequence

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import Item
from extract.claims.grammar.triggers import Trigger
from extract.language.russian import is_part, readings

_MANAGED = ("успел", "сумел", "смог", "удал", "пришлось", "довелось", "посчастливилось")
_NOT, _JOINTS = "не", frozenset({"и", "а", "затем", "потом", "снова", "вновь"})
_PHRASE = frozenset({"NOUN", "ADJF", "PREP", "CONJ", "ADVB", "NPRO", "NUMR", "PRCL", "INFN"})
_REACH = 16


def shares_success(trigger: Trigger, clauses: Clauses) -> bool:
    """ "A managed to join B in 1993 and to leave it in 2009": both were done; the first is read without this."""
    items = clauses.items
    if clauses.lang != "ru" or not trigger.first or not _joined(items, trigger.first):
        return False
    passed = False
    for k in range(trigger.first - 1, max(-1, trigger.first - _REACH), -1):
        if items[k].kind != "word":
            if items[k].kind == "mark" and items[k].text != ",":
                return False
            continue
        if items[k].norm.startswith(_MANAGED):
            return passed and not (k and items[k - 1].norm == _NOT)
        if items[k].norm == _NOT or not any(pos in _PHRASE for pos, _, _ in readings(items[k].norm)[:1]):
            return False
        passed = passed or is_part(items[k].norm, "INFN")
    return False


def _joined(items: Sequence[Item], first: int) -> bool:
    """Behind a comma or "and"."""
    return items[first - 1].text == "," or items[first - 1].norm in _JOINTS
