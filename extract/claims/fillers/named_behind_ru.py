"""A Russian trigger and the noun behind it in, the names that a dash or "including" puts beside that noun out."""

from collections.abc import Sequence

from extract.claims.grammar.items import DASHES, Item
from extract.claims.scene import Scene, Told
from extract.language.russian import is_case, is_part

_ADJECTIVES, _OWNERS = 3, 4
_AHEAD = 6
# What a new body may be besides, and what may stand between it and its verb.
_ORGANS = ("орган", "институт", "учрежден", "площадк", "механизм", "комитет", "комисси", "секретариат", "компани")
_CIRCUMSTANCES, _MORE = 4, frozenset({"еще", "также", "тоже", "и", "наконец", "затем", "потом", "уже", "там"})
_INCLUDING, _STATES = "включая", ("стран", "государств", "республик", "членов")


def named_behind(scene: Scene, told: Told, labels: frozenset[str]) -> int | None:
    """ "Announced the creation of a new organization – A", "there was created a union of B's states — A"."""
    items = scene.clauses.items
    if scene.lang != "ru" or told.form.voice not in {"noun", "passive", "active"}:
        return None
    k = _past_circumstances(items, told.trigger.last + 1)
    for _ in range(_ADJECTIVES):
        k += k < len(items) and _describes(items[k])
    if k >= len(items) or items[k].ids or items[k].kind not in {"word", "ref"}:
        return None
    if not items[k].norm.startswith((*scene.anaphors.bodies, *_ORGANS)):
        return None
    k = _past_owners(items, k + 1)
    named = k + 1 < len(items) and items[k].text in DASHES and items[k + 1].kind == "name"
    if named and k + 2 < len(items) and is_part(items[k + 2].norm, "VERB"):
        return None  # "A council was set up — A welcomed it": behind the dash begins another clause.
    return k + 1 if named and items[k + 1].label in labels and items[k + 1].ids else None


def included(scene: Scene, told: Told) -> int | None:
    """ "Ten countries became members of A, including B and C": B and C, in the Russian accusative."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    if scene.lang != "ru" or told.trigger.form != "verb" or told.form.voice not in {"active", "passive"}:
        return None
    near = [k for k in range(max(0, first - _AHEAD), len(items) - 1) if items[k].norm == _INCLUDING]
    at = near[0] if near else 0
    if not at or items[at + 1].label != "COUNTRY" or items[at + 1].kind != "name":
        return None
    if at < first and (at + 2 >= first or items[at + 2].text != ","):
        return None
    between = items[last + 1 : at] if at > last else items[max(0, at - _AHEAD) : at]
    counted = any(i.norm.startswith(_STATES) for i in between)
    return at + 1 if counted and not any(i.kind == "name" for i in between) else None


def _describes(item: Item) -> bool:
    return item.kind == "word" and (is_part(item.norm, "ADJF") or is_part(item.norm, "PRTF"))


def _past_circumstances(items: Sequence[Item], k: int) -> int:
    """ "Set up «in July 1964 in A one more» structure — B"."""
    for _ in range(_CIRCUMSTANCES):
        if k + 1 < len(items) and items[k + 1].kind in {"date", "place"} and is_part(items[k].norm, "PREP"):
            k += 2
        elif k < len(items) and (items[k].kind in {"date", "place"} or items[k].norm in _MORE):
            k += 1
    return k


def _past_owners(items: Sequence[Item], k: int) -> int:
    """ "Of the socialist states of Europe"."""
    end = k + _OWNERS
    while k < min(end, len(items)) and items[k].kind in {"word", "ref"} and is_case(items[k].norm, "gent"):
        k += 1
    return k
