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
_LISTING = frozenset({"в", "во", "на", "также", "и"})
_DEEDS = ("функци", "обязанност", "рол")
# Behind these stands who is above.
_UNDER = ("подчин", "подотчет")
_HAS = ("име", "располага", "облада", "обзав")
_EXISTS = ("существ", "функционир", "действ")


def organ_at_work(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "Since 2012 the Court of A sits in B": an organ that is known, of the body that is named here or in mind."""
    known = scene.tables.parents
    if told.trigger.frame.endswith(_SINCE) and not _since(scene.clauses.items):
        return
    if _functions_of_other(scene, told):
        return
    for k in _organs(scene, told):
        for id_ in dict.fromkeys(scene.ids(k)):
            parent = known.get(id_)
            # "The Community acquired an Assembly": who has it is said, and may be another than is known.
            named = id_.startswith(parent or "-") and not scene.clauses.items[told.trigger.head].norm.startswith(_HAS)
            spoken_of = parent and (named or _spoken_of(scene, parent))
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
    under = items[told.trigger.head].norm.startswith(_UNDER) and _is_organ(scene, first)
    at = next((k for k in ((first,) if under else (last, first)) if _is_organ(scene, k)), None)
    if at is None:
        return
    yield at
    yield from _coordinated(scene, at, 1 if at == last else -1)
    listed = any(items[k].text in ":—–-(" for k in range(first, last))
    for k in range(last + 1, len(items)) if listed and at == last else ():
        if items[k].text in _ENDS or k in scene.clauses.verbs:
            return
        if _is_organ(scene, k):
            yield k


def _coordinated(scene: Scene, at: int, step: int) -> Iterator[int]:
    """ "The Secretariat in A, the Court and the Bank": the organs of a list, each with where it sits."""
    items, k = scene.clauses.items, at + step
    while 0 <= k < len(items) and (_is_organ(scene, k) or _is_between(scene, k)):
        if _is_organ(scene, k):
            yield k
        k += step


def _is_between(scene: Scene, k: int) -> bool:
    item = scene.clauses.items[k]
    # "The Council, the Secretariat and the Court": a noun with a capital is an organ that has no name of its own.
    titled = item.kind in {"word", "ref"} and item.text[:1].isupper()
    return titled or item.kind == "place" or item.text == "," or item.norm in _LISTING or scene.clauses.joins(k)


def _is_organ(scene: Scene, k: int) -> bool:
    return scene.clauses.items[k].kind == "name" and any(id_ in scene.tables.parents for id_ in scene.ids(k))


def _since(items: Sequence[Item]) -> bool:
    """ "Works since 1994": what only works today is news, and tells of no structure."""
    return any(a.norm in _FROM and b.kind == "date" for a, b in pairwise(items))


def _functions_of_other(scene: Scene, told: Told) -> bool:
    """ "Its functions are performed by B": B stands in for another, and is no organ for that."""
    first = told.trigger.first
    near = scene.clauses.items[max(0, first - 1) : first + 2]
    deeds = scene.clauses.items[first].norm.startswith(_DEEDS)
    return deeds and any(i.norm in scene.anaphors.owners for i in near)


def _of_another(scene: Scene, told: Told, organ_at: int, parent: str) -> bool:
    """ "The Union has a Court": the words hold a body, and it is not the one whose organ is known by that name."""
    held = range(told.trigger.first, min(told.trigger.last + 2, len(scene.clauses.items)))
    named = [scene.ids(k) for k in held if k != organ_at and scene.clauses.items[k].label == "ORG"]
    owners = [ids for ids in named if not any(scene.tables.parents.get(id_) == parent for id_ in ids)]
    return bool(owners) and not any(parent in ids for ids in owners)


def _spoken_of(scene: Scene, parent: str) -> bool:
    """The sentence names the parent, or the text is about it."""
    items = scene.clauses.items
    return any(parent in i.ids for i in items) or scene.memory.body(items[0].start) == parent
