"""An English trigger that calls bodies organs in, which of the bodies around it are organs and which is above, out."""

from collections.abc import Iterator, Sequence

from extract.claims.grammar.arguments import Slot
from extract.claims.grammar.items import ARTICLES
from extract.claims.grammar.slots import BODY
from extract.claims.scene import Scene, Told

# A verb and its date may stand between an organ and what it is called.
_OF, _NEAR, _FAR = frozenset({"of", "the"}), 2, 20.0
_LISTS, _BY, _PLACED = ".lists", "by", frozenset({"in", "at"})


def parents_inside(scene: Scene, told: Told, bodies: Sequence[int]) -> list[int]:
    """ "The supreme bodies of A are B and C": the body inside an English trigger that lists organs is their parent.

    Of "A is governed by B and C" the organ stands inside, behind its parent.
    """
    inside = _inside(scene, told)
    known = all(id_ in scene.tables.parents for k in inside for id_ in scene.ids(k))
    if inside and bodies[0] < told.trigger.first and known:
        return []
    return inside if any(k > told.trigger.last for k in bodies) else []


def managed_by_other(scene: Scene, told: Told) -> bool:
    """ "The fund is managed by the bank": whoever manages it is no organ of it, unless known as one."""
    inside = _inside(scene, told)
    held = scene.clauses.items[told.trigger.first : told.trigger.last]
    named = any(id_ in scene.tables.parents for k in inside for id_ in scene.ids(k))
    return bool(inside) and not named and any(i.norm == _BY for i in held)


def organ_before_owner(scene: Scene, told: Told, at: int | None) -> int | None:
    """ "Was founded in 2001 as an organ of A": behind "of" stands who has the organ, however far the organ stands."""
    items, last = scene.clauses.items, told.trigger.last
    plain = scene.lang == "en" and not told.trigger.frame.endswith(_LISTS) and items[last].norm in _OF
    if at is None or not (plain and last < at <= last + _NEAR):
        return at
    behind = [k for k in range(told.trigger.first, len(items)) if items[k].label == "ORG"]
    return scene.find(told, Slot(BODY, "before"), behind, far=_FAR)


def organs_beside(scene: Scene, organs: Sequence[int], at: int) -> Iterator[str]:
    """ "The Secretariat in A and the Court in B are its organs": an organ and its seat before "and" and another."""
    items, k = scene.clauses.items, at - 1
    while k > 0 and (items[k].norm in ARTICLES | _PLACED or items[k].kind == "place" or scene.clauses.joins(k)):
        k -= 1
    joined = any(scene.clauses.joins(n) for n in range(k + 1, at))
    if scene.lang == "en" and joined and k in organs:
        yield from scene.ids(k)


def _inside(scene: Scene, told: Told) -> list[int]:
    """The bodies that an English trigger of lists holds."""
    if scene.lang != "en" or not told.trigger.frame.endswith(_LISTS):
        return []
    held = range(told.trigger.first, told.trigger.last + 1)
    return [k for k in held if scene.clauses.items[k].label == "ORG"]
