"""A Russian noun of joining or leaving behind "before" in, whether its sentence takes it for granted out."""

from collections.abc import Sequence

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import Item
from extract.claims.grammar.triggers import Trigger
from extract.language.russian import tense_of

_BEFORE = frozenset({"до", "накануне", "перед"})
# "By the time of": two words before the noun.
_BY, _TIME = frozenset({"к", "ко"}), frozenset({"моменту", "времени", "дню"})
_STEPS = ("acceded", "withdrew", "suspended", "terminated")
# "Until the accession a year was left", "it never came to the accession".
_OPEN = ("остава", "остал", "дошл", "дошел", "дожи", "хоте", "намерев", "планир", "долж", "надо", "предсто")
_NOT = "не"


def taken_for_granted(trigger: Trigger, clauses: Clauses) -> bool:
    """ "Before the exit of A from B it was called C": what a past is told to have come before has happened."""
    items, first = clauses.items, trigger.first
    fronted = trigger.frame.startswith(_STEPS) and _fronted(items, first)
    return fronted and clauses.lang == "ru" and _told_past(items[trigger.last + 1 :])


def _fronted(items: Sequence[Item], first: int) -> bool:
    """ "Before the exit", "by the time of the exit" at the head of a clause."""
    if first > 1 and items[first - 1].norm in _TIME and items[first - 2].norm in _BY:
        return first == 2 or items[first - 3].kind == "mark"
    return 0 < first <= 2 and items[first - 1].norm in _BEFORE


def _told_past(rest: Sequence[Item]) -> bool:
    """A verb in the past, and nothing that leaves it open."""
    words = [i.norm for i in rest if i.kind == "word"]
    left_open = any(w.startswith(_OPEN) or w == _NOT for w in words)
    return not left_open and any(tense_of(w) in {"past", "done"} for w in words)
