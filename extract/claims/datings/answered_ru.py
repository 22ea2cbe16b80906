"""A Russian trigger and a date in, whether the date is of what was answered, out."""

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger

_ANSWERS = frozenset({"ответ", "ответом", "реакцией", "реакция", "реакцию", "противовес", "противовесом"})
_JOINTS = frozenset({"и", "а", "но"})


def answered(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "A was founded in answer to the treaty of 1954": the year behind "answer" is that of the treaty."""
    items = clauses.items
    begun = next((n for n in range(trigger.last + 1, k) if items[n].norm in _ANSWERS), k)
    return begun < k and not any(items[n].kind == "mark" or items[n].norm in _JOINTS for n in range(begun, k))
