"""An English "A's turn came in D" in its scene in, for A what was told just before out."""

from collections.abc import Iterator

from extract.claims.fillers.bodies import LEAVING, MEMBER_TYPES
from extract.claims.fillers.just_told import just_told
from extract.claims.grammar.row_words import row_words
from extract.claims.scene import Draft, Scene, Told
from extract.language.tokens import fold, tokenise
from kb.model import POLARITIES, Claim

# Between two sentences that follow each other.
_TO = "to"
_JOINED, _BELONG, _HELD = "acceded", "membership", frozenset({"membership"})


def turn(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "B was suspended in 1979. A's turn came in 2011", "in 2011 it was A's turn"."""
    last = scene.before if scene.before is not None and scene.before.type in MEMBER_TYPES else _just_told(scene)
    if last is None or _of_other_act(scene, told):
        return
    k = next((k for k in range(told.trigger.first, told.trigger.last + 1) if _acts(scene, k)), None)
    ids = scene.ids(k) or _of_capital(scene, told.trigger.last)
    for id_ in ids:
        if id_ not in {last.object_id, last.subject_id}:
            yield Draft(_kind(last), id_, last.object_id, -1 if k is None else k, confidence=0.7)


def ones_before(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "A joined it in 2015, the fifth state after B and C": B and C are in it, watch it or have left it, too."""
    last = scene.spoken
    if last is None or last.type not in MEMBER_TYPES:
        return
    kind = _BELONG if last.type == _JOINED else last.type
    for id_ in scene.ids(told.trigger.last):
        if id_ not in {last.object_id, last.subject_id}:
            yield Draft(kind, id_, last.object_id, told.trigger.last, confidence=0.7)


def _of_other_act(scene: Scene, told: Told) -> bool:
    """ "It was A's turn to preside"; "to leave" says the same again."""
    items, behind = scene.clauses.items, told.trigger.last + 1
    acts = behind < len(items) and items[behind].norm == _TO
    return acts and not any(k in scene.clauses.held for k in range(behind + 1, min(behind + 3, len(items))))


def _of_capital(scene: Scene, k: int) -> tuple[str, ...]:
    """ "It was the turn of Caracas": the country of the capital."""
    item = scene.clauses.items[k]
    id_ = scene.memory.acting(item.mention.entity_id, item.text) if item.kind == "place" and item.mention else None
    return (id_,) if id_ else ()


def _acts(scene: Scene, k: int) -> bool:
    return scene.clauses.items[k].label == "COUNTRY" and bool(scene.ids(k))


def _just_told(scene: Scene) -> Claim | None:
    """What the sentence right before told as a fact of a member."""
    last = just_told(scene)
    fact = last is not None and last.type in MEMBER_TYPES and last.polarity == POLARITIES[0]
    return last if fact else None


def _kind(last: Draft | Claim) -> str:
    """Whose turn comes joins as the members did; behind "was suspended and restored" he is suspended."""
    if isinstance(last, Claim) and last.type == _JOINED:
        kinds = (row_words("en").kinds.get(fold(t.text)) for t in tokenise(last.quote, 0, len(last.quote)))
        return next((kind for kind in kinds if kind in LEAVING), last.type)
    return _JOINED if last.type in _HELD else last.type
