"""A Russian trigger of founding and the noun behind it in, the name that a dash puts beside that noun out."""

from collections.abc import Sequence

from extract.claims.grammar.items import DASHES, Item
from extract.claims.scene import Scene, Told
from extract.language.russian import is_case, is_part

_ADJECTIVES, _OWNERS = 3, 4


def named_behind(scene: Scene, told: Told, labels: frozenset[str]) -> int | None:
    """ "Announced the creation of a new organization – A", "there was created a union of B's states — A"."""
    items, k = scene.clauses.items, told.trigger.last + 1
    if scene.lang != "ru" or told.form.voice not in {"noun", "passive", "active"}:
        return None
    for _ in range(_ADJECTIVES):
        k += k < len(items) and _describes(items[k])
    if k >= len(items) or items[k].ids or items[k].kind not in {"word", "ref"}:
        return None
    if not items[k].norm.startswith(tuple(scene.anaphors.bodies)):
        return None
    k = _past_owners(items, k + 1)
    named = k + 1 < len(items) and items[k].text in DASHES and items[k + 1].kind == "name"
    if named and k + 2 < len(items) and is_part(items[k + 2].norm, "VERB"):
        return None  # "A council was set up — A welcomed it": behind the dash begins another clause.
    return k + 1 if named and items[k + 1].label in labels and items[k + 1].ids else None


def _describes(item: Item) -> bool:
    return item.kind == "word" and (is_part(item.norm, "ADJF") or is_part(item.norm, "PRTF"))


def _past_owners(items: Sequence[Item], k: int) -> int:
    """ "Of the socialist states of Europe"."""
    end = k + _OWNERS
    while k < min(end, len(items)) and items[k].kind in {"word", "ref"} and is_case(items[k].norm, "gent"):
        k += 1
    return k
