"""A Kazakh refusal of membership in, told as not joining where the body stands in the dative, out."""

from collections.abc import Sequence
from dataclasses import replace

from extract.claims.grammar.items import Item
from extract.claims.grammar.triggers import Trigger
from extract.language.tokens import fold

_REFUSED, _NOT_JOINED, _FROM = "withdrew.not", "acceded.refused", fold("мүшеліктен")
# Endings of a dative, letters folded; "not to refuse".
_DATIVE, _UNDONE, _FAR = ("га", "ге", "ка", "ке", "на", "не"), "тартпа", 4


def declined(items: Sequence[Item], trigger: Trigger) -> Trigger:
    """ "ЕО-ға мүшеліктен бас тартты": who turned down membership in A was none; "ЕО-дағы" says that it was."""
    head, first = items[trigger.head].norm, trigger.first
    if trigger.frame != _REFUSED or items[first].norm != _FROM or head.startswith(_UNDONE):
        return trigger
    near = (k for k in range(first - 1, max(-1, first - _FAR), -1) if items[k].label == "ORG")
    at = next(near, None)
    given = at is not None and items[at].kind == "name" and fold(items[at].text).endswith(_DATIVE)
    return replace(trigger, frame=_NOT_JOINED) if given else trigger
