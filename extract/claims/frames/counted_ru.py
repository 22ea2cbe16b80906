"""A Russian "they do not count among them" in, who belongs to the body just told of, or has not done the same, out."""

from collections.abc import Iterator

from extract.claims.grammar.arguments import Slot
from extract.claims.scene import Draft, Scene, Told
from kb.model import Claim

_REPEATED = frozenset({"acceded", "membership", "observer", "withdrew", "suspended"})
_COUNTRY, _HELD, _STATES = frozenset({"COUNTRY"}), "membership", "observer"
_GOES_IN = ("вход", "числ", "знач", "состо", "нет")
# So far back, in characters, a sentence may have spoken of the members.
_SPOKEN, _FAR = 160, 8.0


def counted(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "A unites five states. B is not among their number", "A, B and C were admitted; D was not among them"."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    own = [k for k in range(first, last + 1) if items[k].kind == "name" and items[k].label in _COUNTRY]
    at = own[0] if own else scene.find(told, Slot(_COUNTRY, "any", bars=scene.marks.placed), far=_FAR)
    before: Draft | Claim | None = scene.before or scene.last
    near = before is not None and (isinstance(before, Draft) or items[0].start - before.end_char <= _SPOKEN)
    if before is not None and (not near or before.type not in _REPEATED):
        before = None
    stays = items[told.trigger.head].norm.startswith(_GOES_IN)
    body = before.object_id if before is not None else _uniting(scene, first) if stays else None
    kind = _HELD if before is None or (stays and before.type != _STATES) else before.type
    for id_ in scene.ids(at):
        if body and (before is None or id_ != before.subject_id) and id_ != body:
            yield Draft(kind, id_, body, -1 if at is None else at, confidence=0.7)


def _uniting(scene: Scene, first: int) -> str | None:
    """The body whose members the words before spoke of."""
    start = scene.clauses.items[first].start
    before = scene.memory.words(start - _SPOKEN, start)
    spoken = any(w.startswith(scene.anaphors.members + scene.anaphors.memberly[:2]) for w in before)
    return scene.memory.body(start) if spoken else None


def said_too(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "A and B are members of C, D — too": what the sentence has just stated, and not denied, of D as well."""
    for step, id_, at in _beside_step(scene, told):
        if id_ not in {step.subject_id, step.object_id}:
            yield Draft(step.type, id_, step.object_id, at, confidence=0.7)


def not_there(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "A is in B, but in C — нет": what the sentence has just stated of A, denied of another body."""
    for step, id_, _ in _beside_step(scene, told):
        body = scene.tables.root(id_)
        if body not in {step.subject_id, step.object_id}:
            yield Draft(step.type, step.subject_id, body, -1, confidence=0.7)


def _beside_step(scene: Scene, told: Told) -> Iterator[tuple[Draft, str, int]]:
    """The step that the sentence has just stated with each name that the trigger holds, and where it stands."""
    step = scene.before
    if step is None or step is not scene.spoken or step.type not in _REPEATED:
        return
    at = next((k for k in range(told.trigger.first, told.trigger.last + 1) if scene.ids(k)), -1)
    for id_ in scene.ids(at):
        yield step, id_, at
