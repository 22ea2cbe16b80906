"""A body that was founded in a Kazakh sentence in, whose place it took out: "A таратылып, орнына B құрылды"."""

from collections.abc import Iterator, Sequence

from extract.claims.fillers.ended_states_kk import ended_state
from extract.claims.scene import Draft, Scene, Told
from extract.language.tokens import fold

_PLACE, _ITS = fold("орнына"), frozenset(map(fold, ("оның", "соның", "бұның", "мұның")))
_WITH, _BORN = fold("бірге"), ("туды", "туып", "туган")
# "With A itself".
_ITSELF = fold("өзімен")
_FOUNDED, _ENDED = "established", "terminated"


def beside_lives(scene: Scene, told: Told, made: Sequence[Draft]) -> Iterator[Draft]:
    """What a Kazakh verb of founding or ending tells besides: a state that ended, the body that was replaced."""
    if scene.lang != "kk":
        return
    at = ended_state(scene, told) if not made else None
    yield from (Draft(_ENDED, id_, None, -1 if at is None else at) for id_ in scene.ids(at))
    yield from _together(scene, told, made)
    for draft in made[:1]:
        old = _predecessor(scene, told, draft) if draft.type == _FOUNDED else None
        if old and old != draft.subject_id:
            yield Draft("succeeded", draft.subject_id, old, draft.item, date=draft.date)


def _together(scene: Scene, told: Told, made: Sequence[Draft]) -> Iterator[Draft]:
    """ "Together with A its court was dissolved, or born": A was so as well."""
    items = scene.clauses.items
    born = items[told.trigger.head].norm.startswith(_BORN)
    both = bool(made) and (made[0].type == _ENDED or (made[0].type == _FOUNDED and born))
    for k in range(1, told.trigger.last if both else 0):
        beside = items[k - 1].label == "ORG" and items[k - 1].ids and items[k].norm == _WITH
        itself = k > 1 and items[k - 1].norm == _ITSELF and items[k - 2].label == "ORG" and items[k].norm == _WITH
        if itself and items[k - 2].ids and ".genitive" in scene.arguments.marks(k - 2):
            yield Draft(made[0].type, items[k - 2].ids[-1], None, k - 2, date=made[0].date)
        if beside and ".instrumental" in scene.arguments.marks(k - 1) and items[k - 1].ids[-1] != made[0].subject_id:
            yield Draft(made[0].type, items[k - 1].ids[-1], None, k - 1, date=made[0].date)


def _predecessor(scene: Scene, told: Told, draft: Draft) -> str | None:
    """The body before "in its place", which names none itself: just ended, named, or in mind and known to have it."""
    items, first = scene.clauses.items, told.trigger.first
    at = next((k for k in range(first - 1, -1, -1) if items[k].norm == _PLACE or k in scene.clauses.verbs), None)
    if at is None or items[at].norm != _PLACE:
        return None
    if at and items[at - 1].label == "ORG" and items[at - 1].ids and draft.item != at - 1:
        return items[at - 1].ids[-1]  # "A-ның орнына 2001 жылы B құрылды", "B A-ның орнына құрылды".
    if draft.item < at:
        return None
    if at and not (items[at - 1].text == "," or items[at - 1].norm in _ITS or items[at - 1].kind == "date"):
        return None
    if scene.before is not None and scene.before.type == _ENDED:
        return scene.before.subject_id if scene.tables.types.get(scene.before.subject_id) == "ORG" else None
    named = [i.ids[-1] for i in items[:at] if i.label == "ORG" and i.kind == "name" and i.ids]
    if named:
        return named[-1]
    heirs, start = scene.tables.heirs, items[0].start
    olds = (old for old, (_, new) in heirs.items() if new == draft.subject_id)
    known = next((old for old in olds if scene.memory.has_named(old, start)), None)
    # "Оның орнына": where nobody knows of a forerunner, the body in mind.
    return known or (scene.memory.body(start) if at and items[at - 1].norm in _ITS else None)
