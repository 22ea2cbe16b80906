"""A Russian noun of joining or leaving behind "after" in, whether its sentence takes it for granted out."""

from collections.abc import Sequence

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import Item
from extract.claims.grammar.triggers import Trigger
from extract.language.russian import is_part, tense_of

_AFTER = frozenset({"после", "благодаря", "вследствие", "с", "со", "при"})
_STEPS = ("acceded", "withdrew", "suspended", "membership")
# "At the dissolution of A": what was done then does not deny it.
_AT, _DEEDS = "при", ("established", "terminated", *_STEPS)
# What may stand before the preposition where a clause begins.
_OPENERS = frozenset(
    {"но", "а", "и", "однако", "уже", "вскоре", "сразу", "лишь", "только", "даже", "что", "зато", "тогда", "именно"}
)
_PLANNED, _WOULD, _IF = ".planned", "бы", "если"
_LATER = frozenset({"futr", "infn"})


def came_first(trigger: Trigger, clauses: Clauses) -> bool:
    """ "After it had joined A, B rejected the quotas": what a past came after has happened, whatever that denies."""
    return stands_behind(trigger, clauses) and _told_past(_rest(clauses.items, trigger.last + 1))


def stands_behind(trigger: Trigger, clauses: Clauses) -> bool:
    """ "After it joins A, B will reject the quotas": what is denied is another thing."""
    if clauses.lang != "ru" or not trigger.frame.startswith(_DEEDS) or trigger.frame.endswith(_PLANNED):
        return False
    at = _preposition(clauses.items, trigger.first)
    if at is None or not (clauses.items[at].norm == _AT or trigger.frame.startswith(_STEPS)):
        return False
    return _opens(clauses.items, at)


def _preposition(items: Sequence[Item], first: int) -> int | None:
    """Where "after" stands: right before the noun, or before its adjective."""
    if first and items[first - 1].norm in _AFTER:
        return first - 1
    described = first > 1 and items[first - 1].kind == "word" and is_part(items[first - 1].norm, "ADJF")
    return first - 2 if described and items[first - 2].norm in _AFTER else None


def _opens(items: Sequence[Item], at: int) -> bool:
    return at == 0 or items[at - 1].kind == "mark" or items[at - 1].norm in _OPENERS


def _rest(items: Sequence[Item], first: int) -> Sequence[Item]:
    end = next((k for k in range(first, len(items)) if items[k].text in ";:.?"), len(items))
    return items[first:end]


def _told_past(rest: Sequence[Item]) -> bool:
    """The first verb is one in the past, and no "would" stands with it."""
    words = [i.norm for i in rest if i.kind == "word"]
    told = next((tense for w in words if (tense := tense_of(w)) in {"past", "done", "pres", *_LATER}), "")
    return told in {"past", "done"} and _WOULD not in words and _IF not in words
