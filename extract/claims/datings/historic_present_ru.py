"""What a Russian verb in the present told with its date in, an entry in place of a state out."""

from collections.abc import Sequence
from dataclasses import replace

from extract.claims.scene import Draft, Scene, Told
from kb.model import POLARITIES

_ENTERS, _STATE, _BOUNDS = frozenset({"входит", "входят"}), "membership", frozenset({"since", "until"})


def entering(scene: Scene, told: Told, made: Sequence[Draft]) -> list[Draft]:
    """ "1995 г. — Туркменистан входит в Движение": beside a bare date who "enters" has joined.

    "Since 1995 it belongs to A", "in A belong B and C": the state stays one.
    """
    items, trigger, date = scene.clauses.items, told.trigger, told.date
    present = scene.lang == "ru" and trigger.frame == _STATE and items[trigger.head].norm in _ENTERS
    bare = date is not None and "/" not in (date.edtf or "/") and _BOUNDS.isdisjoint(date.method.split(":"))
    led = any(i.label == "COUNTRY" for i in items[: trigger.head])
    placed = any(i.label == "ORG" for i in items[: trigger.head])
    if not (present and bare and led) or placed or told.polarity != POLARITIES[0]:
        return list(made)
    return [replace(d, type="acceded") if d.type == _STATE and d.date is None else d for d in made]
