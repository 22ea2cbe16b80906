"""A Russian verb of arising and a body beside it in, whether another noun of its own clause is what arose out."""

from collections.abc import Sequence

from extract.claims.grammar.items import Item
from extract.claims.scene import Scene, Told
from extract.language.russian import agrees_with_verb, is_case, is_noun, is_part, readings

_SELF, _ACTIVE = "self", "active"
# Words that open a clause of their own without a comma.
_JOINTS = frozenset({"и", "а", "но", "или"})
# So many adjectives may stand between a preposition and its noun.
_PHRASE = 3
_DESCRIBING = frozenset({"ADJF", "PRTF", "NUMR"})
# What can be said of a body itself: "the project of A began its work".
_KINDS = ("проект", "детищ", "преемни", "наследни", "орган", "учрежден", "институт", "стран", "государств", "структур")


def other_arose(scene: Scene, told: Told, k: int | None) -> bool:
    """ "Recognised by A in 1995, when the question arose", "the practice of A took shape": a noun is the subject."""
    items, trigger = scene.clauses.items, told.trigger
    if scene.lang != "ru" or k is None or told.form.voice != _ACTIVE or trigger.first != trigger.last:
        return False
    if not trigger.frame.endswith(_SELF) or items[k].kind != "name":
        return False
    begun, ended = clause_of(items, trigger.head)
    own = [n for n in range(begun, ended) if _is_subject(scene, n, trigger.head)]
    inside = begun <= k < ended
    # "The bank A arose": a name beside its noun is in apposition to it, one further off belongs to it.
    return bool(own) and (not inside or any(_holds(items, n, k) for n in own))


def clause_of(items: Sequence[Item], at: int) -> tuple[int, int]:
    """Between the marks or conjunctions around the verb."""
    bounds = [k for k, i in enumerate(items) if i.kind == "mark" or i.norm in _JOINTS]
    begun = max((k + 1 for k in bounds if k < at), default=0)
    return begun, min((k for k in bounds if k > at), default=len(items))


def _is_subject(scene: Scene, n: int, head: int) -> bool:
    """A common noun that the verb agrees with, no body and under no preposition."""
    items = scene.clauses.items
    if items[n].kind != "word" or n == head or not is_noun(items[n].norm):
        return False
    kinds = (*scene.anaphors.bodies, *_KINDS)
    return (
        agrees_with_verb(items[n].norm, items[head].norm)
        and not items[n].norm.startswith(kinds)
        and not governed(items, n)
    )


def governed(items: Sequence[Item], n: int) -> bool:
    for item in reversed(items[max(0, n - _PHRASE) : n]):
        if item.kind == "word" and is_part(item.norm, "PREP"):
            return True
        if item.kind != "word" or not any(pos in _DESCRIBING for pos, _, _ in readings(item.norm)):
            return False
    return False


def _holds(items: Sequence[Item], n: int, k: int) -> bool:
    """The body is under a preposition, or in an oblique case somewhere behind the noun."""
    first = items[k].text.split()[0]
    return governed(items, k) or (not first.isupper() and not is_case(first, "nomn")) or k == n + 1
