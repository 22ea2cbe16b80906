"""The items of a Russian sentence in, the names that stand inside what a converb says between two commas out."""

from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from extract.claims.grammar.items import Item
from extract.claims.grammar.slots import COUNTRY
from extract.claims.scene import Scene, Told
from extract.language.russian import is_case, is_part

_OPENERS = 3
_BEING, _NOT = frozenset({"будучи", "являясь", "оставаясь"}), "не"


def described_inside(scene: Scene, told: Told) -> Iterator[int]:
    """The names that are so inside what a Russian converb says, in front of a verb in the active."""
    told_of = scene.lang == "ru" and told.form.voice == "active"
    yield from inside_converbs(scene.clauses.items, told.trigger.first) if told_of else ()


def inside_converbs(items: Sequence[Item], before: int) -> Iterator[int]:
    """ "It, оставаясь частью Дании, left A": the name between the commas is not the subject of the verb behind."""
    for opened, closed in _phrases(items, before):
        yield from (k for k in range(opened + 1, closed) if items[k].kind in {"name", "ref"})


def pronoun_over(items: Sequence[Item], before: int, personal: Container[str]) -> int | None:
    """The pronoun right before such a phrase, behind which its verb stands."""
    found = (opened - 1 for opened, closed in _phrases(items, before) if before - closed <= _OPENERS)
    return next((k for k in found if k >= 0 and items[k].norm in personal), None)


def _phrases(items: Sequence[Item], before: int) -> Iterator[tuple[int, int]]:
    """Where the commas around a converb stand."""
    commas = [k for k, i in enumerate(items[:before]) if i.text == ","]
    for opened, closed in pairwise(commas):
        leading = items[opened + 1 : min(opened + 1 + _OPENERS, closed)]
        if any(i.kind == "word" and is_part(i.norm, "GRND") for i in leading):
            yield opened, closed


def described_ahead_of(scene: Scene, told: Told) -> int | None:
    """The country right before the comma of a participle or of «будучи», or that behind «будучи …,»."""
    items, trigger = scene.clauses.items, told.trigger
    ahead = scene.before_participle(told, COUNTRY)
    if ahead is not None or scene.lang != "ru" or items[trigger.head].norm not in _BEING:
        return ahead
    first = trigger.first - (trigger.first > 0 and items[trigger.first - 1].norm == _NOT)
    if first > 1 and items[first - 1].text == ",":
        return first - 2 if items[first - 2].label in COUNTRY else None
    closed = next((k for k in range(trigger.last + 1, len(items)) if items[k].text == ","), len(items))
    named = (k for k in range(closed + 1, len(items)) if items[k].label in COUNTRY and items[k].kind == "name")
    return next((k for k in named if is_case(items[k].text.split()[-1], "nomn")), None)
