"""English triggers that the rules leave without a date in, the date that hangs on each in the parse out."""

from collections.abc import Mapping, Sequence

from extract.claims.grammar.items import Item
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form
from extract.claims.scene import Scene

_DENIED, _STATE, _PLANNED, _OF = "negated", "state", ".planned", "of"
_AFTERWARDS = frozenset({"later", "then", "subsequently", "afterwards", "now", "since"})
# So near before a date stands the comma of an aside.
_APART = 2


def with_parsed(scene: Scene, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int]) -> dict[Trigger, int]:
    """The dates found, and for a trigger that has none, and tells no denial, the last date that the parser hangs on
    it: for a verb it may be that of another, too."""
    items, syntax = scene.clauses.items, scene.arguments.syntax
    dates = [k for k, i in enumerate(items) if i.kind == "date" and i.mention is not None and i.mention.edtf]
    if syntax is None or not dates:
        return dict(found)
    undated = [t for t, form in forms.items() if t not in found and form.mood != _DENIED]
    # When a country asks to be let in is not when it is to be.
    undated = [t for t in undated if not t.frame.endswith(_PLANNED)]
    owned = set(found.values())
    free = {t: [k for k in dates if k not in owned or _shares(scene, t, k)] for t in undated}
    hung = ((t, k) for t in undated for k in free[t] if not _of_name(items, t, k) and syntax.dates(t, k))
    return {**found, **dict(hung)}


def _shares(scene: Scene, trigger: Trigger, k: int) -> bool:
    """What somebody is has a date of its own, what came later another."""
    before = scene.clauses.items[max(0, trigger.first - 1)].norm
    return trigger.form != _STATE and before not in _AFTERWARDS and not scene.clauses.later(trigger, k)


def _of_name(items: Sequence[Item], trigger: Trigger, k: int) -> bool:
    """ "The treaty of 1997", "after the coup of 2020", "A (in force since 2025)",
    "the observers: A and, since 2022, B", "A, a partner since 2009, acceded; it is the first member"."""
    between = items[min(k, trigger.first) : max(k, trigger.first)]
    if items[k].depth > items[trigger.head].depth or any(i.text == ";" for i in between):
        return True
    if trigger.form == _STATE and any(i.text == "," for i in items[max(0, k - _APART) : k]):
        return True
    return k > 0 and items[k - 1].norm == _OF and not trigger.first <= k - 2 <= trigger.last
