"""An English list of former members in, the same drafts as departures out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from extract.claims.grammar.items import ARTICLES, Item
from extract.claims.scene import Draft, Scene, Told

_FORMER = frozenset({"former", "ex", "erstwhile", "past", "one-time", "onetime"})
_LISTED = frozenset({"member", "members"})
_GATHERED, _LEFT = frozenset({"membership", "acceded"}), "withdrew"
# Behind these "former" describes another noun: "states of the former A are members".
_OTHERS = frozenset({*ARTICLES, "is", "are", "was", "were", "of", "and", "became", "become", "remain", "remains"})
# So far before the trigger may the word stand: "former full members of A".
_NEAR = 3


def with_departures(scene: Scene, told: Told, made: Iterable[Draft]) -> Iterator[Draft]:
    """ "Former members of A: B (1976), C (2006)": the years are those in which they left."""
    former = scene.lang == "en" and told.trigger.form == "state" and _of_former(scene, told)
    for draft in made:
        yield replace(draft, type=_LEFT) if former and draft.type in _GATHERED else draft


def _of_former(scene: Scene, told: Told) -> bool:
    """The plural that the list is of has "former" before it."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    listed = next((k for k in range(first, last + 1) if items[k].norm in _LISTED), None)
    if listed is None:
        return False
    near = takewhile(lambda i: i.label == "ORG" or _describes(i), reversed(items[max(0, listed - _NEAR) : listed]))
    return any(i.norm in _FORMER for i in near)


def _describes(item: Item) -> bool:
    """An adjective, not a verb or an article between "former" and another noun."""
    return item.kind == "word" and item.norm not in _OTHERS
