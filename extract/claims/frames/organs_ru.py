"""A Russian trigger that calls a body an organ in, where its parent stands and which body a pronoun means out."""

from collections.abc import Iterator

from extract.claims.grammar.agreement import agrees
from extract.claims.grammar.arguments import Slot
from extract.claims.grammar.items import Item
from extract.claims.grammar.slots import BODY
from extract.claims.scene import Draft, Scene, Told
from extract.language.russian import is_case, readings

# Behind these stands whose the organ is: "entered the structure of A".
_ORGAN, _SUBJECTED = ("орган", "структур", "систем"), ("подчин", "подотчет")
_PURPOSE_FAR = 5


def parent_inside(scene: Scene, told: Told) -> int | None:
    """ "Органом ЕАЭС он не является": the name right behind the noun, inside the trigger, is the parent."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    named = (k + 1 for k in range(first, last) if items[k].norm.startswith(_ORGAN))
    return next((k for k in named if k <= last and items[k].label in BODY and items[k].ids), None)


def organ_of_it(scene: Scene, told: Told, parent_at: int) -> Iterator[Draft]:
    """Whose organ the parent names: the pronoun of the clause, else a body that stands there."""
    parent = scene.ids(parent_at)[0]
    at = scene.pronoun(told)
    if at is not None and scene.clauses.items[at].norm in scene.anaphors.personal:
        meant = _meant(scene, at, parent)
        yield from (Draft("organ_of", id_, parent, confidence=0.7) for id_ in meant)
        return
    k = scene.find(told, Slot(BODY, "any"), [parent_at, *scene.arguments.unacting(told.trigger, told.form)])
    yield from (Draft("organ_of", id_, parent, -1 if k is None else k) for id_ in scene.ids(k) if id_ != parent)


def _meant(scene: Scene, at: int, parent: str) -> tuple[str, ...]:
    """The last body before the pronoun that agrees with it and is not the parent, else the one in mind."""
    items = scene.clauses.items
    named = (i.ids[-1] for i in reversed(items[:at]) if _is_body(i) and agrees(items[at].norm, i))
    found = next((id_ for id_ in named if id_ != parent), None) or scene.memory.body(items[0].start)
    return (found,) if found and found != parent else ()


def _is_body(item: Item) -> bool:
    return item.kind in {"name", "ref"} and item.label in BODY and bool(item.ids)


def serves_purpose(scene: Scene, told: Told) -> bool:
    """ "To this aim A was subordinated": a noun in the dative, not the body behind the verb, is what it is under."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    if not items[told.trigger.head].norm.startswith(_SUBJECTED):
        return False
    near = items[max(0, first - _PURPOSE_FAR) : first]
    aimed = any(i.kind == "word" and ("NOUN", "datv") in _readings(i.norm) for i in near)
    named = [i for i in items[first : last + 2] if i.kind == "name" and i.members]
    return aimed or any(not is_case(i.members[0].text.split()[0], "datv") for i in named)


def _readings(norm: str) -> set[tuple[str, str | None]]:
    return {(pos, case) for pos, case, _ in readings(norm)}
