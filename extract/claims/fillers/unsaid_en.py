"""An English trigger in its sentence in, whether its words are of a seat, a choice of papers or people that travel."""

from itertools import pairwise

from extract.claims.scene import Scene, Told

_SEAT, _EMPTY = frozenset({"seat", "chair", "place", "post"}), frozenset({"empty", "vacant", "unfilled", "unused"})
_BACK, _ON = 3, 6
_OF, _CHOICE = "of", frozenset({"which", "what"})
_REMAINS = frozenset({"remain", "remains", "remained", "stay", "stays", "stayed"})
_ANYTHING = frozenset({"anything", "nothing", "something", "everything", "anywhere"})
_BUILT, _IT, _OUTSIDE = "built", "it", "outside"
# Observers of a body who do one of these are its people.
_TRAVEL = (
    "arriv", "monitor", "visit", "watched", "travel", "came", "went", "flew", "worked", "saw", "return", "reported",
    "inspect", "toured", "landed", "followed", "attend", "praised", "noted", "concluded", "said", "found", "were",
)  # fmt: skip


def seat_empty(scene: Scene, told: Told) -> bool:
    """ "A's seat as an observer has been empty since 2021": what the day tells of is the seat."""
    items, trigger = scene.clauses.items, told.trigger
    seated = any(i.norm in _SEAT for i in items[max(0, trigger.first - _BACK) : trigger.first])
    return seated and any(i.norm in _EMPTY for i in items[trigger.last + 1 : trigger.last + 1 + _ON])


def papers_joined(scene: Scene, told: Told) -> bool:
    """ "Each could decide which of the agreements to join": papers without a name are joined, and no body."""
    items, first = scene.clauses.items, told.trigger.first
    if not told.trigger.frame.startswith("acceded") or told.form.voice != "infinitive":
        return False
    near = items[max(0, first - _ON - 1) : first]
    asked = any(a.norm in _CHOICE and b.norm == _OF for a, b in pairwise(near))
    return asked and any(i.norm.rstrip("s") in scene.anaphors.instruments for i in near)


def anything_joined(scene: Scene, told: Told) -> bool:
    """ "Is not about to join anything": no body in particular."""
    behind = scene.clauses.items[told.trigger.last + 1 : told.trigger.last + 2]
    return told.trigger.frame.startswith(("acceded", "withdrew")) and any(i.norm in _ANYTHING for i in behind)


def still_outside(scene: Scene, told: Told) -> bool:
    """ "Has not joined A and may remain outside": the same once more, and of no other body."""
    items, before = scene.clauses.items, scene.spoken
    held = items[told.trigger.first : told.trigger.last + 1]
    remains = any(i.norm in _REMAINS for i in held) and any(i.norm == _OUTSIDE for i in held)
    if before is None or before.type != "acceded" or not remains:
        return False
    return not any(i.label == "ORG" for i in items[told.trigger.first :])


def built_it(scene: Scene, told: Told) -> bool:
    """ "If it is built in time": a railway; nobody builds a body that a pronoun stands for."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    if told.trigger.frame.partition(".")[0] != "established" or told.form.voice != "passive":
        return False
    built = any(i.norm == _BUILT for i in items[first : last + 1])
    return built and any(i.norm == _IT for i in items[max(0, first - _BACK) : first])


def watchers_travel(scene: Scene, told: Told) -> bool:
    """ "Observers of the SCO arrived in Uzbekistan": people of the body, where no country stands before the verb."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    if not told.trigger.frame.startswith("observer") or any(i.label == "COUNTRY" for i in items[:first]):
        return False
    behind = range(last + 1, len(items))
    at = next((k for k in behind if items[k].label == "COUNTRY" or items[k].kind == "mark"), len(items))
    return any(items[k].norm.startswith(_TRAVEL) for k in range(first, at) if items[k].kind == "word")
