"""A Kazakh trigger that announces organs, or says that they work in a body, in, where they stand or drafts out."""

from collections.abc import Iterator

from extract.claims.grammar.items import DASHES
from extract.claims.scene import Draft, Scene, Told

_ANNOUNCING = DASHES | {":"}
_BOTH = 2
_ENDS = frozenset(";.!?")


def announced_organs(scene: Scene, told: Told) -> Iterator[int]:
    """ "Two bodies of A: the Secretariat in B and the Court, founded in 1994": names up to the end of the clause."""
    items, last = scene.clauses.items, told.trigger.last
    marks = [k for k in (last, last + 1) if k < len(items) and items[k].text in _ANNOUNCING]
    if scene.lang != "kk" or not marks:
        return
    passed = False
    for k in range(marks[0] + 1, len(items)):
        if items[k].text in _ENDS or items[k].norm in scene.clauses.turns:
            return
        passed = passed or items[k].text == ","
        # Behind a comma the list goes on with what is known as an organ.
        fits = not passed or any(id_ in scene.tables.parents for id_ in items[k].ids)
        named = items[k].kind == "name" and items[k].label == "ORG" and items[k].ids and fits
        if named and not any(m in scene.marks.oblique for m in scene.arguments.marks(k)):
            yield k


def housed_organs(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "ШЫҰ-да Хатшылық пен Құрылым жұмыс істейді": what works in a body and is known to be its organ."""
    items, held = scene.clauses.items, range(told.trigger.first, told.trigger.last + 1)
    bodies = [k for k in held if items[k].label == "ORG"]
    if len(bodies) < _BOTH or not {".locative", ".genitive"} & scene.arguments.marks(bodies[0]):
        return
    whole = next(iter(scene.ids(bodies[0])), None)
    organs = (id_ for id_ in scene.ids(bodies[-1]) if scene.tables.parents.get(id_) == whole)
    yield from (Draft("organ_of", id_, whole, bodies[-1]) for id_ in organs)
