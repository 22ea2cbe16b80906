"""A Kazakh verb that takes up a step told before ("бұл қадамға барған жоқ") in, drafts of claims out."""

from collections.abc import Iterator

from extract.claims.frames.again import again, come_true
from extract.claims.scene import Draft, Scene, Told
from extract.language.tokens import fold
from kb.model import POLARITIES

_STEPS = frozenset({"acceded", "observer", "withdrew", "suspended"})
_NEXT, _WATCHER = 3, "observer"
_YET = frozenset(map(fold, ("әлі", "әзірге", "әзір")))


def undone(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "Wants to join A, but did not take this step": what was only planned; of others what somebody else did."""
    if told.polarity != POLARITIES[0] and _only_planned(scene):
        yield from come_true(scene)
    else:
        yield from again(scene, told, "")


def status_got(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "Thought of becoming an observer, and got this status in 2020": what the sentence told was only planned."""
    spoken, before = scene.spoken, scene.before
    if scene.lang == "kk" and spoken is not None and spoken.type == _WATCHER and spoken is not before:
        yield from come_true(scene)


def _only_planned(scene: Scene) -> bool:
    """Whether the step told last, in the sentence or right before it, was no fact, and is that of whoever is named."""
    step = scene.spoken or scene.last
    if step is None or step.type not in _STEPS or any(i.norm in _YET for i in scene.clauses.items):
        return False  # What is not done yet is planned as before.
    if scene.spoken is not None:
        fact = scene.spoken is scene.before
    else:
        start = scene.clauses.items[0].start
        near = scene.last is not None and start - scene.last.end_char <= _NEXT
        fact = not near or (scene.last is not None and scene.last.polarity in {POLARITIES[0], "negated"})
    named = {id_ for i in scene.clauses.items if i.label == "COUNTRY" for id_ in i.ids}
    return not fact and (scene.spoken is not None or not named or step.subject_id in named)
