"""An English fact with its date and the day of the report in, the same as a plan where it is yet to come out."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from extract.claims.grammar.items import Item
from extract.claims.scene import Scene, Told
from kb.model import POLARITIES, Mention

_PLANNED, _NEAR, _FAR = "planned", 4, 8
_OVER = frozenset({"was", "were", "had", "did", "been"})
_PRESENT = frozenset({"is", "are"})
_BARE = frozenset(
    {"join", "leave", "enter", "accede", "sign", "ratify", "become", "take", "come", "begin", "start", "go", "cease"}
)
_NEXT, _SPANS = "next", frozenset({"week", "month", "spring", "summer", "autumn", "fall", "winter"})
_IN, _UNITS = "in", frozenset({"days", "weeks", "months", "fortnight", "day", "week", "month"})


def still_ahead(scene: Scene, told: Told, issued: Mention | None) -> Told:
    """ "A joins B on 2 January", "its entry on 2 January is certain" of a report of 24 December are plans."""
    if scene.lang != "en" or told.polarity != POLARITIES[0]:
        return told
    later = issued is not None and told.date is not None and (told.date.earliest or "") > (issued.latest or "9")
    behind = scene.clauses.items[told.trigger.last + 1 : told.trigger.last + 1 + _FAR]
    soon = told.form.voice == "active" and told.trigger.form == "verb" and _soon(behind)
    return replace(told, polarity=_PLANNED) if (later or soon) and not _past(scene, told) else told


def _soon(items: Iterable[Item]) -> bool:
    """ "Joins A next week", "becomes a member in ten days": a present of what is to come."""
    near = list(items)
    if any(a.norm == _NEXT and b.norm in _SPANS for a, b in pairwise(near)):
        return True
    return any(i.norm == _IN and any(u.norm in _UNITS for u in near[k + 1 : k + _NEAR]) for k, i in enumerate(near))


def _past(scene: Scene, told: Told) -> bool:
    """Whether its verb says that it is over; a noun says nothing of when."""
    items, head = scene.clauses.items, told.trigger.head
    if told.form.voice == "noun":
        return False
    near = [i.norm for i in items[max(0, head - _NEAR) : head]]
    if told.form.voice == "passive":
        return _PRESENT.isdisjoint(near) or not _OVER.isdisjoint(near)
    verb = items[head].norm
    return not (verb.endswith("s") or verb in _BARE) or verb in _OVER
