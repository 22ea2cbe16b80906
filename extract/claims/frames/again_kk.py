"""A Kazakh verb that takes up a step told before ("бұл қадамға барған жоқ") in, drafts of claims out."""

from collections.abc import Iterator

from extract.claims.frames.again import again, come_true
from extract.claims.frames.measures_kk import is_measure, measured
from extract.claims.grammar.arguments import Slot
from extract.claims.grammar.slots import COUNTRY
from extract.claims.scene import Draft, Scene, Told
from extract.language.tokens import fold
from kb.model import POLARITIES

_STEPS = frozenset({"acceded", "observer", "withdrew", "suspended"})
_NEXT, _WATCHER = 3, "observer"
# "This circle", "these ranks", letters folded.
_CIRCLES = tuple(map(fold, ("топ", "қатар", "шеңбер", "үштік", "төрттік", "бестік", "алтылық", "орта")))
_HAVE, _WATCHING, _SPOKEN_FAR = "бар", tuple(map(fold, ("бақылаушы", "байқаушы"))), 200
_YET = frozenset(map(fold, ("әлі", "әзірге", "әзір")))


def undone(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "Wants to join A, but did not take this step": what was only planned; of others what somebody else did."""
    if is_measure(scene, told):
        yield from measured(scene, told)
    elif told.polarity != POLARITIES[0] and _only_planned(scene):
        yield from come_true(scene)
    else:
        yield from again(scene, told, "")


def taken_up(scene: Scene, told: Told, watched: bool) -> Iterator[Draft]:
    """What no claim before tells: a status that was only hoped for, or a circle that has just been named."""
    yield from status_got(scene, told) if watched else ranks_entered(scene, told)


def ranks_entered(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "The CIS had eleven states then, and A entered «бұл шеңберге» in 1993": the body of the sentence, or in mind."""
    items, first = scene.clauses.items, told.trigger.first
    circle = scene.lang == "kk" and items[first + 1].norm.startswith(_CIRCLES) and told.form.voice != "noun"
    who = scene.find(told, Slot(COUNTRY, "before"), far=6.0) if circle else None
    who = scene.find(told, Slot(COUNTRY, "any"), far=4.0) if circle and who is None else who
    named = [i.ids[-1] for i in items[:first] if i.label == "ORG" and i.kind == "name" and i.ids]
    meant = items[first + 1].ids[-1:] if circle else ()
    body = named[-1] if named else next(iter(meant), None) or scene.memory.body(items[0].start)
    if who is not None and who <= told.trigger.last and body:
        yield from (Draft("acceded", id_, body, who, confidence=0.7) for id_ in scene.ids(who) if id_ != body)


def status_got(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "Thought of becoming an observer, and got this status in 2020": what the sentence told was only planned."""
    spoken, before = scene.spoken, scene.before
    if scene.lang == "kk" and spoken is not None and spoken.type == _WATCHER and spoken is not before:
        yield from come_true(scene)
    elif scene.lang == "kk" and scene.clauses.items[told.trigger.head].norm == _HAVE:
        yield from status_held(scene, told)


def status_held(scene: Scene, told: Told) -> Iterator[Draft]:
    """«Мұндай мәртебе A мен B-да бар»: who has it stands in the locative, the body is that of the watcher before."""
    last, start = scene.before or scene.last, scene.clauses.items[0].start
    watched = last.object_id if last is not None and last.type == _WATCHER else None
    spoken = any(w.startswith(_WATCHING) for w in scene.memory.words(start - _SPOKEN_FAR, start))
    body = watched or (scene.memory.body(start) if spoken else None)
    who = scene.find(told, Slot(COUNTRY, "any"), far=6.0) if body else None
    if who is not None and ".locative" in scene.arguments.marks(who):
        yield from (Draft(_WATCHER, id_, body, who, confidence=0.7) for id_ in scene.ids(who))


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
