"""An English "one of the founders of A" in, the founding of A out where a date stands beside it, else a membership."""

from collections.abc import Iterator
from itertools import takewhile

from extract.claims.frames.members import member
from extract.claims.grammar.arguments import Slot
from extract.claims.grammar.slots import COUNTRY
from extract.claims.scene import Draft, Scene, Told
from kb.model import POLARITIES, Mention, Participant

_NEAR, _AHEAD, _FAR = 6, 10, 16.0
_COPULAS = frozenset({"is", "are", "was", "were", "became", "become", "becomes"})


def cofounded(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "In 1960 A was, at Baghdad, one of the five founders of B": B was founded then, and A is a founder."""
    items, trigger = scene.clauses.items, told.trigger
    # "A, of which B was a founder": the body stands before its relative clause.
    at = trigger.first - 1 if items[trigger.first].text == "," else trigger.last
    body, day = items[at].ids if items[at].label == "ORG" else (), _day(scene, told)
    if not body or told.polarity != POLARITIES[0] or day is None:
        # "In 2019 A, one of the founders of B, left it": without a verb of its own it has no date either.
        yield from member(scene, told, "membership", "") if items[trigger.first].norm in _COPULAS else ()
        return
    founders = scene.ids(scene.find(told, Slot(COUNTRY, "before"), far=_FAR))
    parties = tuple(Participant(id_, "founder") for id_ in founders)
    yield Draft("established", body[-1], None, at, parties, day, members=founders)


def _day(scene: Scene, told: Told) -> Mention | None:
    """The date right behind the body, or before it in the same clause."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    behind = takewhile(lambda i: i.kind != "mark" and not i.ids, items[last + 1 : last + 1 + _NEAR])
    before = takewhile(lambda i: not i.ids, reversed(items[max(0, first - _NEAR) : first]))
    found = next((i.mention for i in (*behind, *before) if i.kind == "date"), None)
    return found or _fronted(scene, told)


def _fronted(scene: Scene, told: Told) -> Mention | None:
    """ "On D A became a founder of B", "In between, on D, A had become one": the date ahead of the subject."""
    items, first = scene.clauses.items, told.trigger.first
    for k in range(first - 1, max(-1, first - _AHEAD), -1):
        if items[k].kind == "date":
            return items[k].mention
        closed = items[k].kind == "mark" and items[k - 1].kind != "date"
        if closed or k in scene.clauses.verbs or (items[k].ids and items[k].label not in COUNTRY):
            return None
    return None
