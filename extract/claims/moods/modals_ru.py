"""A Russian modal that is denied among its items in, whether the verb that it denies stands before it out."""

from collections.abc import Sequence

from extract.claims.grammar.items import Item
from extract.claims.grammar.triggers import Trigger
from extract.language.russian import is_part

_NEAR = 5
_JOINTS = frozenset({"и", "а", "но"})


def denies_before(items: Sequence[Item], at: int, trigger: Trigger) -> bool:
    """ "Продлевать договор A не стал и примкнул к B": behind the joint the verb is free of the denial.

    Not "выходить не стал, но вступить не смог": an infinitive or a participle there may hang on the modal too.
    """
    ahead = items[max(0, at - _NEAR) : at]
    joined = any(i.norm in _JOINTS for i in items[at + 2 : trigger.first])
    governs = any(i.kind == "word" and is_part(i.norm, "INFN") for i in ahead)
    return governs and joined and is_part(items[trigger.head].norm, "VERB")
