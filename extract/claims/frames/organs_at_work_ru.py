"""A Russian clause that tells what an organ does in, whose organ it is out: "disputes are settled by the Court"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.claims.grammar.items import Item
from extract.claims.scene import Draft, Scene, Told
from extract.language.russian import is_present
from kb.model import POLARITIES

# Variants of the trigger: what an organ does, and of what organs a body is made up.
AT_WORK = frozenset({"works", "since", "before"})
_SINCE, _FROM = ".since", frozenset({"с", "со"})
_ENDS = frozenset(".;?!")
_EXISTS = ("существ", "функционир", "действ")


def organ_at_work(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "Since 2012 the Court of A sits in B": an organ that is known, of the body that is named here or in mind."""
    known = scene.tables.parents
    if told.trigger.frame.endswith(_SINCE) and not _since(scene.clauses.items):
        return
    for k in _organs(scene, told):
        for id_ in dict.fromkeys(scene.ids(k)):
            parent = known.get(id_)
            spoken_of = parent and (id_.startswith(parent) or _spoken_of(scene, parent))
            if parent and spoken_of and not _of_another(scene, told, k, parent):
                yield Draft("organ_of", id_, parent, k)


def still_at_work(scene: Scene, told: Told, draft: Draft) -> Iterator[Draft]:
    """ "Since 2006 the Assembly of A exists": a known organ that the words say is there still."""
    items, first = scene.clauses.items, told.trigger.first
    verb = items[told.trigger.head].norm
    there = scene.lang == "ru" and verb.startswith(_EXISTS) and is_present(verb) and draft.type == "established"
    parent = scene.tables.parents.get(draft.subject_id) if there else None
    if parent and told.polarity == POLARITIES[0] and any(i.kind == "date" for i in items[first:]):
        yield Draft("organ_of", draft.subject_id, parent, draft.item)


def _organs(scene: Scene, told: Told) -> Iterator[int]:
    """Where the known organs stand: the one the trigger ends with or begins with, and the rest of its list."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    at = next((k for k in (last, first) if _is_organ(scene, k)), None)
    if at is None:
        return
    yield at
    listed = any(items[k].text in ":—–-(" for k in range(first, last))
    for k in range(last + 1, len(items)) if listed and at == last else ():
        if items[k].text in _ENDS or k in scene.clauses.verbs:
            return
        if _is_organ(scene, k):
            yield k


def _is_organ(scene: Scene, k: int) -> bool:
    return scene.clauses.items[k].kind == "name" and any(id_ in scene.tables.parents for id_ in scene.ids(k))


def _since(items: Sequence[Item]) -> bool:
    """ "Works since 1994": what only works today is news, and tells of no structure."""
    return any(a.norm in _FROM and b.kind == "date" for a, b in pairwise(items))


def _of_another(scene: Scene, told: Told, organ_at: int, parent: str) -> bool:
    """ "The Union has a Court": the words hold a body, and it is not the one whose organ is known by that name."""
    held = range(told.trigger.first, told.trigger.last + 1)
    owners = [scene.ids(k) for k in held if k != organ_at and scene.clauses.items[k].label == "ORG"]
    return bool(owners) and not any(parent in ids for ids in owners)


def _spoken_of(scene: Scene, parent: str) -> bool:
    """The sentence names the parent, or the text is about it."""
    items = scene.clauses.items
    return any(parent in i.ids for i in items) or scene.memory.body(items[0].start) == parent
